//! What becomes of annotations as the text changes: first by hand, one judgement a test; then some
//! thousand anchors of every kind, from complete ones to those that a person wrote by hand, with how
//! many are found and where. A snapshot keeps that: whoever changes the finder sees what it changes.

use seized::{
    annotations::{Anchor, Found, Index},
    document::{Document, Passage},
    parse, source,
};

use crate::support::{
    document,
    mutate::{Chance, Changed, add_siblings, changed, words},
    named,
};

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

const MEETING: &str = "
    PP Recalling its resolution on the protection of civilians in armed conflict,
    OP Decides to devote one plenary meeting to the commemoration of the anniversary;
    OP Requests the Secretary-General to report to the Council on the protection of migrants;
    OP Invites all States to support the Office of the High Commissioner in its work;
    fn See the report of the Secretary-General on the protection of civilians.
";

/// `edited OP3 support the Office`: the verdict, the place and the words.
fn told(document: &Document, found: &Found) -> String {
    let verdict = format!("{:?}", found.verdict).to_lowercase();
    match &found.place {
        None => verdict,
        Some((passage, range)) => {
            let words = document.text(*passage).get(range.clone()).expect("whole characters");
            format!("{verdict} {} {words}", document.cite(*passage))
        }
    }
}

#[track_caller]
fn is_found(document: &Document, anchor: &Anchor, expected: &str) {
    assert_eq!(told(document, &Index::new(document).find(anchor)), expected, "{anchor:?}");
}

fn passage(document: &Document, cite: &str) -> Passage {
    document.passage(&named(cite)).expect("a passage")
}

/// A complete anchor on words of a passage.
fn on(document: &Document, cite: &str, quote: &str) -> Anchor {
    let passage = passage(document, cite);
    let start = document.text(passage).find(quote).expect("its words");
    Anchor::words(document, passage, start..start + quote.len()).expect("words")
}

fn whole(document: &Document, cite: &str) -> Anchor {
    Anchor::whole(document, passage(document, cite))
}

/// As a person writes it.
fn by_hand(paragraph: &str, quote: &str) -> Anchor {
    Anchor { paragraph: paragraph.into(), quote: Some(quote.into()), ..Anchor::default() }
}

#[test]
fn words_written_by_hand_are_where_the_citation_says() {
    let text = document(MEETING);
    is_found(&text, &by_hand("OP3", "all States"), "exact OP3 all States");
    is_found(&text, &by_hand("OP 3", "all States"), "exact OP3 all States");
    is_found(&text, &by_hand("OP2", "all States"), "orphan");
    is_found(&text, &by_hand("OP2", "the"), "orphan"); // three times
    is_found(&text, &by_hand("OP1", "the plenary meetings of the General Committee"), "orphan");
    is_found(
        &text,
        &by_hand("fn 1", "protection of civilians"),
        "exact fn 1 protection of civilians",
    );
    let long = "to support the Office of the High Commissioner";
    is_found(&text, &by_hand("OP2", long), "orphan");
    is_found(&text, &by_hand("OP3", long), &format!("exact OP3 {long}"));
    is_found(&text, &by_hand("OP3", ""), "orphan");
    let bare = Anchor { paragraph: "OP2".into(), ..Anchor::default() };
    is_found(&text, &bare, &format!("exact OP2 {}", text.text(passage(&text, "OP2"))));
}

