//! Answering a group, and telling it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaRequest, RequestOutcome, ToldHow,
    agenda_request::RequestAnswer,
    id::{AgendaRequestId, PersonId},
};
use serde::{Deserialize, Serialize};

use super::requests::taken;
use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerRequest {
    pub id: AgendaRequestId,
    pub version: i64,
    pub outcome: RequestOutcome,
    /// The answer, or the reason, in words a ten-year-old can read.
    pub answer: String,
}

/// Answers a request, or puts the answer into better words before the group is told.
pub(crate) async fn answer(cx: &Context, request: AnswerRequest) -> Outcome<Written<AgendaRequest>> {
    let mut write = cx.write("answer a group").await?;
    let mut asked =
        AgendaRequest { version: request.version, ..write.one::<AgendaRequest>(request.id).await? };
    let taken = taken(&mut write, &asked).await?;
    let given = RequestAnswer {
        outcome: request.outcome,
        words: &request.answer,
        on: asked.answered_on.unwrap_or(cx.today()),
        by: cx.person,
    };
    asked.give(given, taken, cx.today())?;
    write.update(&mut asked).await?;
    cx.done(write, asked).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TellGroup {
    pub id: AgendaRequestId,
    pub version: i64,
    pub told_on: NaiveDate,
    pub told_how: ToldHow,
    pub told_by: Option<PersonId>,
}

/// Records that the group was told. Telling back is never undone, only corrected by a new request (rule 10).
pub(crate) async fn tell(cx: &Context, request: TellGroup) -> Outcome<Written<AgendaRequest>> {
    let mut write = cx.write("tell a group the answer").await?;
    let mut asked =
        AgendaRequest { version: request.version, ..write.one::<AgendaRequest>(request.id).await? };
    asked.tell(request.told_on, request.told_how, request.told_by, cx.today())?;
    write.update(&mut asked).await?;
    write.cannot_be_undone();
    cx.done(write, asked).await
}
