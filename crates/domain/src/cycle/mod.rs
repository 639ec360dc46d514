//! The half-term cycle: for each theme in each half-term who linked to it, which events were planned and held, what was
//! heard, which meeting took it, what was answered and told back, and what is missing.
//!
//! The year, the page of a half-term and Home all count with this one function, so that they agree.

mod gaps;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    agenda_item::AgendaItem,
    event::Event,
    half_term::{HalfTerm, half_term_on},
    id::{AgendaItemId, AssignmentId, EventId, HalfTermId, MeetingId, ThemeId, VoiceId},
    meeting::Meeting,
    theme::{Assignment, ChampionKind, Theme},
    voice::{Answer, Became, Voice, became},
};

pub use gaps::{CycleGap, Gap};

/// What the cycle is counted from. More than is needed does no harm.
#[derive(Debug, Clone, Copy)]
pub struct CycleRecords<'a> {
    pub today: NaiveDate,
    /// Whether a theme without a Link Champion is a gap on this board.
    pub champions_required: bool,
    /// All that are entered: each begins where the one before it ends.
    pub half_terms: &'a [HalfTerm],
    pub assignments: &'a [Assignment],
    pub events: &'a [Event],
    pub voices: &'a [Voice],
    /// Those of the voices.
    pub answers: &'a [Answer],
    /// Those that took the voices.
    pub items: &'a [AgendaItem],
    pub meetings: &'a [Meeting],
}

/// One theme in one half-term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeCycle {
    /// Its Link Champions on any day of the half-term, the earliest first.
    pub champions: Vec<AssignmentId>,
    /// By day, planned and held.
    pub events: Vec<CycleEvent>,
    /// What was heard about the theme, wherever it was heard.
    pub voices: Vec<VoiceId>,
    /// Which items took how many of these voices, by the meetings' days.
    pub taken_to: Vec<TakenTo>,
    /// How many of the voices an item took, were answered (told or not), and were told back.
    pub taken: u32,
    pub answered: u32,
    pub told: u32,
    pub gaps: Vec<CycleGap>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleEvent {
    pub id: EventId,
    pub held: bool,
    /// Heard at it, of whatever theme.
    pub voices: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenTo {
    pub meeting_id: MeetingId,
    pub agenda_item_id: AgendaItemId,
    pub voices: u32,
}

/// The half-term that an event belongs to: the one chosen, or that of its day.
#[must_use]
pub fn half_term_of_event(event: &Event, half_terms: &[HalfTerm]) -> Option<HalfTermId> {
    event.half_term_id.or_else(|| half_term_on(event.date, half_terms).map(|it| it.id))
}

/// The half-term that a voice belongs to: that of the event at which it was heard, or of its day.
#[must_use]
pub fn half_term_of_voice(
    voice: &Voice,
    event: Option<&Event>,
    half_terms: &[HalfTerm],
) -> Option<HalfTermId> {
    match event {
        Some(event) => half_term_of_event(event, half_terms),
        None => half_term_on(voice.heard_on, half_terms).map(|it| it.id),
    }
}

/// The records, sorted once for all themes and half-terms.
#[derive(Debug)]
pub struct Cycle<'a> {
    of: CycleRecords<'a>,
    events: HashMap<(ThemeId, HalfTermId), Vec<&'a Event>>,
    voices: HashMap<(ThemeId, HalfTermId), Vec<&'a Voice>>,
    heard_at: HashMap<EventId, u32>,
    answers: HashMap<VoiceId, Vec<&'a Answer>>,
    items: HashMap<VoiceId, Vec<&'a AgendaItem>>,
    days: HashMap<MeetingId, NaiveDate>,
}

