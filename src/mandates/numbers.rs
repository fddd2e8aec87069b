//! Numbers in words, `seventy-third`, `soixante-quinzième`, `第七十五`, and in digits. Knows how they are put
//! together, not their words.

use super::{tokens::Token, words::Words};

/// The number that ends just before a word: its value, and where it begins.
pub(super) fn before(words: &Words, text: &[Token], end: usize) -> Option<(u16, usize)> {
    let mut starts = end.saturating_sub(7)..end;
    let (number, start) =
        starts.find_map(|start| Some((whole(words, text, start, end)?, start)))?;
    // *One hundredth*.
    let one = start.checked_sub(1).filter(|one| number >= 100 && text[*one].is_one_of(&["one"]));
    Some((number, one.unwrap_or(start)))
}

/// The number that begins at a word: its value, and the word behind it.
pub(super) fn from(words: &Words, text: &[Token], start: usize) -> Option<(u16, usize)> {
    if !may_begin(words, text, start) {
        return None;
    }
    let ends = (start + 1..=text.len()).take(4);
    ends.filter_map(|end| Some((whole(words, text, start, end)?, end))).last()
}

/// The Arabic ordinal that begins at a word, and the word behind it: *الخامسة والسبعين*, *الثالثة عشرة*, *المائة*,
/// *الخامسة بعد المائة*. What follows it with an *and* is another one: *الخامسة والسبعين والسادسة والسبعين*.
pub(super) fn arabic(words: &Words, text: &[Token], start: usize) -> Option<(u16, usize)> {
    if let Some(number) = text.get(start).and_then(|token| digits(token.word())) {
        return Some((number, start + 1));
    }
    let value = |at: usize| words.numbers.at(text, at).map(|(_, value)| value);
    let is_and = |at: usize| text.get(at).is_some_and(|token| token.word().starts_with('و'));
    let below_hundred = |at: usize| match value(at)? {
        ten @ 20..100 => Some((ten, at + 1)),
        unit @ ..10 => match value(at + 1) {
            Some(10) if !is_and(at + 1) => Some((unit + 10, at + 2)),
            Some(ten @ 20..100) if is_and(at + 1) => Some((unit + ten, at + 2)),
            _ => Some((unit, at + 1)),
        },
        ten @ 10..20 => Some((ten, at + 1)),
        _ => None,
    };
    let Some((number, behind)) = below_hundred(start) else {
        let hundred = value(start).filter(|value| *value == 100)?;
        // *المائة والخامسة*.
        let rest = below_hundred(start + 1).filter(|_| is_and(start + 1));
        return Some(rest.map_or((hundred, start + 1), |(rest, end)| (hundred + rest, end)));
    };
    let is_after = text.get(behind).is_some_and(|token| token.is_one_of(&["بعد"]));
    match value(behind + usize::from(is_after)) {
        Some(100) if is_after || is_and(behind) => {
            Some((number + 100, behind + 1 + usize::from(is_after)))
        }
        _ => Some((number, behind)),
    }
}

/// Whether a number may begin at a word, which most words show to be none.
fn may_begin(words: &Words, text: &[Token], at: usize) -> bool {
    let Some(word) = text.get(at).map(Token::word) else { return false };
    let begins_so = |c: char| c.is_ascii_digit() || c > '\u{2e7f}';
    word.starts_with(begins_so)
        || words.numbers.at(text, at).is_some()
        || run_together(word).is_some()
}

/// The value of words that are one number and nothing else.
fn whole(words: &Words, text: &[Token], start: usize, end: usize) -> Option<u16> {
    let stretch = text.get(start..end)?;
    if let [only] = stretch
        && let Some(number) = digits(only.word())
    {
        return Some(number);
    }
    if let [only] = stretch
        && let Some(number) = run_together(only.word())
    {
        return Some(number);
    }
    if let Some(number) = chinese(stretch) {
        return Some(number);
    }
    let (mut at, mut sum, mut least) = (start, 0_u16, u16::MAX);
    let mut values: Vec<u16> = Vec::new();
    while at < end {
        // *Vingt et unième*, *hundred and first*; but *sixth and fifty-ninth* are two.
        if text[at].is_one_of(&["et", "and"]) && binds(text[at].word(), values.last().copied()) {
            at += 1;
            continue;
        }
        let (length, value) = words.numbers.at(text, at)?;
        values.push(value);
        sum = sum.checked_add(value)?;
        least = least.min(value);
        at += length;
    }
    // Tens and units, not two sessions: `seventy-third`, `seventy-fourth`.
    let (tens, units): (Vec<u16>, Vec<u16>) = values.iter().partition(|value| **value >= 20);
    let is_one = tens.len() <= 2 && units.len() <= 2 && units.iter().sum::<u16>() < 20;
    let is_tens = tens.len() < 2 || tens.contains(&100) || tens == [60, 20];
    (at == end && is_one && is_tens && !values.is_empty()).then_some(sum)
}

/// Whether *and* goes on with a number behind what was read of it.
fn binds(and: &str, last: Option<u16>) -> bool {
    let least = if and == "et" { 20 } else { 100 };
    last.is_some_and(|last| last >= least)
}

/// *Fortyeighth*, whose hyphen was lost where a line ended.
fn run_together(word: &str) -> Option<u16> {
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let units =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let place = |all: &[&str], found: &str| all.iter().position(|known| *known == found);
    let (ten, rest) = tens.iter().find_map(|ten| Some((*ten, word.strip_prefix(*ten)?)))?;
    let number = 10 * (place(&tens, ten)? + 2) + place(&units, rest)? + 1;
    u16::try_from(number).ok()
}

/// `73`, `73rd`, `75º`, `75e`.
fn digits(word: &str) -> Option<u16> {
    let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let rest = word.get(number.len()..)?;
    let endings = ["", "st", "nd", "rd", "th", "e", "º", "ª", "o", "a", "er", "ème", "届"];
    (endings.contains(&rest) && number.len() <= 3).then(|| number.parse().ok())?
}

/// `第七十五`, without or with `第`.
fn chinese(stretch: &[Token]) -> Option<u16> {
    let characters = stretch.iter().map(|token| token.word());
    let mut value = 0_u16;
    let mut digit = None;
    let mut seen = false;
    for character in characters {
        let place = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
            .iter()
            .position(|known| *known == character || character == "零" && *known == "〇");
        match (character, place) {
            ("第", _) if !seen && digit.is_none() => continue,
            ("十", _) => value += 10 * digit.take().unwrap_or(1),
            ("百", _) => value += 100 * digit.take()?,
            // *一百零一*: where nothing stands for the tens, nought does.
            (_, Some(0)) => {}
            (_, Some(place)) if digit.is_none() => digit = u16::try_from(place).ok(),
            _ => return None,
        }
        seen = true;
    }
    seen.then(|| value + digit.unwrap_or_default()).filter(|value| *value > 0)
}
