//! A person's session as a text: what is open, keys and events, and after each few keys what came of them: what is asked of
//! the world, where the cursor is, what is selected, what stands in the margin, and the rows of the screen that changed.
//!
//! ```text
//! size 60x16
//! open harbours-70
//! > }}f
//!   at fn 1 [|]See A/68/53
//!     3│ words of a row that changed
//!      │ how they look: `b`old, `d`im, `i`talic, `u`nderlined, `r`eversed; `▮` the cursor
//! ! resize 40x12
//! ```
//!
//! What is asked of the world is answered at once, by a library of the texts in memory; between `! hold` and `! answer`
//! it is not.

use std::{fmt::Write as _, sync::Arc};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Modifier,
};
use seized::{
    annotations::{Annotation, Corrections, Entry, Verdict, corrected},
    app::{
        App, DocId, Effect, FileBeside, Message, Mouse, MouseAction, Notice, OpenedDocument,
        Weight,
        annotating::{Scribe, saved::Saved},
        keys::key::Key,
        panes::arrange::Size,
    },
    document::{Document, Language, Passage},
    ui::{self, theme::Theme},
};

use super::{
    document,
    librarian::{Librarian, Text},
    shown,
};

/// A walk as it is.
struct Walk {
    app: App,
    world: Librarian,
    theme: Theme,
    corrections: Corrections,
    /// What is not answered yet.
    waiting: Vec<Effect>,
    is_held: bool,
    seen: Seen,
}

/// What was seen last.
#[derive(Default)]
struct Seen {
    rows: Vec<(String, String)>,
    place: String,
    margin: Vec<String>,
    status: Vec<String>,
}

/// The walk with what came of each step, in place of what is written there.
pub(crate) fn walked(text: &str, texts: impl Fn(&str) -> String) -> String {
    let mut head = Head::default();
    let mut walk: Option<Walk> = None;
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        out.push_str(line);
        out.push('\n');
        let (sign, rest) = line.split_once(' ').unwrap_or((line, ""));
        if !matches!(sign, ">" | "!") {
            head.read(sign, rest);
            continue;
        }
        let walk = match &mut walk {
            Some(walk) => walk,
            none => {
                let (begun, effects) = Walk::begin(&head, &texts);
                let walk = none.insert(begun);
                let line_at = out.len() - line.len() - 1;
                let mut first = String::new();
                walk.carry_out(effects, &mut first);
                first.push_str(&walk.changes());
                out.insert_str(line_at, &first);
                walk
            }
        };
        match sign {
            ">" => walk.press(rest, &mut out),
            _ => walk.happens(rest, &mut out),
        }
        out.push_str(&walk.changes());
    }
    out
}

/// What a walk begins with.
#[derive(Default)]
struct Head {
    size: String,
    open: Vec<String>,
    library: Vec<String>,
    theme: String,
    is_plain: bool,
    is_read_only: bool,
}

impl Head {
    fn read(&mut self, sign: &str, rest: &str) {
        let words = || rest.split_whitespace().map(str::to_owned).collect();
        match sign {
            "" | "#" => {}
            "size" => self.size = rest.to_owned(),
            "open" => self.open = words(),
            "library" => self.library = words(),
            "theme" => self.theme = rest.to_owned(),
            "plain" => self.is_plain = true,
            "read-only" => self.is_read_only = true,
            other => panic!("no walk begins with {other}"),
        }
    }
}

fn size(words: &str) -> Size {
    let (columns, rows) = words.split_once('x').expect("a size");
    Size { columns: columns.parse().expect("columns"), rows: rows.parse().expect("rows") }
}

fn opened(text: &Text) -> OpenedDocument {
    OpenedDocument {
        name: format!("{}.txt", text.name),
        file: Some(text.file()),
        document: text.document.clone(),
        ..OpenedDocument::default()
    }
}

/// What somebody wrote on a text in another language.
pub(crate) fn written_on(document: &Document) -> Vec<Entry> {
    if document.language != Language::French {
        return Vec::new();
    }
    let index = seized::annotations::Index::new(document);
    let places = document.passages().filter(|p| matches!(p, Passage::Block(_))).skip(2).take(2);
    let on = |(number, passage): (usize, Passage)| {
        Entry::Annotation(Arc::new(Annotation {
            id: format!("fr{number}"),
            at: index.whole(passage),
            tags: vec!["ports".into()],
            note: "À suivre.".into(),
            author: "M. Dupont".into(),
            ..Annotation::default()
        }))
    };
    places.enumerate().map(on).collect()
}

