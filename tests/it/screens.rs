//! What a person sees, words and styles, on screens of several sizes: `cargo insta review`, or
//! `INSTA_UPDATE=always cargo test --test screens`, renews the files in `tests/snapshots`.

use std::fmt::Write as _;

use crate::support::{document, walk::look};
use ratatui::{buffer::Buffer, layout::Rect, style::Color};
use seized::{
    app::{App, Message, keys::key::Key, panes::arrange::Size},
    ui::{self, theme::Theme},
};

const TEXT: &str = "
= 9/1. Measures for the safety of harbours
~ The General Assembly,
PP Recalling its {resolution 53/144=A/RES/53/144},^1
PP Guided by the Charter,^2?
OP Decides to hold a meeting on harbours, as it decided in {paragraph 2=OP2}, and invites all \
States that have a coast to take part in it with those who work in their harbours;
(a) An item of it;
OP Requests the Secretary-General to report on it.^1
fn Resolution 217 A (III).
fn See A/68/53, with a \u{7}bell and 决议.
";

/// The screen of a theme without colours after some keys: each row, and below it how its cells
/// look where they are not plain: `b`old, `d`im, `i`talic, `u`nderlined, `r`eversed. `▮` is the
/// cursor.
fn screen(columns: u16, rows: u16, keys: &str) -> String {
    shown(App::new(document(TEXT), Size { columns, rows }), keys)
}

fn shown(mut app: App, keys: &str) -> String {
    let Size { columns, rows } = app.size();
    for key in Key::read_all(keys).unwrap_or_default() {
        app.update(Message::Key(key));
    }
    let theme = Theme::built_in("mono").expect("a theme");
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let cursor = ui::draw(&app, &theme, &mut buffer);
    let mut out = String::new();
    for y in 0..rows {
        let cells = || (0..columns).filter_map(|x| buffer.cell((x, y)));
        let words: String = cells().map(ratatui::buffer::Cell::symbol).collect();
        let styles: String = (0..columns)
            .zip(cells())
            .map(|(x, cell)| if cursor == Some((x, y)) { '▮' } else { look(cell.modifier) })
            .collect();
        assert!(cells().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        let _ = writeln!(out, "{}", words.trim_end());
        if !styles.trim_end().is_empty() {
            let _ = writeln!(out, "{}", styles.trim_end());
        }
    }
    out
}

#[test]
fn three_panes() {
    insta::assert_snapshot!(screen(110, 24, "}}}"));
}

#[test]
fn stacked_panes() {
    insta::assert_snapshot!(screen(80, 24, "<Tab>"));
}

#[test]
fn one_pane_and_its_footnotes() {
    insta::assert_snapshot!(screen(40, 15, "}}"));
}

#[test]
fn the_whole_text() {
    insta::assert_snapshot!(screen(60, 30, "Z"));
}

#[test]
fn a_screen_too_small() {
    insta::assert_snapshot!(screen(30, 8, ""));
}

#[test]
fn hits_of_a_search() {
    insta::assert_snapshot!(screen(60, 24, "/harbour<Enter>"));
}

#[test]
fn a_search_being_typed() {
    insta::assert_snapshot!(screen(60, 20, "/meet"));
}

#[test]
fn a_peek_at_a_footnote() {
    insta::assert_snapshot!(screen(60, 20, "}}]rK"));
}

#[test]
fn letters_over_references() {
    insta::assert_snapshot!(screen(60, 20, "F"));
}

#[test]
fn the_palette() {
    insta::assert_snapshot!(screen(60, 20, ":foot"));
}

#[test]
fn the_help() {
    insta::assert_snapshot!(screen(60, 20, "?"));
}

#[test]
fn a_selection() {
    insta::assert_snapshot!(screen(60, 24, "<Tab>vww"));
}

/// Three tags, two highlights that overlap, a note and a bookmark.
const NOTED: &str = "2tone/two<Enter>vwwhHwvwhaWho comes, and to what?<Esc>ma";

#[test]
fn the_margin() {
    insta::assert_snapshot!(screen(60, 24, NOTED));
}

#[test]
fn the_menu_of_tags() {
    insta::assert_snapshot!(screen(60, 20, &format!("{NOTED}}}to")));
}

#[test]
fn a_note_being_written() {
    insta::assert_snapshot!(screen(
        60,
        20,
        "2aA note that is longer than the box is wide, and goes on."
    ));
}

#[test]
fn the_list_of_annotations() {
    insta::assert_snapshot!(screen(76, 20, &format!("{NOTED}A")));
}

#[test]
fn the_bookmarks_to_go_to() {
    insta::assert_snapshot!(screen(60, 16, &format!("{NOTED}'")));
}

#[test]
fn what_has_a_tag_alone() {
    insta::assert_snapshot!(screen(60, 16, &format!("{NOTED}Tone<Enter>")));
}

/// The same for whoever hears the screen: words alone, the cursor on what is chosen, and what others see beside the
/// text told at the bottom.
fn plain(columns: u16, rows: u16, keys: &str) -> String {
    shown(App::new(document(TEXT), Size { columns, rows }).plain(), keys)
}

#[test]
fn in_plain_the_text_is_one_column() {
    insta::assert_snapshot!(plain(60, 24, "}}}"));
}

#[test]
fn in_plain_what_stands_beside_a_paragraph_is_said() {
    insta::assert_snapshot!(plain(76, 24, &format!("{NOTED}<Esc>")));
}

#[test]
fn in_plain_a_menu_says_what_is_chosen() {
    insta::assert_snapshot!(plain(60, 20, &format!("{NOTED}}}to<Down>")));
}

#[test]
fn in_plain_a_list_has_the_cursor_on_what_is_chosen() {
    insta::assert_snapshot!(plain(130, 20, "D"));
}

/// Nothing that is drawn in plain is part of a box, a bar or a rule, whatever is open.
#[test]
fn in_plain_no_lines_are_drawn_and_there_is_a_cursor() {
    for keys in [
        "",
        "?",
        ":",
        "}}]rK",
        "A",
        "B",
        "gO",
        "gd",
        "o",
        "t",
        "a",
        "'",
        "D",
        "/harbour<Enter>",
        "z",
        "Z",
    ] {
        for (columns, rows) in [(40, 15), (80, 24), (200, 50)] {
            let drawn = plain(columns, rows, &format!("2tone<Enter>{keys}"));
            let lines = "│─┃━╭╮╰╯▎┊▌┤┫•";
            assert!(!drawn.contains(|c| lines.contains(c)), "{keys} at {columns}×{rows}:\n{drawn}");
            assert!(drawn.contains('▮'), "{keys} at {columns}×{rows} shows no cursor:\n{drawn}");
        }
    }
}

#[test]
fn in_plain_footnotes_of_a_paragraph_are_named() {
    let says = |marks: &str, words: &str| {
        let text = format!("PP Recalling it,{marks}\nfn One.\nfn Two.");
        let app = App::new(document(&text), Size { columns: 76, rows: 24 }).plain();
        let drawn = shown(app, "");
        assert!(drawn.contains(words), "{words:?} is not said:\n{drawn}");
    };
    says("^1^2", "footnotes 1, 2");
    says("^1", "footnote 1");
}
