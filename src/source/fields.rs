//! Fields of word processors: orders such as `NOTEREF _Ref1` or `HYPERLINK "…"`, and the text that they
//! show. Fields may stand within the orders and within the text of others. Knows no format.

use super::office_text::Kind;

/// Bytes of an order that are kept: what matters stands in front.
const LONGEST_ORDER: usize = 4096;

/// The fields that are open, innermost last.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Which of them are still being told what to show.
    told: Vec<usize>,
    /// Which lead to an address, and how many show the number of a note.
    links: Vec<(usize, String)>,
    notes: usize,
}

#[derive(Debug, Default)]
struct Field {
    order: String,
    shows_note: bool,
}

impl Fields {
    /// Begins a field, whose order comes first.
    pub(super) fn begin(&mut self) {
        self.told.push(self.open.len());
        self.open.push(Field::default());
    }

    /// Begins a field whose order is known.
    pub(super) fn begin_with(&mut self, order: &str) {
        self.begin();
        self.tell(order);
        self.show();
    }

    /// Adds words to the order of the innermost field that is still being told one; says whether
    /// there is one. What a field shows within the order of another is of that.
    pub(super) fn tell(&mut self, words: &str) -> bool {
        let Some(field) = self.told.last().and_then(|at| self.open.get_mut(*at)) else {
            return false;
        };
        if field.order.len() + words.len() <= LONGEST_ORDER {
            field.order.push_str(words);
        }
        true
    }

    /// Ends the order of the innermost field: what follows is shown.
    pub(super) fn show(&mut self) {
        let Some(at) = self.open.len().checked_sub(1) else { return };
        if self.told.last() != Some(&at) {
            return;
        }
        self.told.pop();
        let field = &mut self.open[at];
        field.shows_note = field.order.contains("NOTEREF");
        self.notes += usize::from(field.shows_note);
        if field.order.contains("HYPERLINK")
            && let Some(address) = field.order.split('"').nth(1)
        {
            self.links.push((at, address.to_owned()));
        }
    }

    /// Ends the innermost field.
    pub(super) fn end(&mut self) {
        let Some(field) = self.open.pop() else { return };
        let at = self.open.len();
        self.told.pop_if(|told| *told == at);
        self.links.pop_if(|(link, _)| *link == at);
        self.notes -= usize::from(field.shows_note);
    }

    /// What words are that are shown here; `plain`, where no field says anything else.
    pub(super) fn kind(&self, words: &str, plain: Kind) -> Kind {
        if self.notes > 0 && !words.trim().is_empty() {
            return Kind::Repeats;
        }
        self.links.last().map_or(plain, |(_, address)| Kind::leads(address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_within_an_order_is_of_the_order() {
        let mut fields = Fields::default();
        fields.begin();
        assert!(fields.tell("IF "));
        fields.begin();
        assert!(fields.tell("PAGE"));
        fields.show();
        assert!(fields.tell("7"), "shown within the order of the outer one");
        fields.end();
        fields.show();
        assert!(!fields.tell("yes"), "shown");
        fields.end();
        assert_eq!(fields.kind("yes", Kind::Words), Kind::Words);
    }

    #[test]
    fn links_and_notes_hold_until_their_fields_end() {
        let mut fields = Fields::default();
        fields.begin_with("HYPERLINK \"https://undocs.org/A/1\"");
        let link = Kind::Links("https://undocs.org/A/1".to_owned());
        assert_eq!(fields.kind("A/1", Kind::Words), link);
        fields.begin_with("NOTEREF _Ref1");
        assert_eq!(fields.kind("1", Kind::Words), Kind::Repeats);
        fields.end();
        assert_eq!(fields.kind("A/1", Kind::Words), link);
        fields.end();
        fields.end();
        assert_eq!(fields.kind("A/1", Kind::Words), Kind::Words);
    }
}
