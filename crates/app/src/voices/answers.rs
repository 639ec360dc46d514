//! Answering a voice, and telling back.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, Answer, AnswerKind, ToldHow, Voice,
    id::{ActionId, AgendaItemId, AnswerId, CommitmentId, PersonId, VoiceId},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// An answer: an action, a commitment, "this already happens", or "no, because…".
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAnswer {
    pub voice_id: VoiceId,
    pub kind: AnswerKind,
    /// In words a ten-year-old can read.
    pub plain_text: String,
    pub action_id: Option<ActionId>,
    pub commitment_id: Option<CommitmentId>,
    /// The item at which the board decided it.
    pub agenda_item_id: Option<AgendaItemId>,
}

pub(crate) async fn answer(cx: &Context, request: NewAnswer) -> Outcome<Written<Answer>> {
    let mut write = cx.write("answer a voice").await?;
    let voice = write.one::<Voice>(request.voice_id).await?;
    let item = match (request.agenda_item_id, request.action_id) {
        (Some(item), _) => Some(item),
        // What the board decided at the action's item, it decided there: its access is inherited.
        (None, Some(action)) if request.kind == AnswerKind::Action => {
            write.one::<Action>(action).await?.agenda_item_id
        }
        _ => None,
    };
    let mut answer = Answer {
        id: cx.new_id(),
        version: 0,
        voice_id: voice.id,
        kind: request.kind,
        plain_text: request.plain_text,
        action_id: request.action_id.filter(|_| request.kind == AnswerKind::Action),
        commitment_id: request.commitment_id.filter(|_| request.kind == AnswerKind::Commitment),
        agenda_item_id: item,
        answered_on: cx.today(),
        answered_by: cx.person,
        told_on: None,
        told_how: None,
        told_by: None,
    };
    answer.check(cx.today())?;
    write.insert(&mut answer).await?;
    cx.done(write, answer).await
}

/// Changes an answer that children have not been told.
pub(crate) async fn edit(cx: &Context, mut answer: Answer) -> Outcome<Written<Answer>> {
    let mut write = cx.write("change an answer").await?;
    write.one::<Answer>(answer.id).await?.may_change()?;
    answer.may_change()?;
    answer.check(cx.today())?;
    write.update(&mut answer).await?;
    cx.done(write, answer).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TellBack {
    pub id: AnswerId,
    pub version: i64,
    pub told_on: NaiveDate,
    pub told_how: ToldHow,
    pub told_by: Option<PersonId>,
}

/// Records that children were told. Telling back is never undone, only corrected by a new answer (rule 10).
pub(crate) async fn tell(cx: &Context, request: TellBack) -> Outcome<Written<Answer>> {
    let mut write = cx.write("tell children the answer").await?;
    let mut answer = Answer { version: request.version, ..write.one::<Answer>(request.id).await? };
    answer.tell(request.told_on, request.told_how, request.told_by, cx.today())?;
    write.update(&mut answer).await?;
    write.cannot_be_undone();
    cx.done(write, answer).await
}