impl Walk {
    fn begin(head: &Head, texts: &dyn Fn(&str) -> String) -> (Self, Vec<Effect>) {
        let names = || head.open.iter().chain(&head.library);
        let mut known: Vec<&String> = Vec::new();
        for name in names() {
            if !known.contains(&name) {
                known.push(name);
            }
        }
        let text = |name: &&String| {
            let said = texts(name);
            let is_notation = said.trim_start().starts_with("= ");
            let read = if is_notation { document(&said) } else { super::read_text(&said) };
            Text { name: (*name).clone(), document: read }
        };
        let world = Librarian::new(known.iter().map(text).collect());
        let mut app = App::new(Document::default(), size(&head.size))
            .with_scribe(Scribe { author: "A".into(), now: || "2026-11-26T10:00:00Z".into() });
        if head.is_plain {
            app = app.plain();
        }
        for name in &head.open {
            let id = app.take_id();
            let mut opened = opened(world.text(name));
            opened.read_only = head.is_read_only.then(|| "the folder cannot be written".into());
            app.add(id, opened);
        }
        app.begin(Vec::new());
        let first =
            if head.open.is_empty() { Message::BeginWithCatalogue } else { Message::Started };
        let effects = app.update(first);
        let theme = if head.theme.is_empty() { "mono" } else { &head.theme };
        let theme = Theme::built_in(theme).expect("a theme");
        let walk = Self {
            app,
            world,
            theme,
            corrections: Corrections::default(),
            waiting: Vec::new(),
            is_held: false,
            seen: Seen::default(),
        };
        (walk, effects)
    }

    fn press(&mut self, keys: &str, out: &mut String) {
        for key in Key::read_all(keys).unwrap_or_else(|why| panic!("{keys}: {why}")) {
            let effects = self.app.update(Message::Key(key));
            self.told(&effects, out);
            self.carry_out(effects, out);
        }
    }

    /// Something that happens beside the keys.
    fn happens(&mut self, what: &str, out: &mut String) {
        let (what, rest) = what.split_once(' ').unwrap_or((what, ""));
        let id = self.app.reader().id();
        let message = match what {
            "hold" => return self.is_held = true,
            "answer" => {
                self.is_held = false;
                let waiting = std::mem::take(&mut self.waiting);
                return self.carry_out(waiting, out);
            }
            "refuse" => return self.refuse(rest),
            "resize" => Message::Resize(size(rest)),
            "paste" => Message::Paste(rest.replace("\\n", "\n")),
            "typed" => Message::Typed(rest.replace("\\n", "\n")),
            "mouse" => mouse(rest),
            "wait" => Message::Timeout,
            "reload" => {
                let document = self.world.text(rest).document.clone();
                Message::Reload(id, Box::new(document.into()))
            }
            "edited" => Message::Edited((!rest.is_empty()).then(|| rest.replace("\\n", "\n"))),
            "unsaved" => Message::Unsaved(rest.to_owned()),
            "not-saved" => Message::NotSaved(id, rest.to_owned()),
            "leave" => Message::LeaveNow,
            "notice" => Message::Notice(Notice::info(rest)),
            "catalogue" => Message::BeginWithCatalogue,
            "library-changed" => Message::LibraryChanged,
            "go-on" => Message::GoOn,
            other => panic!("nothing is called {other}"),
        };
        let effects = self.app.update(message);
        self.told(&effects, out);
        self.carry_out(effects, out);
    }

    /// What was asked last cannot be had.
    fn refuse(&mut self, why: &str) {
        use seized::app::screens::library::Answer;
        let is_refused = |effect: &Effect| {
            matches!(effect, Effect::Open(..) | Effect::Ask(..) | Effect::Save(_))
        };
        let last = self.waiting.iter().rposition(is_refused);
        let last = last.unwrap_or_else(|| panic!("{why}: nothing is waited for"));
        let effect = self.waiting.remove(last);
        let answer = match (effect, why.split_once(' ')) {
            (Effect::Open(id, _), _) => Message::NotOpened(id, why.to_owned()),
            (Effect::Ask(id, _), Some(("large", files))) => {
                let files = files.parse().expect("a number");
                Message::Answered(id, Box::new(Answer::Large(files)))
            }
            (Effect::Ask(id, ask), Some(("progress", done))) => {
                self.waiting.push(Effect::Ask(id, ask));
                let done = done.parse().expect("a number");
                let progress = Answer::Progress { done, all: 90, left: Some(7) };
                Message::Answered(id, Box::new(progress))
            }
            (Effect::Ask(id, _), _) => Message::Answered(id, Box::new(Answer::Failed(why.into()))),
            (Effect::Save(id), _) => Message::NotSaved(id, why.to_owned()),
            _ => return,
        };
        self.app.update(answer);
    }

