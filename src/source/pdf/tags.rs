//! The structure tree of a tagged PDF (ISO 32000-1 §14.7): paragraphs, headings, tables and notes
//! as their author set them, each pointing at its content by number. Knows no text.

use std::collections::HashSet;

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString},
};

use super::{
    fonts,
    sheet::ContentId,
    streams::{Budget, Exhausted},
};

/// Elements within elements, deeper than any writer nests them.
const DEEPEST: usize = 64;

/// An element of the tree.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) kind: Kind,
    /// What the author says is really written here.
    pub(super) actual: Option<String>,
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Content(ContentId),
}

/// The kinds of elements that make a difference to a reader (ISO 32000-1 §14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Note,
    /// What points at a note, or anywhere else.
    Link,
    Table,
    Row,
    Cell,
    /// The number or bullet of an item of a list.
    Label,
    /// No text of the document.
    Artifact,
    /// Everything that only groups.
    Group,
}

/// The root of the tree; nothing where the file is not tagged.
///
/// # Errors
/// [`Exhausted`], where the tree is larger than that of any document.
pub(super) fn tree(pdf: &Pdf, budget: &mut Budget) -> Result<Option<Element>, Exhausted> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let Some(root) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("StructTreeRoot")) else {
        return Ok(None);
    };
    let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
    let mut walk = Walk { roles, seen: HashSet::new(), budget };
    let mut children = Vec::new();
    walk.kids(&root, None, 0, &mut children)?;
    Ok(Some(Element { kind: Kind::Group, actual: None, children }))
}

struct Walk<'a, 'b> {
    roles: Dict<'a>,
    /// An element has one parent; one that is met again is a cycle.
    seen: HashSet<ObjectIdentifier>,
    budget: &'b mut Budget,
}

impl<'a> Walk<'a, '_> {
    fn kids(
        &mut self,
        dict: &Dict<'a>,
        page: Option<ObjectIdentifier>,
        depth: usize,
        out: &mut Vec<Node>,
    ) -> Result<(), Exhausted> {
        let page = dict.get_ref("Pg").map(ObjectIdentifier::from).or(page);
        match dict.get_raw::<Object<'a>>("K") {
            Some(MaybeRef::Ref(id)) if !self.seen.insert(id.into()) => {}
            Some(_) => match dict.get::<Object<'a>>("K") {
                Some(Object::Array(array)) => self.array(&array, page, depth, out)?,
                Some(object) => self.kid(object, page, depth, out)?,
                None => {}
            },
            None => {}
        }
        Ok(())
    }

    fn array(
        &mut self,
        array: &Array<'a>,
        page: Option<ObjectIdentifier>,
        depth: usize,
        out: &mut Vec<Node>,
    ) -> Result<(), Exhausted> {
        let mut references = array.raw_iter();
        for object in array.iter::<Object<'a>>() {
            self.budget.step()?;
            if let Some(MaybeRef::Ref(id)) = references.next()
                && !self.seen.insert(id.into())
            {
                continue;
            }
            self.kid(object, page, depth, out)?;
        }
        Ok(())
    }

    fn kid(
        &mut self,
        object: Object<'a>,
        page: Option<ObjectIdentifier>,
        depth: usize,
        out: &mut Vec<Node>,
    ) -> Result<(), Exhausted> {
        self.budget.step()?;
        match object {
            Object::Number(number) => {
                let number = i32::try_from(number.as_i64()).unwrap_or(-1);
                out.push(Node::Content(ContentId { owner: page, number }));
            }
            Object::Dict(dict) => match dict.get::<i32>("MCID") {
                Some(number) => {
                    let owner = ["Stm", "Pg"].iter().find_map(|key| dict.get_ref(key));
                    let owner = owner.map(ObjectIdentifier::from).or(page);
                    out.push(Node::Content(ContentId { owner, number }));
                }
                None if depth < DEEPEST => {
                    let element = self.element(&dict, page, depth + 1)?;
                    out.push(Node::Element(element));
                }
                None => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn element(
        &mut self,
        dict: &Dict<'a>,
        page: Option<ObjectIdentifier>,
        depth: usize,
    ) -> Result<Element, Exhausted> {
        let actual = dict.get::<PdfString<'_>>("ActualText").map(|text| fonts::text_string(&text));
        let mut children = Vec::new();
        self.kids(dict, page, depth, &mut children)?;
        Ok(Element { kind: self.kind(dict), actual, children })
    }

    /// The kind of an element, by its own name or the standard one that the file says it stands for.
    fn kind(&self, dict: &Dict<'a>) -> Kind {
        let Some(mut name) = dict.get::<Name<'a>>("S") else { return Kind::Group };
        for _ in 0..8 {
            let kind = match name.as_str() {
                "P" | "Caption" | "LBody" | "BlockQuote" | "TOCI" | "BibEntry" => Kind::Paragraph,
                "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "Title" => Kind::Heading,
                "Note" | "FENote" | "Footnote" | "Endnote" => Kind::Note,
                "Link" | "Reference" => Kind::Link,
                "Table" => Kind::Table,
                "TR" => Kind::Row,
                "TD" | "TH" => Kind::Cell,
                "Lbl" => Kind::Label,
                "Artifact" => Kind::Artifact,
                _ => Kind::Group,
            };
            if kind != Kind::Group {
                return kind;
            }
            let Some(next) = self.roles.get::<Name<'a>>(&name) else { break };
            name = next;
        }
        Kind::Group
    }
}
