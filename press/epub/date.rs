//! When the book was made, in a way that makes equal books equal files.

use anyhow::{Context, Result, ensure};
use std::env;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use time::macros::datetime;

/// A moment, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    moment: Option<OffsetDateTime>,
}

/// The first moment that files of an EPUB can have.
const FIRST: OffsetDateTime = datetime!(1980-01-01 0:00 UTC);
/// The last second of the year 9999: XML's dates have four digits for the year.
const LAST: i64 = 253_402_300_799;

impl Date {
    /// No date: an EPUB must have one, so it is the first moment that its files can have, the beginning of 1980.
    pub const NONE: Self = Self { moment: None };

    /// What the environment says: the seconds in `SOURCE_DATE_EPOCH`, or no date.
    ///
    /// # Errors
    /// A value that is not such a number.
    pub fn of_environment() -> Result<Self> {
        match env::var_os("SOURCE_DATE_EPOCH") {
            Some(value) => Self::parse(&value.to_string_lossy()),
            None => Ok(Self::NONE),
        }
    }

    fn parse(value: &str) -> Result<Self> {
        let valid = || {
            format!(
                "SOURCE_DATE_EPOCH is `{value}`; valid are seconds since 1970, from 0 to {LAST}"
            )
        };
        let seconds: i64 = value.parse().with_context(valid)?;
        ensure!((0..=LAST).contains(&seconds), valid());
        Ok(Self { moment: Some(OffsetDateTime::from_unix_timestamp(seconds)?) })
    }

    /// Whether there is one.
    pub fn is_known(self) -> bool {
        self.moment.is_some()
    }

    /// The moment as XML has it: `1980-01-01T00:00:00Z`.
    pub fn text(self) -> String {
        self.moment.unwrap_or(FIRST).format(&Rfc3339).expect("a year of four digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_a_date() {
        // From `date --utc --date=@…`.
        for (seconds, expected) in [
            ("0", "1970-01-01T00:00:00Z"),
            ("951782399", "2000-02-28T23:59:59Z"),
            ("951782400", "2000-02-29T00:00:00Z"),
            ("978307199", "2000-12-31T23:59:59Z"),
            ("1709251200", "2024-03-01T00:00:00Z"),
            ("4107542400", "2100-03-01T00:00:00Z"),
            ("253402300799", "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Date::parse(seconds).unwrap().text(), expected);
        }
        assert_eq!(Date::NONE.text(), "1980-01-01T00:00:00Z");
    }

    #[test]
    fn what_is_no_number_of_seconds_is_an_error() {
        for value in ["", "now", "-1", "1.5", "253402300800"] {
            let error = Date::parse(value).unwrap_err().to_string();
            assert!(error.contains(&format!("`{value}`; valid are")), "{error}");
        }
    }
}
