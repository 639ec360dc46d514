use chrono::NaiveDate;
use pledgeboard_domain::{Check, Lens, Measure, Rating, check, promise::current_set, small_numbers};
use serde_json::Value;

use super::{Row, name_of, row, theme_of};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    let current = current_set(today, all.promises.clone(), &all.strategy_periods);
    all.promises
        .iter()
        .map(|it| {
            let checks: Vec<Check> = all.checks.iter().filter(|check| check.promise_id == it.id).cloned().collect();
            let opinions = check::opinions(&checks, today, &all.half_terms);
            let saying = |lens: Lens| -> Option<Rating> {
                opinions.iter().find(|(other, _)| *other == lens).map(|(_, rating)| *rating)
            };
            let measure = all
                .measures
                .iter()
                .find(|measure| measure.promise_id == it.id)
                .map(|measure| measure.drawn(&all.indicators, &all.indicator_points));
            let measure = measure.as_ref();
            let own = || all.commitments.iter().filter(|commitment| commitment.promise_id == it.id);
            row! {
                "number": it.number,
                "title": it.title,
                "text": it.text,
                "theme": theme_of(all, it.theme_id),
                "period": all.strategy_periods.iter().find(|period| period.id == it.strategy_period_id).map(|period| period.name.as_str()),
                "current": current.contains(it),
                "owner": name_of(all, it.person_id),
                "officers": saying(Lens::Officers),
                "link_champion": saying(Lens::LinkChampion),
                "children": saying(Lens::Children),
                "disagree": check::disagreement(&checks, today, &all.half_terms).is_some(),
                "voices": it.voices.len(),
                "commitments": own().count(),
                "commitments_overdue": own().filter(|commitment| commitment.is_overdue(today)).count(),
                "measure": measure.map(|measure| measure.text.as_str()),
                "latest": measure.and_then(latest),
                "target": measure.and_then(|measure| measure.target),
                "unit": measure.map(|measure| measure.unit.as_str()),
            }
        })
        .collect()
}

/// The latest number; one that could point at a child is "c" (rule 6).
fn latest(measure: &Measure) -> Option<Value> {
    let point = measure.latest()?;
    Some(if measure.hides(&point) {
        small_numbers::Published::Hidden.to_string().into()
    } else {
        point.value.into()
    })
}
