//! What the board knows of a form that it gave out: for whom, for which event, and what of it came in already.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{AwayFormId, EventId, PersonId, ThemeId};

/// A form for one event, as a file or an e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayForm {
    pub id: AwayFormId,
    pub version: i64,
    /// What people read and an e-mail carries: "K7QF-3M9T".
    pub number: String,
    /// The id that the event has once it is on the board.
    pub event_id: EventId,
    pub theme_id: ThemeId,
    pub person_id: Option<PersonId>,
    pub made_on: NaiveDate,
    /// The last day on which something of it came in.
    pub imported_on: Option<NaiveDate>,
    pub imported: Vec<Imported>,
}

/// A part that came in, known by a digest of what it said then: no word is kept a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Imported {
    /// Of the event, the voice or the reality check.
    pub id: Uuid,
    pub digest: Uuid,
}

impl AwayForm {
    /// What the part with this id said when it last came in.
    pub fn digest_of(&self, id: Uuid) -> Option<Uuid> {
        self.imported.iter().find(|it| it.id == id).map(|it| it.digest)
    }

    /// Notes what a part says now.
    pub fn note(&mut self, id: Uuid, digest: Uuid) {
        match self.imported.iter_mut().find(|it| it.id == id) {
            Some(known) => known.digest = digest,
            None => self.imported.push(Imported { id, digest }),
        }
    }
}

/// No letter that looks like a digit, and none that makes words.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number of the form for this event, made of its id: "K7QF-3M9T".
#[must_use]
pub fn number_of(event: EventId) -> String {
    let bits = Uuid::from(event).as_u128();
    let letter = |place: u32| char::from(LETTERS[(bits >> (place * 5)) as usize % LETTERS.len()]);
    let half = |places: std::ops::Range<u32>| places.rev().map(letter).collect::<String>();
    format!("{}-{}", half(4..8), half(0..4))
}

/// A number as somebody typed it, brought to the form in which it is kept: without spaces, O as 0, I and L as 1.
#[must_use]
pub fn number_typed(typed: &str) -> Option<String> {
    let letters: Vec<char> = typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let known = letters.len() == 8 && letters.iter().all(|c| c.is_ascii() && LETTERS.contains(&(*c as u8)));
    known.then(|| letters[..4].iter().chain(&['-']).chain(&letters[4..]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_was_typed() {
        assert_eq!(number_typed(" k7qf 3m9t "), Some("K7QF-3M9T".into()));
        assert_eq!(number_typed("o1il-0000"), Some("0111-0000".into()));
        assert_eq!(number_typed("K7QF-3M9"), None);
        assert_eq!(number_typed("K7QF-3M9U"), None, "U is in no number");
        assert_eq!(number_typed(""), None);
    }

    #[test]
    fn each_event_has_its_number_and_reads_it_back() {
        for n in [0, 1, 0x0193_5f2a_7c01_7000_8123_4567_89ab_cdef, u128::MAX] {
            let number = number_of(EventId(Uuid::from_u128(n)));
            assert_eq!(number_typed(&number), Some(number.clone()));
        }
        assert_ne!(number_of(EventId(Uuid::from_u128(1))), number_of(EventId(Uuid::from_u128(2))));
    }

    #[test]
    fn a_part_is_noted_once_with_what_it_said_last() {
        let mut form = AwayForm {
            id: AwayFormId(Uuid::nil()),
            version: 1,
            number: "K7QF-3M9T".into(),
            event_id: EventId(Uuid::nil()),
            theme_id: ThemeId(Uuid::nil()),
            person_id: None,
            made_on: NaiveDate::default(),
            imported_on: None,
            imported: vec![],
        };
        let (part, first, second) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        assert_eq!(form.digest_of(part), None);
        form.note(part, first);
        form.note(part, second);
        assert_eq!((form.digest_of(part), form.imported.len()), (Some(second), 1));
    }
}
