//! When sessions are: the year of a session by its number, and its opening day, for the bodies whose
//! sessions are numbered through. Knows no text.

use jiff::civil::{Date, Weekday};

use crate::document::Organ;

/// The year in which a regular session opens. `None` for bodies that count none, and for numbers that no
/// session has had or will have soon.
#[must_use]
pub fn year_of_session(organ: Organ, session: u16) -> Option<i16> {
    let session = i16::try_from(session).ok()?;
    match organ {
        Organ::GeneralAssembly if (1..=200).contains(&session) => Some(1945 + session),
        Organ::EconomicAndSocialCouncil => year_of_council(session),
        // Three a year from June 2006 on.
        Organ::HumanRightsCouncil if (1..=600).contains(&session) => Some(2006 + (session - 1) / 3),
        _ => None,
    }
}

/// The Economic and Social Council met three times in its first year, once in 1952 and in 1964, else twice, up
/// to the sixty-third session; then sessions are called by their years.
fn year_of_council(session: i16) -> Option<i16> {
    match session {
        1..=3 => Some(1946),
        4..=14 => Some(1945 + session / 2),
        15..=36 => Some(1953 + (session - 15) / 2),
        37 => Some(1964),
        38..=63 => Some(1946 + session / 2),
        _ => None,
    }
}

/// The day on which a session opens. For the General Assembly the Tuesday of the third week in September,
/// from 2023 on of the second, counted from the first week with a working day; for the Human Rights Council
/// the Monday of February, June and September about which its sessions begin, which may be a week
/// off; for the Economic and Social Council a Monday in July, when it decides on most.
#[must_use]
pub fn opening_of_session(organ: Organ, session: Option<u16>, year: i16) -> Option<Date> {
    match organ {
        Organ::GeneralAssembly => weekday_of(year, 9, Weekday::Tuesday, assembly_week(year)),
        Organ::EconomicAndSocialCouncil => weekday_of(year, 7, Weekday::Monday, 3),
        Organ::HumanRightsCouncil => match session? % 3 {
            1 if year > 2012 => weekday_of(year, 2, Weekday::Monday, 4),
            2 if year > 2012 => weekday_of(year, 6, Weekday::Monday, 3),
            0 if year > 2012 => weekday_of(year, 9, Weekday::Monday, 2),
            1 => weekday_of(year, 3, Weekday::Monday, 1),
            2 => weekday_of(year, 6, Weekday::Monday, 1),
            _ => weekday_of(year, 9, Weekday::Monday, 2),
        },
        Organ::SecurityCouncil => None,
    }
}

/// Which Tuesday of September it is: that of the third week, where the first has a working day.
fn assembly_week(year: i16) -> i8 {
    let first = Date::new(year, 9, 1).map(Date::weekday);
    // The first week has its Tuesday in September, or only working days behind it.
    let is_whole = matches!(
        first,
        Ok(Weekday::Saturday | Weekday::Sunday | Weekday::Monday | Weekday::Tuesday)
    );
    let week = if year >= 2023 { 2 } else { 3 };
    if is_whole { week } else { week - 1 }
}

fn weekday_of(year: i16, month: i8, weekday: Weekday, which: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(which, weekday).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_have_years() {
        assert_eq!(year_of_session(Organ::GeneralAssembly, 73), Some(2018));
        assert_eq!(year_of_session(Organ::GeneralAssembly, 1), Some(1946));
        assert_eq!(year_of_session(Organ::HumanRightsCouncil, 3), Some(2006));
        assert_eq!(year_of_session(Organ::HumanRightsCouncil, 37), Some(2018));
        // As their resolutions are dated: 11 (XI) 1950, 920 (XXXIV) 1962, 1503 (XLVIII) 1970.
        let council = |session| year_of_session(Organ::EconomicAndSocialCouncil, session);
        for (session, year) in
            [(3, 1946), (11, 1950), (14, 1952), (34, 1962), (37, 1964), (48, 1970)]
        {
            assert_eq!(council(session), Some(year), "{session}");
        }
        assert_eq!(council(63), Some(1977));
        assert_eq!(council(0), None);
        assert_eq!(year_of_session(Organ::EconomicAndSocialCouncil, 64), None);
        assert_eq!(year_of_session(Organ::SecurityCouncil, 3), None);
    }

    #[test]
    fn the_assembly_opens_in_the_third_week_of_september() {
        // As it did: 18 September 2018, 17 September 2019, 15 September 2020, 14 September 2021,
        // 13 September 2022, 5 September 2023, 10 September 2024, 9 September 2025.
        let opening =
            |year| opening_of_session(Organ::GeneralAssembly, None, year).map(|date| date.day());
        assert_eq!(opening(2018), Some(18));
        assert_eq!(opening(2019), Some(17));
        assert_eq!(opening(2020), Some(15));
        assert_eq!(opening(2021), Some(14));
        assert_eq!(opening(2022), Some(13));
        assert_eq!(opening(2023), Some(5));
        assert_eq!(opening(2024), Some(10));
        assert_eq!(opening(2025), Some(9));
    }
}
