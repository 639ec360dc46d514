//! You said: the voices.

use super::{
    asked,
    scope::Scope,
    step::{LoopStep, Opens, RecordState, TrailKind, TrailRecord, TrailStep},
};
use crate::{
    voice::{Became, Voice, became},
    wording,
};

pub(super) fn step(scope: &Scope<'_>) -> TrailStep {
    let mut records: Vec<_> = scope.voices.iter().map(|voice| record(scope, voice)).collect();
    records.extend(asked::said(scope));
    let gaps = match records.is_empty() {
        true => vec!["No voice stands behind it.".into()],
        false => vec![],
    };
    TrailStep::new(LoopStep::YouSaid, records, gaps)
}

fn record(scope: &Scope<'_>, voice: &Voice) -> TrailRecord {
    let all = scope.all;
    let theme = all.themes.iter().find(|it| it.id == voice.theme_id).map(|it| it.name.as_str());
    let event = all.events.iter().find(|it| Some(it.id) == voice.event_id).map(|it| it.title.as_str());
    let from = event.or(Some(voice.source.as_str()).filter(|source| !source.is_empty()));
    let became = became_of(scope, voice);
    let parts: Vec<&str> = theme.into_iter().chain(from).chain(Some(became.words())).collect();
    TrailRecord {
        is_quote: voice.is_quote,
        detail: parts.join(" · "),
        on: Some(voice.heard_on),
        state: match became {
            Became::Told => RecordState::Done,
            Became::Waiting if is_late(scope, voice) => RecordState::Late,
            Became::Waiting => RecordState::Open,
            Became::Answered => RecordState::Stands,
        },
        opens: Some(Opens::Voice { id: voice.id }),
        ..TrailRecord::new(TrailKind::Voice, voice.words.as_str())
    }
    .guarded_when(scope.guards(voice))
}

pub(super) fn became_of(scope: &Scope<'_>, voice: &Voice) -> Became {
    let own: Vec<_> = scope.all.answers.iter().filter(|it| it.voice_id == voice.id).collect();
    became(&own)
}

fn is_late(scope: &Scope<'_>, voice: &Voice) -> bool {
    let by = scope.all.answer_promise.answer_by(voice.heard_on, scope.all.half_terms);
    by.is_some_and(|day| day < scope.all.today)
}

/// What is missing where voices wait for an answer.
pub(super) fn waiting(scope: &Scope<'_>) -> Option<String> {
    let waiting: Vec<_> =
        scope.voices.iter().filter(|voice| became_of(scope, voice) == Became::Waiting).collect();
    match (waiting.as_slice(), scope.voices.len()) {
        ([], _) => None,
        ([voice], 1) => {
            let today = scope.all.today;
            let waited = match wording::waited(voice.heard_on, today).as_str() {
                "today" => "it was heard today".to_owned(),
                time => format!("it has waited {time}"),
            };
            let by = scope.all.answer_promise.answer_by(voice.heard_on, scope.all.half_terms);
            Some(match by {
                Some(day) => {
                    format!(
                        "No answer yet: {waited}, and one is promised by {}.",
                        wording::near_date(day, today)
                    )
                }
                None => format!("No answer yet: {waited}."),
            })
        }
        (many, all) => {
            let wait = if many.len() == 1 { "waits" } else { "wait" };
            Some(format!("{} of {all} voices still {wait} for an answer.", many.len()))
        }
    }
}
