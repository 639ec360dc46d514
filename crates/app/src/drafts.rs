//! What somebody types in a box and has not sent yet: kept with every pause, so that it is there again after a crash.

use pledgeboard_domain::text;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    command::commands,
    context::{Context, Written},
    error::Outcome,
    input::MOST,
};

commands! {
    read "drafts.find" => find, FindDraft => Draft;
    write "drafts.keep" => keep, KeepDraft => ();
}

/// Where something is typed: the box and what it is about, such as "minutes.decide/0192…".
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindDraft {
    pub place: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeepDraft {
    pub place: String,
    /// The fields as they stand; none once the box was sent or begun afresh.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub values: Option<Value>,
}

/// What was typed there, if it was not sent.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Draft {
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub values: Option<Value>,
}

/// What whoever works at this computer typed there last.
pub(crate) async fn find(cx: &Context, request: FindDraft) -> Outcome<Draft> {
    Ok(Draft { values: cx.read().await?.draft(cx.person, &request.place).await? })
}

/// Keeps it. No entry in the history: nothing was said yet.
pub(crate) async fn keep(cx: &Context, request: KeepDraft) -> Outcome<Written<()>> {
    let KeepDraft { place, values } = request;
    text::required("place", "the place of the draft", &place, 200)?;
    if let Some(values) = &values {
        text::optional("values", "what is typed here", &values.to_string(), MOST)?;
    }
    cx.store.keep_draft(cx.person, &place, values.as_ref(), cx.clock.now()).await?;
    Ok(Written { result: (), changed: vec![], entry: None, can_undo: false })
}
