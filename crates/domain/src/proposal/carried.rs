//! What earlier meetings hand on: actions until the board closes them, minutes to approve, items put off.

use super::{Proposed, ProposedFrom, Sources, begin, formal, item_of};
use crate::{
    action::{Action, ActionState},
    agenda_item::{ItemKind, Purpose, TemplateLine},
    meeting::Meeting,
    running_clock::Speaker,
    wording,
};

pub(super) fn actions(sources: &Sources<'_>) -> Option<Proposed> {
    let into = item_of(sources, ItemKind::Actions);
    let mut live: Vec<&Action> = sources
        .live_actions
        .iter()
        .filter(|action| into.is_none_or(|item| !item.actions.contains(&action.id)))
        .collect();
    if live.is_empty() {
        return None;
    }
    live.sort_by_key(|action| (!action.is_overdue(sources.today), action.due, action.id));
    let line = TemplateLine {
        title: "Actions".into(),
        kind: ItemKind::Actions,
        purpose: Purpose::Check,
        presenting_minutes: 0,
        discussing_minutes: 10,
        presented_by: Speaker::Officer,
        lead_words: String::new(),
    };
    let why = format!("Actions stay until the board closes them: {}.", how_they_stand(&live, sources.today));
    Some(Proposed {
        into: into.map(|item| item.id),
        actions: live.iter().map(|action| action.id).collect(),
        ..begin("actions".into(), ProposedFrom::Actions, line, why)
    })
}

/// "12 open, 3 overdue, 4 ready to close".
pub fn how_they_stand(actions: &[&Action], today: chrono::NaiveDate) -> String {
    let count = |wanted: &dyn Fn(&Action) -> bool| actions.iter().filter(|action| wanted(action)).count();
    let open = count(&|action| action.state == ActionState::Open);
    let overdue = count(&|action| action.is_overdue(today));
    let done = count(&|action| action.state == ActionState::Done);
    [(open, "open"), (overdue, "overdue"), (done, "ready to close")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{n} {words}"))
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn last_minutes(sources: &Sources<'_>) -> Vec<Proposed> {
    let there = |meeting: &Meeting| sources.items.iter().any(|item| item.minutes_of_id == Some(meeting.id));
    let mut into = item_of(sources, ItemKind::LastMinutes).filter(|item| item.minutes_of_id.is_none());
    sources
        .unapproved
        .iter()
        .filter(|meeting| !there(meeting))
        .map(|meeting| Proposed {
            into: into.take().map(|item| item.id),
            lead_id: sources.meeting.chair_id,
            minutes_of_id: Some(meeting.id),
            ..begin(
                format!("minutes:{}", meeting.id),
                ProposedFrom::Left,
                formal(&minutes_title(meeting, sources.meeting), ItemKind::LastMinutes, 3),
                "They are not approved yet.",
            )
        })
        .collect()
}

/// "Minutes of 8 October", with the year where it is not that of the meeting that approves them.
pub fn minutes_title(of: &Meeting, at: &Meeting) -> String {
    format!("Minutes of {}", wording::near_date(of.date, at.date))
}

pub(super) fn deferred(sources: &Sources<'_>) -> Vec<Proposed> {
    let there = |title: &str| sources.items.iter().any(|item| item.title == title);
    sources
        .deferred
        .iter()
        .filter(|item| !there(&item.title))
        .map(|item| Proposed {
            lead_id: item.lead_id,
            summary: item.summary.clone(),
            questions: item.questions.clone(),
            voices: item.voices.clone(),
            promises: item.promises.clone(),
            actions: item.actions.clone(),
            again: Some(item.id),
            ..begin(
                format!("again:{}", item.id),
                ProposedFrom::Left,
                TemplateLine::of(item),
                "It was put off to this meeting.",
            )
        })
        .collect()
}
