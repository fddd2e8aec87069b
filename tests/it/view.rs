//! What is on the screen: panes and their arrangement, what scrolls, what stays in place.

use crate::support;
use seized::{
    app::{
        App, DocId, Effect, Message, Mouse, MouseAction,
        keys::key::Key,
        panes::arrange::{PaneId, Size},
    },
    document::{Document, Passage},
};

const PARAGRAPH: &str = "Decides to devote a high-level plenary meeting to it, within existing \
    resources, and requests the President to consult on it with all who may wish to";

/// Twenty preambular and forty operative paragraphs, each with a footnote of its own.
fn document() -> Document {
    let mut notation = String::from("= 9/1. The right to read\n~ The General Assembly,\n");
    for i in 1..=60 {
        let kind = if i <= 20 { "PP" } else { "OP" };
        notation.push_str(&format!("{kind} {PARAGRAPH} attend number {i};^{i}\n"));
    }
    for i in 1..=60 {
        notation.push_str(&format!("fn Resolution {i}/1, annex.\n"));
    }
    support::document(&notation)
}

fn reader(columns: u16, rows: u16) -> App {
    App::new(document(), Size { columns, rows })
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

/// Goes to a pane by its key and waits until it can be no count any more.
fn enter(app: &mut App, key: &str) {
    press(app, key);
    while app.deadline().is_some() {
        app.update(Message::Timeout);
    }
}

fn click(app: &mut App, column: u16, row: u16) {
    for action in [MouseAction::Press, MouseAction::Release] {
        app.update(Message::Mouse(Mouse { action, column, row }));
    }
}

fn cite(app: &App) -> String {
    app.place().map_or_else(String::new, |place| app.document().cite(place.passage).to_string())
}

/// The citations of the passages that a pane shows.
fn shows(app: &App, id: PaneId) -> Vec<String> {
    let pane = app.view().pane(id);
    let mut cites: Vec<String> = Vec::new();
    for (spot, row) in pane.lines() {
        let passage = pane.passage_of(spot).expect("a passage");
        let cite = app.document().cite(passage).to_string();
        if !row.pieces.is_empty() && cites.last() != Some(&cite) {
            cites.push(cite);
        }
    }
    cites
}

/// The panes on a screen, each as `Name x,y WxH` of all of it.
#[track_caller]
fn arranges(columns: u16, rows: u16, keys: &str, expected: &[&str]) {
    let mut app = reader(columns, rows);
    press(&mut app, keys);
    let frames = &app.view().arrangement().frames;
    let seen: Vec<String> = frames
        .iter()
        .map(|frame| {
            let area = frame.area;
            format!("{:?} {},{} {}x{}", frame.pane, area.x, area.y, area.width, area.height)
        })
        .collect();
    assert_eq!(seen, expected);
    for frame in frames {
        assert!(frame.text.width <= 80, "a line of {} cells", frame.text.width);
    }
}

#[test]
fn screens_of_all_sizes_are_arranged() {
    arranges(
        200,
        50,
        "<Esc>",
        &["Preamble 0,1 75x48", "Operative 75,1 75x48", "Footnotes 150,1 50x48"],
    );
    arranges(
        120,
        40,
        "<Esc>",
        &["Preamble 0,1 60x29", "Operative 60,1 60x29", "Footnotes 0,30 120x9"],
    );
    arranges(
        80,
        24,
        "<Esc>",
        &["Preamble 0,1 80x12", "Operative 0,13 80x5", "Footnotes 0,18 80x5"],
    );
    arranges(80, 24, "2", &["Preamble 0,1 80x5", "Operative 0,6 80x12", "Footnotes 0,18 80x5"]);
    arranges(40, 15, "<Esc>", &["Preamble 0,1 40x9", "Footnotes 0,10 40x4"]);
    arranges(40, 15, "3", &["Footnotes 0,1 40x13"]);
    arranges(120, 40, "z", &["Preamble 0,1 120x38"]);
    arranges(120, 40, "Z", &["Whole 0,1 120x38"]);
    arranges(39, 15, "<Esc>", &[]);
    arranges(40, 14, "<Esc>", &[]);
}

#[test]
fn a_pane_without_text_gives_its_room_to_the_others() {
    let document = support::document("OP Decides;\nOP Requests;");
    let app = App::new(document, Size { columns: 120, rows: 40 });
    let panes: Vec<PaneId> = app.view().shown().map(|(frame, _)| frame.pane).collect();
    assert_eq!(panes, [PaneId::Operative]);
}

#[test]
fn the_footnotes_follow_the_cursor() {
    let mut app = reader(120, 40);
    press(&mut app, ":pp17<Enter>");
    assert_eq!(app.view().cited_notes(), [16]);
    assert!(shows(&app, PaneId::Footnotes).contains(&"fn 17".to_owned()));
    assert!(app.reader().is_cited_here(Passage::Footnote(16)));
    press(&mut app, "30G");
    assert!(shows(&app, PaneId::Footnotes).contains(&"fn 50".to_owned()));
}

#[test]
fn footnotes_stand_below_their_paragraph_in_one_column() {
    let mut app = reader(100, 40);
    press(&mut app, "Z");
    assert_eq!(shows(&app, PaneId::Whole)[..6], ["title", "formula", "PP1", "fn 1", "PP2", "fn 2"]);
}

#[test]
fn pages_turn_and_turn_back() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    let first = shows(&app, PaneId::Operative);
    press(&mut app, "<Space>");
    let second = shows(&app, PaneId::Operative);
    assert_eq!(first.last(), second.first(), "a page keeps two lines of the one before");
    press(&mut app, "b");
    assert_eq!(shows(&app, PaneId::Operative), first);
    press(&mut app, "99<Space>");
    assert_eq!(shows(&app, PaneId::Operative).last().map(String::as_str), Some("OP40"));
    assert_eq!(cite(&app), "OP40");
    press(&mut app, "99b");
    assert_eq!(cite(&app), "OP1");
}

