//! What groups asked for: beside the voices, with its answer and what the group was told.

use super::{
    TrailOf, TrailReader,
    scope::Scope,
    step::{Opens, RecordState, TrailKind, TrailRecord},
};
use crate::{access::Audience, agenda_request::AgendaRequest, id::AgendaItemId};

/// The requests of an item, or of the item that an action was born of, the oldest first.
fn requests<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a AgendaRequest> {
    let item: Option<AgendaItemId> = match scope.of {
        TrailOf::Item(id) => Some(id),
        TrailOf::Action(_) => scope
            .actions
            .iter()
            .find(|it| TrailOf::Action(it.id) == scope.of)
            .and_then(|it| it.agenda_item_id),
        TrailOf::Voice(_) | TrailOf::Promise(_) => None,
    };
    let mut found: Vec<_> =
        scope.all.requests.iter().filter(|it| item.is_some() && it.agenda_item_id == item).collect();
    found.sort_by_key(|it| (it.asked_on, it.id));
    found.into_iter()
}

/// A script has its words only where members may read them in a list; at the desk nothing is kept from those who work.
fn guards(scope: &Scope<'_>, request: &AgendaRequest) -> bool {
    scope.reader == TrailReader::Script
        && (scope.closes(request.agenda_item_id) || !request.may_be_printed_for(Audience::Members))
}

pub(super) fn said(scope: &Scope<'_>) -> Vec<TrailRecord> {
    let record = |it: &AgendaRequest| {
        let group = scope.all.groups.iter().find(|group| group.id == it.group_id);
        TrailRecord {
            is_quote: true,
            detail: group.map(|group| group.name.clone()).unwrap_or_default(),
            on: Some(it.asked_on),
            state: if it.outcome.is_none() { RecordState::Open } else { RecordState::Stands },
            opens: Some(Opens::Group { id: it.group_id }),
            ..TrailRecord::new(TrailKind::Request, it.words.as_str())
        }
        .guarded_when(guards(scope, it))
    };
    requests(scope).map(record).collect()
}

pub(super) fn answered(scope: &Scope<'_>) -> Vec<TrailRecord> {
    let record = |it: &AgendaRequest| {
        let outcome = it.outcome?;
        let by = scope.all.name(it.answered_by);
        Some(
            TrailRecord {
                detail: by.map_or_else(
                    || format!("To the group: {outcome}"),
                    |by| format!("To the group: {outcome} · {by}"),
                ),
                on: it.answered_on,
                state: RecordState::Done,
                marking: scope.access(it.agenda_item_id).and_then(|access| access.marking()),
                opens: Some(Opens::Group { id: it.group_id }),
                ..TrailRecord::new(TrailKind::Answer, it.answer.as_str())
            }
            .guarded_when(guards(scope, it)),
        )
    };
    requests(scope).filter_map(record).collect()
}

pub(super) fn told(scope: &Scope<'_>) -> Vec<TrailRecord> {
    let record = |it: &AgendaRequest| {
        let (on, how) = (it.told_on?, it.told_how?);
        let by = scope.all.name(it.told_by);
        Some(
            TrailRecord {
                detail: by.map_or_else(|| how.by(), |by| format!("{} · {by}", how.by())),
                on: Some(on),
                state: RecordState::Done,
                opens: Some(Opens::Group { id: it.group_id }),
                ..TrailRecord::new(TrailKind::Told, it.answer.as_str())
            }
            .guarded_when(guards(scope, it)),
        )
    };
    requests(scope).filter_map(record).collect()
}

/// What the board still owes the groups that asked.
pub(super) fn untold(scope: &Scope<'_>) -> Option<String> {
    let group = |it: &AgendaRequest| {
        let group = scope.all.groups.iter().find(|group| group.id == it.group_id);
        group.map_or("The group", |group| group.name.as_str()).to_owned()
    };
    let owed = requests(scope).find(|it| it.told_on.is_none())?;
    Some(match owed.outcome {
        None => format!("{} has no answer to its request yet.", group(owed)),
        Some(_) => format!("Nobody has told {} the answer yet.", group(owed)),
    })
}
