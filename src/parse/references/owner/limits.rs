//! Dates behind numbers, and what is nearly one, a line each. Knows no document.

use super::*;

#[test]
fn the_year_of_a_date_behind_a_number() {
    for (text, year) in [
        (" of 23 March 2017, and", Some(2017)),
        (", de 9 de diciembre de 1998", Some(1998)),
        (" of 23 March 1945", Some(1945)),
        (" of 23 March 1944", None),
        (" of 23 March 2100", Some(2100)),
        (" of 23 March 2101", None),
        (" of 123 March 2017", None),
        (" of 23 March (2017", None),
        (" of 23, March 2017", None),
        (", which (on 23 March 2017", None),
        (" on the very next day 3 May 2017", None),
        (" a b c d 3 May 2017", Some(2017)),
        (" a b c d e 3 May 2017", None),
        (" and all others", None),
        ("", None),
    ] {
        assert_eq!(year_after(text), year, "{text}");
    }
}
