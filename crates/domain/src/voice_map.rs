//! The voice map: for each cohort, through what its voice reaches the board, and who was not heard in a half-term.

mod evidence;
pub mod published;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    channel::{Channel, HeardEvery},
    cohort::Cohort,
    event::Event,
    half_term::HalfTerm,
    id::{ChannelId, CohortId},
    voice::Voice,
};

use evidence::Evidence;

/// What a map is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct MapSources<'a> {
    pub today: NaiveDate,
    pub half_term: &'a HalfTerm,
    pub half_terms: &'a [HalfTerm],
    pub cohorts: &'a [Cohort],
    pub channels: &'a [Channel],
    pub events: &'a [Event],
    /// Those that the reader may know of.
    pub voices: &'a [Voice],
}

/// One half-term's map, a line to a cohort, in the board's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceMap {
    pub lines: Vec<MapLine>,
    /// Those who came, and voices, of whom nobody wrote down a cohort.
    pub unsaid: MapCounts,
    /// The last day that it looks at: today, or the day before the next half-term.
    pub until: NaiveDate,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MapCounts {
    /// Events of the half-term at which somebody of the cohort was counted.
    pub events: u32,
    /// Who came to them, each counted in the one cohort in which they were written down.
    pub came: u32,
    pub voices: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MapLine {
    pub cohort_id: CohortId,
    pub cohort: String,
    /// How those in it prefer to be heard.
    pub heard_by: String,
    pub channels: Vec<MapChannel>,
    pub counts: MapCounts,
    /// The last day by `until` on which anybody of the cohort was heard, and where.
    pub last_heard: Option<NaiveDate>,
    pub last_heard_at: String,
    /// Whether anybody of the cohort was heard in the half-term.
    pub heard: bool,
}

/// A channel that reaches a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MapChannel {
    pub id: ChannelId,
    pub name: String,
    pub partner: String,
    pub every: HeardEvery,
    /// When this cohort was last heard through it.
    pub last_heard: Option<NaiveDate>,
    /// It has been quiet for longer than it should be.
    pub quiet: bool,
}

impl VoiceMap {
    /// Those who were not heard.
    pub fn gaps(&self) -> impl Iterator<Item = &MapLine> {
        self.lines.iter().filter(|line| !line.heard)
    }

    /// "under 5s; in secure homes": the cohorts that were not heard, for a sentence; none when all were.
    #[must_use]
    pub fn not_heard(&self) -> Option<String> {
        let names: Vec<String> = self.gaps().map(|line| uncapitalised(&line.cohort)).collect();
        (!names.is_empty()).then(|| names.join("; "))
    }
}

/// Draws the map of a half-term, as things stood at its end or stand today.
#[must_use]
pub fn voice_map(sources: &MapSources<'_>) -> VoiceMap {
    let evidence = Evidence::of(sources);
    let line = |cohort: &Cohort| {
        let (last_heard, last_heard_at) = evidence.last(cohort).unzip();
        MapLine {
            cohort_id: cohort.id,
            cohort: cohort.name.clone(),
            heard_by: cohort.heard_by.clone(),
            channels: channels(sources, cohort.id, evidence.until),
            counts: evidence.counts(Some(cohort.id)),
            last_heard,
            last_heard_at: last_heard_at.unwrap_or_default(),
            heard: evidence.heard_in_half_term(cohort),
        }
    };
    VoiceMap {
        lines: sources.cohorts.iter().map(line).collect(),
        unsaid: evidence.counts(None),
        until: evidence.until,
    }
}

fn channels(sources: &MapSources<'_>, cohort: CohortId, until: NaiveDate) -> Vec<MapChannel> {
    let reaching = sources.channels.iter().filter(|it| it.cohorts.contains(&cohort) && !it.has_ended(until));
    let of_cohort = |channel: &Channel| {
        let days = channel.heard.iter().filter(|heard| heard.cohorts.contains(&cohort) && heard.on <= until);
        days.map(|heard| heard.on).max()
    };
    reaching
        .map(|channel| MapChannel {
            id: channel.id,
            name: channel.name.clone(),
            partner: channel.partner.clone(),
            every: channel.every,
            last_heard: of_cohort(channel),
            quiet: channel.is_quiet(sources.today),
        })
        .collect()
}

/// A name inside a sentence; capitals that are more than a beginning stay: "UASC".
fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_uppercase() => format!("{first}{}", letters.as_str()),
        (Some(first), _) => first.to_lowercase().collect::<String>() + letters.as_str(),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
mod tests;
