//! Document symbols: `A/RES/72/247`, `S/RES/1325 (2000)`, `A/74/6 (Sect. 6)` (grammar.md §2). However
//! the UN writes one, in a link or in words, it is one value, printed in one way. Knows their
//! notation and links, not how they are found in running text.

#![warn(clippy::string_slice, clippy::indexing_slicing, clippy::unwrap_used)]

use std::fmt;

use super::adopted_text::{AdoptedText, Number, Parts};

/// A document symbol. Two are equal, and stand in order, by what they name: `A/72/9` is before
/// `A/72/10`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Symbol {
    form: Form,
    /// `form` as the UN spells it. Made of it once, for those who need the words.
    printed: String,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Form {
    /// A resolution, decision or statement.
    AdoptedText(AdoptedText),
    /// Any other document: the parts between the strokes.
    Paper(Vec<Component>),
}

/// What stands between two strokes: `A`, `72`, `L.61`, `6 (Sect. 6)`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Component {
    word: String,
    number: Option<u32>,
    rest: String,
}

impl Symbol {
    /// Reads a symbol in any spelling: spaces or none, hyphens of any kind, letters of another
    /// alphabet that look alike, the star of a reissued document, which is none of its name. What
    /// follows no rule of symbols is kept as it is.
    #[must_use]
    pub fn new(text: impl AsRef<str>) -> Self {
        let plain = plain(text.as_ref());
        let act = AdoptedText::read(&plain);
        Self::of_form(act.map_or_else(|| Form::Paper(components(&plain)), Form::AdoptedText))
    }

    fn of_form(form: Form) -> Self {
        let printed = match &form {
            Form::AdoptedText(act) => act.to_string(),
            Form::Paper(components) => {
                components.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
            }
        };
        Self { form, printed }
    }

    /// The symbol as the UN spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.printed
    }

    /// The resolution, decision or statement that it names, if it names one.
    #[must_use]
    pub fn adopted_text(&self) -> Option<&AdoptedText> {
        match &self.form {
            Form::AdoptedText(act) => Some(act),
            Form::Paper(_) => None,
        }
    }

    /// The symbol of one of its lettered parts, `A/RES/74/264 A`; nothing for what has none, as it is
    /// no resolution, decision or statement.
    #[must_use]
    pub fn of_part(&self, letter: char) -> Option<Self> {
        let parts = Some(Parts { first: letter, last: None });
        self.adopted_text().map(|act| AdoptedText { parts, ..act.clone() }.into())
    }

    /// Whether there may be such a document: no session has more resolutions than it had. Of
    /// documents that are no resolutions and decisions nothing is known.
    #[must_use]
    pub fn could_exist(&self) -> bool {
        self.adopted_text().is_none_or(AdoptedText::could_exist)
    }

    /// Where the document stands below an address of the United Nations: no spaces, and for
    /// `217 A (III)` no letter, since the UN files the old resolutions without.
    #[must_use]
    pub fn path(&self) -> String {
        let path = match &self.form {
            Form::AdoptedText(act) if matches!(act.number, Number::OfSession { .. }) => {
                AdoptedText { parts: None, ..act.clone() }.to_string()
            }
            _ => self.printed.clone(),
        };
        path.replace(' ', "")
    }

    /// The address under which the UN serves it.
    #[must_use]
    pub fn link(&self) -> String {
        format!("https://undocs.org/{}", self.path())
    }

    /// The symbol that an address of the United Nations' document system leads to:
    /// `https://undocs.org/en/A/RES/72/247`. Nothing for any other address.
    #[must_use]
    pub fn of_link(address: &str) -> Option<Self> {
        const HOSTS: [&str; 3] = ["undocs.org/", "docs.un.org/", "documents.un.org/doc/"];
        let path = address.split_once("://")?.1;
        let path = path.strip_prefix("www.").unwrap_or(path);
        let path = HOSTS.iter().find_map(|host| path.strip_prefix(host))?.trim_start_matches('/');
        // The languages, by the codes that the system has had for them.
        let language = path.split_once('/').filter(|(first, _)| {
            let codes = ["en", "fr", "es", "sp", "ru", "zh", "ch", "ar"];
            codes.contains(&first.to_ascii_lowercase().as_str())
        });
        let symbol = language.map_or(path, |(_, rest)| rest).replace("%20", " ");
        let symbol = symbol.split(['?', '#']).next().unwrap_or_default();
        let symbol = symbol.trim_matches(|c: char| c == '/' || c.is_whitespace());
        let symbol = symbol.trim_end_matches(['.', ',', ';']);
        // `A/72/___` waits for its number.
        let is_symbol = symbol.contains('/')
            && symbol.bytes().any(|b| b.is_ascii_digit())
            && !symbol.contains('_');
        is_symbol.then(|| Self::new(symbol))
    }
}

