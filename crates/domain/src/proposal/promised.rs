//! Promises about which people disagree or that were seen not to be true, and the themes of the meeting.

use super::{OfferedQuestion, Proposed, ProposedFrom, Sources, begin, item_of, officer};
use crate::{
    agenda_item::{ItemKind, Purpose, TemplateLine},
    check,
    event::RealityCheck,
    fixed::enquiry,
    id::{PromiseId, ThemeId},
    promise::Promise,
    running_clock::Speaker,
};

/// An evening does justice to no more disputes than this; more are offered, but not ticked.
const MOST_AT_ONCE: usize = 3;

pub(super) fn promises(sources: &Sources<'_>) -> Vec<Proposed> {
    let there: Vec<PromiseId> = sources.items.iter().flat_map(|item| item.promises.iter().copied()).collect();
    let mut current: Vec<&Promise> =
        sources.promises.iter().filter(|promise| !there.contains(&promise.id)).collect();
    let of_meeting = |theme: &ThemeId| sources.meeting.themes.contains(theme);
    current.sort_by_key(|promise| (!of_meeting(&promise.theme_id), promise.number));
    let mut lines: Vec<Proposed> =
        current.into_iter().filter_map(|promise| about(sources, promise)).collect();
    for line in lines.iter_mut().skip(MOST_AT_ONCE) {
        line.chosen = false;
    }
    let loose = sources.not_true.iter().filter(|it| it.promise_id.is_none());
    lines.extend(loose.map(|it| Proposed {
        summary: format!(
            "A Link Champion checked this for themselves and found that it is not true: {}",
            it.claim
        ),
        reality_checks: vec![it.id],
        ..begin(
            format!("reality:{}", it.id),
            ProposedFrom::Promise,
            checking("Is it really so? A claim that a Link Champion checked".into()),
            format!("The Link Champion saw that this is not true: “{}”", it.claim),
        )
    }));
    lines
}

fn about(sources: &Sources<'_>, promise: &Promise) -> Option<Proposed> {
    let checks: Vec<_> =
        sources.checks.iter().filter(|check| check.promise_id == promise.id).cloned().collect();
    let disputed = check::disagreement(&checks, sources.today, sources.half_terms);
    let not_true: Vec<&RealityCheck> =
        sources.not_true.iter().filter(|it| it.promise_id == Some(promise.id)).collect();
    let mut why: Vec<String> = disputed.map(|it| it.sentence).into_iter().collect();
    why.extend(
        not_true.iter().map(|it| format!("The Link Champion saw that this is not true: “{}”", it.claim)),
    );
    if why.is_empty() {
        return None;
    }
    Some(for_promise(promise, why.join(" "), not_true.iter().map(|it| it.id).collect()))
}

/// The line that puts one promise on an agenda; `why` becomes the item's summary.
pub fn for_promise(
    promise: &Promise,
    why: String,
    reality_checks: Vec<crate::id::RealityCheckId>,
) -> Proposed {
    Proposed {
        lead_id: promise.person_id,
        summary: why.clone(),
        promises: vec![promise.id],
        reality_checks,
        ..begin(
            format!("promise:{}", promise.id),
            ProposedFrom::Promise,
            checking(format!("Promise {}: {}", promise.number, promise.title)),
            why,
        )
    }
}

fn checking(title: String) -> TemplateLine {
    TemplateLine {
        title,
        kind: ItemKind::Promise,
        purpose: Purpose::Check,
        presenting_minutes: 5,
        discussing_minutes: 20,
        presented_by: Speaker::Officer,
        lead_words: String::new(),
    }
}

pub(super) fn themes(sources: &Sources<'_>) -> Vec<Proposed> {
    let themes = sources.meeting.themes.iter().filter_map(|id| sources.themes.iter().find(|it| it.id == *id));
    themes
        .filter_map(|theme| {
            let mut questions = theme.questions.clone();
            questions.push(enquiry::ABOVE_ALL.into());
            let into = item_of(sources, ItemKind::Theme);
            if let Some(item) = into {
                questions.retain(|question| !item.questions.contains(question));
                if questions.is_empty() {
                    return None;
                }
            }
            let line = TemplateLine {
                title: theme.name.clone(),
                kind: ItemKind::Theme,
                purpose: Purpose::Lead,
                presenting_minutes: 10,
                discussing_minutes: 25,
                presented_by: Speaker::Officer,
                lead_words: String::new(),
            };
            let lines = enquiry::lines_for(theme);
            let why = match lines.as_slice() {
                [] => "It is the theme of this meeting; its own questions to ask come with it.".to_owned(),
                [line, ..] => format!(
                    "It is the theme of this meeting; its own questions come with it, and “{}” is a key line of enquiry.",
                    line.title
                ),
            };
            let has = |words: &str| questions.iter().any(|it| it == words);
            let offers = lines
                .iter()
                .flat_map(|line| line.questions.iter().map(|it| (line.title, it)))
                .filter(|(_, it)| !has(it.words))
                .map(|(line, it)| OfferedQuestion {
                    words: it.words.into(),
                    ask: it.ask.into(),
                    evidence: it.evidence.into(),
                    line: line.into(),
                })
                .collect();
            Some(Proposed {
                into: into.map(|item| item.id),
                lead_id: officer(sources, theme.id),
                questions,
                offers,
                ..begin(format!("theme:{}", theme.id), ProposedFrom::Theme, line, why)
            })
        })
        .collect()
}
