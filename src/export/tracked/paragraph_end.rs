//! How a paragraph ends in which changes are tracked: what was done to its end, and in which order changes stand there.
//! Knows WordprocessingML as text, not what was changed.

/// What is taken out at the very end stands behind what is put in there: LibreOffice joins a paragraph that
/// ends in new words with new ones that follow, and refusing them takes its end away as well.
pub(super) fn gone_last(xml: String) -> String {
    let swapped = || {
        let before = xml.strip_suffix("</w:ins>")?;
        let inserted = before.rfind("<w:ins ")?;
        let (head, new) = xml.split_at_checked(inserted)?;
        // A bookmark may end between the two, and goes with what is gone.
        let end = head.rfind("</w:del>")? + "</w:del>".len();
        let (head, between) = head.split_at_checked(end)?;
        let is_empty = between.is_empty()
            || between.starts_with("<w:bookmarkEnd ") && between.matches('<').count() == 1;
        let gone = head.strip_suffix("</w:del>")?.rfind("<w:del ")?;
        let (head, gone) = head.split_at_checked(gone)?;
        // Nothing but these two may be between.
        (is_empty && !new.contains("</w:ins><") && !gone.contains("</w:del><"))
            .then(|| format!("{head}{new}{gone}{between}"))
    };
    swapped().unwrap_or(xml.clone())
}

/// The properties of a paragraph with what was done to its end.
pub(super) fn with_mark(properties: &str, mark: &str) -> String {
    if properties.is_empty() || properties.ends_with("/>") && !properties.contains("</w:pPr>") {
        return format!("<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>");
    }
    // The looks of the end stand behind all else but the section and what was changed before.
    let tail = ["<w:sectPr", "<w:pPrChange", "</w:pPr>"];
    let tail =
        tail.iter().filter_map(|tail| properties.find(tail)).min().unwrap_or(properties.len());
    let (head, rest) = properties.split_at(tail);
    match head.rfind("<w:rPr>") {
        Some(at) if head.ends_with("</w:rPr>") => {
            let (before, inner) = head.split_at(at + "<w:rPr>".len());
            format!("{before}{mark}{inner}{rest}")
        }
        _ => format!("{head}<w:rPr>{mark}</w:rPr>{rest}"),
    }
}
