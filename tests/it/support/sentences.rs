//! Single paragraphs in a frame, as `sentences.rs` holds them: from `en 2-3 apart: Recalling …,2 …` to a text with a
//! formula, the marks and the footnotes that the paragraph needs.

use std::{env, fs, ops::RangeInclusive};

/// Holds the answer below each paragraph of a file to what `answer` says now; with `SEIZED_RENEW` writes it.
#[track_caller]
pub(crate) fn hold(file: &str, answer: impl Fn(&Sentence<'_>) -> String) {
    let kept = fs::read_to_string(file).expect("paragraphs");
    let mut text = String::new();
    for line in kept.lines().filter(|line| !line.starts_with(' ')) {
        text.push_str(line);
        text.push('\n');
        if let Some(sentence) = Sentence::of(line) {
            text.push_str(&answer(&sentence));
        }
    }
    if env::var_os("SEIZED_RENEW").is_some() {
        fs::write(file, text).expect("written");
        return;
    }
    let differs = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(kept == text, "SEIZED_RENEW=1 writes the answers anew: {differs:#?}");
}

/// A paragraph, and what it stands among.
pub(crate) struct Sentence<'a> {
    /// Language, the footnotes that are due, how the text sets its marks: all before the colon.
    pub(crate) frame: &'a str,
    /// The paragraph; `¶` begins another.
    pub(crate) words: &'a str,
}

/// What each language says: formula, opener, how it goes on between marks, how footnotes begin.
const LANGUAGES: [(&str, &str, [&str; 3], &str); 9] = [
    ("en", "The General Assembly,", ["Noting", " the rivers", ","], "See"),
    ("en.sc", "The Security Council,", ["Noting", " the rivers", ","], "See"),
    ("en.hrc", "The Human Rights Council,", ["Noting", " the rivers", ","], "See"),
    ("en.esc", "The Economic and Social Council,", ["Noting", " the rivers", ","], "See"),
    ("fr", "L’Assemblée générale,", ["Notant", " les fleuves", ""], "Voir"),
    ("es", "La Asamblea General,", ["Observando", " los ríos", ""], "Véase"),
    ("ru", "Генеральная Ассамблея,", ["отмечая", " реки", ""], "См."),
    ("zh", "大会，", ["注意到", "这些河流", "，"], "见"),
    ("ar", "إن الجمعية العامة،", ["إذ تلاحظ", " الأنهار", ""], "انظر"),
];

impl<'a> Sentence<'a> {
    /// `None` for a comment, an empty line or a line of the answer.
    pub(crate) fn of(line: &'a str) -> Option<Self> {
        if line.starts_with(['#', ' ']) {
            return None;
        }
        let (frame, words) = line.split_once(": ")?;
        Some(Self { frame, words })
    }

    fn due(&self) -> Option<RangeInclusive<u32>> {
        let due = self.frame.split(' ').nth(1)?;
        let (first, last) = due.split_once('-').unwrap_or((due, due));
        Some(first.parse().ok()?..=last.parse().ok()?)
    }

    /// The text in which it stands.
    pub(crate) fn text(&self) -> String {
        let name = self.frame.split(' ').next().unwrap_or_default();
        let language = LANGUAGES.iter().find(|language| language.0 == name);
        let Some((_, formula, [opener, what, comma], see)) = language else {
            panic!("no language: {}", self.frame)
        };
        let apart = if self.frame.ends_with("apart") { " " } else { "" };
        let bracketed = |number: u32| match name {
            "ar" => format!("({number})"),
            _ => number.to_string(),
        };
        let mut text = format!("{formula}\n\n");
        let due = self.due();
        let first = due.as_ref().map_or(1, |due| *due.start());
        if first > 1 {
            text.push_str(opener);
            for number in 1..first {
                text.push_str(&format!("{what}{comma}{apart}{}", bracketed(number)));
            }
            let end = match name {
                "zh" => "，\n\n",
                "ar" => "،\n\n",
                _ if comma.is_empty() => ",\n\n",
                _ => " and all others,\n\n",
            };
            text.push_str(end);
        }
        text.push_str(&self.words.replace('¶', "\n\n"));
        text.push_str("\n\n");
        for number in 1..=due.map_or(0, |due| *due.end()) {
            text.push_str(&format!("{} {see} A/1/{number}.\n", bracketed(number)));
        }
        text
    }
}
