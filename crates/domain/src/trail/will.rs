//! We will: where the board took it, what it decided, what it answered, and what is to be done.

use super::{
    TrailOf, asked,
    said::waiting,
    scope::Scope,
    step::{LoopStep, Opens, RecordState, TrailKind, TrailRecord, TrailStep},
};
use crate::{
    action::Action,
    agenda_item::AgendaItem,
    minute::Decision,
    promise::{Commitment, CommitmentState},
    voice::{Answer, AnswerKind},
    wording,
};

pub(super) fn step(scope: &Scope<'_>) -> TrailStep {
    let mut records = vec![];
    for item in &scope.items {
        records.push(taken(scope, item));
        let decided = scope.all.decisions.iter().filter(|it| it.agenda_item_id == item.id);
        records.extend(decided.map(|decision| resolved(scope, item, decision)));
    }
    let others = scope.promises.iter().filter(|it| TrailOf::Promise(it.id) != scope.of);
    records.extend(others.map(|promise| TrailRecord {
        detail: format!("Promise {}", promise.number),
        opens: Some(Opens::Promise { id: promise.id }),
        ..TrailRecord::new(TrailKind::Promise, promise.title.as_str())
    }));
    records.extend(scope.commitments.iter().map(|it| promised(scope, it)));
    records.extend(scope.answers.iter().map(|it| answered(scope, it)));
    records.extend(asked::answered(scope));
    records.extend(scope.actions.iter().map(|it| asked(scope, it)));
    records.extend(super::told::printed(scope, false));
    TrailStep::new(LoopStep::WeWill, records, gaps(scope))
}

/// An item that took it.
fn taken(scope: &Scope<'_>, item: &AgendaItem) -> TrailRecord {
    let meeting = scope.all.meeting(item.meeting_id);
    let met = meeting.is_some_and(|it| it.state.was_held() || it.started_at.is_some());
    let minute = scope.all.minutes.iter().find(|it| it.agenda_item_id == item.id);
    let number = minute.map(|it| it.number.as_str()).filter(|number| !number.is_empty());
    let place = match item.number.as_str() {
        "" => "On a draft agenda".to_owned(),
        number => format!("Item {number}"),
    };
    let mut detail = [Some(place), number.map(|number| format!("minute {number}"))];
    if item.is_withdrawn() {
        detail[1] = Some("withdrawn".into());
    }
    TrailRecord {
        detail: detail.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        on: meeting.map(|it| it.date),
        state: if met { RecordState::Done } else { RecordState::Open },
        marking: item.access.marking(),
        opens: Some(opens(item, met)),
        ..TrailRecord::new(TrailKind::Item, scope.item_title(item))
    }
}

fn opens(item: &AgendaItem, met: bool) -> Opens {
    let (meeting, item) = (item.meeting_id, item.id);
    if met { Opens::Minutes { meeting, item } } else { Opens::Agenda { meeting, item } }
}

fn resolved(scope: &Scope<'_>, item: &AgendaItem, decision: &Decision) -> TrailRecord {
    TrailRecord {
        on: scope.all.meeting(item.meeting_id).map(|it| it.date),
        state: RecordState::Done,
        marking: item.access.marking(),
        opens: Some(opens(item, true)),
        ..TrailRecord::new(TrailKind::Decision, decision.text.as_str())
    }
    .guarded_when(scope.closes(Some(item.id)))
}

fn promised(scope: &Scope<'_>, commitment: &Commitment) -> TrailRecord {
    let all = scope.all;
    let who = all.name(commitment.person_id).or(Some(commitment.person_words.clone()));
    let number = all.promises.iter().find(|it| it.id == commitment.promise_id).map(|it| it.number);
    let parts = [
        number.map(|number| format!("Promise {number}")),
        who.filter(|who| !who.is_empty()),
        commitment.due.map(|due| format!("by {}", wording::date_without_weekday(due))),
    ];
    TrailRecord {
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        state: match commitment.state(all.today) {
            CommitmentState::Done => RecordState::Done,
            CommitmentState::Overdue => RecordState::Late,
            _ => RecordState::Open,
        },
        opens: Some(Opens::Promise { id: commitment.promise_id }),
        ..TrailRecord::new(TrailKind::Commitment, commitment.text.as_str())
    }
}

fn answered(scope: &Scope<'_>, answer: &Answer) -> TrailRecord {
    let how = match answer.kind {
        AnswerKind::Action => "Answered by an action",
        AnswerKind::Commitment => "Answered by a commitment",
        AnswerKind::AlreadyHappens => "This already happens",
        AnswerKind::NoBecause => "No, with the reason",
    };
    let by = scope.all.name(answer.answered_by);
    TrailRecord {
        detail: by.map_or_else(|| how.to_owned(), |by| format!("{how} · {by}")),
        on: Some(answer.answered_on),
        state: RecordState::Done,
        marking: scope.access(answer.agenda_item_id).and_then(|it| it.marking()),
        opens: Some(Opens::Voice { id: answer.voice_id }),
        ..TrailRecord::new(TrailKind::Answer, answer.plain_text.as_str())
    }
    .guarded_when(scope.guards_answer(answer))
}

fn asked(scope: &Scope<'_>, action: &Action) -> TrailRecord {
    let all = scope.all;
    let parts = [
        Some(format!("Action {}", action.reference)),
        all.name(action.owner_id),
        action.due.map(|due| format!("due {}", wording::date_without_weekday(due))),
    ];
    TrailRecord {
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        on: Some(action.opened_on),
        state: match action.is_live() {
            true if action.is_overdue(all.today) => RecordState::Late,
            true => RecordState::Open,
            false => RecordState::Done,
        },
        marking: scope.access(action.agenda_item_id).and_then(|it| it.marking()),
        opens: Some(Opens::Action { id: action.id }),
        ..TrailRecord::new(TrailKind::Action, action.text.as_str())
    }
    .guarded_when(scope.closes(action.agenda_item_id))
}

fn gaps(scope: &Scope<'_>) -> Vec<String> {
    let mut gaps = vec![];
    let met = |item: &&&AgendaItem| {
        let meeting = scope.all.meeting(item.meeting_id);
        meeting.is_some_and(|it| it.state.was_held() || it.started_at.is_some())
    };
    let held = scope.items.iter().filter(met).count() > 0;
    match scope.of {
        TrailOf::Voice(_) if scope.items.is_empty() && scope.commitments.is_empty() => {
            gaps.push(match scope.answers.is_empty() {
                true => "No meeting has taken it yet.".into(),
                false => "No meeting took it: it was answered without the board.".into(),
            });
        }
        TrailOf::Voice(_) if !held && scope.answers.is_empty() => {
            gaps.push("It is on an agenda, and the meeting is still to come.".into());
        }
        TrailOf::Promise(_) if scope.commitments.is_empty() => {
            gaps.push("Nobody has said yet what will be done to keep it.".into());
        }
        TrailOf::Item(_) if held => {
            let decided = scope.all.decisions.iter().any(|it| TrailOf::Item(it.agenda_item_id) == scope.of);
            if !decided && scope.actions.is_empty() && scope.answers.is_empty() {
                gaps.push("Nothing was decided, and no action or answer came of it.".into());
            }
        }
        _ => {}
    }
    gaps.extend(waiting(scope));
    gaps
}
