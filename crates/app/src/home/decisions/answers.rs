//! Voices that have waited longer than the board promises itself: the oldest debt comes first.

use pledgeboard_domain::{AnswerPromise, LoopRecords, the_loop::late, wording};
use pledgeboard_store::Reading;

use super::ToDecide;
use crate::{
    error::Outcome,
    home::{capital, counted, numbers, scene::Scene},
};

pub(super) async fn decisions(read: &mut Reading, scene: &Scene) -> Outcome<Option<ToDecide>> {
    let waiting = numbers::waiting(read).await?;
    let answer_promise = AnswerPromise::of(&scene.board);
    let records = LoopRecords {
        waiting: &waiting,
        answer_promise,
        half_terms: &scene.half_terms,
        ..LoopRecords::default()
    };
    let late = late(scene.today, records);
    let Some((oldest, by)) = late.first() else { return Ok(None) };
    let waits = if late.len() == 1 { "waits" } else { "wait" };
    let title = format!("{} {waits} longer than we promise", counted(late.len(), "voice", "voices"));
    Ok(Some(ToDecide {
        title: capital(&title),
        detail: format!(
            "We promise an answer by {}. The longest has waited {}.",
            answer_promise.words(),
            wording::waited(oldest.heard_on, scene.today)
        ),
        days: Some(scene.days_to(*by)),
        act: "Answer them".into(),
        href: "/voices?became=late".into(),
        promises: vec![],
    }))
}
