//! Answering a voice.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AgendaItem, Answer, AnswerKind, Commitment, Meeting, Voice,
    id::{ActionId, AgendaItemId, CommitmentId, VoiceId},
};
use pledgeboard_store::Reading;
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
    /// Closes a voice that no meeting has taken, and knows it.
    #[serde(default)]
    pub without_the_board: bool,
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
    sound(&mut write, &answer, request.without_the_board, cx.today()).await?;
    write.insert(&mut answer).await?;
    cx.done(write, answer).await
}

/// An answer has words, and closes only what the board saw, unless somebody says otherwise.
async fn sound(
    read: &mut Reading,
    answer: &Answer,
    without_the_board: bool,
    today: NaiveDate,
) -> Outcome<()> {
    answer.check(today)?;
    let of_what_answers = match (answer.action_id, answer.commitment_id) {
        (Some(action), _) => read.one::<Action>(action).await?.plain_text,
        (None, Some(commitment)) => read.one::<Commitment>(commitment).await?.plain_text,
        (None, None) => String::new(),
    };
    answer.has_words(&of_what_answers)?;
    let seen = seen_at(read, answer.voice_id, answer.agenda_item_id).await?.is_some();
    Ok(answer.may_close(seen, without_the_board)?)
}

/// The item of a meeting, held or under way, at which the board last had the voice before it.
pub(super) async fn seen_at(
    read: &mut Reading,
    voice: VoiceId,
    decided_at: Option<AgendaItemId>,
) -> Outcome<Option<AgendaItemId>> {
    let clause = "(t.id IN (SELECT l.agenda_item_id FROM agenda_item_voice AS l WHERE l.voice_id = $1) OR t.id = $2) \
                  AND t.meeting_id IN (SELECT m.id FROM meeting AS m WHERE m.started_at IS NOT NULL \
                  OR m.state IN ('held', 'minutes_drafted', 'minutes_approved'))";
    let nowhere = AgendaItemId(uuid::Uuid::nil());
    let items =
        read.find::<AgendaItem>(clause, &[voice.into(), decided_at.unwrap_or(nowhere).into()]).await?;
    let mut last: Option<(NaiveDate, AgendaItemId)> = None;
    for item in items.into_iter().filter(|item| !item.is_withdrawn()) {
        let date = read.one::<Meeting>(item.meeting_id).await?.date;
        last = last.max(Some((date, item.id)));
    }
    Ok(last.map(|(_, item)| item))
}

/// Changes an answer that children have not been told.
pub(crate) async fn edit(cx: &Context, mut answer: Answer) -> Outcome<Written<Answer>> {
    let mut write = cx.write("change an answer").await?;
    let before = write.one::<Answer>(answer.id).await?;
    before.may_change()?;
    answer.may_change()?;
    // What was answered without the board once may be put into better words without it.
    sound(&mut write, &answer, before.kind == answer.kind, cx.today()).await?;
    write.update(&mut answer).await?;
    cx.done(write, answer).await
}
