//! How will we know, and we did: what measures it, what the lenses say, what is done.

use super::{
    said::waiting,
    scope::Scope,
    step::{LoopStep, Opens, RecordState, TrailKind, TrailRecord, TrailStep},
};
use crate::{
    action::ActionState,
    check::opinions,
    figure,
    promise::{Measure, Promise, current_set},
    wording,
};

pub(super) fn know(scope: &Scope<'_>) -> TrailStep {
    let mut records = vec![];
    let mut gaps = vec![];
    for promise in &scope.promises {
        let measures = scope.all.measures.iter().filter(|it| it.promise_id == promise.id);
        let measured: Vec<_> = measures.map(|it| measure(promise, it)).collect();
        if measured.is_empty() {
            gaps.push(format!("Nothing measures promise {} yet.", promise.number));
        }
        records.extend(measured);
        let seen = checks(scope, promise);
        if seen.is_empty() && is_made(scope, promise) {
            gaps.push(format!("Nobody has looked at promise {} in the last two half-terms.", promise.number));
        }
        records.extend(seen);
    }
    if undecided(scope) {
        gaps.push("Nothing has been decided yet, so there is nothing to measure.".into());
    }
    if scope.promises.is_empty() && !scope.actions.is_empty() {
        gaps.push("No promise stands behind it, so nothing measures whether it helped.".into());
    }
    TrailStep::new(LoopStep::HowWillWeKnow, records, gaps)
}

/// A voice waits, and nothing is promised or begun that could answer it: what follows is not needless but open.
fn undecided(scope: &Scope<'_>) -> bool {
    waiting(scope).is_some()
        && scope.promises.is_empty()
        && scope.actions.is_empty()
        && scope.commitments.is_empty()
}

/// Whether the board makes it today: a retired promise, and one of an older set, is looked at no more.
fn is_made(scope: &Scope<'_>, promise: &Promise) -> bool {
    !current_set(scope.all.today, vec![promise.clone()], scope.all.strategy_periods).is_empty()
}

fn measure(promise: &Promise, measure: &Measure) -> TrailRecord {
    let amount = |value: f64| figure::with_unit(value, &measure.unit);
    let parts = [
        measure.latest().map(|point| format!("now {}", amount(point.value))),
        measure.trend().map(|trend| trend.to_string()),
        measure.target.map(|target| format!("target {}", amount(target))),
    ];
    TrailRecord {
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        on: measure.latest().map(|point| point.on),
        opens: Some(Opens::Promise { id: promise.id }),
        ..TrailRecord::new(TrailKind::Measure, measure.text.as_str())
    }
}

/// The latest word through each lens, side by side: they are never averaged (rule 7).
fn checks(scope: &Scope<'_>, promise: &Promise) -> Vec<TrailRecord> {
    let all = scope.all;
    let own: Vec<_> = all.checks.iter().filter(|it| it.promise_id == promise.id).cloned().collect();
    let said = opinions(&own, all.today, all.half_terms);
    let latest =
        |lens| own.iter().filter(|it| it.lens == lens && it.on <= all.today).max_by_key(|it| (it.on, it.id));
    said.into_iter()
        .map(|(lens, rating)| TrailRecord {
            detail: match scope.promises.len() {
                1 => String::new(),
                _ => format!("Promise {}", promise.number),
            },
            on: latest(lens).map(|it| it.on),
            opens: Some(Opens::Promise { id: promise.id }),
            ..TrailRecord::new(TrailKind::Check, capital(&format!("{lens}: {rating}")))
        })
        .collect()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

pub(super) fn did(scope: &Scope<'_>) -> TrailStep {
    let mut records = vec![];
    for action in
        scope.actions.iter().filter(|it| matches!(it.state, ActionState::Done | ActionState::Closed))
    {
        let words = if action.done_plain.is_empty() { &action.text } else { &action.done_plain };
        let closed = action.state == ActionState::Closed;
        records.push(
            TrailRecord {
                detail: format!("Action {} · {}", action.reference, action.state),
                on: if closed { action.closed_on } else { action.done_on },
                state: if closed { RecordState::Done } else { RecordState::Open },
                marking: scope.access(action.agenda_item_id).and_then(|it| it.marking()),
                opens: Some(Opens::Action { id: action.id }),
                ..TrailRecord::new(TrailKind::Action, words.as_str())
            }
            .guarded_when(scope.closes(action.agenda_item_id)),
        );
    }
    for commitment in scope.commitments.iter().filter(|it| it.done_on.is_some()) {
        let words = if commitment.done_plain.is_empty() { &commitment.text } else { &commitment.done_plain };
        records.push(TrailRecord {
            on: commitment.done_on,
            state: RecordState::Done,
            opens: Some(Opens::Promise { id: commitment.promise_id }),
            ..TrailRecord::new(TrailKind::Commitment, words.as_str())
        });
    }
    let open = scope.actions.iter().filter(|it| it.state == ActionState::Open).count();
    let owed = scope.commitments.iter().filter(|it| it.done_on.is_none()).count();
    let counted = |n: usize, one, many| (n > 0).then(|| wording::count(n as u64, one, many));
    let left: Vec<String> = [counted(open, "action", "actions"), counted(owed, "commitment", "commitments")]
        .into_iter()
        .flatten()
        .collect();
    let gaps = match left.is_empty() {
        true if records.is_empty() && waiting(scope).is_some() => {
            vec!["Nothing has been decided yet.".into()]
        }
        true => vec![],
        false => {
            let is = if open + owed == 1 { "is" } else { "are" };
            vec![format!("{} {is} not done yet.", wording::list(&left))]
        }
    };
    TrailStep::new(LoopStep::WeDid, records, gaps)
}
