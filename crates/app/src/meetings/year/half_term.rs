//! One half-term: what each theme did, heard, took to the board and told back, and what is missing.

use chrono::NaiveDate;
use pledgeboard_domain::{
    HalfTerm, MeetingState, Person, Theme,
    cycle::{CycleEvent, CycleGap, ThemeCycle},
    half_term::half_term_on,
    id::{AgendaItemId, EventId, HalfTermId, MeetingId, PersonId, ThemeId},
    the_loop,
};
use serde::{Deserialize, Serialize};

use super::cycle::Gathered;
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowHalfTerm {
    pub id: HalfTermId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermView {
    pub id: HalfTermId,
    /// "Autumn 2, 2026/27".
    pub name: String,
    pub academic_year: i32,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
    /// Today belongs to it, or to the holiday after it.
    pub is_now: bool,
    pub is_to_come: bool,
    pub before: Option<HalfTermId>,
    pub after: Option<HalfTermId>,
    pub meetings: Vec<HalfTermMeeting>,
    /// The meeting to which voices can still be taken.
    pub next_meeting: Option<HalfTermMeeting>,
    pub themes: Vec<HalfTermTheme>,
    /// Of all themes together.
    pub all: CycleNumbers,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub title: String,
    pub state: MeetingState,
}

#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CycleNumbers {
    pub planned: u32,
    pub held: u32,
    pub voices: u32,
    pub taken: u32,
    /// Told or not.
    pub answered: u32,
    pub told: u32,
    pub gaps: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermTheme {
    pub id: ThemeId,
    pub name: String,
    pub colour: String,
    /// Who linked to it on any day of it.
    pub champions: Vec<HalfTermChampion>,
    pub events: Vec<HalfTermEvent>,
    pub numbers: CycleNumbers,
    /// Which items took its voices, by day.
    pub taken_to: Vec<HalfTermItem>,
    pub gaps: Vec<CycleGap>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermChampion {
    pub id: PersonId,
    pub name: String,
    /// Where they began or ended within it.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermEvent {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
    pub person: Option<String>,
    pub held: bool,
    pub voices: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermItem {
    pub meeting_id: MeetingId,
    pub id: AgendaItemId,
    /// Empty on a draft.
    pub number: String,
    pub date: NaiveDate,
    /// Held or under way: its minutes say what became of them.
    pub met: bool,
    pub voices: u32,
}

pub(crate) async fn show(cx: &Context, request: ShowHalfTerm) -> Outcome<HalfTermView> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let half_term = read.one::<HalfTerm>(request.id).await?;
    let themes = read.all::<Theme>().await?;
    let people = read.all::<Person>().await?;
    let found = Gathered::of(&mut read, today, &half_term).await?;
    let cycle = found.cycle();
    let page = Page { half_term: &half_term, found: &found, people: &people };
    let rows: Vec<HalfTermTheme> = themes
        .iter()
        .map(|theme| (theme, cycle.of(theme, &half_term)))
        .filter(|(theme, it)| {
            let stands = theme.retired_on.is_none_or(|day| day > half_term.starts);
            stands || !it.events.is_empty() || !it.voices.is_empty()
        })
        .map(|(theme, it)| page.theme(theme, it))
        .collect();
    let mut in_order: Vec<&HalfTerm> = found.half_terms.iter().collect();
    in_order.sort_by_key(|it| it.starts);
    let own = |date| half_term_on(date, &found.half_terms).map(|it| it.id) == Some(half_term.id);
    let meeting = |it: &pledgeboard_domain::Meeting| HalfTermMeeting {
        id: it.id,
        date: it.date,
        title: it.title.clone(),
        state: it.state,
    };
    Ok(HalfTermView {
        id: half_term.id,
        name: half_term.name(),
        academic_year: half_term.academic_year,
        starts: half_term.starts,
        ends: half_term.ends,
        is_now: own(today),
        is_to_come: half_term.starts > today,
        before: in_order.iter().rfind(|it| it.starts < half_term.starts).map(|it| it.id),
        after: in_order.iter().find(|it| it.starts > half_term.starts).map(|it| it.id),
        meetings: found.meetings.iter().filter(|it| own(it.date)).map(meeting).collect(),
        next_meeting: the_loop::next_meeting(today, &found.meetings).map(meeting),
        all: CycleNumbers::sum(rows.iter().map(|it| &it.numbers)),
        themes: rows,
    })
}

struct Page<'a> {
    half_term: &'a HalfTerm,
    found: &'a Gathered,
    people: &'a [Person],
}

impl Page<'_> {
    fn theme(&self, theme: &Theme, it: ThemeCycle) -> HalfTermTheme {
        HalfTermTheme {
            id: theme.id,
            name: theme.name.clone(),
            colour: theme.colour.clone(),
            numbers: CycleNumbers::of(&it),
            champions: self.champions(&it),
            events: it.events.iter().filter_map(|it| self.event(it)).collect(),
            taken_to: it.taken_to.iter().filter_map(|it| self.item(it.agenda_item_id, it.voices)).collect(),
            gaps: it.gaps,
        }
    }

    fn name(&self, id: PersonId) -> Option<String> {
        self.people.iter().find(|it| it.id == id).map(Person::printed_name)
    }

    fn champions(&self, it: &ThemeCycle) -> Vec<HalfTermChampion> {
        let link = |id| self.found.assignments.iter().find(|it| it.id == id);
        it.champions
            .iter()
            .filter_map(|id| link(*id))
            .map(|link| HalfTermChampion {
                id: link.person_id,
                name: self.name(link.person_id).unwrap_or_default(),
                from: Some(link.from).filter(|day| *day > self.half_term.starts),
                to: link.to.filter(|day| *day < self.half_term.ends),
            })
            .collect()
    }

    fn event(&self, it: &CycleEvent) -> Option<HalfTermEvent> {
        let event = self.found.events.iter().find(|event| event.id == it.id)?;
        Some(HalfTermEvent {
            id: event.id,
            title: event.title.clone(),
            date: event.date,
            person: event.person_id.and_then(|id| self.name(id)),
            held: event.held,
            voices: it.voices,
        })
    }

    fn item(&self, id: AgendaItemId, voices: u32) -> Option<HalfTermItem> {
        let item = self.found.items.iter().find(|it| it.id == id)?;
        let meeting = self.found.meetings.iter().find(|it| it.id == item.meeting_id)?;
        Some(HalfTermItem {
            meeting_id: meeting.id,
            id,
            number: item.number.clone(),
            date: meeting.date,
            met: meeting.state.was_held() || meeting.started_at.is_some(),
            voices,
        })
    }
}

impl CycleNumbers {
    pub fn of(it: &ThemeCycle) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let held = count(it.events.iter().filter(|it| it.held).count());
        Self {
            planned: count(it.events.len()) - held,
            held,
            voices: count(it.voices.len()),
            taken: it.taken,
            answered: it.answered,
            told: it.told,
            gaps: count(it.gaps.len()),
        }
    }

    fn sum<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        all.fold(Self::default(), |sum, it| Self {
            planned: sum.planned + it.planned,
            held: sum.held + it.held,
            voices: sum.voices + it.voices,
            taken: sum.taken + it.taken,
            answered: sum.answered + it.answered,
            told: sum.told + it.told,
            gaps: sum.gaps + it.gaps,
        })
    }
}
