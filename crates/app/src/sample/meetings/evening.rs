//! What happened at a meeting: who was there, minutes and decisions.

use pledgeboard_domain::{
    AgendaItem, Attendance, AttendanceStatus, Correction, Decision, Interest, ItemKind, Minute, Vote,
    private_items,
};

use super::sitting::{Came, Item, Sitting};
use crate::{
    sample::{
        calendar::Calendar,
        ids::{id, item as item_id, meeting, person},
    },
    transfer::Records,
};

pub(super) fn add(to: &mut Records, calendar: &Calendar, it: &Sitting) {
    if !it.state.was_held() {
        return;
    }
    attendance(to, calendar, it);
    for item in it.items {
        minute(to, it, item);
    }
    if it.key == "second" {
        to.corrections.push(Correction {
            id: id("correction", it.key),
            version: 1,
            meeting_id: meeting(it.key),
            agenda_item_id: Some(item_id("second gym")),
            on: calendar.meeting(-8),
            text: "In the recorded vote Councillor Adeyemi is shown as abstaining; she asked that it be noted that she \
                   abstained because the cost was not before the Board."
                .into(),
            person_id: Some(person("webb")),
        });
    }
}

fn attendance(to: &mut Records, calendar: &Calendar, it: &Sitting) {
    let date = calendar.meeting(it.weeks);
    let seated: Vec<_> =
        to.terms.iter().filter(|term| term.holds_on(date)).map(|term| term.person_id).collect();
    let substitutes = it
        .attendance
        .iter()
        .filter(|came| came.status == AttendanceStatus::Substitute)
        .map(|came| person(came.who));
    for who in seated.into_iter().chain(substitutes) {
        let came = it.attendance.iter().find(|came| person(came.who) == who);
        let set = |key: &'static str| Some(key).filter(|key| !key.is_empty());
        to.attendances.push(Attendance {
            id: id("attendance", &format!("{} {who}", it.key)),
            version: 1,
            meeting_id: meeting(it.key),
            person_id: who,
            status: came.map_or(AttendanceStatus::Present, |came| came.status),
            substitute_for_id: came.and_then(|came| set(came.instead_of)).map(person),
            from_item_id: came.and_then(|came| set(came.from)).map(item_id),
            to_item_id: None,
            interests: came.map(interests).unwrap_or_default(),
        });
    }
}

fn interests(came: &Came) -> Vec<Interest> {
    came.interest
        .iter()
        .map(|(item, kind, nature, left_room)| Interest {
            agenda_item_id: Some(item_id(item)),
            kind: *kind,
            nature: (*nature).into(),
            left_room: *left_room,
        })
        .collect()
}

fn minute(to: &mut Records, sitting: &Sitting, it: &Item) {
    to.minutes.push(Minute {
        id: id("minute", it.key),
        version: 1,
        agenda_item_id: item_id(it.key),
        number: String::new(),
        text: it.minute.into(),
        private_text: it.private.into(),
        officer_summary: it.officer_summary.into(),
        plain_text: it.minute_plain.into(),
    });
    let items: Vec<AgendaItem> =
        to.agenda_items.iter().filter(|item| item.meeting_id == meeting(sitting.key)).cloned().collect();
    for (position, resolved) in (1_i64..).zip(it.resolved) {
        // The resolution to exclude is in the app's words, as the chair reads them out.
        let text = match it.kind {
            ItemKind::Exclusion => private_items::resolution(&items),
            _ => resolved.text.into(),
        };
        to.decisions.push(Decision {
            id: id("decision", &format!("{} {position}", it.key)),
            version: 1,
            agenda_item_id: item_id(it.key),
            position,
            text,
            plain_text: resolved.plain.into(),
            mover_id: Some(person(resolved.mover)),
            seconder_id: Some(person(resolved.seconder)),
            votes: resolved
                .votes
                .iter()
                .map(|(who, way)| Vote { person_id: person(who), way: *way })
                .collect(),
        });
    }
}