#[test]
fn a_percentage_goes_there() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    press(&mut app, ":50%<Enter>");
    assert_eq!(cite(&app), "OP21");
    press(&mut app, "50%");
    assert_eq!(cite(&app), "OP21");
    assert!(app.status().place.contains(" · 5") || app.status().place.contains(" · 4"));
}

#[test]
fn a_resize_keeps_the_cursor_and_its_line() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    press(&mut app, ":op30<Enter>j");
    let place = app.place();
    let line = app.view().pane(PaneId::Operative).cursor_line();
    app.update(Message::Resize(Size { columns: 180, rows: 50 }));
    assert_eq!(app.place(), place);
    assert_eq!(app.view().pane(PaneId::Operative).cursor_line(), line);
    app.update(Message::Resize(Size { columns: 40, rows: 15 }));
    app.update(Message::Resize(Size { columns: 20, rows: 5 }));
    app.update(Message::Resize(Size { columns: 120, rows: 40 }));
    assert_eq!(app.place(), place);
}

#[test]
fn a_search_that_is_left_leaves_no_trace() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    press(&mut app, "5j");
    let before = (app.place(), shows(&app, PaneId::Operative), shows(&app, PaneId::Preamble));
    press(&mut app, "/number 55");
    assert_eq!(cite(&app), "OP35");
    press(&mut app, "<Esc>");
    let after = (app.place(), shows(&app, PaneId::Operative), shows(&app, PaneId::Preamble));
    assert_eq!(after, before);
}

#[test]
fn hits_are_on_the_scrollbar() {
    let mut app = reader(120, 40);
    press(&mut app, "/number 5<Enter>");
    assert_eq!(app.hits().count, 11);
    assert_eq!(app.hits().ticks(PaneId::Preamble).len(), 1);
    assert_eq!(app.hits().ticks(PaneId::Operative).len(), 10);
    assert!(app.hits().ticks(PaneId::Footnotes).is_empty());
    press(&mut app, "<Esc>");
    assert_eq!(app.hits().count, 0);
}

#[test]
fn the_mouse_places_the_cursor_and_follows_marks() {
    let mut app = reader(120, 40);
    let frame = app.view().arrangement().frame(PaneId::Operative).expect("a pane").text;
    click(&mut app, frame.x + 7, frame.y + 1);
    assert_eq!(cite(&app), "OP1");
    assert_eq!(app.view().focus(), PaneId::Operative);
    let mark = app.view().pane(PaneId::Operative).lines().enumerate().find_map(|(y, (_, row))| {
        let piece = row.pieces.iter().find(|piece| {
            matches!(&piece.kind, seized::layout::PieceKind::Mark { index: 0, .. })
        })?;
        Some((frame.x + piece.column, frame.y + u16::try_from(y).expect("a row")))
    });
    let (column, row) = mark.expect("a mark");
    click(&mut app, column, row);
    assert_eq!(cite(&app), "fn 21");
}

