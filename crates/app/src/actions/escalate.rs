//! Taking an action higher, and the reply.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, EscalateTo, Escalation,
    id::{ActionId, EscalationId},
};
use serde::{Deserialize, Serialize};

use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EscalateAction {
    pub action_id: ActionId,
    pub to: EscalateTo,
    pub why: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReplyToEscalation {
    pub id: EscalationId,
    pub version: i64,
    pub reply: String,
    /// Today unless another day is given.
    pub replied_on: Option<NaiveDate>,
}

pub(crate) async fn escalate(cx: &Context, request: EscalateAction) -> Outcome<Written<EscalationId>> {
    let mut write = cx.write("escalate an action").await?;
    let action = write.one::<Action>(request.action_id).await?;
    action.must_be_live()?;
    let mut escalation = Escalation {
        id: cx.new_id(),
        version: 0,
        action_id: Some(action.id),
        promise_id: None,
        to: request.to,
        on: cx.today(),
        why: request.why,
        reply: String::new(),
        replied_on: None,
    };
    escalation.check()?;
    write.insert(&mut escalation).await?;
    cx.done(write, escalation.id).await
}

pub(crate) async fn reply(cx: &Context, request: ReplyToEscalation) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("record the reply to an escalation").await?;
    let mut escalation = write.one::<Escalation>(request.id).await?;
    escalation.version = request.version;
    escalation.reply = request.reply;
    escalation.replied_on = Some(request.replied_on.unwrap_or_else(|| cx.today()));
    escalation.check()?;
    write.update(&mut escalation).await?;
    cx.done(write, Nothing {}).await
}
