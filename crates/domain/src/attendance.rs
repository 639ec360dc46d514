//! Who was there, what they declared, and whether the meeting had its quorum.

use serde::{Deserialize, Serialize};

use crate::{
    id::{AgendaItemId, AttendanceId, MeetingId, PersonId},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    AttendanceStatus {
        Present = "present" => "present",
        Apologies = "apologies" => "apologies",
        Absent = "absent" => "absent",
        Substitute = "substitute" => "substitute",
    }
}

crate::text_enum! {
    InterestKind {
        DisclosablePecuniary = "disclosable_pecuniary" => "disclosable pecuniary interest",
        OtherRegistrable = "other_registrable" => "other registrable interest",
        NonRegistrable = "non_registrable" => "non-registrable interest",
        /// Codes of conduct that kept the words of 2007: personal, and personal and prejudicial.
        Personal = "personal" => "personal interest, not prejudicial",
        Prejudicial = "prejudicial" => "personal and prejudicial interest",
    }
}

/// A declared interest, and whether its owner left the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Interest {
    pub agenda_item_id: Option<AgendaItemId>,
    pub kind: InterestKind,
    pub nature: String,
    pub left_room: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attendance {
    pub id: AttendanceId,
    pub version: i64,
    pub meeting_id: MeetingId,
    pub person_id: PersonId,
    pub status: AttendanceStatus,
    pub substitute_for_id: Option<PersonId>,
    /// The item at which they arrived; none means from the start.
    pub from_item_id: Option<AgendaItemId>,
    /// The last item for which they stayed; none means to the end.
    pub to_item_id: Option<AgendaItemId>,
    pub interests: Vec<Interest>,
}

impl Attendance {
    pub fn check(&self) -> Checked {
        if self.status == AttendanceStatus::Substitute && self.substitute_for_id.is_none() {
            return Err(Refusal::field("substitute_for_id", "Choose whom they stand in for."));
        }
        if self.substitute_for_id == Some(self.person_id) {
            return Err(Refusal::field("substitute_for_id", "Nobody stands in for themselves."));
        }
        self.interests.iter().try_for_each(|interest| {
            text::required("interests", "the nature of the interest", &interest.nature, text::MEDIUM)
        })
    }

    pub fn is_in_the_room(&self) -> bool {
        matches!(self.status, AttendanceStatus::Present | AttendanceStatus::Substitute)
    }

    /// Whether they are there at `item`, in the order in which items are taken, and have not left for an interest.
    pub fn is_there_at(&self, item: AgendaItemId, order: &[AgendaItemId]) -> bool {
        let place = |wanted: AgendaItemId| order.iter().position(|id| *id == wanted);
        let here = place(item);
        let arrived =
            self.from_item_id.and_then(place).is_none_or(|from| here.is_none_or(|here| here >= from));
        let stays = self.to_item_id.and_then(place).is_none_or(|to| here.is_none_or(|here| here <= to));
        let left = self.interests.iter().any(|it| it.left_room && it.agenda_item_id == Some(item));
        self.is_in_the_room() && arrived && stays && !left
    }
}

/// The quorum at one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Quorum {
    pub needed: i64,
    pub there: i64,
}

impl Quorum {
    pub fn is_met(self) -> bool {
        self.there >= self.needed
    }
}

/// Counts those there at `item` whose seat counts; with no item, those in the room at all.
pub fn quorum(
    needed: i64,
    attendances: &[Attendance],
    counting: &[PersonId],
    item: Option<AgendaItemId>,
    order: &[AgendaItemId],
) -> Quorum {
    let counts = |it: &Attendance| {
        counting.contains(&it.person_id) || it.substitute_for_id.is_some_and(|id| counting.contains(&id))
    };
    let there = attendances
        .iter()
        .filter(|it| counts(it) && item.map_or(it.is_in_the_room(), |item| it.is_there_at(item, order)))
        .count();
    Quorum { needed, there: i64::try_from(there).unwrap_or(i64::MAX) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn item(n: u128) -> AgendaItemId {
        AgendaItemId(Uuid::from_u128(n))
    }

    fn attends(n: u128, status: AttendanceStatus) -> Attendance {
        Attendance {
            id: AttendanceId(Uuid::from_u128(n)),
            version: 1,
            meeting_id: MeetingId(Uuid::nil()),
            person_id: PersonId(Uuid::from_u128(n)),
            status,
            substitute_for_id: None,
            from_item_id: None,
            to_item_id: None,
            interests: vec![],
        }
    }

    #[test]
    fn the_quorum_watches_who_is_there_at_each_item() {
        let order = [item(1), item(2), item(3)];
        let mut late = attends(1, AttendanceStatus::Present);
        late.from_item_id = Some(item(2));
        let mut leaver = attends(2, AttendanceStatus::Present);
        leaver.interests.push(Interest {
            agenda_item_id: Some(item(3)),
            kind: InterestKind::NonRegistrable,
            nature: "Foster carer".into(),
            left_room: true,
        });
        let mut stand_in = attends(3, AttendanceStatus::Substitute);
        stand_in.substitute_for_id = Some(PersonId(Uuid::from_u128(9)));
        let people = [late, leaver, stand_in, attends(4, AttendanceStatus::Apologies)];
        let counting: Vec<PersonId> = [1, 2, 4, 9].map(|n| PersonId(Uuid::from_u128(n))).into();
        let there = |at| quorum(3, &people, &counting, Some(at), &order).there;
        assert_eq!((there(item(1)), there(item(2)), there(item(3))), (2, 3, 2));
        assert!(quorum(3, &people, &counting, None, &order).is_met());
    }

    #[test]
    fn a_substitute_stands_in_for_somebody_else() {
        let mut it = attends(1, AttendanceStatus::Substitute);
        assert_eq!(it.check().unwrap_err().field, Some("substitute_for_id"));
        it.substitute_for_id = Some(it.person_id);
        assert!(it.check().is_err());
    }
}
