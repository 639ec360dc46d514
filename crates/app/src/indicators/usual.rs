//! The indicators that boards usually watch, to begin with.

use pledgeboard_domain::{
    Indicator, Refusal,
    fixed::indicators::{UsualIndicator, usual_indicators},
    id::IndicatorId,
};
use serde::{Deserialize, Serialize};

use super::keep::next_position;
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// One that the board may begin to watch.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UsualChoice {
    pub key: &'static str,
    pub name: &'static str,
    pub definition: &'static str,
}

/// Those chosen, by their keys.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddUsual {
    pub keys: Vec<String>,
}

/// Those that the board does not have by name.
pub(super) fn left(there: &[Indicator]) -> Vec<UsualChoice> {
    let has = |usual: &UsualIndicator| there.iter().any(|it| it.name.eq_ignore_ascii_case(usual.name));
    usual_indicators()
        .filter(|usual| !has(usual))
        .map(|it| UsualChoice { key: it.key, name: it.name, definition: it.definition })
        .collect()
}

pub(crate) async fn add(cx: &Context, request: AddUsual) -> Outcome<Written<u32>> {
    let mut write = cx.write("watch the usual indicators").await?;
    let there = write.all::<Indicator>().await?;
    let free = left(&there);
    let chosen = usual_indicators().filter(|it| {
        request.keys.iter().any(|key| key == it.key) && free.iter().any(|one| one.key == it.key)
    });
    let mut added = 0;
    for (position, usual) in (next_position(&there)..).zip(chosen) {
        write.insert(&mut indicator(cx.new_id(), position, usual)).await?;
        added += 1;
    }
    if added == 0 {
        return Err(Refusal::field("keys", "Choose at least one that the board does not watch yet.").into());
    }
    cx.done(write, added).await
}

/// A usual indicator as the board's own.
pub(crate) fn indicator(id: IndicatorId, position: i64, usual: &UsualIndicator) -> Indicator {
    Indicator {
        id,
        version: 0,
        name: usual.name.into(),
        plain_text: usual.plain.into(),
        definition: usual.definition.into(),
        denominator: usual.denominator.into(),
        ages: usual.ages.into(),
        unit: usual.unit.into(),
        counts: usual.counts,
        better: usual.better,
        target: None,
        source: usual.source.into(),
        theme_id: None,
        position,
        retired_on: None,
    }
}
