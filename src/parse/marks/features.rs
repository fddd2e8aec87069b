//! What is seen beside a run of digits, and what each of it says of the run's being a footnote mark:
//! the only table of weights (grammar.md §4 B). Knows names and numbers, no text.
//!
//! A weight is about the logarithm of how much likelier a mark is than a number, in steps in which 2
//! is as good as certain. The weights are by hand, each with the case that set it; a fit was tried and
//! read whole documents worse (`docs/fidelity.md`). Behind each stands how often it was seen beside a
//! mark, and how often at all, in 36,355 readings of the UN's mark-up in six languages and of tagged PDF
//! (`benches/fit_marks.py`); readings that score far too low are not counted.

/// Makes the features, each with its weight, and how often it was seen beside a mark of how often at all.
macro_rules! features {
    ($($(#[doc = $case:literal])+ $name:ident = $weight:literal, $marks:literal of $seen:literal;)+) => {
        /// One thing that is seen beside a run of digits.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Feature {
            $($(#[doc = $case])+ $name,)+
        }

        impl Feature {
            /// What it adds to the score of a mark.
            pub(super) const fn weight(self) -> f32 {
                match self {
                    $(Self::$name => $weight,)+
                }
            }
        }
    };
}

// What stands to the left of the whole run.
features! {
    /// `14. Requests`: a number at the start of a paragraph is its label.
    AtStart = -9.0, 0 of 0;
    /// `$5`, `(5`, `/5`.
    BehindOther = -6.0, 0 of 0;
    /// `COVID‑19`, `Rights,1` `Committee.1` `Principles”1`: behind punctuation.
    BehindPunctuation = 4.0, 3349 of 3383;
    /// `2013,3` `53/144;3`: behind a year or a resolution's number, and punctuation.
    BehindYearOrKeyAndPunctuation = 4.0, 615 of 615;
    /// `Council,1,2` `Auditors;1–3`: another mark, and no more than a comma or dash between.
    BesideAMark = 4.0, 1 of 8;
    /// `in Goal 14;3`.
    BehindNumberAndSemicolon = 3.5, 2 of 2;
    /// `in Goal 14,3 article 7`.
    BehindNumberAndComma = 2.0, 24 of 24;
    /// `0,7 per cent`, `1,500 people`.
    InADecimal = -6.0, 0 of 0;
    /// `decision IOC-XXX/11.1`, `2.5 per cent`.
    BehindNumberAndStop = -9.0, 0 of 0;
    /// `No.3`, `Add.1`, `CP.19`.
    BehindAbbreviation = -12.0, 0 of 0;
    /// `FAL.13(42)`, `A/C.3`, `VII.2`.
    BehindStopOfASymbol = -9.0, 0 of 0;
    /// `U.5`.
    BehindInitial = -6.0, 0 of 0;
    /// `Rights2 and`.
    BehindLetters = 3.5, 2907 of 2927;
    /// `73/268 B1`.
    BehindLetterOfAKey = 3.5, 0 of 0;
    /// A line with no more than `B1`.
    BehindPartLetter = 5.0, 0 of 0;
    /// `H1`, `G6`: one capital.
    BehindOneCapital = -1.0, 6 of 24;
    /// `CO2`, `UF6`, `UN80`, `m3`: a mark is taken only where its footnote is due, and is weak.
    InAName = -3.4, 0 of 2;
    /// `报告2`.
    BehindChinese = 3.5, 141 of 211;
    /// `第8`, `附件8`, `5月2至4日`, `1和2`.
    NumberedInChinese = -12.0, 0 of 0;
    /// `目标6`.
    BehindWeakHost = -1.0, 2 of 13;
    /// `Covenants 2/` of the years before 1995.
    WithAStroke = 5.0, 0 of 0;
    /// `Rights²`.
    Raised = 8.0, 0 of 0;
    /// `2022(1)`, `الإنسان(1)`, `Conference[1]`.
    InBrackets = 7.0, 872 of 906;
    /// `الإنسان (1)`, in a text that sets its marks so.
    InBracketsApart = 7.0, 877 of 878;
    /// The same in another text.
    InBracketsStray = 2.0, 1 of 1;
    /// `MEPC.207(62)`.
    InBracketsOfASymbol = -9.0, 0 of 0;
    /// `50(1)`.
    InBracketsBehindNumber = 3.0, 4 of 4;

    /// `; 23` at the end of a paragraph, where some typists set a repeat.
    ApartAtTheEnd = 3.0, 665 of 665;
    /// `1 January`, `paragraph 1`, `5 per cent`, `Agenda 21`.
    CountsOrIsCounted = -9.0, 0 of 0;
    /// `Objetivo de Desarrollo Sostenible 3`: the number of one thing that its name stands between.
    NumbersAThing = -9.0, 0 of 0;
    /// `No. 3`.
    ApartBehindAbbreviation = -12.0, 0 of 0;
    /// `goals 4, 5 and 8`.
    InAList = -7.0, 0 of 0;
    /// `6 abductions, 86 arrests`: one of several things counted.
    InAListOfCounts = -7.0, 0 of 0;
    /// `the Declaration, 1 the`, in a text that sets its marks apart.
    ApartBehindPunctuation = 3.0, 3112 of 3298;
    /// `in 2019, 6 abductions` in such a text: the next word may be what is counted.
    ApartBehindPunctuationCounting = 2.0, 211 of 217;
    /// `the Covenants 2 and` in such a text.
    ApartBehindWord = 2.0, 3529 of 4467;
    /// `the 3 reports` in such a text.
    ApartBehindWordCounting = -0.5, 84 of 162;
    /// The same four in a text that does not, where marks stand behind punctuation …
    StrayBehindPunctuation = -2.0, 0 of 39;
    /// … and words,
    StrayBehindWord = -3.0, 0 of 224;
    /// `in 2019 5`,
    StrayBehindNumber = -5.0, 0 of 0;
    /// and in French, Spanish and Russian before a comma: `Covenants 2, and`.
    StrayBeforePunctuation = -2.0, 0 of 9;
    /// The same elsewhere.
    StrayInside = -4.5, 0 of 0;

    // What stands to the left of the end of a run, where the digits before it are a number.
    /// `of March 20164`, `2018–20192`, `in 20192`.
    BehindDatedYear = 4.5, 499 of 501;
    /// `Agenda 20302`.
    BehindYear = 3.0, 20 of 20;
    /// `COVID‑1910`.
    BehindNumberAndDash = 0.0, 1 of 1116;
    /// `las metas 62,`: where marks stand before punctuation.
    EndOfANumberBeforePunctuation = -0.5, 6 of 502;
    /// `Agenda 212 and`.
    EndOfANumber = -1.0, 4 of 5187;
    /// `Reg12`.
    EndOfOtherDigits = -2.0, 5 of 2327;
    /// `No. 27531`, `25 May`: besides the last three.
    OfALongNumberOrDate = -3.5, 0 of 0;
    /// `2017/2018`, `resolution 3/2005`.
    EndOfAYearBehindStroke = -3.0, 2 of 22;
    /// `decision XIII/1281`.
    EndOfALongTreatyDecision = 3.5, 1 of 3;
    /// `decision XIII/128`.
    EndOfATreatyDecision = -1.5, 1 of 13;
    /// `A/71/644`.
    EndOfASymbol = -5.0, 0 of 0;
    /// `decision 52/492`.
    EndOfADecision = -4.0, 0 of 0;
    /// `resolution 74/912`: the session had no 912, but a 91.
    EndOfMoreThanTheSessionHad = 3.5, 16 of 34;
    /// `resolution 59/3009`.
    EndOfMoreThanAnySessionHad = 3.5, 1 of 2;
    /// `resolution 59/30091`.
    EndOfFarMore = 0.0, 0 of 6;
    /// `resolution 2005/4501`.
    EndOfMoreThanAYearHad = 2.0, 0 of 0;
    /// `resolution 59/460`.
    EndOfMoreThanUsual = 0.0, 2 of 26;
    /// `resolution 2005/45`: the year had so many.
    EndOfAKeyOfAYear = -2.0, 0 of 116;
    /// `resolution 74/298`: the session had so many; a mark is taken only where its footnote is due,
    /// and is weak.
    EndOfAKey = -3.4, 3 of 8229;
    /// `2018,540/16`: footnote 5 and 40/16.
    HeadOfAKeyWithoutSpace = 3.5, 106 of 172;

    // What stands to the right.
    /// The end of the paragraph.
    AtTheEnd = 1.0, 2994 of 3497;
    /// `1/`, `5%`, `5°`, `5º`.
    BeforeUnit = -8.0, 0 of 35;
    /// `12 000`.
    BeforeThousands = -4.0, 0 of 454;
    /// The same in Chinese, where a mark has no space behind it.
    BeforeThousandsInChinese = -9.0, 0 of 0;
    /// `181 (II)`, `2334 (2016)`, `8(XXXII)`: the number and its bracket are one.
    BeforeBracketOfAKey = -5.0, 0 of 73;
    /// `1, 11 and 13`, `8 et 10`, `6 (Legal affairs)`.
    BeforeMoreNumbers = -1.0, 127 of 190;
    /// `Rights2 and`.
    BeforeSpace = 1.0, 8954 of 22929;
    /// `1,500`, `1, 2` `1、2`.
    BeforeCommaAndDigits = -5.0, 0 of 40;
    /// `2.5`.
    BeforeStopAndDigits = -4.0, 0 of 114;
    /// `crime;2. Underlines`: the label of the next paragraph.
    BeforeStopOfALabel = -9.0, 0 of 0;
    /// `droits2,` in French, Spanish and Russian.
    BeforePunctuation = 1.0, 3583 of 5513;
    /// The same where marks stand behind punctuation.
    BeforePunctuationElsewhere = -1.0, 5 of 1784;
    /// `1–3` and the end of a clause: a range of marks.
    BeforeRange = 0.0, 0 of 3;
    /// `COVID-19-related`, `3-year`.
    BeforeDash = -5.0, 0 of 2;
    /// `2年`, `3名`, `15至19岁`.
    BeforeCountedInChinese = -8.0, 0 of 0;
    /// `报告，2所载`.
    BetweenPunctuationAndChinese = -0.5, 79 of 174;
    /// `工作2所`.
    BeforeChinese = -4.0, 13 of 27;
    /// `2nd`, `1er`.
    BeforeOrdinal = -8.0, 0 of 0;
    /// `the 5Es`, `3D`: what begins with its number.
    BeforeLettersOfAName = -8.0, 0 of 0;
    /// `2011,3S-18/1`, `года 2и`: the space behind the mark was lost.
    BeforeLostSpace = -0.5, 11 of 84;
    /// `Pier2Peer`.
    BeforeLetters = -1.5, 5 of 21;
    /// `方案6(法律事务)` says what number 6 is.
    BeforeBracketInChinese = -4.0, 0 of 2;
    /// `2”`, `2]`.
    BeforeOther = 0.0, 1192 of 1241;

    // What the rest of the text says.
    /// `53/1443`, in a text that sets its marks apart.
    GluedWhereOthersAreApart = -4.0, 0 of 1;
    /// The same in Chinese, where the space is often lost.
    GluedWhereOthersAreApartInChinese = -1.0, 0 of 528;
}

/// All that is seen beside one run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    seen: [Option<Feature>; 4],
}

impl Evidence {
    /// What stands to the left and to the right.
    pub(super) fn sides(left: Feature, right: Feature) -> Self {
        Self { seen: [Some(left), Some(right), None, None] }
    }

    /// One thing that says all.
    pub(super) fn only(feature: Feature) -> Self {
        Self { seen: [Some(feature), None, None, None] }
    }

    /// The same, and one thing more, if there is one.
    pub(super) fn and(mut self, more: Option<Feature>) -> Self {
        if let Some(free) = self.seen.iter_mut().find(|seen| seen.is_none()) {
            *free = more;
        }
        self
    }

    /// What speaks for a mark.
    pub(super) fn score(self) -> f32 {
        self.features().map(Feature::weight).sum()
    }

    pub(super) fn features(self) -> impl Iterator<Item = Feature> {
        self.seen.into_iter().flatten()
    }
}
