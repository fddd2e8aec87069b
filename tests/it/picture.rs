//! The pictures in the README are what the program draws: `SEIZED_RENEW=1 cargo test --test it picture` makes them
//! anew.

use std::{env, fmt::Write as _, fs, path::PathBuf};

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};
use seized::{
    app::{App, Message, keys::key::Key, panes::arrange::Size},
    manuscript::Manuscript,
    parse::parse,
    ui::{self, theme::Theme},
};

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
/// From the title to a paragraph with a tag, a highlight and a note.
const KEYS: &str = "}}}}}:OP2<Enter>tmandate<Enter>wwvwwwwhaCompare with 70/161.<Esc>wwww";
/// The size of a cell, in the picture's own units.
const CELL: (f32, f32) = (8.4, 18.0);

#[test]
fn the_picture_is_what_the_program_draws() {
    holds("screen", &screen());
}

/// The library and a comparison, as a terminal shows them; their texts are those of the tour.
#[cfg(unix)]
#[test]
fn the_pictures_of_many_documents_are_what_the_program_draws() {
    use crate::support::pty::{Terminal, cells_of, config_folder, seized};

    let home = crate::tour::home();
    let folder = config_folder(home.path());
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.ron"), "(theme: \"dusk\", colours: True)").expect("a theme");
    let mut terminal = Terminal::start(seized(home.path(), &["harbours"]), (COLUMNS, 24));
    terminal.await_text("4 texts");
    terminal.press("ssafety NEAR report");
    terminal.await_text("4 passages");
    terminal.press("\r");
    terminal.await_text("Enter open");
    let awaits_what_is_kept = |terminal: &Terminal, name: &str| {
        if env::var_os("SEIZED_RENEW").is_none() {
            let kept = fs::read_to_string(picture(name)).unwrap_or_default();
            terminal.await_screen(name, |screen| svg(&cells_of(screen)) == kept);
        }
        holds(name, &terminal.cells());
    };
    awaits_what_is_kept(&terminal, "library");
    terminal.press("jj\r");
    terminal.await_text("OP5 ·");
    terminal.press("c");
    terminal.await_text("the version before");
    terminal.press("\r");
    terminal.await_text("connective, 1 moved");
    awaits_what_is_kept(&terminal, "comparison");
    terminal.press("\u{3}");
    assert_eq!(terminal.end().0, 0);
}

fn picture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.svg"))
}

/// Holds a picture of the documentation to what is drawn.
#[track_caller]
fn holds(name: &str, buffer: &Buffer) {
    let path = picture(name);
    let drawn = svg(buffer);
    if env::var_os("SEIZED_RENEW").is_some() {
        fs::write(&path, &drawn).expect("docs/ can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "docs/{name}.svg is old: SEIZED_RENEW=1 cargo test --test it picture");
}

fn screen() -> Buffer {
    let sample = include_str!("../../assets/A_RES_72_247.txt");
    let (document, _) = parse(&Manuscript::plain(sample));
    let mut app = App::new(document, Size { columns: COLUMNS, rows: ROWS });
    for key in Key::read_all(KEYS).expect("these are keys") {
        app.update(Message::Key(key));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
    ui::draw(&app, &Theme::built_in("dusk").expect("a theme"), &mut buffer);
    buffer
}

fn svg(buffer: &Buffer) -> String {
    let Rect { width: columns, height: rows, .. } = buffer.area;
    let (width, height) = (f32::from(columns) * CELL.0, f32::from(rows) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, ui-monospace, monospace\" \
         font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" fill=\"#1c1d20\"/>\n"
    );
    for y in 0..rows {
        row(buffer, y, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// A row as runs of cells that look alike.
fn row(buffer: &Buffer, y: u16, out: &mut String) {
    let mut x = 0;
    while x < buffer.area.width {
        let first = &buffer[(x, y)];
        let mut end = x;
        let mut words = String::new();
        while end < buffer.area.width && buffer[(end, y)].style() == first.style() {
            words.push_str(buffer[(end, y)].symbol());
            end += 1;
        }
        run(first, &words, x, end, y, out);
        x = end;
    }
}

fn run(cell: &ratatui::buffer::Cell, words: &str, x: u16, end: u16, y: u16, out: &mut String) {
    let (left, top) = (f32::from(x) * CELL.0, f32::from(y) * CELL.1);
    let width = f32::from(end - x) * CELL.0;
    // Writing to a String cannot fail.
    if let Some(ground) = hex(cell.bg) {
        let _ = writeln!(
            out,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{}\" \
             fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if words.trim().is_empty() {
        return;
    }
    let mut looks = String::new();
    for (modifier, look) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            looks.push_str(look);
        }
    }
    let _ = writeln!(
        out,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" xml:space=\"preserve\" \
         fill=\"{}\"{looks}>{}</text>",
        top + 13.5,
        hex(cell.fg).unwrap_or_else(|| "#cdc6b8".into()),
        words.replace('&', "&amp;").replace('<', "&lt;")
    );
}

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}