#[test]
fn words_are_known_by_what_stands_around_them() {
    let text = document(MEETING);
    let with = |paragraph: &str, prefix: &str, suffix: &str| Anchor {
        prefix: prefix.into(),
        suffix: suffix.into(),
        ..by_hand(paragraph, "the")
    };
    is_found(&text, &with("OP2", "Requests ", " Secretary-General"), "exact OP2 the");
    is_found(&text, &with("OP9", "Requests ", " Secretary-General"), "moved OP2 the");
    is_found(&text, &with("", "report to ", " Council on"), "moved OP2 the");
    is_found(&text, &with("OP2", "", " Secretary-General to report"), "exact OP2 the");
    is_found(&text, &with("OP2", "Requests ", ""), "exact OP2 the");
    is_found(&text, &with("OP2", "beside ", " lighthouse"), "orphan");
    // Without a range it is the context, too, that says where in the paragraph.
    let bare = Anchor { range: None, ..on(&text, "OP2", "protection of migrants") };
    is_found(&text, &bare, "exact OP2 protection of migrants");
    // A third of what stood around it is not enough.
    is_found(&text, &with("OP2", "Requests ", " lighthouse keepers of the islands"), "orphan");
}

#[test]
fn words_that_changed_are_what_is_left_of_them() {
    let old = document(MEETING);
    let anchor = on(&old, "OP3", "support the Office of the High Commissioner");
    let new =
        document(&MEETING.replace("support the Office of the High", "assist the Office of the"));
    is_found(&new, &anchor, "edited OP3 the Office of the Commissioner");
    let bare = Anchor { text: None, ..anchor.clone() };
    is_found(&new, &bare, "edited OP3 the Office of the Commissioner");
    let unknown = Anchor { only: String::new(), ..bare.clone() };
    is_found(&new, &unknown, "edited OP3 the Office of the Commissioner");
    is_found(&new, &Anchor { paragraph: "OP2".into(), ..unknown }, "orphan");
    is_found(
        &new,
        &Anchor { paragraph: "OP2".into(), ..bare },
        "edited OP3 the Office of the Commissioner",
    );
    // Without a range as well.
    let last = Anchor { range: None, ..on(&old, "OP2", "protection of migrants") };
    let spoken = document(&MEETING.replace("report to the Council", "speak to the Council"));
    is_found(&spoken, &last, "edited OP2 protection of migrants");
    let gone = document(&MEETING.replace("support the Office of the High Commissioner in", "do"));
    is_found(&gone, &anchor, "orphan");
}

#[test]
fn few_words_are_held_by_their_neighbours() {
    let old = document(MEETING);
    let meeting = on(&old, "OP1", "plenary meeting");
    let new = document(&MEETING.replace("one plenary meeting", "one high-level plenary session"));
    is_found(&new, &meeting, "edited OP1 plenary");
    let new = document(&MEETING.replace("one plenary meeting to", "one session to"));
    is_found(&new, &meeting, "orphan");
    let first = on(&old, "OP1", "Decides");
    let new = document(&MEETING.replace("Decides to devote one", "Decides also to give one"));
    is_found(&new, &first, "edited OP1 Decides");
    let repeated = "OP The children and the women of the islands;\n OP Takes note of it;";
    let first_of_two = on(&document(repeated), "OP1", "The");
    let new = document(&repeated.replace("The children", "The young children"));
    is_found(&new, &first_of_two, "edited OP1 The");
    let last = on(&old, "OP1", "anniversary");
    let new = document(&MEETING.replace("of the anniversary;", "of this anniversary;"));
    is_found(&new, &last, "edited OP1 anniversary");
}

#[test]
fn a_paragraph_that_changed_is_the_one_most_like_it() {
    let old = document(MEETING);
    let anchor = whole(&old, "OP2");
    let changed = |from: &str, to: &str| document(&MEETING.replace(from, to));
    let new = changed("report to the Council on", "inform the Council of");
    let text =
        "Requests the Secretary-General to inform the Council of the protection of migrants;";
    is_found(&new, &anchor, &format!("edited OP2 {text}"));
    let new = changed("OP Decides to devote", "OP Notes the lighthouses;\n OP Decides to devote");
    is_found(&new, &anchor, &format!("moved OP3 {}", old.text(passage(&old, "OP2"))));
    let new = changed(
        "Requests the Secretary-General to report to the Council on the protection of \
                       migrants",
        "Takes note of the lighthouses",
    );
    is_found(&new, &anchor, "orphan");
    // No paragraph becomes a footnote.
    let new = changed(
        "OP Requests the Secretary-General to report to the Council on the protection \
                       of migrants;\n",
        "fn Requests the Secretary-General to report to the Council on \
                       the rights of migrants;\n",
    );
    is_found(&new, &anchor, "orphan");
}

