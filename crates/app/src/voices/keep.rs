//! Writing voices down, changing and removing them.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgeBand, AgendaItem, Answer, Event, PrintedDocument, Promise, Refusal, Share, Voice,
    id::{CohortId, EventId, ThemeId, VoiceId},
    voice::TakenBack,
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A voice before it is written down.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewVoice {
    pub words: String,
    pub is_quote: bool,
    /// The day of the event when it was heard at one; today when nothing is said.
    pub heard_on: Option<NaiveDate>,
    pub event_id: Option<EventId>,
    pub source: String,
    pub theme_id: ThemeId,
    pub cohort_id: Option<CohortId>,
    pub age_band: Option<AgeBand>,
    pub share: Share,
    pub sensitive: bool,
}

pub(crate) async fn add(cx: &Context, request: NewVoice) -> Outcome<Written<Voice>> {
    let mut write = cx.write("write down a voice").await?;
    let heard_on = match (request.heard_on, request.event_id) {
        (Some(day), _) => day,
        (None, Some(event)) => write.one::<Event>(event).await?.date,
        (None, None) => cx.today(),
    };
    let mut voice = Voice {
        id: cx.new_id(),
        version: 0,
        words: request.words.trim().into(),
        is_quote: request.is_quote,
        heard_on,
        event_id: request.event_id,
        source: request.source,
        theme_id: request.theme_id,
        cohort_id: request.cohort_id,
        age_band: request.age_band,
        share: request.share,
        sensitive: request.sensitive,
    };
    voice.check(cx.today())?;
    write.insert(&mut voice).await?;
    cx.done(write, voice).await
}

pub(crate) async fn edit(cx: &Context, mut voice: Voice) -> Outcome<Written<Voice>> {
    voice.words = voice.words.trim().into();
    voice.check(cx.today())?;
    let mut write = cx.write("change a voice").await?;
    write.update(&mut voice).await?;
    cx.done(write, voice).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct RemoveVoice {
    pub id: VoiceId,
    pub version: i64,
    /// By mistake, when nothing is said.
    #[serde(default)]
    pub why: Option<TakenBack>,
}

/// Takes back a voice that nothing has come of yet. The history keeps it, and says why it went.
pub(crate) async fn remove(cx: &Context, request: RemoveVoice) -> Outcome<Written<VoiceId>> {
    let why = request.why.unwrap_or(TakenBack::Mistake);
    let mut write = cx.write(&format!("take back a voice: {why}")).await?;
    let voice = Voice { version: request.version, ..write.one::<Voice>(request.id).await? };
    if let Some(reason) = stays(&mut write, voice.id).await? {
        return Err(
            Refusal::rule(format!("This voice {reason}, so it stays. Change its words instead.")).into()
        );
    }
    write.delete(&voice).await?;
    cx.done(write, voice.id).await
}

/// What has come of a voice already.
async fn stays(read: &mut Reading, voice: VoiceId) -> Outcome<Option<&'static str>> {
    let this = [voice.into()];
    if !read.by::<Answer>("voice_id", voice).await?.is_empty() {
        return Ok(Some("has an answer"));
    }
    let on_agenda = "t.id IN (SELECT l.agenda_item_id FROM agenda_item_voice AS l WHERE l.voice_id = $1)";
    if !read.find::<AgendaItem>(on_agenda, &this).await?.is_empty() {
        return Ok(Some("is on an agenda"));
    }
    let behind = "t.id IN (SELECT l.promise_id FROM promise_voice AS l WHERE l.voice_id = $1)";
    if !read.find::<Promise>(behind, &this).await?.is_empty() {
        return Ok(Some("stands behind a promise"));
    }
    let printed =
        "t.id IN (SELECT l.printed_document_id FROM printed_document_voice AS l WHERE l.voice_id = $1)";
    let is_printed = !read.find::<PrintedDocument>(printed, &this).await?.is_empty();
    Ok(is_printed.then_some("was printed in a document"))
}
