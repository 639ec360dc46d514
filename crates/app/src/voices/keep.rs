//! Writing voices down, changing and removing them.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgeBand, Answer, Event, Refusal, Share, Voice,
    id::{CohortId, EventId, ThemeId, VoiceId},
};
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
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveVoice {
    pub id: VoiceId,
    pub version: i64,
}

/// Takes back a voice that nothing has come of yet.
pub(crate) async fn remove(cx: &Context, request: RemoveVoice) -> Outcome<Written<VoiceId>> {
    let mut write = cx.write("take back a voice").await?;
    let voice = Voice { version: request.version, ..write.one::<Voice>(request.id).await? };
    if !write.by::<Answer>("voice_id", voice.id).await?.is_empty() {
        return Err(Refusal::rule("This voice has an answer, so it stays. Change its words instead.").into());
    }
    write.delete(&voice).await?;
    cx.done(write, voice.id).await
}
