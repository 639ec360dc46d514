//! Who was heard when and where: at events by counts, in voices, through channels.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{MapCounts, MapSources};
use crate::{
    cohort::{AgeBand, Cohort},
    event::Event,
    half_term::half_term_on,
    id::{CohortId, EventId, HalfTermId},
};

/// One time that somebody was heard.
struct Heard {
    on: NaiveDate,
    at: String,
    cohort: Option<CohortId>,
    age_band: Option<AgeBand>,
    in_half_term: bool,
}

pub(super) struct Evidence {
    half_term: HalfTermId,
    heard: Vec<Heard>,
    counts: HashMap<Option<CohortId>, MapCounts>,
    pub until: NaiveDate,
}

impl Evidence {
    pub fn of(sources: &MapSources<'_>) -> Self {
        let until = until(sources);
        let half_term = sources.half_term.id;
        let mut evidence = Self { half_term, heard: vec![], counts: HashMap::new(), until };
        let events: HashMap<EventId, &Event> = sources.events.iter().map(|it| (it.id, it)).collect();
        for event in sources.events.iter().filter(|it| it.held && it.date <= until) {
            evidence.came(event, of_event(sources, event));
        }
        for voice in sources.voices.iter().filter(|it| it.heard_on <= until) {
            let event = voice.event_id.and_then(|id| events.get(&id));
            let half_term = match event {
                Some(event) => of_event(sources, event),
                None => of_day(sources, voice.heard_on),
            };
            let in_half_term = half_term == Some(sources.half_term.id);
            if in_half_term {
                evidence.counts.entry(voice.cohort_id).or_default().voices += 1;
            }
            evidence.heard.push(Heard {
                on: voice.heard_on,
                at: event.map_or_else(|| voice.source.clone(), |event| event.title.clone()),
                cohort: voice.cohort_id,
                age_band: voice.age_band,
                in_half_term,
            });
        }
        evidence.through_channels(sources);
        evidence
    }

    fn came(&mut self, event: &Event, half_term: Option<HalfTermId>) {
        let in_half_term = half_term == Some(self.half_term);
        let mut here: Vec<Option<CohortId>> = vec![];
        for came in event.came.iter().filter(|came| came.count > 0) {
            if in_half_term {
                let counts = self.counts.entry(came.cohort_id).or_default();
                counts.came += came.count;
                counts.events += u32::from(!here.contains(&came.cohort_id));
                here.push(came.cohort_id);
            }
            self.heard.push(Heard {
                on: event.date,
                at: event.title.clone(),
                cohort: came.cohort_id,
                age_band: Some(came.age_band),
                in_half_term,
            });
        }
    }

    fn through_channels(&mut self, sources: &MapSources<'_>) {
        for channel in sources.channels {
            for day in channel.heard.iter().filter(|day| day.on <= self.until) {
                let in_half_term = of_day(sources, day.on) == Some(self.half_term);
                self.heard.extend(day.cohorts.iter().map(|cohort| Heard {
                    on: day.on,
                    at: channel.name.clone(),
                    cohort: Some(*cohort),
                    age_band: None,
                    in_half_term,
                }));
            }
        }
    }

    pub fn counts(&self, cohort: Option<CohortId>) -> MapCounts {
        self.counts.get(&cohort).copied().unwrap_or_default()
    }

    pub fn heard_in_half_term(&self, cohort: &Cohort) -> bool {
        self.of_cohort(cohort).any(|heard| heard.in_half_term)
    }

    /// The last day, and where.
    pub fn last(&self, cohort: &Cohort) -> Option<(NaiveDate, String)> {
        let last = self.of_cohort(cohort).max_by_key(|heard| heard.on)?;
        Some((last.on, last.at.clone()))
    }

    /// Written down in the cohort, or of an age whose every child is in it.
    fn of_cohort<'a>(&'a self, cohort: &'a Cohort) -> impl Iterator<Item = &'a Heard> {
        let aged = |heard: &Heard| heard.age_band.is_some_and(|band| cohort.age_bands.contains(&band));
        self.heard.iter().filter(move |heard| heard.cohort == Some(cohort.id) || aged(heard))
    }
}

/// Today while the half-term or its holiday lasts; afterwards the day before the next half-term.
fn until(sources: &MapSources<'_>) -> NaiveDate {
    let own = sources.half_term;
    let next = sources.half_terms.iter().map(|it| it.starts).filter(|starts| *starts > own.starts).min();
    next.and_then(|starts| starts.pred_opt()).map_or(sources.today, |last| last.min(sources.today))
}

/// An event's own half-term, as somebody set it, or that of its day.
fn of_event(sources: &MapSources<'_>, event: &Event) -> Option<HalfTermId> {
    event.half_term_id.or_else(|| of_day(sources, event.date))
}

fn of_day(sources: &MapSources<'_>, day: NaiveDate) -> Option<HalfTermId> {
    half_term_on(day, sources.half_terms).map(|it| it.id)
}