#[test]
fn a_click_beside_the_text_focuses_or_scrolls() {
    let mut app = reader(120, 40);
    let frame = *app.view().arrangement().frame(PaneId::Operative).expect("a pane");
    click(&mut app, frame.area.x + 4, frame.area.y);
    assert_eq!(app.view().focus(), PaneId::Operative);
    click(&mut app, frame.area.x + frame.area.width - 1, frame.area.y + frame.area.height / 2);
    assert_eq!(cite(&app), "OP20");
}

#[test]
fn a_drag_selects() {
    let mut app = reader(120, 40);
    let frame = app.view().arrangement().frame(PaneId::Operative).expect("a pane").text;
    let (column, row) = (frame.x + 5, frame.y);
    for (action, column) in [
        (MouseAction::Press, column),
        (MouseAction::Drag, column + 3),
        (MouseAction::Drag, column + 6),
        (MouseAction::Release, column + 6),
    ] {
        app.update(Message::Mouse(Mouse { action, column, row }));
    }
    assert_eq!(press(&mut app, "y"), [Effect::Copy("Decides".into())]);
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut app = reader(120, 40);
    let before = shows(&app, PaneId::Preamble);
    let frame = app.view().arrangement().frame(PaneId::Operative).expect("a pane").text;
    let top = app.view().pane(PaneId::Operative).top();
    let wheel = Mouse { action: MouseAction::WheelDown, column: frame.x, row: frame.y };
    app.update(Message::Mouse(wheel));
    assert_ne!(app.view().pane(PaneId::Operative).top(), top);
    assert_eq!(shows(&app, PaneId::Preamble), before);
    assert_eq!(app.view().focus(), PaneId::Preamble);
}

#[test]
fn the_wheel_looks_at_other_footnotes() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    let frame = app.view().arrangement().frame(PaneId::Footnotes).expect("a pane").text;
    let wheel = Mouse { action: MouseAction::WheelDown, column: frame.x, row: frame.y };
    app.update(Message::Mouse(wheel));
    app.update(Message::Mouse(wheel));
    assert!(!shows(&app, PaneId::Footnotes).contains(&"fn 21".to_owned()));
    press(&mut app, "}");
    assert!(shows(&app, PaneId::Footnotes).contains(&"fn 22".to_owned()));
}

#[test]
fn a_new_version_keeps_the_place() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    press(&mut app, ":op30<Enter>www");
    let words = support::shown(app.document(), app.place());
    // A paragraph more before it: what was OP30 is OP31 and the same text.
    let mut again = document();
    let mut blocks = support::document("OP Stresses that this is new;").blocks;
    again.blocks.splice(22..22, blocks.drain(..));
    for (i, block) in again.blocks.iter_mut().skip(21).enumerate() {
        block.cite = support::named(format!("OP{}", i + 1));
    }
    app.update(Message::Reload(DocId::FIRST, Box::new(again.into())));
    assert_eq!(cite(&app), "OP31");
    let now = support::shown(app.document(), app.place());
    assert_eq!(words.split_once(' ').map(|w| w.1), now.split_once(' ').map(|w| w.1));
    assert!(app.status().notice.is_some());
}

#[test]
fn the_mere_head_of_a_long_text_gets_a_third() {
    let mut notation =
        String::from("= 9/1. The right to read\n~ The General Assembly,\nPP Noting it,\n");
    for _ in 0..200 {
        notation.push_str(&format!("OP {PARAGRAPH} attend;\n"));
    }
    let app = App::new(support::document(&notation), Size { columns: 120, rows: 40 });
    let widths: Vec<u16> = app.view().shown().map(|(frame, _)| frame.area.width).collect();
    assert_eq!(widths, [40, 80]);
}

#[test]
fn the_cursor_stays_as_near_as_it_can_when_the_text_scrolls() {
    let mut app = reader(120, 40);
    enter(&mut app, "2");
    press(&mut app, "gg5<C-e>");
    assert!(app.view().pane(PaneId::Operative).cursor_line() <= 1, "it is at the upper edge");
    press(&mut app, "G5<C-y>");
    let pane = app.view().pane(PaneId::Operative);
    assert!(pane.cursor_line() + 2 >= pane.lines().count(), "it is at the lower edge");
}

#[test]
fn where_a_jump_leads_far_away_the_place_is_a_third_below_the_top() {
    let mut app = reader(120, 40);
    press(&mut app, ":op20<Enter>");
    let height = app.view().arrangement().frame(PaneId::Operative).expect("a pane").text.height;
    assert_eq!(app.view().pane(PaneId::Operative).cursor_line(), usize::from(height / 3));
}
