//! Everything that minutes print, gathered once; documents filter it by audience and never look further.

use super::Decision;
use crate::{
    access::Access,
    action::Action,
    agenda_item::{AgendaItem, ItemKind},
    attendance::{Attendance, AttendanceStatus},
    evening::{Expected, Part},
    id::{AgendaItemId, PersonId},
    meeting::Meeting,
    person::Person,
    wording,
};

mod minuted;
mod records;

pub use minuted::*;
pub use records::*;

/// Gathers what the minutes of a meeting print, in the order in which items were taken.
#[must_use]
pub fn content(parts: &MinutesRecords) -> MinutesContent {
    let items: Vec<&AgendaItem> = parts.items.iter().filter(|item| !item.is_withdrawn()).collect();
    let (members, in_attendance, young_representatives) = present(parts);
    let named = |status: AttendanceStatus| -> Vec<String> {
        in_order(parts)
            .filter(|(it, _)| it.status == status)
            .map(|(it, _)| parts.name(it.person_id))
            .collect()
    };
    let substitutes = in_order(parts)
        .filter(|(it, _)| it.status == AttendanceStatus::Substitute)
        .map(|(it, _)| match it.substitute_for_id {
            Some(absent) => format!("{} for {}", parts.name(it.person_id), parts.name(absent)),
            None => parts.name(it.person_id),
        })
        .collect();
    let interests = in_order(parts)
        .flat_map(|(it, _)| it.interests.iter().map(|interest| (it.person_id, interest)))
        .map(|(person, interest)| MinutedInterest {
            name: parts.name(person),
            item: parts.number(interest.agenda_item_id),
            kind: interest.kind,
            nature: interest.nature.clone(),
            left_room: interest.left_room,
        })
        .collect();
    let under = items.iter().find(|it| it.kind == ItemKind::Actions).or(items.first()).map(|it| it.id);
    MinutesContent {
        meeting: Meeting { chair_comments: String::new(), ..parts.meeting.clone() },
        themes: parts.themes.clone(),
        chair: parts.meeting.chair_id.map(|id| parts.name(id)).unwrap_or_default(),
        members,
        in_attendance,
        young_representatives,
        apologies: named(AttendanceStatus::Apologies),
        absent: named(AttendanceStatus::Absent),
        substitutes,
        interests,
        items: items.iter().map(|item| parts.minuted(item, under)).collect(),
        corrections: parts
            .corrections
            .iter()
            .map(|it| MinutedCorrection {
                on: it.on,
                text: it.text.clone(),
                item: parts.number(it.agenda_item_id),
                access: parts.access(it.agenda_item_id),
            })
            .collect(),
        approval: parts
            .meeting
            .approved_on
            .zip(parts.meeting.signed_by)
            .map(|(on, by)| Approval { on, signed_by: parts.name(by) }),
    }
}

/// Attendances in the order in which people are called; those not expected come last.
fn in_order(parts: &MinutesRecords) -> impl Iterator<Item = (&Attendance, Option<&Expected>)> {
    let place = |person| parts.expected.iter().position(|it| it.person_id == person);
    let mut all: Vec<&Attendance> = parts.attendances.iter().collect();
    all.sort_by_key(|it| place(it.person_id).unwrap_or(usize::MAX));
    all.into_iter().map(move |it| (it, place(it.person_id).map(|at| &parts.expected[at])))
}

fn present(parts: &MinutesRecords) -> (Vec<MinutedPerson>, Vec<MinutedPerson>, String) {
    let (mut members, mut others, mut named, mut unnamed) = (vec![], vec![], vec![], 0_usize);
    for (it, expected) in in_order(parts).filter(|(it, _)| it.status == AttendanceStatus::Present) {
        let person = parts.people.iter().find(|person| person.id == it.person_id);
        let part = expected.map_or(Part::InAttendance, |it| it.part);
        if person.is_some_and(Person::is_young_representative) {
            match person.filter(|person| person.printed_name() != person.name) {
                Some(person) => named.push(person.printed_name()),
                None => unnamed += 1,
            }
            continue;
        }
        let printed = MinutedPerson {
            name: parts.name(it.person_id),
            part: expected.map(|it| it.seat.clone()).unwrap_or_default(),
            stayed: stayed(&parts.number(it.from_item_id), &parts.number(it.to_item_id)),
        };
        if part == Part::Member { members.push(printed) } else { others.push(printed) }
    }
    if unnamed > 0 {
        let noun = if unnamed == 1 { "representative" } else { "representatives" };
        named.push(format!("{} young {noun}", wording::in_words(unnamed)));
    }
    (members, others, wording::list(&named))
}

fn stayed(from: &str, to: &str) -> String {
    match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("from item {from}"),
        (true, false) => format!("until item {to}"),
        (false, false) => format!("from item {from} until item {to}"),
    }
}

impl MinutesRecords {
    fn name(&self, id: PersonId) -> String {
        self.people.iter().find(|person| person.id == id).map(Person::printed_name).unwrap_or_default()
    }

    fn item(&self, id: Option<AgendaItemId>) -> Option<&AgendaItem> {
        self.items.iter().chain(&self.elsewhere).find(|item| Some(item.id) == id)
    }

    fn number(&self, id: Option<AgendaItemId>) -> String {
        self.item(id).map(|item| item.number.clone()).unwrap_or_default()
    }

    fn access(&self, id: Option<AgendaItemId>) -> Access {
        self.item(id).map_or_else(Access::open, |item| item.access.clone())
    }

    fn minuted(&self, item: &AgendaItem, closed_under: Option<AgendaItemId>) -> MinutedItem {
        let print = |action: &Action| MinutedAction {
            reference: action.reference.clone(),
            text: action.text.clone(),
            plain_text: action.plain_text.clone(),
            owner: action.owner_id.map(|id| self.name(id)).unwrap_or_default(),
            due: action.due,
            access: self.access(action.agenda_item_id),
        };
        let person = item.lead_id.map(|id| self.name(id)).unwrap_or_default();
        MinutedItem {
            item: AgendaItem { internal_notes: String::new(), ..item.clone() },
            lead: if person.is_empty() { item.lead_words.clone() } else { person },
            minute: self.minutes.iter().find(|minute| minute.agenda_item_id == item.id).cloned(),
            decisions: self
                .decisions
                .iter()
                .filter(|decision| decision.agenda_item_id == item.id)
                .enumerate()
                .map(|(at, decision)| self.decided(at, decision))
                .collect(),
            actions: self.actions.iter().filter(|it| it.agenda_item_id == Some(item.id)).map(print).collect(),
            closed: self
                .actions
                .iter()
                .filter(|it| closed_under == Some(item.id) && it.closed_at_id == Some(self.meeting.id))
                .map(print)
                .collect(),
            deferred_to: item
                .deferred_to_id
                .and_then(|to| self.meetings.iter().find(|meeting| meeting.id == to))
                .map(|meeting| meeting.date),
        }
    }

    fn decided(&self, at: usize, decision: &Decision) -> MinutedDecision {
        let name = |id: Option<PersonId>| id.map(|id| self.name(id)).unwrap_or_default();
        MinutedDecision {
            letter: wording::lettered(at),
            text: decision.text.clone(),
            plain_text: decision.plain_text.clone(),
            mover: name(decision.mover_id),
            seconder: name(decision.seconder_id),
            votes: decision
                .votes
                .iter()
                .map(|vote| MinutedVote { name: self.name(vote.person_id), way: vote.way })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests;
