//! What an item's editor offers to link to.

use std::collections::HashSet;

use pledgeboard_domain::{
    Action, AgendaItem, Audience, Meeting, Promise, Theme, Voice,
    fixed::{
        enquiry::{self, Question},
        exempt,
    },
    id::{ActionId, MeetingId, PromiseId, TopicId, VoiceId},
    wording,
};
use pledgeboard_store::Arg;
use serde::Serialize;

use super::show::ShowAgenda;
use crate::{
    context::Context,
    error::Outcome,
    meetings::{
        programme::for_items,
        year::{PersonChoice, people},
    },
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaChoices {
    pub people: Vec<PersonChoice>,
    /// Those without an answer, and those on this agenda; never those shared with nobody, or sensitive.
    pub voices: Vec<VoiceChoice>,
    pub promises: Vec<PromiseChoice>,
    pub actions: Vec<ActionChoice>,
    /// Earlier meetings, for the item that approves their minutes.
    pub meetings: Vec<MeetingChoice>,
    pub paragraphs: Vec<ParagraphChoice>,
    /// Of the work programme of the meeting's year, for the board: planned, or on this agenda.
    pub topics: Vec<TopicChoice>,
    /// The nine key lines of enquiry, with their questions.
    pub enquiry: Vec<EnquiryChoice>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TopicChoice {
    pub id: TopicId,
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EnquiryChoice {
    pub title: &'static str,
    pub questions: &'static [Question],
    /// It bears on a theme of the meeting.
    pub fits: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceChoice {
    pub id: VoiceId,
    pub words: String,
    /// "Feeling safe at home · 11 weeks".
    pub about: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromiseChoice {
    pub id: PromiseId,
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionChoice {
    pub id: ActionId,
    pub words: String,
    pub overdue: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeetingChoice {
    pub id: MeetingId,
    pub words: String,
}

/// One of the seven paragraphs of Schedule 12A Part 1.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ParagraphChoice {
    pub number: u8,
    pub covers: String,
    pub example: String,
    /// A reason to begin with, which the public may read.
    pub public_words: String,
}

pub(crate) async fn choices(cx: &Context, request: ShowAgenda) -> Outcome<AgendaChoices> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let meeting = read.one::<Meeting>(request.meeting_id).await?;
    let items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    let themes = read.all::<Theme>().await?;
    let voices = read
        .find::<Voice>(
            "NOT EXISTS (SELECT 1 FROM answer a WHERE a.voice_id = t.id) OR t.id IN \
             (SELECT l.voice_id FROM agenda_item_voice l JOIN agenda_item i ON i.id = l.agenda_item_id \
             WHERE i.meeting_id = $1)",
            &[Arg::from(meeting.id)],
        )
        .await?;
    let linked_promises: HashSet<PromiseId> = items.iter().flat_map(|item| item.promises.clone()).collect();
    let linked_actions: HashSet<ActionId> = items.iter().flat_map(|item| item.actions.clone()).collect();
    let promises = read.all::<Promise>().await?;
    let made = crate::promises::current(&mut read, today).await?;
    let mut actions = read.find::<Action>("t.state IN ('open', 'done')", &[]).await?;
    let have: HashSet<ActionId> = actions.iter().map(|action| action.id).collect();
    for missing in linked_actions.difference(&have) {
        actions.extend(read.get::<Action>(*missing).await?);
    }
    let earlier = read
        .find::<Meeting>(
            "t.state IN ('held', 'minutes_drafted', 'minutes_approved') AND t.date <= $1",
            &[Arg::Date(meeting.date)],
        )
        .await?;
    let theme = |voice: &Voice| {
        let found = themes.iter().find(|theme| theme.id == voice.theme_id);
        found.map_or_else(String::new, |theme| theme.name.clone())
    };
    let topics = for_items(&mut read, &meeting).await?;
    let of_meeting = themes.iter().filter(|theme| meeting.themes.contains(&theme.id));
    let fitting: Vec<&str> = of_meeting.flat_map(enquiry::lines_for).map(|line| line.title).collect();
    Ok(AgendaChoices {
        topics: topics.into_iter().map(|it| TopicChoice { id: it.id, words: it.subject }).collect(),
        enquiry: enquiry::LINES
            .iter()
            .map(|line| EnquiryChoice {
                title: line.title,
                questions: line.questions,
                fits: fitting.contains(&line.title),
            })
            .collect(),
        people: people(&mut read, today).await?,
        voices: voices
            .into_iter()
            .filter(|voice| voice.may_be_printed_for(Audience::Members))
            .map(|voice| VoiceChoice {
                id: voice.id,
                about: format!("{} · {}", theme(&voice), wording::near_date(voice.heard_on, today)),
                words: voice.words,
            })
            .collect(),
        promises: promises
            .into_iter()
            .filter(|it| made.contains(it) || linked_promises.contains(&it.id))
            .map(|it| PromiseChoice { id: it.id, words: format!("{}: {}", it.number, it.title) })
            .collect(),
        actions: actions
            .into_iter()
            .map(|it| ActionChoice {
                id: it.id,
                overdue: it.is_overdue(today),
                words: format!("{} {}", it.reference, it.text),
            })
            .collect(),
        meetings: earlier
            .into_iter()
            .rev()
            .take(12)
            .map(|it| MeetingChoice { id: it.id, words: wording::date(it.date) })
            .collect(),
        paragraphs: exempt::PARAGRAPHS
            .iter()
            .map(|it| ParagraphChoice {
                number: it.number,
                covers: it.covers.into(),
                example: it.example.into(),
                public_words: it.public_words(),
            })
            .collect(),
    })
}
