//! The gaps of a year: themes that nobody links to, half-terms without an event, events that brought no voice.

use chrono::NaiveDate;

use crate::{event::Event, half_term::HalfTerm};

crate::text_enum! {
    /// Something that the year lacks.
    Gap {
        NoChampion = "no_champion" => "no Link Champion",
        /// The half-term is over.
        NoEvent = "no_event" => "no event was held",
        /// The half-term is under way.
        NoEventYet = "no_event_yet" => "no event yet",
        /// The day has passed and nobody said how it was.
        NotLogged = "not_logged" => "not logged yet",
        NoVoices = "no_voices" => "no voices from it",
    }
}

/// What a theme with a Link Champion lacks in one half-term, from its events there. The future lacks nothing yet.
pub fn of_half_term(half_term: &HalfTerm, events: usize, today: NaiveDate) -> Option<Gap> {
    match events {
        0 if half_term.ends < today => Some(Gap::NoEvent),
        0 if half_term.starts <= today => Some(Gap::NoEventYet),
        _ => None,
    }
}

/// What one event lacks.
pub fn of_event(event: &Event, voices: usize, today: NaiveDate) -> Option<Gap> {
    match event.held {
        true if voices == 0 => Some(Gap::NoVoices),
        false if event.date < today => Some(Gap::NotLogged),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{event::EventKind, half_term::Term};

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    #[test]
    fn a_half_term_without_an_event_is_a_gap_once_it_has_begun() {
        let autumn = HalfTerm {
            id: Uuid::nil().into(),
            version: 1,
            academic_year: 2026,
            term: Term::Autumn2,
            starts: day(11, 2),
            ends: day(12, 18),
        };
        assert_eq!(of_half_term(&autumn, 0, day(10, 30)), None);
        assert_eq!(of_half_term(&autumn, 0, day(11, 22)), Some(Gap::NoEventYet));
        assert_eq!(of_half_term(&autumn, 0, day(12, 19)), Some(Gap::NoEvent));
        assert_eq!(of_half_term(&autumn, 1, day(12, 19)), None);
    }

    #[test]
    fn an_event_lacks_its_account_or_its_voices() {
        let mut event = Event {
            id: Uuid::nil().into(),
            version: 1,
            title: "Pizza night".into(),
            theme_id: Uuid::nil().into(),
            half_term_id: None,
            date: day(11, 18),
            place: String::new(),
            kind: EventKind::Meal,
            person_id: None,
            held: false,
            came: vec![],
            came_total: None,
            what_happened: String::new(),
            take_to_board: String::new(),
        };
        assert_eq!(of_event(&event, 0, day(11, 18)), None);
        assert_eq!(of_event(&event, 0, day(11, 22)), Some(Gap::NotLogged));
        event.held = true;
        assert_eq!(of_event(&event, 0, day(11, 22)), Some(Gap::NoVoices));
        assert_eq!(of_event(&event, 3, day(11, 22)), None);
    }
}
