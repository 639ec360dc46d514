//! What a promise is kept and judged by: commitments, measures and checks.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Answer, Better, Check, Commitment, Lens, Measure, MeasurePoint, Promise, Rating, Refusal, StrategyPeriod,
    id::{CheckId, CommitmentId, EventId, IndicatorId, MeasureId, PersonId, PromiseId},
    wording,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewCommitment {
    pub promise_id: PromiseId,
    pub text: String,
    pub plain_text: String,
    pub person_id: Option<PersonId>,
    /// Who sees to it in words, where it is no person of the board.
    pub person_words: String,
    pub due: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub done_plain: String,
}

/// Adds a commitment after the others.
pub(crate) async fn add_commitment(cx: &Context, request: NewCommitment) -> Outcome<Written<Commitment>> {
    let mut write = cx.write("add a commitment").await?;
    let promise = write.one::<Promise>(request.promise_id).await?;
    let others = write.by::<Commitment>("promise_id", promise.id).await?;
    let mut commitment = Commitment {
        id: cx.new_id(),
        version: 0,
        promise_id: promise.id,
        position: others.iter().map(|it| it.position).max().unwrap_or(0) + 1,
        text: request.text,
        plain_text: request.plain_text,
        person_id: request.person_id,
        person_words: request.person_words,
        due: request.due,
        done_on: request.done_on,
        done_plain: request.done_plain,
    };
    commitment.check(cx.today())?;
    write.insert(&mut commitment).await?;
    cx.done(write, commitment).await
}

pub(crate) async fn edit_commitment(
    cx: &Context,
    mut commitment: Commitment,
) -> Outcome<Written<Commitment>> {
    commitment.check(cx.today())?;
    let mut write = cx.write("change a commitment").await?;
    write.update(&mut commitment).await?;
    cx.done(write, commitment).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveCommitment {
    pub id: CommitmentId,
    pub version: i64,
}

/// Removes a commitment that answers no voice.
pub(crate) async fn remove_commitment(
    cx: &Context,
    request: RemoveCommitment,
) -> Outcome<Written<CommitmentId>> {
    let mut write = cx.write("remove a commitment").await?;
    let commitment = Commitment { version: request.version, ..write.one::<Commitment>(request.id).await? };
    if !write.by::<Answer>("commitment_id", commitment.id).await?.is_empty() {
        return Err(
            Refusal::rule("This commitment answers a voice, so it stays. Change its words instead.").into()
        );
    }
    write.delete(&commitment).await?;
    cx.done(write, commitment.id).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewMeasure {
    pub promise_id: PromiseId,
    /// The indicator that its numbers are drawn from; those that come with the request are left out then.
    #[serde(default)]
    pub indicator_id: Option<IndicatorId>,
    pub text: String,
    pub plain_text: String,
    pub unit: String,
    #[serde(default = "yes")]
    pub counts: bool,
    pub better: Better,
    pub target: Option<f64>,
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    #[serde(default)]
    pub all_children: Option<f64>,
    pub points: Vec<MeasurePoint>,
    pub why: String,
}

fn yes() -> bool {
    true
}

/// Adds a measure after the others. Its points may come in any order.
pub(crate) async fn add_measure(cx: &Context, request: NewMeasure) -> Outcome<Written<Measure>> {
    let mut write = cx.write("add a measure").await?;
    let promise = write.one::<Promise>(request.promise_id).await?;
    let others = write.by::<Measure>("promise_id", promise.id).await?;
    let mut measure = Measure {
        id: cx.new_id(),
        version: 0,
        promise_id: promise.id,
        position: others.iter().map(|it| it.position).max().unwrap_or(0) + 1,
        indicator_id: request.indicator_id,
        text: request.text,
        plain_text: request.plain_text,
        unit: request.unit,
        counts: request.counts,
        better: request.better,
        target: request.target,
        like_us: request.like_us,
        england: request.england,
        all_children: request.all_children,
        points: request.points,
        why: request.why,
    };
    measure.leave_numbers_to_the_indicator();
    measure.points.sort_by_key(|it| it.on);
    measure.check_on(cx.today())?;
    write.insert(&mut measure).await?;
    cx.done(write, measure).await
}

pub(crate) async fn edit_measure(cx: &Context, mut measure: Measure) -> Outcome<Written<Measure>> {
    measure.leave_numbers_to_the_indicator();
    measure.points.sort_by_key(|it| it.on);
    measure.check_on(cx.today())?;
    let mut write = cx.write("change a measure").await?;
    write.update(&mut measure).await?;
    cx.done(write, measure).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveMeasure {
    pub id: MeasureId,
    pub version: i64,
}

pub(crate) async fn remove_measure(cx: &Context, request: RemoveMeasure) -> Outcome<Written<MeasureId>> {
    let mut write = cx.write("remove a measure").await?;
    let measure = Measure { version: request.version, ..write.one::<Measure>(request.id).await? };
    write.delete(&measure).await?;
    cx.done(write, measure.id).await
}

/// One dated judgement through one lens.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewCheck {
    pub promise_id: PromiseId,
    pub lens: Lens,
    pub rating: Rating,
    pub on: NaiveDate,
    pub evidence: String,
    pub source: String,
    pub event_id: Option<EventId>,
    pub person_id: Option<PersonId>,
}

pub(crate) async fn record_check(cx: &Context, request: NewCheck) -> Outcome<Written<Check>> {
    let mut write = cx.write("check a promise").await?;
    let promise = write.one::<Promise>(request.promise_id).await?;
    may_be_judged(&mut write, &promise, request.on, cx.today()).await?;
    let mut check = Check {
        id: cx.new_id(),
        version: 0,
        promise_id: promise.id,
        lens: request.lens,
        rating: request.rating,
        on: request.on,
        evidence: request.evidence,
        source: request.source,
        event_id: request.event_id,
        person_id: request.person_id.or(cx.person),
    };
    check.check(cx.today())?;
    write.insert(&mut check).await?;
    cx.done(write, check).await
}

/// A retired promise, and one of a set that gave way to another, is judged no later than its last day.
async fn may_be_judged(
    write: &mut Writing,
    promise: &Promise,
    on: NaiveDate,
    today: NaiveDate,
) -> Outcome<()> {
    promise.may_be_judged(on)?;
    let set = write.one::<StrategyPeriod>(promise.strategy_period_id).await?;
    let last = set.last_day(today, &write.all::<StrategyPeriod>().await?);
    // A day to come is refused by the check itself.
    if last < today && on > last {
        let words = format!(
            "“{}” gave way to a new strategy after {}. Check the date, or judge the promise that follows this one.",
            set.name,
            wording::date(last)
        );
        return Err(Refusal::field("on", words).into());
    }
    Ok(())
}

/// Corrects a check; the history keeps what it said before.
pub(crate) async fn edit_check(cx: &Context, mut check: Check) -> Outcome<Written<Check>> {
    check.check(cx.today())?;
    let mut write = cx.write("correct a check of a promise").await?;
    let promise = write.one::<Promise>(check.promise_id).await?;
    may_be_judged(&mut write, &promise, check.on, cx.today()).await?;
    write.update(&mut check).await?;
    cx.done(write, check).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveCheck {
    pub id: CheckId,
    pub version: i64,
}

pub(crate) async fn remove_check(cx: &Context, request: RemoveCheck) -> Outcome<Written<CheckId>> {
    let mut write = cx.write("take back a check of a promise").await?;
    let check = Check { version: request.version, ..write.one::<Check>(request.id).await? };
    write.delete(&check).await?;
    cx.done(write, check.id).await
}
