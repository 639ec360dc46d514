//! Reading a reference back: which number it has, and in which year and meeting it was given.

use chrono::NaiveDate;

use super::{Part, Place, Scope, short_year};

/// What a reference says: its number, and its year, meeting and date where the pattern shows them.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) number: Option<u32>,
    short_year: Option<String>,
    full_year: Option<i32>,
    meeting: Option<u32>,
    date: Option<String>,
}

impl Found {
    pub(super) fn is_in(&self, scope: Scope, place: Place) -> bool {
        let same_year = match place.year {
            None => true,
            Some(year) => {
                self.full_year.is_none_or(|full| full == year)
                    && self.short_year.as_ref().is_none_or(|short| *short == short_year(year))
            }
        };
        let same_meeting = self.meeting.is_none_or(|meeting| Some(meeting) == place.meeting)
            && self.date.as_ref().is_none_or(|date| place.date.map(|d| d.to_string()).as_ref() == Some(date));
        match scope {
            Scope::Ever => true,
            Scope::Year => same_year,
            Scope::Meeting => same_year && same_meeting,
        }
    }
}

/// What a reference says, if the pattern could have written it.
pub(super) fn read(parts: &[Part], reference: &str) -> Option<Found> {
    read_on(parts, reference, Found::default())
}

/// Matches part by part, trying every length of an open-ended number.
fn read_on(parts: &[Part], rest: &str, found: Found) -> Option<Found> {
    let Some((part, parts)) = parts.split_first() else { return rest.is_empty().then_some(found) };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match part {
        Part::Text(text) => read_on(parts, rest.strip_prefix(text.as_str())?, found),
        Part::Number(width) => (*width..=digits).rev().find_map(|length| {
            let number = Some(rest[..length].parse().ok()?);
            read_on(parts, &rest[length..], Found { number, ..found.clone() })
        }),
        Part::Meeting => (1..=digits).rev().find_map(|length| {
            let meeting = Some(rest[..length].parse().ok()?);
            read_on(parts, &rest[length..], Found { meeting, ..found.clone() })
        }),
        Part::ShortYear => {
            let short_year = Some((digits >= 2).then(|| rest[..2].to_owned())?);
            read_on(parts, &rest[2..], Found { short_year, ..found })
        }
        Part::FullYear => {
            let full_year = (digits >= 4).then(|| rest[..4].parse().ok())?;
            read_on(parts, &rest[4..], Found { full_year, ..found })
        }
        Part::Paragraph => read_on(parts, rest, found),
        Part::Date => {
            let date = Some(rest.get(..10).filter(|date| date.parse::<NaiveDate>().is_ok())?.to_owned());
            read_on(parts, &rest[10..], Found { date, ..found })
        }
    }
}
