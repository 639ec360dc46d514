//! Adding, changing, moving, dropping and finishing topics.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, DealtBy, HalfTerm, Meeting, Refusal, Tool, Topic, Voice,
    agenda_item::title_copies_a_voice,
    id::{HalfTermId, StandingReportId, ThemeId, TopicId},
    programme::{Taken, taken},
    text,
};
use pledgeboard_store::{Reading, Writing};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A topic as its form has it, new or not.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveTopic {
    /// None for a new one.
    pub topic_id: Option<TopicId>,
    /// As it was read; 0 for a new one.
    pub version: i64,
    pub academic_year: i32,
    pub half_term_id: Option<HalfTermId>,
    pub subject: String,
    pub dealt_by: DealtBy,
    pub why: String,
    pub theme_id: Option<ThemeId>,
    pub tool: Tool,
    pub standing_report_id: Option<StandingReportId>,
    pub is_public: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveTopic {
    pub topic_id: TopicId,
    pub version: i64,
    /// None takes it out of every half-term.
    pub half_term_id: Option<HalfTermId>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DropTopic {
    pub topic_id: TopicId,
    pub version: i64,
    pub reason: String,
}

/// Takes up again a topic that was dropped.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResumeTopic {
    pub topic_id: TopicId,
    pub version: i64,
}

/// Says that a topic is done where no meeting of the board takes it: scrutiny did, or it was a visit.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FinishTopic {
    pub topic_id: TopicId,
    pub version: i64,
    /// None: today.
    pub on: Option<NaiveDate>,
}

pub(crate) async fn save(cx: &Context, request: SaveTopic) -> Outcome<Written<TopicId>> {
    let name = if request.topic_id.is_some() { "change a topic" } else { "add a topic" };
    let mut write = cx.write(name).await?;
    let before = match request.topic_id {
        Some(id) => Some(write.one::<Topic>(id).await?),
        None => None,
    };
    let mut topic = Topic {
        id: request.topic_id.unwrap_or_else(|| cx.new_id()),
        version: request.version,
        academic_year: request.academic_year,
        half_term_id: request.half_term_id,
        subject: request.subject.trim().into(),
        dealt_by: request.dealt_by,
        why: request.why.trim().into(),
        theme_id: request.theme_id,
        tool: request.tool,
        standing_report_id: request.standing_report_id,
        is_public: request.is_public,
        done_on: before.as_ref().and_then(|it| it.done_on),
        dropped_reason: before.as_ref().map(|it| it.dropped_reason.clone()).unwrap_or_default(),
    };
    check(&mut write, &topic).await?;
    if before.as_ref().is_none_or(|it| (&it.subject, &it.why) != (&topic.subject, &topic.why)) {
        says_it_in_its_own_words(&mut write, &topic).await?;
    }
    match before {
        None => write.insert(&mut topic).await?,
        Some(before) => {
            if before.half_term_id != topic.half_term_id || before.academic_year != topic.academic_year {
                before.may_move(taken_by(&mut write, before.id).await?.as_ref())?;
            }
            write.update(&mut topic).await?;
        }
    }
    cx.done(write, topic.id).await
}

pub(crate) async fn move_to(cx: &Context, request: MoveTopic) -> Outcome<Written<TopicId>> {
    let mut write = cx.write("move a topic to another half-term").await?;
    let mut topic = stored(&mut write, request.topic_id, request.version).await?;
    topic.may_move(taken_by(&mut write, topic.id).await?.as_ref())?;
    topic.half_term_id = request.half_term_id;
    check(&mut write, &topic).await?;
    write.update(&mut topic).await?;
    cx.done(write, topic.id).await
}

pub(crate) async fn drop_it(cx: &Context, request: DropTopic) -> Outcome<Written<TopicId>> {
    text::required("reason", "why it is dropped", &request.reason, text::MEDIUM)?;
    let mut write = cx.write("drop a topic").await?;
    let mut topic = stored(&mut write, request.topic_id, request.version).await?;
    topic.may_move(taken_by(&mut write, topic.id).await?.as_ref())?;
    topic.dropped_reason = request.reason.trim().into();
    write.update(&mut topic).await?;
    cx.done(write, topic.id).await
}

pub(crate) async fn resume(cx: &Context, request: ResumeTopic) -> Outcome<Written<TopicId>> {
    let mut write = cx.write("take a topic up again").await?;
    let mut topic = stored(&mut write, request.topic_id, request.version).await?;
    if topic.dropped_reason.is_empty() {
        return Err(Refusal::rule("This topic was not dropped.").into());
    }
    topic.dropped_reason.clear();
    check(&mut write, &topic).await?;
    write.update(&mut topic).await?;
    cx.done(write, topic.id).await
}

pub(crate) async fn finish(cx: &Context, request: FinishTopic) -> Outcome<Written<TopicId>> {
    let on = request.on.unwrap_or_else(|| cx.today());
    if on > cx.today() {
        return Err(
            Refusal::field("on", "This day is still to come. Enter the day on which it was done.").into()
        );
    }
    let mut write = cx.write("finish a topic").await?;
    let mut topic = stored(&mut write, request.topic_id, request.version).await?;
    if !topic.dropped_reason.is_empty() {
        return Err(Refusal::rule("This topic was dropped. Take it up again first.").into());
    }
    topic.may_move(taken_by(&mut write, topic.id).await?.as_ref())?;
    topic.done_on = Some(on);
    write.update(&mut topic).await?;
    cx.done(write, topic.id).await
}

/// The topic as it is stored, with the version that somebody read.
async fn stored(write: &mut Writing, id: TopicId, version: i64) -> Outcome<Topic> {
    Ok(Topic { version, ..write.one::<Topic>(id).await? })
}

async fn check(write: &mut Writing, topic: &Topic) -> Outcome<()> {
    let half_terms = write.all::<HalfTerm>().await?;
    Ok(topic.check(&half_terms, &write.board().await?.with_scrutiny)?)
}

/// A topic becomes the title of an item, and is printed: neither copies a voice's words (rule 5).
async fn says_it_in_its_own_words(write: &mut Writing, topic: &Topic) -> Outcome<()> {
    let voices = write.all::<Voice>().await?;
    for (field, words) in [("subject", &topic.subject), ("why", &topic.why)] {
        if voices.iter().any(|voice| title_copies_a_voice(words, &voice.words)) {
            return Err(Refusal::field(
                field,
                "This repeats what a child said. Say what it is about in your own words.",
            )
            .into());
        }
    }
    Ok(())
}

/// The meeting that has the topic.
pub(super) async fn taken_by(read: &mut Reading, topic: TopicId) -> Outcome<Option<Taken>> {
    let items = read.by::<AgendaItem>("topic_id", topic).await?;
    let mut meetings = vec![];
    for item in &items {
        meetings.push(read.one::<Meeting>(item.meeting_id).await?);
    }
    Ok(taken(topic, &items, &meetings))
}
