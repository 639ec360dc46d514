//! Changing the rules, and looking once more before anything goes by them.

use pledgeboard_domain::{Refusal, RemovedPlace, RetentionKind, RetentionRule};
use serde::{Deserialize, Serialize};

use super::{LetGo, find};
use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// All rules at once: a kind that is not named is kept without limit.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeepRules {
    pub rules: Vec<WantedRule>,
    /// The rules as they were seen: when somebody else has changed them since, nothing is.
    pub seen: Vec<RetentionRule>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WantedRule {
    pub kind: RetentionKind,
    pub years: i64,
}

/// Keeps the rules.
///
/// # Errors
/// When a rule's years are none or too many, or fewer than the law's; and when the rules are not as they were seen.
pub async fn keep(cx: &Context, request: KeepRules) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("change how long things are kept").await?;
    let standing = write.board().await?.standing;
    let now = write.all::<RetentionRule>().await?;
    if now != in_order(request.seen) {
        return Err(Refusal::rule(
            "Somebody else has changed these rules since. Look at them, and then change yours.",
        )
        .into());
    }
    for &kind in RetentionKind::ALL {
        let old = now.iter().find(|it| it.kind == kind);
        let new = request.rules.iter().find(|it| it.kind == kind);
        match (old, new) {
            (None, None) => {}
            (Some(old), None) => write.delete(old).await?,
            (Some(old), Some(new)) if old.years == new.years => {}
            (old, Some(new)) => {
                let mut rule = RetentionRule {
                    id: old.map_or_else(|| cx.new_id(), |it| it.id),
                    version: old.map_or(0, |it| it.version),
                    kind,
                    years: new.years,
                };
                rule.check(standing)?;
                match old {
                    Some(_) => write.update(&mut rule).await?,
                    None => write.insert(&mut rule).await?,
                }
            }
        }
    }
    cx.done(write, Nothing {}).await
}

/// As the store gives them.
fn in_order(mut rules: Vec<RetentionRule>) -> Vec<RetentionRule> {
    rules.sort_by_key(|it| it.kind.as_str());
    rules
}

/// The rule by which what somebody chose may go, and what goes.
pub(super) async fn may_go(cx: &Context, request: &LetGo) -> Outcome<(RetentionRule, Vec<RemovedPlace>)> {
    let mut read = cx.read().await?;
    let mut rules = read.all::<RetentionRule>().await?;
    rules.retain(|rule| rule.kind == request.kind);
    let Some(rule) = rules.first().cloned() else {
        return Err(Refusal::rule("The board has no rule for this any more, so it is kept.").into());
    };
    if request.records.is_empty() {
        return Err(Refusal::field("records", "Choose at least one.").into());
    }
    let due = find(&mut read, &rules, cx.today()).await?;
    let place = |record| {
        let it = due.iter().find(|it| it.place.record == record && it.held.is_none());
        it.map(|it| it.place.clone()).ok_or_else(|| {
            Refusal::rule("Something on this list is no longer due. Look at the list as it is now.")
        })
    };
    let mut records = request.records.clone();
    records.sort_unstable();
    records.dedup();
    let places = records.into_iter().map(place).collect::<Result<Vec<_>, _>>()?;
    Ok((rule, places))
}