/// Two thirds of the words are enough beside the old neighbours, and not without.
#[test]
fn neighbours_speak_for_a_paragraph() {
    let old = document(MEETING);
    let text = old.text(passage(&old, "OP2")).to_owned();
    let now = "Requests the Secretary-General to report to the Assembly on the rights of refugees;";
    let new = document(&MEETING.replace(&text, now));
    let alone = Anchor { paragraph: "OP9".into(), text: Some(text), ..Anchor::default() };
    let Anchor { prefix, suffix, .. } = whole(&old, "OP2");
    is_found(&new, &Anchor { prefix, suffix, ..alone.clone() }, &format!("edited OP2 {now}"));
    is_found(&new, &alone, "orphan");
}

#[test]
fn twins_are_told_by_their_neighbours() {
    let old = document(
        "
        OP Recalls the first matter of all;
        OP Decides to remain seized of the matter;
        OP Takes note of lighthouses and their keepers;
        OP Decides to remain seized of the matter;
        OP Expresses its gratitude to the islands;
        ",
    );
    let twins = [whole(&old, "OP2"), whole(&old, "OP4")];
    is_found(&old, &twins[0], "exact OP2 Decides to remain seized of the matter;");
    is_found(&old, &twins[1], "exact OP4 Decides to remain seized of the matter;");
    let words = [on(&old, "OP2", "remain seized"), on(&old, "OP4", "remain seized")];
    is_found(&old, &words[0], "exact OP2 remain seized");
    is_found(&old, &words[1], "exact OP4 remain seized");
    let swapped = document(
        "
        OP Takes note of lighthouses and their keepers;
        OP Decides to remain seized of the matter;
        OP Expresses its gratitude to the islands;
        OP Recalls the first matter of all;
        OP Decides to remain seized of the matter;
        OP Takes note of lighthouses and their keepers;
        ",
    );
    is_found(&swapped, &twins[0], "moved OP5 Decides to remain seized of the matter;");
    is_found(&swapped, &twins[1], "moved OP2 Decides to remain seized of the matter;");
    is_found(&swapped, &words[0], "moved OP5 remain seized");
    let strange = document(
        "
        OP Welcomes the river commissions;
        OP Decides to remain seized of the matter;
        OP Invites the dockers of the ports;
        OP Decides to remain seized of the matter;
        ",
    );
    is_found(&strange, &twins[0], "orphan");
    // A file written by hand knows no neighbours: then it is the one that is cited.
    let cited = Anchor {
        paragraph: "OP4".into(),
        text: Some("Decides to remain seized of the matter;".into()),
        ..Anchor::default()
    };
    is_found(&old, &cited, "exact OP4 Decides to remain seized of the matter;");
    is_found(&old, &Anchor { paragraph: "OP1".into(), ..cited }, "orphan");
}

