//! Between what an away event says and the board's own records.

use chrono::NaiveDate;

use super::file::{AwayCheck, AwayEvent, AwayFacts, AwayVoice};
use crate::{
    event::{Event, RealityCheck},
    id::{CohortId, EventId, HalfTermId, PersonId, PromiseId, ThemeId},
    text::inert,
    voice::Voice,
};

impl AwayFacts {
    /// What the board says about an event, as an away event would say it.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        Self {
            id: event.id,
            title: event.title.clone(),
            theme_id: event.theme_id,
            date: Some(event.date),
            place: event.place.clone(),
            kind: event.kind,
            came: event.came.clone(),
            came_total: event.came_total,
            what_happened: event.what_happened.clone(),
            take_to_board: event.take_to_board.clone(),
        }
    }

    /// The board's record; `before` is the one that is there.
    #[must_use]
    pub fn event(
        self,
        date: NaiveDate,
        person_id: Option<PersonId>,
        half_term_id: Option<HalfTermId>,
        before: Option<&Event>,
    ) -> Event {
        Event {
            id: self.id,
            version: before.map_or(0, |it| it.version),
            title: self.title,
            theme_id: self.theme_id,
            half_term_id,
            date,
            place: self.place,
            kind: self.kind,
            person_id: before.map_or(person_id, |it| it.person_id),
            held: true,
            came: self.came,
            came_total: self.came_total,
            what_happened: self.what_happened,
            take_to_board: self.take_to_board,
        }
    }
}

impl AwayVoice {
    #[must_use]
    pub fn of(voice: &Voice) -> Self {
        Self {
            id: voice.id,
            words: voice.words.clone(),
            is_quote: voice.is_quote,
            theme_id: voice.theme_id,
            cohort_id: voice.cohort_id,
            age_band: voice.age_band,
            share: voice.share,
            sensitive: voice.sensitive,
        }
    }

    #[must_use]
    pub fn voice(self, event: EventId, heard_on: NaiveDate, before: Option<&Voice>) -> Voice {
        Voice {
            id: self.id,
            version: before.map_or(0, |it| it.version),
            words: self.words,
            is_quote: self.is_quote,
            heard_on: before.map_or(heard_on, |it| it.heard_on),
            event_id: Some(event),
            source: before.map_or_else(String::new, |it| it.source.clone()),
            theme_id: self.theme_id,
            cohort_id: self.cohort_id,
            age_band: self.age_band,
            share: self.share,
            sensitive: self.sensitive,
        }
    }
}

impl AwayCheck {
    #[must_use]
    pub fn of(check: &RealityCheck) -> Self {
        Self {
            id: check.id,
            claim: check.claim.clone(),
            stands_in: check.stands_in.clone(),
            promise_id: check.promise_id,
            verdict: check.verdict,
            seen: check.seen.clone(),
        }
    }

    #[must_use]
    pub fn reality_check(self, event: EventId, before: Option<&RealityCheck>) -> RealityCheck {
        RealityCheck {
            id: self.id,
            version: before.map_or(0, |it| it.version),
            event_id: event,
            claim: self.claim,
            stands_in: self.stands_in,
            promise_id: self.promise_id,
            agenda_item_id: before.and_then(|it| it.agenda_item_id),
            verdict: self.verdict,
            seen: self.seen,
        }
    }
}

/// What the board knows today, for what an away event refers to.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub themes: &'a [ThemeId],
    pub cohorts: &'a [CohortId],
    pub promises: &'a [PromiseId],
    /// The form's theme, for what belongs to a theme that is gone.
    pub theme: ThemeId,
}

impl AwayEvent {
    /// Brings texts to the form in which the board keeps them, leaves empty voices and claims out, and lets go of what
    /// the board does not know (any more), each in one sentence.
    pub fn fit(&mut self, known: Known<'_>) -> Vec<String> {
        let mut told = vec![];
        let event = &mut self.event;
        for text in [&mut event.title, &mut event.place, &mut event.what_happened, &mut event.take_to_board] {
            *text = inert(text).trim().to_owned();
        }
        if event.title.is_empty()
            && let Some(date) = event.date
        {
            event.title = Event::usual_title(event.kind, date);
        }
        self.voices.retain_mut(|voice| {
            voice.words = inert(&voice.words).trim().to_owned();
            !voice.words.is_empty()
        });
        self.reality_checks.retain_mut(|check| {
            for text in [&mut check.claim, &mut check.stands_in, &mut check.seen] {
                *text = inert(text).into_owned();
            }
            !check.claim.trim().is_empty()
        });
        let themes = self.voices.iter_mut().map(|it| &mut it.theme_id).chain([&mut event.theme_id]);
        for theme in themes.filter(|theme| !known.themes.contains(theme)) {
            *theme = known.theme;
            told.push("A theme in it is not on this board, so the form's own theme stands there.".to_owned());
        }
        let cohorts = event.came.iter_mut().map(|it| &mut it.cohort_id);
        for cohort in cohorts.chain(self.voices.iter_mut().map(|it| &mut it.cohort_id)) {
            if cohort.is_some_and(|id| !known.cohorts.contains(&id)) {
                *cohort = None;
                told.push(
                    "A group of children in it is not on this board, so no group stands there.".to_owned(),
                );
            }
        }
        for promise in self.reality_checks.iter_mut().map(|it| &mut it.promise_id) {
            if promise.is_some_and(|id| !known.promises.contains(&id)) {
                *promise = None;
                told.push("A promise in it is not on this board, so the claim belongs to none.".to_owned());
            }
        }
        told.dedup();
        told
    }

    /// Whether anybody wrote anything into it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let event = &self.event;
        self.voices.is_empty()
            && self.reality_checks.is_empty()
            && event.came.is_empty()
            && event.came_total.is_none()
            && event.place.is_empty()
            && event.what_happened.is_empty()
            && event.take_to_board.is_empty()
    }
}
