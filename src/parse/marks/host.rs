//! What a mark stands behind. A mark that is cited again mostly stands behind the same words again:
//! so it is in seven of ten repeats of the UN's files. Knows text, not which mark it is.

use super::characters::is_cjk;

/// How far back the words are looked for, in characters.
const FARTHEST: usize = 64;
/// Where a script has no spaces, this many characters stand for the words.
const CHARACTERS: usize = 2;

/// Of a word this many letters count: Russian and other cases change its end, and a sentence its first
/// capital.
const STEM: usize = 5;

/// The last two words before a place, as a number that differs where they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Host(u64);

impl Host {
    /// The host of what stands behind this text.
    pub(super) fn of(before: &str) -> Self {
        let near = before.char_indices().rev().take(FARTHEST).last().map_or(0, |(at, _)| at);
        let mut rest = before.get(near..).unwrap_or_default();
        let (mut hash, mut characters) = (0xcbf2_9ce4_8422_2325_u64, 0);
        for _ in 0..2 {
            rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
            let start = rest.trim_end_matches(char::is_alphanumeric).len();
            let word = rest.get(start..).unwrap_or_default();
            hash = mixed(hash, ' ');
            if word.ends_with(is_cjk) {
                for c in word.chars().rev().take(CHARACTERS - characters) {
                    hash = mixed(hash, c);
                    characters += usize::from(is_cjk(c));
                }
            } else {
                let stem = word.chars().take(STEM).flat_map(char::to_lowercase);
                hash = stem.fold(hash, mixed);
            }
            if characters == CHARACTERS {
                break;
            }
            rest = rest.get(..start).unwrap_or_default();
        }
        Self(hash)
    }
}

/// FNV-1a, a character at a time.
fn mixed(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::Host;

    #[test]
    fn two_words_whatever_stands_between() {
        let host = Host::of("Recalling the Paris Agreement");
        assert_eq!(host, Host::of("under the Paris Agreement,"));
        assert_eq!(host, Host::of("the “Paris\nAgreement” "));
        assert_ne!(host, Host::of("the Agreement"));
        assert_ne!(host, Host::of("the London Agreement"));
    }

    #[test]
    fn words_whatever_their_case() {
        assert_eq!(Host::of("культурном разнообразии"), Host::of("Культурного разнообразия,"));
        assert_ne!(Host::of("Программа действий"), Host::of("Программа развития"));
    }

    #[test]
    fn two_characters_of_chinese() {
        assert_eq!(Host::of("《2030年可持续发展议程》"), Host::of("落实可持续发展议程，"));
        assert_ne!(Host::of("秘书长的报告"), Host::of("咨询委员会的报表"));
    }
}
