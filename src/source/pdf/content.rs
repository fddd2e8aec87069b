//! What stands on a page, and where: the text-showing part of ISO 32000-1 §9, with marked content
//! (§14.6) so that tags can be found again. Draws nothing, and knows no lines and no paragraphs.

use std::{collections::HashMap, rc::Rc};

use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction as Op},
    object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString},
    page::{Page, Resources},
};

use super::{
    fonts::{self, Code, Font, Text},
    graphics_state::State,
    links,
    matrix::Matrix,
    mirror,
    sheet::{ContentId, Place, Rule, Run, Sheet},
    streams::{self, Budget, Exhausted},
};

/// Forms within forms, and states saved within states, deeper than any writer nests them.
const DEEPEST_FORM: usize = 12;
const DEEPEST_STATE: usize = 256;

/// Fonts already read, by their object.
pub(super) type Fonts = HashMap<ObjectIdentifier, Rc<Font>>;

/// Reads a page.
///
/// # Errors
/// [`Exhausted`], where it holds more than any page of its kind.
pub(super) fn sheet(
    page: &Page<'_>,
    fonts: &mut Fonts,
    budget: &mut Budget,
) -> Result<Sheet, Exhausted> {
    let (width, height) = page.render_dimensions();
    let sheet = Sheet { width: width.into(), height: height.into(), ..Sheet::default() };
    let data = contents(page.raw(), budget)?;
    let base = Matrix(page.initial_transform(false).as_coeffs());
    let mut reader = Reader {
        sheet,
        fonts,
        budget,
        state: State { base, ..State::default() },
        saved: Vec::new(),
        marks: Vec::new(),
        owner: page.raw().obj_id(),
        path: Vec::new(),
        at: (0.0, 0.0),
        is_open: false,
        depth: 0,
    };
    reader.read(&data, page.resources())?;
    let links = links::read(page.raw(), &base, reader.budget)?;
    links::mark(&mut reader.sheet.runs, &links, reader.budget)?;
    Ok(reader.sheet)
}

/// The content streams of a page, one behind the other.
fn contents(page: &Dict<'_>, budget: &mut Budget) -> Result<Vec<u8>, Exhausted> {
    let mut data = Vec::new();
    match page.get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => data = streams::decode(&stream, budget)?,
        Some(Object::Array(array)) => {
            for stream in array.iter::<Stream<'_>>() {
                budget.step()?;
                data.extend(streams::decode(&stream, budget)?);
                data.push(b'\n');
            }
        }
        _ => {}
    }
    Ok(data)
}

/// A level of marked content.
struct Mark {
    place: Option<Place>,
    /// What the author says is really written here, until a run has taken it.
    actual: Option<String>,
    /// Whether glyphs are replaced by such a text.
    is_replaced: bool,
}

struct Reader<'r> {
    sheet: Sheet,
    fonts: &'r mut Fonts,
    budget: &'r mut Budget,
    state: State,
    saved: Vec<State>,
    marks: Vec<Mark>,
    owner: Option<ObjectIdentifier>,
    path: Vec<Rule>,
    at: (f64, f64),
    /// Whether the last run may go on.
    is_open: bool,
    depth: usize,
}