impl From<AdoptedText> for Symbol {
    fn from(act: AdoptedText) -> Self {
        Self::of_form(Form::AdoptedText(act))
    }
}

/// The text with plain spaces, hyphens and letters, and without stars at its end.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}'..='\u{2013}' => plain.push('-'),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            c if c.is_whitespace() => {
                if !plain.ends_with([' ', '/', '(']) {
                    plain.push(' ');
                }
            }
            '/' | ')' => {
                plain.truncate(plain.trim_end().len());
                plain.push(c);
            }
            c => plain.push(latin_of(c).unwrap_or(c)),
        }
    }
    plain.trim_matches(|c: char| c == '*' || c == ' ').to_owned()
}

/// The Latin capital that a Cyrillic one looks like. Russian typists write symbols and Roman numbers with either:
/// `А/С.3/74/L.5`, `1970 (ХVIII)`.
pub(crate) fn latin_of(c: char) -> Option<char> {
    Some(match c {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'Ѕ' => 'S',
        'І' => 'I',
        _ => return None,
    })
}

/// The parts between the strokes, of which `Res.` and the brackets are written in one way.
fn components(plain: &str) -> Vec<Component> {
    let mut components: Vec<Component> =
        plain.split('/').map(|text| Component::read(text.trim())).collect();
    // Addresses have the series in small letters, too: `e/2005/23`.
    if let [series, _, ..] = components.as_mut_slice()
        && matches!(series.word.as_str(), "a" | "e" | "s")
    {
        series.word.make_ascii_uppercase();
    }
    components
}

impl Component {
    fn read(text: &str) -> Self {
        let text = one_spelling(text);
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let (word, rest) = text.split_at_checked(start).unwrap_or((&text, ""));
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let is_plain = number.len() == 1 || !number.starts_with('0');
        match number.parse().ok().filter(|_| is_plain) {
            Some(number) => {
                Self { word: word.to_owned(), number: Some(number), rest: tail.to_owned() }
            }
            None => Self { word: text, number: None, rest: String::new() },
        }
    }
}

/// `15(PARTI)` → `15 (Part I)`, `6 (Sect.6)` → `6 (Sect. 6)`, `Res.3` → `RES.3`, `add.1` → `Add.1`.
fn one_spelling(text: &str) -> String {
    const BEGINNINGS: [(&str, &str); 4] =
        [("Res.", "RES."), ("add.", "Add."), ("corr.", "Corr."), ("rev.", "Rev.")];
    let begun = BEGINNINGS
        .iter()
        .find_map(|(others, one)| Some(format!("{one}{}", text.strip_prefix(others)?)));
    let text = begun.as_deref().unwrap_or(text);
    let Some((before, inside)) = text.split_once('(') else { return text.to_owned() };
    let names = ["Sects", "Sect", "Parts", "Part", "Vols", "Vol", "Supp", "Plan outline"];
    let named = names.iter().find_map(|name| {
        let (first, rest) = inside.split_at_checked(name.len())?;
        first.eq_ignore_ascii_case(name).then(|| format!("{name}{rest}"))
    });
    let Some(inside) = named.as_deref() else { return text.to_owned() };
    let before = before.trim_end();
    let space = if before.is_empty() { "" } else { " " };
    let inside = match inside.split_once('.') {
        Some((name, number)) if names.contains(&name) => {
            format!("{name}. {}", number.trim_start())
        }
        _ => {
            let name = names.iter().find_map(|name| Some((name, inside.strip_prefix(name)?)));
            match name {
                Some((name, number)) if number.starts_with(|c: char| c.is_ascii_uppercase()) => {
                    format!("{name} {number}")
                }
                _ => inside.to_owned(),
            }
        }
    };
    format!("{before}{space}({inside}").trim_end().to_owned()
}

