//! Plain words mended where they are read: in the preview of a document for children.

use pledgeboard_domain::{
    Action, AgendaItem, Answer, Board, Commitment, Decision, Measure, Meeting, Minute, Promise, Refusal,
    StrategyPeriod, id::AgendaItemId, text,
};
use pledgeboard_store::{Record, Writing};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::WordsField;
use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveWords {
    pub field: WordsField,
    pub id: Uuid,
    /// The version that was read; a later one is not overwritten.
    pub version: i64,
    pub words: String,
}

/// Answers with the record's new version. No other field can be reached this way.
pub(crate) async fn save(cx: &Context, request: SaveWords) -> Outcome<Written<i64>> {
    let limit = if request.field == WordsField::WhoToTalkTo { text::SHORT * 10 } else { text::MEDIUM };
    text::optional("words", "the plain words", &request.words, limit)?;
    let mut write = cx.write("write plain words").await?;
    let version = match request.field {
        WordsField::Vision => {
            set::<StrategyPeriod>(&mut write, &request, |it| &mut it.vision_for_children).await
        }
        WordsField::PromisePlain => set::<Promise>(&mut write, &request, |it| &mut it.plain_text).await,
        WordsField::PromiseYouSaid => set::<Promise>(&mut write, &request, |it| &mut it.you_said_plain).await,
        WordsField::CommitmentPlain => set::<Commitment>(&mut write, &request, |it| &mut it.plain_text).await,
        WordsField::CommitmentDone => set::<Commitment>(&mut write, &request, |it| &mut it.done_plain).await,
        WordsField::MeasurePlain => set::<Measure>(&mut write, &request, |it| &mut it.plain_text).await,
        WordsField::MeetingSummary => set::<Meeting>(&mut write, &request, |it| &mut it.plain_summary).await,
        WordsField::ItemSummary => item_summary(&mut write, &request).await,
        WordsField::MinutePlain => minute(cx, &mut write, &request).await,
        WordsField::DecisionPlain => set::<Decision>(&mut write, &request, |it| &mut it.plain_text).await,
        WordsField::ActionPlain => set::<Action>(&mut write, &request, |it| &mut it.plain_text).await,
        WordsField::ActionDone => set::<Action>(&mut write, &request, |it| &mut it.done_plain).await,
        WordsField::AnswerPlain => answer(&mut write, &request).await,
        WordsField::WhoToTalkTo => set::<Board>(&mut write, &request, |it| &mut it.who_to_talk_to).await,
    }?;
    cx.done(write, version).await
}

async fn set<R: Record>(
    write: &mut Writing,
    request: &SaveWords,
    field: fn(&mut R) -> &mut String,
) -> Outcome<i64> {
    let mut record = write.one::<R>(request.id).await?;
    record.set_version(request.version);
    *field(&mut record) = request.words.trim().to_owned();
    write.update(&mut record).await?;
    Ok(record.version())
}

/// A published agenda is frozen (rule 1).
async fn item_summary(write: &mut Writing, request: &SaveWords) -> Outcome<i64> {
    let item = write.one::<AgendaItem>(request.id).await?;
    let meeting = write.one::<Meeting>(item.meeting_id).await?;
    if !meeting.state.agenda_is_draft() {
        return Err(locked(
            "This agenda is published, so its words stand. Make a new version to change them.",
        ));
    }
    set::<AgendaItem>(write, request, |it| &mut it.plain_summary).await
}

/// Words for children are no part of the record that the board approves, so they may follow it; the rest stays locked.
async fn minute(cx: &Context, write: &mut Writing, request: &SaveWords) -> Outcome<i64> {
    let item = write.one::<AgendaItem>(AgendaItemId(request.id)).await?;
    let words = request.words.trim().to_owned();
    if let Some(mut minute) = write.by::<Minute>("agenda_item_id", item.id).await?.pop() {
        minute.version = request.version;
        minute.plain_text = words;
        write.update(&mut minute).await?;
        return Ok(minute.version);
    }
    if !write.one::<Meeting>(item.meeting_id).await?.state.was_held() {
        return Err(locked("This meeting has not been held, so nothing can be told of it yet."));
    }
    let mut minute = Minute { plain_text: words, ..crate::meetings::minutes::blank(cx, item.id) };
    write.insert(&mut minute).await?;
    Ok(minute.version)
}

/// What children were told is not unsaid (rule 10): a new answer corrects it.
async fn answer(write: &mut Writing, request: &SaveWords) -> Outcome<i64> {
    let answer = write.one::<Answer>(request.id).await?;
    if answer.told_on.is_some() && !answer.plain_text.trim().is_empty() {
        return Err(locked("Children were told this answer already. Correct it with a new answer."));
    }
    set::<Answer>(write, request, |it| &mut it.plain_text).await
}

fn locked(message: &str) -> AppError {
    AppError { field: Some("words".into()), ..Refusal::rule(message).into() }
}
