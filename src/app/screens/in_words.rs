//! Dates and files as lists say them.

/// `24 December 2017` of `2017-12-24`.
pub(super) fn date_in_words(date: &str) -> String {
    let read: Result<jiff::civil::Date, _> = date.parse();
    read.map_or_else(|_| date.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

/// The year of a date as `2017-12-24`.
pub(super) fn year(date: Option<&str>) -> String {
    date.and_then(|date| date.get(..4)).unwrap_or_default().to_owned()
}

/// The name of a file without its folders.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or(path)
}