    fn told(&self, effects: &[Effect], out: &mut String) {
        // A symbol as it is printed, without how it is taken apart.
        let symbols = regex::Regex::new(r#"Symbol \{ form: .*?, printed: ("[^"]*") \}"#);
        let symbols = symbols.expect("a pattern");
        for effect in effects {
            let told = format!("{effect:?}");
            let _ = writeln!(out, "  → {}", symbols.replace_all(&told, "$1"));
        }
    }

    /// Does what is asked, and what is asked then.
    fn carry_out(&mut self, effects: Vec<Effect>, out: &mut String) {
        for effect in effects {
            if self.is_held {
                self.waiting.push(effect);
                continue;
            }
            if let Some(message) = self.answer(effect) {
                let more = self.app.update(message);
                self.told(&more, out);
                self.carry_out(more, out);
            }
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Message> {
        Some(match effect {
            Effect::Open(id, wanted) => match self.world.wanted(&wanted) {
                Some(text) => Message::Opened(id, Box::new(opened(text))),
                None => Message::NotOpened(id, "it is nowhere".into()),
            },
            Effect::Save(id) => {
                let sent = self.app.reader_of(id)?.entries().to_vec();
                let saved = Saved { entries: sent.clone(), sent, elsewhere: None };
                Message::Saved(id, Box::new(saved))
            }
            Effect::ListFiles(_) => {
                let file = |text: &Text| FileBeside {
                    name: format!("{}.txt", text.name),
                    path: text.file(),
                };
                Message::Files(self.world.texts.iter().map(file).collect())
            }
            Effect::ListTags(id) => {
                let tags = [("mandate/harbours".to_owned(), 3), ("follow-up".to_owned(), 1)];
                Message::FolderTags(id, tags.into())
            }
            Effect::Ask(id, ask) => {
                let app = &self.app;
                let of = |id: DocId| app.reader_of(id).expect("an open document").document();
                Message::Answered(id, Box::new(self.world.answers(&ask, of)?))
            }
            Effect::Correct(id, field, value) => {
                self.corrections.set(field, value);
                let reader = self.app.reader_of(id)?;
                let name = reader.name().trim_end_matches(".txt");
                let read = self.world.text(name).document.clone();
                Message::Reload(id, Box::new(corrected(read, &self.corrections).into()))
            }
            _ => return None,
        })
    }

    /// What is another than it was.
    fn changes(&mut self) -> String {
        let mut out = String::new();
        let place = self.place();
        if place != self.seen.place {
            let _ = writeln!(out, "  at {place}");
            self.seen.place = place;
        }
        let status = self.status();
        for line in status.iter().filter(|line| !self.seen.status.contains(line)) {
            let _ = writeln!(out, "  {line}");
        }
        self.seen.status = status;
        let margin = self.margin();
        for gone in self.seen.margin.iter().filter(|line| !margin.contains(line)) {
            let _ = writeln!(out, "  - {gone}");
        }
        for new in margin.iter().filter(|line| !self.seen.margin.contains(line)) {
            let _ = writeln!(out, "  + {new}");
        }
        self.seen.margin = margin;
        let rows = self.rows();
        for (y, (words, looks)) in rows.iter().enumerate() {
            let before = self.seen.rows.get(y);
            if before.is_some_and(|(old, old_looks)| old == words && old_looks == looks) {
                continue;
            }
            let _ = writeln!(out, "  {:3}│{words}", y + 1);
            if !looks.is_empty() {
                let _ = writeln!(out, "     │{looks}");
            }
        }
        self.seen.rows = rows;
        out
    }

    fn place(&self) -> String {
        let app = &self.app;
        let (which, all) = app.which_of();
        let place = shown(app.document(), app.place());
        let selected = app.reader().selected().unwrap_or_default();
        let selected = selected.iter().map(|(passage, range)| {
            format!(" ‹{}›", app.document().text(*passage).get(range.clone()).unwrap_or("no place"))
        });
        format!("{} {which}/{all} {place}{}", app.reader().called(), selected.collect::<String>())
    }

    /// What is said, and what the keys do next.
    fn status(&self) -> Vec<String> {
        let app = &self.app;
        let status = app.status();
        let mut lines = Vec::new();
        let said = status.notice.map(|notice| match notice.weight {
            Weight::Info => format!("says {}", notice.text),
            Weight::Warning => format!("warns {}", notice.text),
        });
        lines.extend(said);
        lines.extend(status.alarm.map(|alarm| format!("alarm {alarm}")));
        if !status.pending.is_empty() {
            lines.push(format!("pending {} {:?}", status.pending, app.deadline()));
        }
        lines.extend(
            status.prompt.map(|line| format!("prompt {} {} {}", line.sign, line.text, line.cursor)),
        );
        let hints = status.hints.iter().map(|hint| format!("{} {}", hint.key, hint.does));
        lines.push(format!("keys {}", hints.collect::<Vec<_>>().join(", ")));
        lines
    }

    /// What was written on the document, and where it stands.
    fn margin(&self) -> Vec<String> {
        let (app, mut lines) = (&self.app, Vec::new());
        let placed = app.annotations();
        for entry in app.entries() {
            let mut line = match entry {
                Entry::Bookmark(own) => {
                    format!("{} ⚑{} {}", own.at.paragraph, own.key.unwrap_or(' '), own.label)
                }
                Entry::Annotation(own) => annotation(own),
            };
            let verdict = placed.verdict(entry.id());
            if verdict != Verdict::Exact {
                let _ = write!(line, " {verdict:?}");
            }
            for (passage, range) in placed.places(entry.id()) {
                let cite = app.document().cite(*passage);
                let _ = write!(line, " @{cite}:{}–{}", range.start, range.end);
            }
            lines.push(line);
        }
        for (from, _) in app.reader().refused() {
            lines.push(format!("refused of {from}"));
        }
        lines
    }

    fn rows(&self) -> Vec<(String, String)> {
        let Size { columns, rows } = self.app.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cursor = ui::draw(&self.app, &self.theme, &mut buffer);
        let row = |y: u16| {
            let cells = || (0..columns).filter_map(|x| buffer.cell((x, y)));
            let words: String = cells().map(Cell::symbol).collect();
            let looks = (0..columns).zip(cells());
            let looks: String = looks
                .map(|(x, cell)| if cursor == Some((x, y)) { '▮' } else { look(cell.modifier) })
                .collect();
            (words.trim_end().to_owned(), looks.trim_end().to_owned())
        };
        (0..rows).map(row).collect()
    }
}

fn annotation(own: &Annotation) -> String {
    let mut line = String::new();
    for at in std::iter::once(&own.at).chain(&own.also) {
        line.push_str(&at.paragraph);
        line.push(' ');
        if let Some(quote) = &at.quote {
            let _ = write!(line, "“{quote}” ");
        }
    }
    line.extend(own.colour.iter().map(|colour| format!("●{colour} ")));
    line.extend(own.tags.iter().map(|tag| format!("#{tag} ")));
    if !own.note.is_empty() {
        let _ = write!(line, "✎{:?} ", own.note);
    }
    if let Some(from) = &own.inherited {
        let _ = write!(line, "from {:?} {} ", from.key().0, from.is_reviewed);
    }
    line.extend(own.conflict.iter().map(|_| "in conflict"));
    line.trim_end().to_owned()
}

fn mouse(words: &str) -> Message {
    let words: Vec<&str> = words.split(' ').collect();
    let [action, column, row] = words[..] else { panic!("what, column, row: {words:?}") };
    let action = match action {
        "press" => MouseAction::Press,
        "drag" => MouseAction::Drag,
        "release" => MouseAction::Release,
        "up" => MouseAction::WheelUp,
        "down" => MouseAction::WheelDown,
        other => panic!("no mouse can {other}"),
    };
    let cell = |number: &str| number.parse::<u16>().expect("a number") - 1;
    Message::Mouse(Mouse { action, column: cell(column), row: cell(row) })
}

/// A letter for how a cell looks, the first of those that it has.
pub(crate) fn look(modifiers: Modifier) -> char {
    let looks = [
        (Modifier::REVERSED, 'r'),
        (Modifier::UNDERLINED, 'u'),
        (Modifier::BOLD, 'b'),
        (Modifier::ITALIC, 'i'),
        (Modifier::DIM, 'd'),
    ];
    looks.into_iter().find(|(look, _)| modifiers.contains(*look)).map_or(' ', |(_, sign)| sign)
}