/// What an anchor keeps to tell its paragraph from the others.
#[test]
fn anchors_keep_what_tells_their_paragraph() {
    let text = document(
        "
        PP Recalling its resolution on the protection of civilians in armed conflict,
        PP Recalling its resolution on the protection of children in armed conflict,
        OP Decides to include the item entitled \"The situation of women and children\";
        OP Decides to include the item entitled \"The situation of women and migrants\";
        OP Decides to include the item entitled \"The situation of migrants and children\";
        OP Decides to remain seized of the matter;
        OP Takes note of it;
        OP Decides to remain seized of the matter;
        fn Resolution 217 A (III).
        fn Resolution 217 A (III).
        ",
    );
    let index = Index::new(&text);
    let lines: Vec<String> = text
        .passages()
        .flat_map(|passage| {
            let first = words(text.text(passage)).into_iter().next();
            let words = first.and_then(|first| index.words(passage, first));
            [Some(index.whole(passage)), words].into_iter().flatten()
        })
        .map(|at| {
            let Anchor { paragraph, quote, prefix, suffix, rival, only, beside, range, .. } = at;
            format!(
                "{paragraph} {quote:?} {range:?} <{prefix}|{suffix}> rival {rival:?} only {only:?} \
                 beside {beside:?}"
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// One kind of anchor, and what became of all of it.
#[derive(Default)]
struct Row {
    verdicts: [usize; 4],
    /// In the paragraph that the old one has become.
    right: usize,
    /// Of what the places are, so that another word is seen.
    sum: usize,
}

const KINDS: [&str; 6] =
    ["paragraphs", "words", "words alone", "words around", "by hand", "paragraphs by hand"];

/// The anchors of each kind on a passage, in the order of `KINDS`.
fn of_each_kind(
    document: &Document,
    index: &Index,
    own: Passage,
    chance: &mut Chance,
) -> Vec<Anchor> {
    let all = words(document.text(own));
    if all.is_empty() {
        return Vec::new();
    }
    let first = chance.below(all.len());
    let last = (first + chance.below(8)).min(all.len() - 1);
    let whole = index.whole(own);
    let words = index.words(own, all[first].start..all[last].end).expect("words");
    let alone = Anchor { text: None, ..words.clone() };
    let around = Anchor { only: String::new(), rival: None, beside: None, ..alone.clone() };
    let by_hand = Anchor {
        paragraph: words.paragraph.clone(),
        quote: words.quote.clone(),
        ..Anchor::default()
    };
    let paragraph = Anchor {
        paragraph: whole.paragraph.clone(),
        text: whole.text.clone(),
        ..Anchor::default()
    };
    vec![whole, words, alone, around, by_hand, paragraph]
}

fn count(old: &Document, new: &Changed, chance: &mut Chance, rows: &mut [Row; 6]) {
    let (before, after) = (Index::new(old), Index::new(&new.document));
    for own in old.passages().filter(|own| *own != Passage::Title) {
        let here = new.place_of(own).map(|(here, _)| here);
        for (anchor, row) in of_each_kind(old, &before, own, chance).iter().zip(&mut *rows) {
            let found = after.find(anchor);
            row.verdicts[found.verdict as usize] += 1;
            if let Some((passage, range)) = found.place {
                row.right += usize::from(Some(passage) == here);
                row.sum += range.start * 3 + range.end;
            }
        }
    }
}

#[test]
fn what_becomes_of_some_thousand_anchors() {
    let sample = parse::parse(&source::read(SAMPLE.to_vec(), "a text").expect("plain text")).0;
    let repeated = document(&MEETING.repeat(4).replace("fn", "OP"));
    let others = ["children", "women", "migrants", "financing", "the"].map(str::to_owned);
    let mut chance = Chance(20_261_126);
    let mut tables = Vec::new();
    for (name, original, rounds) in [("the sample", &sample, 6), ("repeated", &repeated, 12)] {
        let mut rows: [Row; 6] = Default::default();
        for _ in 0..rounds {
            let mut old = original.clone();
            for _ in 0..3 {
                let at = chance.below(old.blocks.len());
                if words(&old.blocks[at].text).len() > 5 {
                    add_siblings(&mut old, at, &others, &mut chance);
                }
            }
            let new =
                changed(&old, &["Welcomes the lighthouses of the islands".into()], &mut chance);
            count(&old, &new, &mut chance, &mut rows);
        }
        tables
            .push(format!("{name}: exact, moved, edited, orphan; in the right paragraph; places"));
        tables.extend(KINDS.iter().zip(&rows).map(|(kind, Row { verdicts, right, sum })| {
            format!("{kind:20} {verdicts:?} {right} {sum}")
        }));
    }
    insta::assert_snapshot!(tables.join("\n"));
}