impl Reader<'_> {
    fn read(&mut self, data: &[u8], resources: &Resources<'_>) -> Result<(), Exhausted> {
        let mut operations = TypedIter::new(data);
        while let Some(operation) = operations.next() {
            self.budget.step()?;
            match operation {
                Op::SaveState(_) if self.saved.len() < DEEPEST_STATE => {
                    self.saved.push(self.state.clone());
                }
                Op::RestoreState(_) => {
                    if let Some(state) = self.saved.pop() {
                        self.state = state;
                    }
                }
                Op::Transform(t) => {
                    let m = [t.0, t.1, t.2, t.3, t.4, t.5].map(|n| n.as_f64());
                    self.state.base = Matrix(m).then(&self.state.base);
                }
                Op::XObject(name) => self.object(name.0, resources)?,
                Op::InlineImage(_) => self.sheet.has_pictures = true,
                Op::BeginMarkedContent(mark) => self.begin_mark(mark.0, None),
                Op::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    self.begin_mark(mark.0, properties.as_ref());
                }
                Op::EndMarkedContent(_) => {
                    self.marks.pop();
                    self.is_open = false;
                }
                other => {
                    if !self.draw(&other) {
                        self.write(&other, resources)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Paths, of which horizontal lines alone are kept. Whether it was one of them.
    fn draw(&mut self, operation: &Op<'_, '_>) -> bool {
        match operation {
            Op::MoveTo(to) => self.at = (to.0.as_f64(), to.1.as_f64()),
            Op::LineTo(to) => {
                let to = (to.0.as_f64(), to.1.as_f64());
                self.line(self.at, to);
                self.at = to;
            }
            Op::RectPath(r) => {
                let [x, y, width, height] = [r.0, r.1, r.2, r.3].map(|n| n.as_f64());
                self.line((x, y), (x + width, y + height));
            }
            Op::StrokePath(_)
            | Op::CloseAndStrokePath(_)
            | Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_)
            | Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_) => self.sheet.rules.append(&mut self.path),
            Op::EndPath(_) => self.path.clear(),
            _ => return false,
        }
        true
    }

    /// Keeps a line, or a box as thin as one, where it is horizontal.
    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        const THICKEST: f64 = 3.0;
        const SHORTEST: f64 = 20.0;
        let (from, to) = (self.state.base.apply(from.0, from.1), self.state.base.apply(to.0, to.1));
        let (x, end) = (from.0.min(to.0), from.0.max(to.0));
        if end - x >= SHORTEST && (from.1 - to.1).abs() <= THICKEST && self.path.len() < 4096 {
            self.path.push(Rule { x, end, y: from.1.min(to.1) });
        }
    }

    /// Text state, positions, and text itself.
    fn write(
        &mut self,
        operation: &Op<'_, '_>,
        resources: &Resources<'_>,
    ) -> Result<(), Exhausted> {
        match operation {
            Op::BeginText(_) => self.state.set_text(Matrix::default()),
            Op::CharacterSpacing(n) => self.state.character_spacing = n.0.as_f64(),
            Op::WordSpacing(n) => self.state.word_spacing = n.0.as_f64(),
            Op::HorizontalScaling(n) => self.state.stretch = n.0.as_f64() / 100.0 - 1.0,
            Op::TextLeading(n) => self.state.leading = n.0.as_f64(),
            Op::TextRise(n) => self.state.rise = n.0.as_f64(),
            Op::TextFont(font) => {
                self.state.font = self.font(font.0, resources);
                self.state.size = font.1.as_f64();
            }
            Op::NextLine(to) => self.state.next_line(to.0.as_f64(), to.1.as_f64()),
            Op::NextLineAndSetLeading(to) => {
                self.state.leading = -to.1.as_f64();
                self.state.next_line(to.0.as_f64(), to.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.state.next_line(0.0, -self.state.leading),
            Op::SetTextMatrix(t) => {
                self.state.set_text(Matrix([t.0, t.1, t.2, t.3, t.4, t.5].map(|n| n.as_f64())));
            }
            Op::ShowText(text) => self.show(text.0)?,
            Op::NextLineAndShowText(text) => {
                self.state.next_line(0.0, -self.state.leading);
                self.show(text.0)?;
            }
            Op::ShowTextWithParameters(text) => {
                self.state.word_spacing = text.0.as_f64();
                self.state.character_spacing = text.1.as_f64();
                self.state.next_line(0.0, -self.state.leading);
                self.show(text.2)?;
            }
            Op::ShowTexts(texts) => self.show_all(texts.0)?,
            _ => {}
        }
        Ok(())
    }

    fn show_all(&mut self, texts: &Array<'_>) -> Result<(), Exhausted> {
        for object in texts.iter::<Object<'_>>() {
            match object {
                Object::String(text) => self.show(&text)?,
                Object::Number(number) => {
                    self.state.advance(-self.state.width(number.as_f64()));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, text: &PdfString<'_>) -> Result<(), Exhausted> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        for code in font.codes(text.as_bytes()) {
            self.budget.step()?;
            let width = self.state.width(f64::from(code.width));
            let spacing = self.state.spacing(code.is_space);
            self.glyph(code, width, &font)?;
            self.state.advance(width + spacing);
        }
        Ok(())
    }

    /// Puts down one glyph: behind the last one where it touches it, or as the first of a run.
    fn glyph(&mut self, code: Code, width: f64, font: &Font) -> Result<(), Exhausted> {
        let state = &self.state;
        let here = state.on_the_page();
        let (x, y) = (here.0[4], here.0[5]);
        let end = here.apply(width, 0.0).0;
        let size = (here.0[2].hypot(here.0[3]) * state.size).abs();
        if !(x.is_finite() && y.is_finite() && end.is_finite() && size.is_finite()) {
            return Ok(());
        }
        let mut text = code.text;
        if let Some(mark) = self.marks.iter_mut().rfind(|mark| mark.is_replaced) {
            let Some(actual) = mark.actual.take() else {
                // The text stands at the first of the glyphs that it replaces.
                if let Some(last) = self.sheet.runs.last_mut().filter(|_| self.is_open) {
                    (last.x, last.end) = (last.x.min(x), last.end.max(end));
                }
                return Ok(());
            };
            text = Text::Many(actual);
        }
        let mut run = Run {
            text: String::new(),
            x,
            end,
            y,
            size,
            bold: font.bold,
            italic: font.italic,
            is_upright: here.0[0] > 0.0 && here.0[1].abs() < 0.1 * here.0[0].abs(),
            place: self.place(),
            link: None,
        };
        // What is read from right to left is put in order later, letter by letter.
        if self.is_open
            && let Some(last) = self.sheet.runs.last_mut()
            && last.goes_on(&run, x)
            && mirror::may_follow(last, &text)
        {
            last.end = end;
            push(&mut last.text, text);
            return Ok(());
        }
        push(&mut run.text, text);
        self.budget.run()?;
        self.sheet.runs.push(run);
        self.is_open = true;
        Ok(())
    }

    /// What the innermost mark says that says anything.
    fn place(&self) -> Place {
        self.marks.iter().rev().find_map(|mark| mark.place).unwrap_or(Place::Unsaid)
    }

    fn begin_mark(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        let number = properties.and_then(|p| p.get::<i32>("MCID"));
        let actual = properties
            .and_then(|p| p.get::<PdfString<'_>>("ActualText"))
            .map(|text| fonts::text_string(&text));
        let place = match number {
            Some(number) => Some(Place::Tagged(ContentId { owner: self.owner, number })),
            None => (tag.as_str() == "Artifact").then_some(Place::Artifact),
        };
        self.marks.push(Mark { place, is_replaced: actual.is_some(), actual });
        self.is_open = false;
    }

    /// A form is read as a part of the page; a picture is only noticed.
    fn object(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Result<(), Exhausted> {
        let Some(object) = resources.get_x_object(name) else { return Ok(()) };
        let kind = object.dict().get::<Name<'_>>("Subtype");
        if kind.as_deref() != Some(b"Form".as_slice()) {
            self.sheet.has_pictures = true;
            return Ok(());
        }
        if self.depth >= DEEPEST_FORM {
            return Ok(());
        }
        self.budget.form()?;
        let data = streams::decode(&object, self.budget)?;
        let matrix: Vec<f64> = object
            .dict()
            .get::<Array<'_>>("Matrix")
            .map(|matrix| matrix.iter::<f64>().take(6).collect())
            .unwrap_or_default();
        let outer = (self.state.clone(), self.owner, std::mem::take(&mut self.saved));
        if let Ok(matrix) = <[f64; 6]>::try_from(matrix) {
            self.state.base = Matrix(matrix).then(&self.state.base);
        }
        if object.dict().contains_key("StructParents") {
            self.owner = Some(object.obj_id());
        }
        let marks = self.marks.len();
        self.depth += 1;
        let read = match object.dict().get::<Dict<'_>>("Resources") {
            Some(own) => self.read(&data, &Resources::new(own)),
            None => self.read(&data, resources),
        };
        self.depth -= 1;
        self.marks.truncate(marks);
        (self.state, self.owner, self.saved) = outer;
        read
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let id = resources.fonts.get_ref(name).map(ObjectIdentifier::from);
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::read(&resources.get_font(name)?, self.budget));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }
}

/// Adds characters, without those that no reader sees.
fn push(text: &mut String, more: Text) {
    let mut put = |c: char| match c {
        '\t' | '\n' | '\r' => text.push(' '),
        c if c.is_control() => {}
        c => text.push(c),
    };
    match more {
        Text::One(c) => put(c),
        Text::Many(more) => more.chars().for_each(put),
    }
}
