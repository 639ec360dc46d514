//! The agenda: as it was published, or as the draft stands.

use std::collections::HashSet;

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::agenda::{self, AgendaInput, Published},
};
use pledgeboard_domain::{
    Action, ActionState, AgendaContent, AgendaVersion, Audience, Board, Meeting, Promise, Theme, Voice,
    id::{MeetingId, VoiceId},
};
use pledgeboard_store::{Arg, Reading};

use super::{Source, actions::Inherited};
use crate::{
    error::Outcome,
    meetings,
    reports::{PlainWords, ReportRequest, plain_words},
};

impl Source for AgendaInput {
    fn build(&self, audience: Audience) -> Document {
        agenda::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn meeting(&self) -> Option<&Meeting> {
        Some(&self.content.meeting)
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::meeting::agenda(self)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<AgendaInput> {
    let meeting = super::meeting::next(read, request, today).await?;
    let (content, published) = content(read, meeting).await?;
    of(read, content, published, today).await
}

/// With all that the items of an agenda lead to.
pub(in crate::reports) async fn of(
    read: &mut Reading,
    content: AgendaContent,
    published: Option<Published>,
    today: NaiveDate,
) -> Outcome<AgendaInput> {
    let board = read.board().await?;
    let id = content.meeting.id;
    let stands = published.as_ref().map_or(today, |published| published.on);
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let actions = actions(read, id, stands).await?;
    Ok(AgendaInput {
        voices: voices(read, &content).await?,
        promises: read.all::<Promise>().await?,
        actions: actions.into_iter().map(|action| inherited.line(action, &names)).collect(),
        themes: read.all::<Theme>().await?,
        board,
        content,
        published,
    })
}

/// The latest published version, or what the draft holds.
async fn content(read: &mut Reading, meeting: Meeting) -> Outcome<(AgendaContent, Option<Published>)> {
    let versions = read.by::<AgendaVersion>("meeting_id", meeting.id).await?;
    Ok(match versions.into_iter().max_by_key(|version| version.number) {
        Some(version) => {
            let published = Published::from(&version);
            (version.content, Some(published))
        }
        None => (meetings::agenda::content(read, meeting.id).await?, None),
    })
}

/// Voices that the items link to. Whether each may be printed is read now, not as it was when the agenda froze.
async fn voices(read: &mut Reading, content: &AgendaContent) -> Outcome<Vec<Voice>> {
    let mut voices = read
        .find::<Voice>(
            "t.id IN (SELECT l.voice_id FROM agenda_item_voice l JOIN agenda_item i ON i.id = l.agenda_item_id \
             WHERE i.meeting_id = $1)",
            &[content.meeting.id.into()],
        )
        .await?;
    let known: HashSet<VoiceId> = voices.iter().map(|voice| voice.id).collect();
    for id in content.items.iter().flat_map(|published| &published.item.voices) {
        if !known.contains(id) {
            voices.extend(read.get::<Voice>(*id).await?);
        }
    }
    Ok(voices)
}

/// Actions as they stood on the day: what the board closed since was still its business then (rule 4).
async fn actions(read: &mut Reading, meeting: MeetingId, stands: NaiveDate) -> Outcome<Vec<Action>> {
    let mut actions = read
        .find::<Action>(
            "t.state IN ('open', 'done') OR t.closed_on >= $1 \
             OR t.id IN (SELECT l.action_id FROM agenda_item_action l JOIN agenda_item i ON i.id = l.agenda_item_id \
             WHERE i.meeting_id = $2)",
            &[Arg::Date(stands), meeting.into()],
        )
        .await?;
    actions.retain(|action| action.opened_on <= stands);
    for action in &mut actions {
        if action.state == ActionState::Closed && action.closed_on.is_some_and(|day| day >= stands) {
            action.state = ActionState::Done;
        }
        if action.state == ActionState::Done && action.done_on.is_none_or(|day| day > stands) {
            action.state = ActionState::Open;
        }
    }
    Ok(actions)
}
