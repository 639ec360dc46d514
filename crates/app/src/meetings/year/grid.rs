//! Six half-terms × themes × Link Champions × events × meetings.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Assignment, Board, Event, HalfTerm, Meeting, MeetingKind, MeetingState, Person, Theme, Voice,
    academic_year::AcademicYear,
    half_term::half_term_on,
    id::{EventId, HalfTermId, MeetingId, ThemeId},
    theme::ChampionKind,
    year_gaps::{self, Gap},
};
use pledgeboard_store::Arg;
use serde::{Deserialize, Serialize};

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

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearTheme {
    pub id: ThemeId,
    pub name: String,
    pub colour: String,
    /// Who links to it, by printed name.
    pub champions: Vec<String>,
    pub gap: Option<Gap>,
    /// One for each half-term, in order.
    pub cells: Vec<YearCell>,
}

#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearCell {
    pub events: Vec<YearEvent>,
    pub gap: Option<Gap>,
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
    let board = read.board().await?;
    let all_half_terms = read.all::<HalfTerm>().await?;
    // In the last days of August a new year's first half-term may have begun.
    let begun = half_term_on(today, &all_half_terms).map_or(i32::MIN, |it| it.academic_year);
    let this_year = begun.max(AcademicYear::of(today).0);
    let year = AcademicYear(request.academic_year.unwrap_or(this_year));
    let mut half_terms: Vec<HalfTerm> =
        all_half_terms.iter().filter(|it| it.academic_year == year.0).cloned().collect();
    half_terms.sort_by_key(|it| it.term);
    let (from, to) = span(year, &half_terms);
    let within = [Arg::Date(from), Arg::Date(to)];
    let meetings = read.find::<Meeting>("t.date >= $1 AND t.date <= $2", &within).await?;
    let events = read.find::<Event>("t.date >= $1 AND t.date <= $2", &within).await?;
    let voices = read
        .find::<Voice>("t.event_id IN (SELECT id FROM event WHERE date >= $1 AND date <= $2)", &within)
        .await?;
    let mut heard: HashMap<EventId, u32> = HashMap::new();
    for event in voices.iter().filter_map(|voice| voice.event_id) {
        *heard.entry(event).or_default() += 1;
    }
    let themes = read.all::<Theme>().await?;
    let assignments = read.all::<Assignment>().await?;
    let people = read.all::<Person>().await?;
    let sources =
        Sources { today, board, year, half_terms, all_half_terms, events, heard, assignments, people };
    let names: HashMap<ThemeId, &str> = themes.iter().map(|it| (it.id, it.name.as_str())).collect();
    let rows: Vec<YearTheme> = themes
        .iter()
        .filter(|theme| {
            theme.retired_on.is_none_or(|day| day > from)
                || sources.events.iter().any(|event| event.theme_id == theme.id)
        })
        .map(|theme| sources.row(theme))
        .collect();
    let now = half_term_on(today, &sources.half_terms).map(|it| it.id);
    Ok(YearView {
        academic_year: year.0,
        name: year.to_string(),
        gaps: rows.iter().map(YearTheme::gaps).sum(),
        half_terms: sources
            .half_terms
            .iter()
            .map(|it| YearHalfTerm {
                id: it.id,
                name: it.term.words().into(),
                starts: it.starts,
                ends: it.ends,
                is_now: Some(it.id) == now,
            })
            .collect(),
        meetings: meetings
            .into_iter()
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
                place: it.place,
                kind: it.kind,
                title: it.title,
                state: it.state,
            })
            .collect(),
        themes: rows,
    })
}

struct Sources {
    today: NaiveDate,
    board: Board,
    year: AcademicYear,
    half_terms: Vec<HalfTerm>,
    all_half_terms: Vec<HalfTerm>,
    events: Vec<Event>,
    heard: HashMap<EventId, u32>,
    assignments: Vec<Assignment>,
    people: Vec<Person>,
}

impl Sources {
    fn row(&self, theme: &Theme) -> YearTheme {
        let links: Vec<&Assignment> = self
            .assignments
            .iter()
            .filter(|it| it.theme_id == theme.id && it.kind == ChampionKind::LinkChampion)
            .filter(|it| it.from <= self.year.ends() && it.to.is_none_or(|to| to >= self.year.starts()))
            .collect();
        // The year's own day: today while it runs, its last day once it is over, its first before it begins.
        let day = self.today.clamp(self.year.starts(), self.year.ends());
        let now: Vec<&Assignment> = links.iter().copied().filter(|it| it.holds_on(day)).collect();
        let name = |it: &&Assignment| {
            self.people.iter().find(|person| person.id == it.person_id).map(Person::printed_name)
        };
        let lacks = now.is_empty() && self.board.champions_required && theme.retired_on.is_none();
        YearTheme {
            id: theme.id,
            name: theme.name.clone(),
            colour: theme.colour.clone(),
            champions: now.iter().filter_map(name).collect(),
            gap: lacks.then_some(Gap::NoChampion),
            cells: self.half_terms.iter().map(|half_term| self.cell(theme, half_term, &links)).collect(),
        }
    }

    fn cell(&self, theme: &Theme, half_term: &HalfTerm, links: &[&Assignment]) -> YearCell {
        let belongs = |event: &&Event| {
            let own = event.half_term_id.or(half_term_on(event.date, &self.all_half_terms).map(|it| it.id));
            event.theme_id == theme.id && own == Some(half_term.id)
        };
        let events: Vec<YearEvent> =
            self.events.iter().filter(belongs).map(|event| self.event(event)).collect();
        let linked =
            links.iter().any(|it| it.from <= half_term.ends && it.to.is_none_or(|to| to >= half_term.starts));
        let gap = linked.then(|| year_gaps::of_half_term(half_term, events.len(), self.today)).flatten();
        YearCell { events, gap }
    }

    fn event(&self, event: &Event) -> YearEvent {
        let voices = self.heard.get(&event.id).copied().unwrap_or(0);
        YearEvent {
            id: event.id,
            title: event.title.clone(),
            date: event.date,
            held: event.held,
            voices,
            gap: year_gaps::of_event(event, voices as usize, self.today),
        }
    }
}

impl YearTheme {
    fn gaps(&self) -> u32 {
        let cells = self.cells.iter().map(|cell| {
            u32::from(cell.gap.is_some())
                + cell.events.iter().map(|event| u32::from(event.gap.is_some())).sum::<u32>()
        });
        u32::from(self.gap.is_some()) + cells.sum::<u32>()
    }
}
