//! What forms about voices, events and promises offer to choose from.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, ChampionKind, Cohort, HalfTerm, Person, Theme,
    half_term::{half_term_on, recent},
    id::{CohortId, HalfTermId, PersonId, ThemeId},
    voice::AT_RISK,
};
use pledgeboard_store::Reading;
use serde::Serialize;

use crate::{command::Nothing, context::Context, error::Outcome};

/// Something to choose, with its words.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Choice<Id> {
    pub value: Id,
    pub label: String,
}

/// A half-term to choose, with its dates.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTermChoice {
    pub value: HalfTermId,
    /// "Autumn 2, 2026/27".
    pub label: String,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceChoices {
    pub today: NaiveDate,
    /// Themes of the year's work, in their order.
    pub themes: Vec<Choice<ThemeId>>,
    pub cohorts: Vec<Choice<CohortId>>,
    /// The latest half-terms first, the next one before them.
    pub half_terms: Vec<HalfTermChoice>,
    /// Everyone who has not left the board.
    pub people: Vec<Choice<PersonId>>,
    /// Who works at this computer.
    pub me: Option<PersonId>,
    /// The theme that they link to today.
    pub my_theme: Option<ThemeId>,
    /// The half-term that today belongs to.
    pub this_half_term: Option<HalfTermId>,
    /// What to do at once if a child may be at risk; every form for voices shows it.
    pub at_risk: String,
}

pub(crate) async fn choices(cx: &Context, _: Nothing) -> Outcome<VoiceChoices> {
    let mut read = cx.read().await?;
    offered(cx, &mut read).await
}

async fn offered(cx: &Context, read: &mut Reading) -> Outcome<VoiceChoices> {
    let today = cx.today();
    let half_terms = read.all::<HalfTerm>().await?;
    let my_theme = match cx.person {
        None => None,
        Some(me) => read
            .by::<Assignment>("person_id", me)
            .await?
            .into_iter()
            .filter(|it| it.holds_on(today))
            .min_by_key(|it| it.kind != ChampionKind::LinkChampion)
            .map(|it| it.theme_id),
    };
    Ok(VoiceChoices {
        today,
        themes: themes(read.all::<Theme>().await?, today),
        cohorts: cohorts(read.all::<Cohort>().await?),
        this_half_term: half_term_on(today, &half_terms).map(|it| it.id),
        half_terms: to_choose(&half_terms, today),
        people: people(read.all::<Person>().await?, today),
        me: cx.person,
        my_theme,
        at_risk: AT_RISK.into(),
    })
}

pub(crate) fn themes(themes: Vec<Theme>, today: NaiveDate) -> Vec<Choice<ThemeId>> {
    let current = themes.into_iter().filter(|it| it.retired_on.is_none_or(|day| day > today));
    current.map(|it| Choice { value: it.id, label: it.name }).collect()
}

pub(crate) fn cohorts(cohorts: Vec<Cohort>) -> Vec<Choice<CohortId>> {
    cohorts.into_iter().map(|it| Choice { value: it.id, label: it.name }).collect()
}

pub(crate) fn people(people: Vec<Person>, today: NaiveDate) -> Vec<Choice<PersonId>> {
    let here = people.into_iter().filter(|it| !it.has_left(today));
    here.map(|it| Choice { value: it.id, label: it.printed_name() }).collect()
}

/// A form needs no more of the past than two years.
const HALF_TERMS: usize = 12;

fn to_choose(half_terms: &[HalfTerm], today: NaiveDate) -> Vec<HalfTermChoice> {
    let next = half_terms.iter().filter(|it| it.starts > today).min_by_key(|it| it.starts);
    next.map(choice).into_iter().chain(started(half_terms, today)).collect()
}

/// Those that have begun, the latest first.
pub(crate) fn started(half_terms: &[HalfTerm], today: NaiveDate) -> Vec<HalfTermChoice> {
    recent(HALF_TERMS, today, half_terms).into_iter().map(choice).collect()
}

fn choice(it: &HalfTerm) -> HalfTermChoice {
    HalfTermChoice { value: it.id, label: it.name(), starts: it.starts, ends: it.ends }
}
