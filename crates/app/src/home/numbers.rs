//! The loop in five numbers, from the records that they need and no more.

use pledgeboard_domain::{
    Action, Answer, AnswerPromise, Check, Disagreement, LoopNumbers, LoopRecords, Measure, Promise, Voice,
    check::{disagreement, window_opens},
    the_loop::loop_numbers,
};
use pledgeboard_store::{Arg, Reading};

use super::scene::Scene;
use crate::{error::Outcome, promises::current};

/// Voices that have no answer, the one that waits longest last.
pub(super) async fn waiting(read: &mut Reading) -> Outcome<Vec<Voice>> {
    Ok(read.find("NOT EXISTS (SELECT 1 FROM answer AS a WHERE a.voice_id = t.id)", &[]).await?)
}

pub(super) async fn numbers(read: &mut Reading, scene: &Scene) -> Outcome<LoopNumbers> {
    // Before the first meeting everything counts; no board has records from before 1970.
    let since = Arg::Date(scene.since().unwrap_or_default());
    let voices: Vec<Voice> = read.find("t.heard_on >= $1", std::slice::from_ref(&since)).await?;
    let answers: Vec<Answer> = read
        .find(
            "t.answered_on >= $1 OR t.told_on >= $1 \
             OR t.voice_id IN (SELECT a.voice_id FROM answer AS a WHERE a.told_on IS NULL)",
            std::slice::from_ref(&since),
        )
        .await?;
    let actions: Vec<Action> =
        read.find("t.state IN ('open', 'done') OR t.closed_on >= $1", &[since]).await?;
    let (waiting, promises, measures) =
        (waiting(read).await?, current(read, scene.today).await?, read.all::<Measure>().await?);
    let records = LoopRecords {
        answer_promise: AnswerPromise::of(&scene.board),
        half_terms: &scene.half_terms,
        voices: &voices,
        waiting: &waiting,
        answers: &answers,
        promises: &promises,
        measures: &measures,
        actions: &actions,
    };
    Ok(loop_numbers(scene.since(), scene.today, records))
}

/// Checks that can still be opinions: those of the last two half-terms.
pub(super) async fn recent_checks(read: &mut Reading, scene: &Scene) -> Outcome<Vec<Check>> {
    match window_opens(scene.today, &scene.half_terms) {
        Some(opens) => Ok(read.find("t.\"on\" >= $1", &[Arg::Date(opens)]).await?),
        None => Ok(vec![]),
    }
}

/// Current promises about which the lenses disagree now, with the sentence that says so.
pub(super) async fn disputed(read: &mut Reading, scene: &Scene) -> Outcome<Vec<(Promise, Disagreement)>> {
    let checks = recent_checks(read, scene).await?;
    let promises = current(read, scene.today).await?;
    Ok(promises
        .into_iter()
        .filter_map(|promise| {
            let own: Vec<Check> = checks.iter().filter(|it| it.promise_id == promise.id).cloned().collect();
            let found = disagreement(&own, scene.today, &scene.half_terms)?;
            Some((promise, found))
        })
        .collect())
}