impl<'a> Cycle<'a> {
    #[must_use]
    pub fn new(of: CycleRecords<'a>) -> Self {
        let mut cycle = Self {
            of,
            events: HashMap::new(),
            voices: HashMap::new(),
            heard_at: HashMap::new(),
            answers: HashMap::new(),
            items: HashMap::new(),
            days: of.meetings.iter().map(|it| (it.id, it.date)).collect(),
        };
        let by_id: HashMap<EventId, &Event> = of.events.iter().map(|it| (it.id, it)).collect();
        for event in of.events {
            if let Some(half_term) = half_term_of_event(event, of.half_terms) {
                cycle.events.entry((event.theme_id, half_term)).or_default().push(event);
            }
        }
        for voice in of.voices {
            if let Some(event) = voice.event_id {
                *cycle.heard_at.entry(event).or_default() += 1;
            }
            let event = voice.event_id.and_then(|id| by_id.get(&id)).copied();
            if let Some(half_term) = half_term_of_voice(voice, event, of.half_terms) {
                cycle.voices.entry((voice.theme_id, half_term)).or_default().push(voice);
            }
        }
        for answer in of.answers {
            cycle.answers.entry(answer.voice_id).or_default().push(answer);
        }
        // What was taken off an agenda took nothing to the board.
        for item in of.items.iter().filter(|it| !it.is_withdrawn()) {
            for voice in &item.voices {
                cycle.items.entry(*voice).or_default().push(item);
            }
        }
        cycle
    }

    /// One theme in one half-term.
    #[must_use]
    pub fn of(&self, theme: &Theme, half_term: &HalfTerm) -> ThemeCycle {
        let key = (theme.id, half_term.id);
        let mut events = self.events.get(&key).cloned().unwrap_or_default();
        events.sort_by_key(|it| (it.date, it.id));
        let mut voices = self.voices.get(&key).cloned().unwrap_or_default();
        voices.sort_by_key(|it| (it.heard_on, it.id));
        let links = self.links(theme, half_term);
        let count = |wanted: &dyn Fn(&Voice) -> bool| number(voices.iter().filter(|it| wanted(it)).count());
        ThemeCycle {
            champions: links.iter().map(|it| it.id).collect(),
            taken_to: self.taken_to(&voices),
            taken: count(&|it| self.items.contains_key(&it.id)),
            answered: count(&|it| self.became(it) != Became::Waiting),
            told: count(&|it| self.became(it) == Became::Told),
            gaps: self.gaps(theme, half_term, (&links, &events, &voices)),
            events: events
                .iter()
                .map(|it| CycleEvent { id: it.id, held: it.held, voices: self.heard_at(it.id) })
                .collect(),
            voices: voices.iter().map(|it| it.id).collect(),
        }
    }

    /// Who links to a theme on any day of a half-term, its holiday included.
    fn links(&self, theme: &Theme, half_term: &HalfTerm) -> Vec<&'a Assignment> {
        let last = self.last_day(half_term);
        let mut links: Vec<&Assignment> = self
            .of
            .assignments
            .iter()
            .filter(|it| it.theme_id == theme.id && it.kind == ChampionKind::LinkChampion)
            .filter(|it| it.from <= last && it.to.is_none_or(|to| to >= half_term.starts))
            .collect();
        links.sort_by_key(|it| (it.from, it.id));
        links
    }

    /// The day before the next half-term begins; the half-term's own last day where nothing follows it.
    fn last_day(&self, half_term: &HalfTerm) -> NaiveDate {
        let next = self.of.half_terms.iter().map(|it| it.starts).filter(|it| *it > half_term.starts).min();
        next.and_then(|day| day.pred_opt()).unwrap_or(half_term.ends)
    }

    fn taken_to(&self, voices: &[&Voice]) -> Vec<TakenTo> {
        let mut taken: Vec<TakenTo> = vec![];
        for item in voices.iter().filter_map(|it| self.items.get(&it.id)).flatten() {
            match taken.iter_mut().find(|it| it.agenda_item_id == item.id) {
                Some(before) => before.voices += 1,
                None => {
                    taken.push(TakenTo { meeting_id: item.meeting_id, agenda_item_id: item.id, voices: 1 });
                }
            }
        }
        taken.sort_by_key(|it| (self.days.get(&it.meeting_id).copied(), it.agenda_item_id));
        taken
    }

    fn became(&self, voice: &Voice) -> Became {
        became(self.answers.get(&voice.id).map(Vec::as_slice).unwrap_or_default())
    }

    fn heard_at(&self, event: EventId) -> u32 {
        self.heard_at.get(&event).copied().unwrap_or_default()
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
