//! The evening itself: starting and ending, who is expected, who counts, and what may still be recorded.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    attendance::{Attendance, Quorum},
    id::{AgendaItemId, MeetingId, PersonId},
    meeting::{Meeting, MeetingState},
    person::{Person, Role, Seat, TermOfOffice},
    refusal::{Checked, Refusal},
    wording,
};

impl Meeting {
    /// The meeting begins, at this time. Only a published agenda can be met on.
    pub fn start(&mut self, at: NaiveTime) -> Checked {
        if self.state < MeetingState::AgendaPublished {
            return Err(Refusal::rule("Publish the agenda before you start the meeting."));
        }
        if self.started_at.is_some() || self.state.was_held() {
            return Err(Refusal::rule("This meeting has started already."));
        }
        self.started_at = Some(at);
        Ok(())
    }

    /// The meeting closes, at this time; it was held.
    pub fn end(&mut self, at: NaiveTime) -> Checked {
        self.must_be_under_way()?;
        self.ended_at = Some(at);
        self.current_item_id = None;
        self.check()?;
        self.advance(MeetingState::Held)
    }

    /// The meeting turns to an item, in whatever order.
    pub fn turn_to(&mut self, item: AgendaItemId) -> Checked {
        self.must_be_under_way()?;
        self.current_item_id = Some(item);
        Ok(())
    }

    /// Refuses what can only happen while the meeting runs.
    pub fn must_be_under_way(&self) -> Checked {
        if self.is_under_way() {
            return Ok(());
        }
        Err(Refusal::rule(if self.state.was_held() {
            "This meeting has ended."
        } else {
            "Start the meeting first."
        }))
    }

    /// Apologies may come before the agenda is out; when the minutes are approved, attendance is locked with them.
    pub fn attendance_open(&self) -> Checked {
        if self.state == MeetingState::MinutesApproved {
            return self.minutes_open();
        }
        Ok(())
    }

    /// The board closes actions at a meeting that has begun and whose minutes are not approved.
    pub fn may_close_actions(&self) -> Checked {
        if !self.is_under_way() && !self.state.was_held() {
            return Err(Refusal::rule("Only a meeting closes an action. Start the meeting first."));
        }
        self.minutes_open()
    }

    /// Whether an item put off tonight can go straight onto this meeting's agenda.
    pub fn takes_deferred_items(&self, from: &Meeting) -> Checked {
        if self.id == from.id || self.date < from.date {
            return Err(Refusal::field("to_meeting_id", "Choose a later meeting."));
        }
        if !self.state.agenda_is_draft() {
            return Err(Refusal::field(
                "to_meeting_id",
                "That agenda is published already. Add the item there as a late item, with the chair's reason.",
            ));
        }
        Ok(())
    }
}

/// The sentence that an item leaves in the minutes when it is put off.
#[must_use]
pub fn deferred_words(to: NaiveDate) -> String {
    format!("This item was deferred to the meeting on {}.", wording::date_without_weekday(to))
}

/// The next meeting after this one that can take an item, the earliest first.
#[must_use]
pub fn next_to_take_items<'a>(from: &Meeting, meetings: &'a [Meeting]) -> Option<&'a Meeting> {
    meetings
        .iter()
        .filter(|it| it.takes_deferred_items(from).is_ok() && it.date > from.date)
        .min_by_key(|it| (it.date, it.starts))
}

crate::text_enum! {
    /// Which part somebody has in a meeting; the order is the order in which they are called.
    Part {
        /// Sits on the board in a seat of its own.
        Member = "member" => "member",
        YoungRepresentative = "young_representative" => "young representative",
        /// Officers, and everyone else who comes.
        InAttendance = "in_attendance" => "in attendance",
    }
}

/// Somebody who may be at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Expected {
    pub person_id: PersonId,
    pub part: Part,
    /// The seat they hold that day, in words; their job or organisation where they hold none.
    pub seat: String,
    /// Whether they count for the quorum.
    pub counts: bool,
}

/// Everyone on the board that day: members in the order of their seats, young representatives, then the rest by name.
///
/// Officers advise and are no members, even in a seat. A board that has given nobody a seat takes its councillors as
/// its members, and they count for the quorum.
#[must_use]
pub fn expected(people: &[Person], seats: &[Seat], terms: &[TermOfOffice], on: NaiveDate) -> Vec<Expected> {
    let seat_of = |person: PersonId| {
        terms
            .iter()
            .filter(|term| term.person_id == person && term.holds_on(on))
            .filter_map(|term| seats.iter().find(|seat| seat.id == term.seat_id))
            .min_by_key(|seat| seat.position)
    };
    let nobody_sits = people.iter().all(|person| seat_of(person.id).is_none());
    let mut found: Vec<(i64, String, Expected)> = people
        .iter()
        .filter(|person| !person.has_left(on))
        .map(|person| {
            let seat = seat_of(person.id);
            let is_member = match seat {
                Some(seat) => !advises(seat.role),
                None => nobody_sits && person.is_councillor(),
            };
            let part = if person.is_young_representative() {
                Part::YoungRepresentative
            } else if is_member {
                Part::Member
            } else {
                Part::InAttendance
            };
            let words = seat.map(|seat| seat.name.clone()).unwrap_or_else(|| {
                if person.job.is_empty() { person.organisation.clone() } else { person.job.clone() }
            });
            let expected = Expected {
                person_id: person.id,
                part,
                seat: words,
                counts: seat.map_or(is_member, |seat| seat.counts_for_quorum),
            };
            (seat.map_or(i64::MAX, |seat| seat.position), person.name.clone(), expected)
        })
        .collect();
    found.sort_by(|a, b| (a.2.part, a.0, &a.1).cmp(&(b.2.part, b.0, &b.1)));
    found.into_iter().map(|(_, _, expected)| expected).collect()
}

fn advises(role: Role) -> bool {
    matches!(
        role,
        Role::Director
            | Role::Officer
            | Role::DemocraticServices
            | Role::ParticipationWorker
            | Role::Observer
            | Role::YoungRepresentative
    )
}

impl Quorum {
    /// "Quorum: 6 members are here, and 4 are needed."
    #[must_use]
    pub fn words(self) -> String {
        let there = u64::try_from(self.there).unwrap_or_default();
        let are = if there == 1 { "is" } else { "are" };
        let here = wording::count(there, "member", "members");
        if self.is_met() {
            format!("There is a quorum: {here} {are} here, and {} are needed.", self.needed)
        } else {
            format!(
                "No quorum: {here} {are} here, and {} are needed. Decisions would not stand.",
                self.needed
            )
        }
    }
}

/// One person once, and only people and items that fit: what a change to attendance must keep.
pub fn attendance_fits(one: &Attendance, meeting: MeetingId, order: &[AgendaItemId]) -> Checked {
    one.check()?;
    if one.meeting_id != meeting {
        return Err(Refusal::not_found("attendance"));
    }
    let place = |item: AgendaItemId| order.iter().position(|id| *id == item);
    for (field, item) in [("from_item_id", one.from_item_id), ("to_item_id", one.to_item_id)] {
        if item.is_some_and(|item| place(item).is_none()) {
            return Err(Refusal::field(field, "Choose an item of this meeting."));
        }
    }
    if let (Some(from), Some(to)) = (one.from_item_id.and_then(place), one.to_item_id.and_then(place))
        && to < from
    {
        return Err(Refusal::field("to_item_id", "They left before they came. Check the items."));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
