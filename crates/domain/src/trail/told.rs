//! We told you: when and how children were told, and what was printed.

use super::{
    asked,
    said::became_of,
    scope::Scope,
    step::{LoopStep, Opens, RecordState, TrailKind, TrailRecord, TrailStep},
};
use crate::{
    access::Audience,
    voice::{Answer, Became},
    wording,
};

pub(super) fn step(scope: &Scope<'_>) -> TrailStep {
    let mut records: Vec<_> = scope.answers.iter().filter_map(|it| told(scope, it)).collect();
    records.extend(asked::told(scope));
    records.extend(printed(scope, true));
    let mut gaps = gaps(scope);
    gaps.extend(asked::untold(scope));
    TrailStep::new(LoopStep::WeToldYou, records, gaps)
}

fn told(scope: &Scope<'_>, answer: &Answer) -> Option<TrailRecord> {
    let (on, how) = (answer.told_on?, answer.told_how?);
    let by = scope.all.name(answer.told_by);
    Some(TrailRecord {
        detail: by.map_or_else(|| how.by(), |by| format!("{} · {by}", how.by())),
        on: Some(on),
        state: RecordState::Done,
        marking: scope.access(answer.agenda_item_id).and_then(|it| it.marking()),
        opens: Some(Opens::Voice { id: answer.voice_id }),
        ..TrailRecord::new(TrailKind::Told, answer.plain_text.as_str())
    })
    .map(|it| it.guarded_when(scope.guards_answer(answer)))
}

/// Documents in which these voices were printed: those made for children, or those for adults.
pub(super) fn printed(scope: &Scope<'_>, for_children: bool) -> Vec<TrailRecord> {
    let held =
        |voices: &[crate::id::VoiceId]| scope.voices.iter().filter(|it| voices.contains(&it.id)).count();
    let ours = scope.all.printed.iter().filter(|it| it.tells_children() == for_children);
    ours.filter_map(|document| {
        let held = held(&document.voices);
        let audience = match document.audience {
            Audience::Public => "for everybody",
            Audience::Members => "for members",
            Audience::Chair => "for the chair",
            Audience::Children => "for children and young people",
        };
        let detail = match scope.voices.len() {
            1 => audience.to_owned(),
            all => format!("{audience} · {held} of {all} voices"),
        };
        (held > 0).then(|| TrailRecord {
            detail: format!("Printed {detail}"),
            on: Some(document.on),
            state: RecordState::Done,
            opens: Some(Opens::Printed { id: document.id }),
            ..TrailRecord::new(TrailKind::Printed, document.title.as_str())
        })
    })
    .collect()
}

fn gaps(scope: &Scope<'_>) -> Vec<String> {
    let mut of = [0_usize; 2];
    for voice in &scope.voices {
        match became_of(scope, voice) {
            Became::Waiting => of[0] += 1,
            Became::Answered => of[1] += 1,
            Became::Told => {}
        }
    }
    let [waiting, untold] = of;
    let all = scope.voices.len();
    let mut gaps = vec![];
    match (waiting, untold, all) {
        (1, 0, 1) => gaps.push("There is nothing to tell them before it is answered.".into()),
        (0, 1, 1) => gaps.push("Nobody has told them the answer yet.".into()),
        _ => {
            let voices = wording::count(all as u64, "voice", "voices");
            if untold > 0 {
                gaps.push(format!("{untold} of {voices} answered, and not told yet."));
            }
            if waiting > 0 {
                gaps.push(format!("{waiting} of {voices} without an answer to tell."));
            }
        }
    }
    gaps
}
