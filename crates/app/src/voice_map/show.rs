//! The map of a half-term, and the channels.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Audience, Channel, Cohort, Event, HalfTerm, Person, Voice,
    half_term::half_term_on,
    id::{CohortId, HalfTermId, PersonId},
    voice_map::{MapSources, VoiceMap, voice_map},
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use crate::{
    context::Context,
    error::Outcome,
    voices::choices::{Choice, HalfTermChoice, cohorts, people, started},
};

#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowMap {
    /// The one that today belongs to, when nothing is said.
    pub half_term_id: Option<HalfTermId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MapPage {
    /// Half-terms that have begun, the latest first.
    pub half_terms: Vec<HalfTermChoice>,
    pub half_term_id: Option<HalfTermId>,
    /// Whether it is the half-term that today belongs to.
    pub is_now: bool,
    /// None while no half-term is entered.
    pub map: Option<VoiceMap>,
    /// "Not heard this half-term: under 5s; in secure homes."; none when everybody was.
    pub gaps: Option<String>,
    /// Those that still hear children first, then those that have ended.
    pub channels: Vec<ChannelLine>,
    pub cohorts: Vec<Choice<CohortId>>,
    pub people: Vec<Choice<PersonId>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChannelLine {
    pub channel: Channel,
    /// The cohorts that it reaches, in the board's order.
    pub reaches: Vec<String>,
    pub contact: Option<String>,
    pub last_heard: Option<NaiveDate>,
    /// It has been quiet for longer than it should be.
    pub quiet: bool,
    pub ended: bool,
}

pub(crate) async fn show(cx: &Context, request: ShowMap) -> Outcome<MapPage> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let drawn = draw(&mut read, request.half_term_id, None, today).await?;
    let everyone = read.all::<Person>().await?;
    let now = half_term_on(today, &drawn.half_terms).map(|it| it.id);
    let chosen = drawn.half_term.as_ref();
    let is_now = chosen.is_some_and(|it| Some(it.id) == now);
    let gaps = drawn.map.as_ref().and_then(VoiceMap::not_heard).map(|names| match chosen {
        Some(half_term) if !is_now => format!("Not heard in {}: {names}.", half_term.name()),
        _ => format!("Not heard this half-term: {names}."),
    });
    let line = |channel: Channel| ChannelLine {
        reaches: drawn
            .cohorts
            .iter()
            .filter(|it| channel.cohorts.contains(&it.id))
            .map(|it| it.name.clone())
            .collect(),
        contact: everyone.iter().find(|it| Some(it.id) == channel.person_id).map(Person::printed_name),
        last_heard: channel.last_heard(),
        quiet: channel.is_quiet(today),
        ended: channel.has_ended(today),
        channel,
    };
    let mut channels: Vec<ChannelLine> = drawn.channels.into_iter().map(line).collect();
    channels.sort_by_key(|it| it.ended);
    Ok(MapPage {
        half_term_id: chosen.map(|it| it.id),
        half_terms: started(&drawn.half_terms, today),
        is_now,
        map: drawn.map,
        gaps,
        channels,
        cohorts: cohorts(drawn.cohorts),
        people: people(everyone, today),
    })
}

pub(super) struct Drawn {
    pub half_terms: Vec<HalfTerm>,
    pub half_term: Option<HalfTerm>,
    pub map: Option<VoiceMap>,
    cohorts: Vec<Cohort>,
    channels: Vec<Channel>,
}

/// Draws a half-term's map. With an audience, only from the voices that may be in its documents.
pub(super) async fn draw(
    read: &mut Reading,
    half_term: Option<HalfTermId>,
    audience: Option<Audience>,
    today: NaiveDate,
) -> Outcome<Drawn> {
    let half_terms = read.all::<HalfTerm>().await?;
    let half_term = match half_term {
        Some(id) => Some(read.one::<HalfTerm>(id).await?),
        None => half_term_on(today, &half_terms).cloned(),
    };
    let cohorts = read.all::<Cohort>().await?;
    let channels = read.all::<Channel>().await?;
    let map = match &half_term {
        None => None,
        Some(half_term) => {
            let mut voices = read.all::<Voice>().await?;
            voices.retain(|voice| audience.is_none_or(|audience| voice.may_be_printed_for(audience)));
            Some(voice_map(&MapSources {
                today,
                half_term,
                half_terms: &half_terms,
                cohorts: &cohorts,
                channels: &channels,
                events: &read.all::<Event>().await?,
                voices: &voices,
            }))
        }
    };
    Ok(Drawn { half_terms, half_term, map, cohorts, channels })
}
