//! From the evening's notes to draft minutes: every item gets its minute, and every minute its number.

use pledgeboard_domain::{AgendaItem, Meeting, MeetingState, Minute, id::MeetingId};
use serde::{Deserialize, Serialize};

use super::{blank, numbers::MinuteNumbers};
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DraftMinutes {
    pub meeting_id: MeetingId,
}

pub(crate) async fn draft(cx: &Context, request: DraftMinutes) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("draft the minutes").await?;
    let mut meeting = write.one::<Meeting>(request.meeting_id).await?;
    meeting.advance(MeetingState::MinutesDrafted)?;
    let board = write.board().await?;
    let mut numbers = MinuteNumbers::at(&mut write, &board, &meeting).await?;
    for item in write.by::<AgendaItem>("meeting_id", meeting.id).await? {
        if item.is_withdrawn() {
            continue;
        }
        let found = write.by::<Minute>("agenda_item_id", item.id).await?.pop();
        let mut minute = found.unwrap_or_else(|| blank(cx, item.id));
        if minute.number.is_empty() {
            minute.number = numbers.next()?;
        }
        if minute.version == 0 {
            write.insert(&mut minute).await?;
        } else {
            write.update(&mut minute).await?;
        }
    }
    write.update(&mut meeting).await?;
    cx.done(write, Nothing {}).await
}
