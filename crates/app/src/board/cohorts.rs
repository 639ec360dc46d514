//! The cohorts with which voices and events are written down.

use pledgeboard_domain::{Channel, Cohort, Event, Refusal, id::CohortId};
use serde::{Deserialize, Serialize};

use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewCohort {
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveCohort {
    pub cohort_id: CohortId,
    pub version: i64,
}

pub(super) async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<Cohort>> {
    Ok(cx.read().await?.all().await?)
}

pub(super) async fn add(cx: &Context, request: NewCohort) -> Outcome<Written<CohortId>> {
    let mut write = cx.write(&format!("add the cohort {}", request.name.trim())).await?;
    let last = write.all::<Cohort>().await?.iter().map(|cohort| cohort.position).max().unwrap_or(0);
    let mut cohort = Cohort {
        id: cx.new_id(),
        version: 0,
        name: request.name.trim().into(),
        heard_by: String::new(),
        told_by: String::new(),
        position: last + 1,
        age_bands: vec![],
    };
    cohort.check()?;
    write.insert(&mut cohort).await?;
    cx.done(write, cohort.id).await
}

pub(super) async fn save(cx: &Context, mut cohort: Cohort) -> Outcome<Written<CohortId>> {
    cohort.check()?;
    let mut write = cx.write(&format!("change the cohort {}", cohort.name)).await?;
    write.update(&mut cohort).await?;
    cx.done(write, cohort.id).await
}

/// Refused while a voice, an event, a channel or a group still names the cohort.
pub(super) async fn remove(cx: &Context, request: RemoveCohort) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("remove a cohort").await?;
    let mut cohort = write.one::<Cohort>(request.cohort_id).await?;
    cohort.version = request.version;
    let came = |event: &Event| event.came.iter().any(|it| it.cohort_id == Some(cohort.id));
    if write.all::<Event>().await?.iter().any(came) {
        return Err(Refusal::rule("An event counts children of this cohort, so it stays.").into());
    }
    if write.all::<Channel>().await?.iter().any(|channel| channel.names(cohort.id)) {
        return Err(Refusal::rule("A channel reaches or has heard this cohort, so it stays.").into());
    }
    write.delete(&cohort).await?;
    cx.done(write, Nothing {}).await
}
