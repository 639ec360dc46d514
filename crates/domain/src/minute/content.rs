//! Everything that minutes print, gathered once; documents filter it by audience and never look further.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Decision, Minute, VoteWay};
use crate::{
    access::Access,
    action::Action,
    agenda_item::{AgendaItem, ItemKind},
    attendance::{Attendance, AttendanceStatus, InterestKind},
    evening::{Expected, Part},
    id::{AgendaItemId, ApprovedMinutesId, MeetingId, PersonId},
    meeting::{Correction, Meeting},
    person::Person,
    wording,
};

/// Somebody who was there, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedPerson {
    pub name: String,
    /// The seat or the job; empty for none.
    pub part: String,
    /// "from item 3", "until item 5", "from item 3 until item 5"; empty for the whole meeting.
    pub stayed: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedInterest {
    pub name: String,
    /// The item's number; empty where it concerns the whole meeting.
    pub item: String,
    pub kind: InterestKind,
    pub nature: String,
    pub left_room: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedVote {
    pub name: String,
    pub way: VoteWay,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedDecision {
    /// "(a)".
    pub letter: String,
    pub text: String,
    pub plain_text: String,
    /// Empty when nobody is recorded.
    pub mover: String,
    pub seconder: String,
    pub votes: Vec<MinutedVote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedAction {
    pub reference: String,
    pub text: String,
    pub plain_text: String,
    /// Empty when nobody owns it yet.
    pub owner: String,
    pub due: Option<NaiveDate>,
    /// The access of the item it was born of, which may not be the item under which it is minuted.
    pub access: Access,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedItem {
    /// Without its internal notes.
    pub item: AgendaItem,
    /// The lead as printed; empty for none.
    pub lead: String,
    pub minute: Option<Minute>,
    pub decisions: Vec<MinutedDecision>,
    /// Born of this item.
    pub actions: Vec<MinutedAction>,
    /// Closed by the board at this meeting; listed under the item for actions, or the first item without one.
    pub closed: Vec<MinutedAction>,
    pub deferred_to: Option<NaiveDate>,
}

impl MinutedItem {
    /// Items of form, for which nobody writes plain words.
    pub fn is_routine(&self) -> bool {
        matches!(
            self.item.kind,
            ItemKind::Welcome
                | ItemKind::Interests
                | ItemKind::Election
                | ItemKind::LastMinutes
                | ItemKind::Exclusion
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedCorrection {
    pub on: NaiveDate,
    pub text: String,
    /// The item's number; empty where it concerns the whole.
    pub item: String,
    /// The access of the item it corrects.
    pub access: Access,
}

/// "Approved as a correct record on …, signed by the chair …".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Approval {
    pub on: NaiveDate,
    pub signed_by: String,
}

/// The content of minutes: built afresh while they are a draft, frozen when approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesContent {
    /// Without the chair's comments.
    pub meeting: Meeting,
    pub themes: Vec<String>,
    /// Who was in the chair; empty for none.
    pub chair: String,
    /// Members present (Local Government Act 1972, Schedule 12, paragraph 40).
    pub members: Vec<MinutedPerson>,
    pub in_attendance: Vec<MinutedPerson>,
    /// "Sam and two young representatives"; empty for none.
    pub young_representatives: String,
    pub apologies: Vec<String>,
    pub absent: Vec<String>,
    /// "Cllr A for Cllr B".
    pub substitutes: Vec<String>,
    pub interests: Vec<MinutedInterest>,
    pub items: Vec<MinutedItem>,
    pub corrections: Vec<MinutedCorrection>,
    pub approval: Option<Approval>,
}

/// Minutes as they were approved. Written once, and never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovedMinutes {
    pub id: ApprovedMinutesId,
    pub version: i64,
    pub meeting_id: MeetingId,
    pub content: MinutesRecords,
}

/// The records that minutes are made of: read afresh while they are a draft, frozen as they are when approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesRecords {
    pub meeting: Meeting,
    pub themes: Vec<String>,
    /// In the order in which they were taken.
    pub items: Vec<AgendaItem>,
    pub minutes: Vec<Minute>,
    pub decisions: Vec<Decision>,
    /// Born of an item of this meeting, or closed at it.
    pub actions: Vec<Action>,
    /// Items of other meetings, of which actions closed here were born.
    pub elsewhere: Vec<AgendaItem>,
    pub attendances: Vec<Attendance>,
    /// Who was on the board that day, in the order in which they are called.
    pub expected: Vec<Expected>,
    /// Everyone whom the records may name.
    pub people: Vec<Person>,
    pub corrections: Vec<Correction>,
    /// Meetings to which items were deferred.
    pub meetings: Vec<Meeting>,
}

impl MinutesRecords {
    /// What is kept for good: nothing internal, no contact details, and nothing that the minutes do not name.
    #[must_use]
    pub fn frozen(mut self) -> Self {
        let here = self.meeting.id;
        let own: Vec<AgendaItemId> = self.items.iter().map(|item| item.id).collect();
        self.meeting.chair_comments.clear();
        self.items.retain(|item| !item.is_withdrawn());
        self.actions.retain(|it| {
            it.closed_at_id == Some(here) || it.agenda_item_id.is_some_and(|item| own.contains(&item))
        });
        self.elsewhere.retain(|item| self.actions.iter().any(|it| it.agenda_item_id == Some(item.id)));
        self.items.iter_mut().chain(&mut self.elsewhere).for_each(|item| item.internal_notes.clear());
        for person in &mut self.people {
            person.email.clear();
            person.phone.clear();
        }
        self.meetings.retain(|meeting| self.items.iter().any(|item| item.deferred_to_id == Some(meeting.id)));
        self
    }

    /// The frozen records with the corrections since: dated notes beside the minutes.
    #[must_use]
    pub fn with_corrections(self, corrections: Vec<Correction>) -> Self {
        Self { corrections, ..self }
    }
}

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
        named.push(format!("{} young {noun}", in_words(unnamed)));
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

fn in_words(n: usize) -> String {
    const WORDS: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    n.checked_sub(1).and_then(|at| WORDS.get(at)).map_or_else(|| n.to_string(), |word| (*word).to_owned())
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
