//! Six half-terms × themes × Link Champions × events × meetings.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Assignment, HalfTerm, MeetingKind, MeetingState, Person, Theme,
    academic_year::AcademicYear,
    cycle::{Cycle, CycleEvent, CycleGap, Gap, ThemeCycle},
    half_term::{academic_year_on, half_term_on},
    id::{EventId, HalfTermId, MeetingId, ThemeId},
    membership::champions,
    theme::ChampionKind,
};
use serde::{Deserialize, Serialize};

use super::cycle::Gathered;
use crate::{context::Context, error::Outcome};

/// An academic year by its first calendar year; without one, the year of today.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowYear {
    pub academic_year: Option<i32>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearView {
    pub academic_year: i32,
    /// "2026/27".
    pub name: String,
    pub half_terms: Vec<YearHalfTerm>,
    pub themes: Vec<YearTheme>,
    /// Every meeting of the year, by date.
    pub meetings: Vec<YearMeeting>,
    /// How many gaps the grid shows.
    pub gaps: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearHalfTerm {
    pub id: HalfTermId,
    /// "Autumn 1".
    pub name: String,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
    pub is_now: bool,
}

impl YearHalfTerm {
    pub(crate) fn of(it: &HalfTerm, now: Option<HalfTermId>) -> Self {
        Self {
            id: it.id,
            name: it.term.words().into(),
            starts: it.starts,
            ends: it.ends,
            is_now: Some(it.id) == now,
        }
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearTheme {
    pub id: ThemeId,
    pub name: String,
    pub colour: String,
    /// Who links to it, by printed name.
    pub champions: Vec<String>,
    /// One for each half-term, in order.
    pub cells: Vec<YearCell>,
}

#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearCell {
    pub events: Vec<YearEvent>,
    /// Heard about the theme, at its events or elsewhere.
    pub voices: u32,
    /// What the theme lacks; what an event lacks stands with the event.
    pub gaps: Vec<CycleGap>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearEvent {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
    pub held: bool,
    pub voices: u32,
    pub gap: Option<Gap>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub place: String,
    pub kind: MeetingKind,
    pub title: String,
    pub themes: Vec<String>,
    pub state: MeetingState,
    /// Which half-term it falls in; none outside those entered.
    pub half_term_id: Option<HalfTermId>,
}

/// The days of a year: an academic year's, stretched to its half-terms (some begin in August).
fn span(year: AcademicYear, half_terms: &[HalfTerm]) -> (NaiveDate, NaiveDate) {
    let first = half_terms.iter().map(|it| it.starts).chain([year.starts()]).min();
    let last = half_terms.iter().map(|it| it.ends).chain([year.ends()]).max();
    (first.unwrap_or(year.starts()), last.unwrap_or(year.ends()))
}

pub(crate) async fn year(cx: &Context, request: ShowYear) -> Outcome<YearView> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let all_half_terms = read.all::<HalfTerm>().await?;
    let year = request.academic_year.map_or_else(|| academic_year_on(today, &all_half_terms), AcademicYear);
    let mut half_terms: Vec<HalfTerm> =
        all_half_terms.iter().filter(|it| it.academic_year == year.0).cloned().collect();
    half_terms.sort_by_key(|it| it.term);
    let (from, to) = span(year, &half_terms);
    let found = Gathered::between(&mut read, today, (from, to)).await?;
    let themes = read.all::<Theme>().await?;
    let people = read.all::<Person>().await?;
    let sources = Sources { today, year, half_terms, found, people };
    let cycle = sources.found.cycle();
    let names: HashMap<ThemeId, &str> = themes.iter().map(|it| (it.id, it.name.as_str())).collect();
    let rows: Vec<YearTheme> = themes
        .iter()
        .filter(|theme| {
            theme.retired_on.is_none_or(|day| day > from)
                || sources.found.events.iter().any(|event| event.theme_id == theme.id)
        })
        .map(|theme| sources.row(theme, &cycle))
        .collect();
    let now = half_term_on(today, &sources.half_terms).map(|it| it.id);
    Ok(YearView {
        academic_year: year.0,
        name: year.to_string(),
        gaps: rows.iter().map(YearTheme::gaps).sum(),
        half_terms: sources.half_terms.iter().map(|it| YearHalfTerm::of(it, now)).collect(),
        meetings: sources
            .found
            .meetings
            .iter()
            .filter(|it| (from..=to).contains(&it.date))
            .map(|it| YearMeeting {
                themes: it
                    .themes
                    .iter()
                    .filter_map(|id| names.get(id))
                    .map(|&name| name.to_owned())
                    .collect(),
                half_term_id: half_term_on(it.date, &sources.half_terms).map(|it| it.id),
                id: it.id,
                date: it.date,
                starts: it.starts,
                place: it.place.clone(),
                kind: it.kind,
                title: it.title.clone(),
                state: it.state,
            })
            .collect(),
        themes: rows,
    })
}

struct Sources {
    today: NaiveDate,
    year: AcademicYear,
    half_terms: Vec<HalfTerm>,
    found: Gathered,
    people: Vec<Person>,
}

impl Sources {
    fn row(&self, theme: &Theme, cycle: &Cycle<'_>) -> YearTheme {
        // The year's own day: today while it runs, its last day once it is over, its first before it begins.
        let day = self.today.clamp(self.year.starts(), self.year.ends());
        let now = champions(theme.id, ChampionKind::LinkChampion, day, &self.found.assignments);
        let name = |it: &Assignment| {
            self.people.iter().find(|person| person.id == it.person_id).map(Person::printed_name)
        };
        YearTheme {
            id: theme.id,
            name: theme.name.clone(),
            colour: theme.colour.clone(),
            champions: now.filter_map(name).collect(),
            cells: self.half_terms.iter().map(|it| self.cell(cycle.of(theme, it))).collect(),
        }
    }

    fn cell(&self, it: ThemeCycle) -> YearCell {
        let (of_events, gaps): (Vec<CycleGap>, Vec<CycleGap>) =
            it.gaps.into_iter().partition(|gap| gap.event_id.is_some());
        let event = |own: &CycleEvent| {
            let event = self.found.events.iter().find(|it| it.id == own.id)?;
            Some(YearEvent {
                id: event.id,
                title: event.title.clone(),
                date: event.date,
                held: event.held,
                voices: own.voices,
                gap: of_events.iter().find(|gap| gap.event_id == Some(event.id)).map(|it| it.gap),
            })
        };
        YearCell {
            events: it.events.iter().filter_map(event).collect(),
            voices: u32::try_from(it.voices.len()).unwrap_or(u32::MAX),
            gaps,
        }
    }
}

impl YearTheme {
    fn gaps(&self) -> u32 {
        let of_cell = |cell: &YearCell| {
            cell.gaps.len() + cell.events.iter().filter(|event| event.gap.is_some()).count()
        };
        u32::try_from(self.cells.iter().map(of_cell).sum::<usize>()).unwrap_or(u32::MAX)
    }
}
