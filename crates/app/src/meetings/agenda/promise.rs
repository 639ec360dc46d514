//! "Put it on the agenda", from a promise's own page.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Check, Code, HalfTerm, Promise, Refusal, check,
    id::{AgendaItemId, MeetingId, PromiseId},
    proposal::promised::for_promise,
    wording,
};
use serde::{Deserialize, Serialize};

use super::{draft, proposing};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// Adds an item on a promise to the next agenda that is still a draft.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddPromise {
    pub promise_id: PromiseId,
}

/// Where it went.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PutOnAgenda {
    pub meeting_id: MeetingId,
    pub date: NaiveDate,
    pub item_id: AgendaItemId,
}

pub(crate) async fn add(cx: &Context, request: AddPromise) -> Outcome<Written<PutOnAgenda>> {
    let today = cx.today();
    let mut write = cx.write("put a promise on the agenda").await?;
    let promise = write.one::<Promise>(request.promise_id).await?;
    let meeting = draft::next(&mut write, today).await?;
    let items = draft::items(&mut write, meeting.id).await?;
    if items.iter().any(|item| item.promises.contains(&promise.id)) {
        let day = wording::date(meeting.date);
        return Err(Refusal {
            code: Code::Duplicate,
            field: None,
            message: format!(
                "Promise {} is on the agenda of {day} already. Open that agenda to see it.",
                promise.number
            ),
        }
        .into());
    }
    let checks = write.by::<Check>("promise_id", promise.id).await?;
    let half_terms = write.all::<HalfTerm>().await?;
    let why = check::disagreement(&checks, today, &half_terms).map(|it| it.sentence).unwrap_or_default();
    let line = for_promise(&promise, why, vec![]);
    let item_id = proposing::take_up(cx, &mut write, &meeting, line, None).await?;
    cx.done(write, PutOnAgenda { meeting_id: meeting.id, date: meeting.date, item_id }).await
}
