//! Where words of a page lead: its link annotations (ISO 32000-1 §12.5.6.5), each an address and the
//! boxes that it lies over. Knows words of runs, and no paragraphs.

use std::rc::Rc;

use hayro_syntax::object::{Array, Dict, Name, String as PdfString};

use super::{
    matrix::Matrix,
    sheet::Run,
    streams::{Budget, Exhausted},
};

/// The boxes of a page's links, from the lowest up, and how high the highest is.
#[derive(Default)]
pub(super) struct Links {
    boxes: Vec<(Area, Rc<str>)>,
    height: f64,
}

/// Characters of an address; what is longer leads nowhere.
const LONGEST_ADDRESS: usize = 2048;

/// A box, in points from the lower left.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

impl Area {
    /// The box around corners.
    fn around(corners: &[f64], base: &Matrix) -> Option<Self> {
        let points = corners.chunks_exact(2).map(|point| base.apply(point[0], point[1]));
        points.fold(None, |area, (x, y)| {
            let before = area.unwrap_or(Self { left: x, right: x, bottom: y, top: y });
            Some(Self {
                left: before.left.min(x),
                right: before.right.max(x),
                bottom: before.bottom.min(y),
                top: before.top.max(y),
            })
        })
    }

    fn has(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.bottom..=self.top).contains(&y)
    }
}

/// The links of a page to addresses; those within the file lead to its own notes.
///
/// # Errors
/// [`Exhausted`], where there are more than on any page.
pub(super) fn read(
    page: &Dict<'_>,
    base: &Matrix,
    budget: &mut Budget,
) -> Result<Links, Exhausted> {
    let mut links = Links::default();
    let annotations = page.get::<Array<'_>>("Annots").unwrap_or_default();
    for annotation in annotations.iter::<Dict<'_>>() {
        budget.step()?;
        let Some((address, boxes)) = link(&annotation, base) else { continue };
        budget.take_steps(boxes.len())?;
        links.boxes.extend(boxes.into_iter().map(|area| (area, Rc::clone(&address))));
    }
    links.boxes.sort_by(|(a, _), (b, _)| a.bottom.total_cmp(&b.bottom));
    let heights = links.boxes.iter().map(|(area, _)| area.top - area.bottom);
    links.height = heights.fold(0.0, f64::max);
    Ok(links)
}

fn link(annotation: &Dict<'_>, base: &Matrix) -> Option<(Rc<str>, Vec<Area>)> {
    if annotation.get::<Name<'_>>("Subtype")?.as_str() != "Link" {
        return None;
    }
    let address = annotation.get::<Dict<'_>>("A")?.get::<PdfString<'_>>("URI")?;
    let address = Some(address).filter(|address| address.as_bytes().len() <= LONGEST_ADDRESS)?;
    let address = String::from_utf8_lossy(address.as_bytes()).trim().into();
    let numbers = |key: &str| -> Vec<f64> {
        let array = annotation.get::<Array<'_>>(key).unwrap_or_default();
        array.iter::<f64>().take(MOST_CORNERS).collect()
    };
    let quads = numbers("QuadPoints");
    let quads: Vec<&[f64]> = quads.chunks_exact(8).collect();
    let around = numbers("Rect");
    let corners = if quads.is_empty() { vec![&around[..]] } else { quads };
    let boxes = corners.iter().filter_map(|corners| Area::around(corners, base)).collect();
    Some((address, boxes))
}

/// Numbers of the corners of one link over many lines.
const MOST_CORNERS: usize = 8 * 64;

/// Says of the runs of a page which words lead where, and cuts them there.
///
/// # Errors
/// [`Exhausted`], where more boxes lie over one another than on any page.
pub(super) fn mark(
    runs: &mut Vec<Run>,
    links: &Links,
    budget: &mut Budget,
) -> Result<(), Exhausted> {
    if links.boxes.is_empty() {
        return Ok(());
    }
    let mut marked = Vec::with_capacity(runs.len());
    for run in std::mem::take(runs) {
        let height = run.y + 0.3 * run.size;
        let first = links.boxes.partition_point(|(area, _)| area.bottom < height - links.height);
        let end = links.boxes.partition_point(|(area, _)| area.bottom <= height);
        let near = links.boxes.get(first..end).unwrap_or_default();
        budget.take_steps(near.len())?;
        let is_over = |(area, _): &&(Area, Rc<str>)| {
            height <= area.top && area.left < run.end && run.x < area.right
        };
        let over: Vec<&(Area, Rc<str>)> = near.iter().filter(is_over).collect();
        if over.is_empty() {
            marked.push(run);
        } else {
            budget.take_steps(over.len().saturating_mul(run.text.len()))?;
            marked.extend(cut(&run, height, &over));
        }
    }
    *runs = marked;
    Ok(())
}

/// A run in pieces, each of words that lead to one place, or to none. Letters are taken to be as
/// wide as one another, and words to lead somewhere as a whole.
fn cut(run: &Run, height: f64, links: &[&(Area, Rc<str>)]) -> Vec<Run> {
    let width = (run.end - run.x) / run.text.chars().count().max(1) as f64;
    let mut pieces: Vec<Run> = Vec::new();
    let mut x = run.x;
    for word in run.text.split_inclusive([' ', '\u{a0}']) {
        let end = x + width * word.chars().count() as f64;
        let middle = x + width * word.trim_end().chars().count() as f64 / 2.0;
        let over = links.iter().find(|(area, _)| area.has(middle, height));
        let link = over.map(|(_, address)| Rc::clone(address));
        match pieces.last_mut() {
            Some(last) if last.link == link => {
                last.text.push_str(word);
                last.end = end;
            }
            _ => pieces.push(Run { text: word.to_owned(), x, end, link, ..run.clone() }),
        }
        x = end;
    }
    pieces
}