impl fmt::Display for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.word)?;
        if let Some(number) = self.number {
            write!(f, "{number}")?;
        }
        f.write_str(&self.rest)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn links(canonical: &str, path: &str) {
        assert_eq!(Symbol::new(canonical).link(), format!("https://undocs.org/{path}"));
    }

    #[test]
    fn an_address_leads_to_a_symbol() {
        let leads = |address, symbol| {
            assert_eq!(Symbol::of_link(address).as_ref().map(Symbol::as_str), symbol, "{address}");
        };
        leads("https://undocs.org/en/A/RES/72/247", Some("A/RES/72/247"));
        leads("http://www.undocs.org//sp/A/RES/217%20(III)", Some("A/RES/217 (III)"));
        leads("https://undocs.org/S/RES/1325(2000)", Some("S/RES/1325 (2000)"));
        leads("https://undocs.org/en/e/2005/23/corr.1(supp)", Some("E/2005/23/Corr.1 (Supp)"));
        leads("https://undocs.org/en/A/RES/61/250b", Some("A/RES/61/250 B"));
        leads("https://www.un.org/en/A/1", None);
        leads("#_ftn1", None);
    }

    #[test]
    fn links_have_no_spaces_and_old_ones_no_letter() {
        links("A/RES/53/144", "A/RES/53/144");
        links("A/RES/217 A (III)", "A/RES/217(III)");
        links("A/RES/2626 A-C (XXV)", "A/RES/2626(XXV)");
        links("A/RES/72/262 B", "A/RES/72/262B");
        links("S/RES/1325 (2000)", "S/RES/1325(2000)");
        links("A/74/6 (Sect. 6)", "A/74/6(Sect.6)");
    }

    #[test]
    fn one_symbol_has_one_spelling() {
        let spellings: &[(&str, &[&str])] = &[
            ("S/RES/1325 (2000)", &["S/RES/1325(2000)", "S/RES/1325\u{a0}(2000)"]),
            ("A/RES/72/262 B", &["A/RES/72/262B", "A/RES/72/262b", "А/RES/72/262 В"]),
            ("A/RES/54/237 A-C", &["A/RES/54/237A-C", "A/RES/54/237a-c", "A/RES/54/237 A–C"]),
            ("A/RES/74/261 A-B", &["A/RES/74/261 A and B"]),
            ("A/RES/217 A (III)", &["A/RES/217A(III)", "A/RES/217(III)A", "A/RES/217(III)[A]"]),
            ("A/RES/3201 (S-VI)", &["A/RES/3201(S-VI)", "A/RES/3201 (s-vi)"]),
            ("A/RES/ES-10/15", &["A/RES/ES\u{2011}10/15"]),
            ("UNEP/EA.4/RES.1", &["UNEP/EA.4/Res.1"]),
            ("A/C.1/80/L.23", &["A/C.1/80/L.23*", "A/C.1/80/L.23**"]),
            ("A/74/6 (Sect. 6)", &["A/74/6(Sect.6)", "A/74/6 (Sect.6)"]),
            (
                "A/CONF.192/15 (Part I)/Corr.1",
                &["A/CONF.192/15(Part I)/Corr.1", "A/CONF.192/15(PartI)/Corr.1"],
            ),
            ("A/RES/72/247/Corr.1", &[]),
            ("A/DEC/72/404 A-B", &[]),
            ("A/HRC/PRST/31/1", &[]),
            ("ICCD/COP(13)/21/Add.1", &[]),
            ("E/CN.4/RES/1998/72", &[]),
            ("CBD/COP/DEC/15/6", &[]),
            ("A/ES-10/87", &[]),
            ("A/72/007", &[]),
            ("S/RES/1325", &[]),
            ("", &[]),
        ];
        for (canonical, others) in spellings {
            let symbol = Symbol::new(canonical);
            assert_eq!(symbol.as_str(), *canonical);
            for other in *others {
                assert_eq!(Symbol::new(other), symbol, "{other}");
            }
        }
    }

    #[test]
    fn symbols_stand_in_order_of_their_numbers() {
        let in_order =
            ["A/RES/9 (I)", "A/72/9", "A/72/10", "A/72/10/Add.2", "A/72/10/Add.10", "A/C.3/72/L.4"];
        let mut symbols: Vec<Symbol> = in_order.iter().rev().map(Symbol::new).collect();
        symbols.sort();
        let first = Symbol::new("A/RES/72/9") < Symbol::new("A/RES/72/10");
        assert_eq!(symbols.iter().map(Symbol::as_str).collect::<Vec<_>>(), in_order);
        assert!(first);
    }

    proptest::proptest! {
        #[test]
        fn what_is_printed_is_read_again(text in "[A-Z0-9a-z/ ().*‑–-]{0,24}|[AES]/(RES|DEC|PRST)/(S-|ES-)?[0-9]{1,4}[/ ]?[0-9A-C]{0,3} ?[A-C]?(-[A-C])? ?(\\((19[4-9][0-9]|[XVI]{1,4}|S-VI)\\))?(/Add.1)?") {
            let symbol = Symbol::new(&text);
            proptest::prop_assert_eq!(&Symbol::new(symbol.as_str()), &symbol);
        }
    }
}
