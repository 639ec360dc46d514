use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{Answer, Audience};

use super::{Row, row, theme_of};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    let events: HashMap<_, _> = all.events.iter().map(|it| (it.id, it.title.as_str())).collect();
    let cohorts: HashMap<_, _> = all.cohorts.iter().map(|it| (it.id, it.name.as_str())).collect();
    let mut answers: HashMap<_, Vec<&Answer>> = HashMap::new();
    for answer in &all.answers {
        answers.entry(answer.voice_id).or_default().push(answer);
    }
    all.voices
        .iter()
        .map(|it| {
            let answers = answers.get(&it.id).map(Vec::as_slice).unwrap_or_default();
            let first = answers.first();
            row! {
                "id": it.id,
                "heard_on": it.heard_on,
                "words": it.may_be_printed_for(Audience::Members).then_some(it.words.as_str()),
                "theme": theme_of(all, it.theme_id),
                "event": it.event_id.and_then(|id| events.get(&id).copied()),
                "source": it.source,
                "cohort": it.cohort_id.and_then(|id| cohorts.get(&id).copied()),
                "age_band": it.age_band,
                "share": it.share,
                "sensitive": it.sensitive,
                "answered": first.is_some(),
                "answer": first.map(|answer| answer.kind),
                "answered_on": first.map(|answer| answer.answered_on),
                "told_on": answers.iter().filter_map(|answer| answer.told_on).min(),
                "waiting_days": first.is_none().then(|| (today - it.heard_on).num_days()),
            }
        })
        .collect()
}
