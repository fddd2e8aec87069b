//! The names of the months in the six languages, by which dates are known in running text. Knows no
//! other words.

use super::Language;

/// The months of a year, in order; more than one name for each where the UN uses more.
pub type Months = [&'static [&'static str]; 12];

/// Arabic: the international and the Levantine names.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const ARABIC: Months = [
    &["يناير"], &["فبراير", "شباط"], &["مارس", "آذار"], &["أبريل", "نيسان"], &["مايو",
    "أيار"], &["يونيه", "يونيو", "حزيران"], &["يوليه", "يوليو", "تموز"], &["أغسطس", "آب"],
    &["سبتمبر", "أيلول"], &["أكتوبر"], &["نوفمبر"], &["ديسمبر"],
];

/// Chinese, with their numbers.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const CHINESE: Months = [
    &["1月"], &["2月"], &["3月"], &["4月"], &["5月"], &["6月"], &["7月"], &["8月"], &["9月"], &["10月"],
    &["11月"], &["12月"],
];

/// English.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const ENGLISH: Months = [
    &["January"], &["February"], &["March"], &["April"], &["May"], &["June"], &["July"],
    &["August"], &["September"], &["October"], &["November"], &["December"],
];

/// French.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const FRENCH: Months = [
    &["janvier"], &["février"], &["mars"], &["avril"], &["mai"], &["juin"], &["juillet"],
    &["août"], &["septembre"], &["octobre"], &["novembre"], &["décembre"],
];

/// Russian, in the cases that follow a day or `в`.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const RUSSIAN: Months = [
    &["января", "январь", "январе"], &["февраля", "февраль", "феврале"], &["марта", "март",
    "марте"], &["апреля", "апрель", "апреле"], &["мая", "май", "мае"], &["июня", "июнь",
    "июне"], &["июля", "июль", "июле"], &["августа", "август", "августе"], &["сентября",
    "сентябрь", "сентябре"], &["октября", "октябрь", "октябре"], &["ноября", "ноябрь",
    "ноябре"], &["декабря", "декабрь", "декабре"],
];

/// Spanish.
#[rustfmt::skip] // as few lines as it takes
pub(crate) const SPANISH: Months = [
    &["enero"], &["febrero"], &["marzo"], &["abril"], &["mayo"], &["junio"], &["julio"],
    &["agosto"], &["septiembre", "setiembre"], &["octubre"], &["noviembre"], &["diciembre"],
];

impl Language {
    /// The months of a year as the language names them.
    #[must_use]
    pub const fn months(self) -> Months {
        match self {
            Self::Arabic => ARABIC,
            Self::Chinese => CHINESE,
            Self::English => ENGLISH,
            Self::French => FRENCH,
            Self::Russian => RUSSIAN,
            Self::Spanish => SPANISH,
        }
    }
}
