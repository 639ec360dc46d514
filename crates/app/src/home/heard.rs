//! What was heard lately, as far as Home shows it: never a sensitive voice, nor one that may be shared with nobody.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Cohort, Event, Role, Share, Voice,
    id::{CohortId, EventId, VoiceId},
    wording,
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use super::scene::Scene;
use crate::error::Outcome;

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HeardVoice {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
    pub theme: String,
    pub heard_on: NaiveDate,
    /// Who and where from: "secondary age · Pizza night, 18 November · Cllr Okafor".
    pub from: String,
}

/// A week, in days.
const LATELY: u64 = 7;
const SHOWN: usize = 4;

/// What was heard in the last seven days, the latest first.
pub(super) async fn this_week(read: &mut Reading, scene: &Scene) -> Outcome<Vec<HeardVoice>> {
    let from = scene.today - Days::new(LATELY);
    latest(read, scene, from).await
}

/// What was heard since a day, the latest first.
pub(super) async fn latest(read: &mut Reading, scene: &Scene, from: NaiveDate) -> Outcome<Vec<HeardVoice>> {
    let voices: Vec<Voice> = read.find("t.heard_on > $1 AND NOT t.sensitive", &[Arg::Date(from)]).await?;
    let cohorts: HashMap<CohortId, String> =
        read.all::<Cohort>().await?.into_iter().map(|it| (it.id, it.name)).collect();
    let events: HashMap<EventId, Event> = read
        .find::<Event>(
            "t.id IN (SELECT v.event_id FROM voice AS v WHERE v.heard_on > $1)",
            &[Arg::Date(from)],
        )
        .await?
        .into_iter()
        .map(|it| (it.id, it))
        .collect();
    let observes = scene.me().is_none_or(|person| person.roles == [Role::Observer]);
    let may_see = |voice: &Voice| match voice.share {
        Share::No => false,
        Share::BoardOnly => !observes,
        Share::Anywhere => true,
    };
    let heard = voices.into_iter().filter(may_see).take(SHOWN).map(|voice| {
        let event = voice.event_id.and_then(|id| events.get(&id));
        let place = match event {
            Some(event) => Some(format!("{}, {}", event.title, wording::near_date(event.date, scene.today))),
            None if voice.source.is_empty() => None,
            None => Some(format!("{}, {}", voice.source, wording::near_date(voice.heard_on, scene.today))),
        };
        let age = voice.age_band.map(|band| band.words().to_owned());
        let parts = [
            voice.cohort_id.and_then(|id| cohorts.get(&id)).map(|name| name.to_lowercase()).or(age),
            place,
            event.and_then(|event| scene.name_of(event.person_id)),
        ];
        HeardVoice {
            id: voice.id,
            theme: scene.theme(voice.theme_id),
            from: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            words: voice.words,
            is_quote: voice.is_quote,
            heard_on: voice.heard_on,
        }
    });
    Ok(heard.collect())
}
