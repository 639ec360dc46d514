//! A Link Champion's Home: my theme, my next event, what became of what my children said, promises to look at.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, Answer, AnswerKind, AnswerPromise, Assignment, ChampionKind, Check, Event, Lens, Promise, Rating,
    ReviewState, Share, Theme, Voice,
    check::{disagreement, opinions},
    cycle::{CycleGap, ThemeCycle},
    half_term::half_term_on,
    id::{EventId, HalfTermId, PersonId, PromiseId, ThemeId, VoiceId},
    review::review,
    wording,
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use super::{reviews::looks_back, scene::Scene};
use crate::{error::Outcome, meetings::year::cycle::Gathered};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChampionHome {
    /// Who they are, for their reminders.
    pub person_id: Option<PersonId>,
    /// The half-term that today belongs to.
    pub half_term_id: Option<HalfTermId>,
    pub themes: Vec<MyTheme>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MyTheme {
    pub id: ThemeId,
    pub name: String,
    pub since: NaiveDate,
    pub next_event: Option<MyEvent>,
    /// The last one held.
    pub last_event: Option<MyEvent>,
    /// Events held in this half-term.
    pub held_this_half_term: u32,
    /// What the theme lacks in it.
    pub gaps: Vec<CycleGap>,
    /// Those that have waited too long come first, the longest waiting before the others; then the newest.
    pub voices: Vec<BecameOf>,
    /// How many voices of the theme wait for an answer.
    pub waiting: u32,
    /// Of those, how many have waited longer than the board promises itself.
    pub late: u32,
    pub promises: Vec<PromiseToSee>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MyEvent {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
    pub place: String,
}

/// One voice, and what became of it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BecameOf {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
    pub heard_on: NaiveDate,
    /// "late", "waiting", "answered" or "told".
    pub state: &'static str,
    /// "Action A26-004: tell schools the same day".
    pub became: String,
}

/// A promise of the theme, as each lens last saw it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromiseToSee {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
    pub officers: Option<Rating>,
    pub link_champion: Option<Rating>,
    pub children: Option<Rating>,
    pub disagreement: Option<String>,
    /// When a Link Champion should look at it again, and "by Friday 18 December 2026".
    pub look_by: Option<NaiveDate>,
    pub look_when: String,
    pub state: ReviewState,
}

const SHOWN: usize = 6;

pub(super) async fn home(read: &mut Reading, scene: &Scene) -> Outcome<ChampionHome> {
    let me = scene.me().map(|person| person.id);
    let mine = scene.assignments.iter().filter(|it| {
        Some(it.person_id) == me && it.kind == ChampionKind::LinkChampion && it.holds_on(scene.today)
    });
    let checks = looks_back(read, scene).await?;
    let now = half_term_on(scene.today, &scene.half_terms);
    let found = match now {
        Some(half_term) => Some((half_term, Gathered::of(read, scene.today, half_term).await?)),
        None => None,
    };
    let mut themes = vec![];
    for link in mine {
        if let Some(theme) = scene.themes.iter().find(|theme| theme.id == link.theme_id) {
            let cycle = found.as_ref().map(|(half_term, found)| found.cycle().of(theme, half_term));
            themes.push(my_theme(read, scene, (link, theme, cycle), &checks).await?);
        }
    }
    Ok(ChampionHome { person_id: me, half_term_id: now.map(|it| it.id), themes })
}

async fn my_theme(
    read: &mut Reading,
    scene: &Scene,
    (link, theme, cycle): (&Assignment, &Theme, Option<ThemeCycle>),
    checks: &[Check],
) -> Outcome<MyTheme> {
    let mut events = read.by::<Event>("theme_id", theme.id).await?;
    events.sort_by_key(|event| event.date);
    let next = events.iter().find(|event| !event.held && event.date >= scene.today);
    let last = events.iter().rfind(|event| event.held);
    let held = cycle.as_ref().map_or(0, |it| it.events.iter().filter(|event| event.held).count());
    let Became { voices, waiting, late } = became_of(read, scene, theme).await?;
    let made = crate::promises::current(read, scene.today).await?;
    let mut promises: Vec<PromiseToSee> = made
        .into_iter()
        .filter(|promise| promise.theme_id == theme.id)
        .map(|promise| to_see(scene, promise, checks))
        .collect();
    // What should be looked at first comes first.
    promises.sort_by_key(|it| (it.state == ReviewState::Ahead, it.look_by.is_none(), it.look_by, it.number));
    Ok(MyTheme {
        id: theme.id,
        name: theme.name.clone(),
        since: link.from,
        next_event: next.map(line),
        last_event: last.map(line),
        held_this_half_term: u32::try_from(held).unwrap_or(u32::MAX),
        gaps: cycle.map(|it| it.gaps).unwrap_or_default(),
        voices,
        waiting,
        late,
        promises,
    })
}

fn line(event: &Event) -> MyEvent {
    MyEvent { id: event.id, title: event.title.clone(), date: event.date, place: event.place.clone() }
}

fn to_see(scene: &Scene, promise: Promise, checks: &[Check]) -> PromiseToSee {
    let own: Vec<Check> = checks.iter().filter(|check| check.promise_id == promise.id).cloned().collect();
    let said = opinions(&own, scene.today, &scene.half_terms);
    let look =
        review(&promise, Lens::LinkChampion, &own.iter().collect::<Vec<_>>(), scene.today, &scene.half_terms);
    let by = |lens: Lens| said.iter().find(|(it, _)| *it == lens).map(|(_, rating)| *rating);
    PromiseToSee {
        officers: by(Lens::Officers),
        link_champion: by(Lens::LinkChampion),
        children: by(Lens::Children),
        disagreement: disagreement(&own, scene.today, &scene.half_terms).map(|it| it.sentence),
        look_by: look.by,
        look_when: look.when(),
        state: look.state,
        id: promise.id,
        number: promise.number,
        title: promise.title,
    }
}

struct Became {
    voices: Vec<BecameOf>,
    waiting: u32,
    late: u32,
}

/// The theme's voices and what became of each, and how many wait in all. Sensitive ones are not on Home.
async fn became_of(read: &mut Reading, scene: &Scene, theme: &Theme) -> Outcome<Became> {
    let mut voices: Vec<Voice> = read.by("theme_id", theme.id).await?;
    let answers: Vec<Answer> = read
        .find("t.voice_id IN (SELECT v.id FROM voice AS v WHERE v.theme_id = $1)", &[Arg::from(theme.id)])
        .await?;
    let actions: HashMap<_, Action> = read
        .find::<Action>(
            "t.id IN (SELECT a.action_id FROM answer AS a JOIN voice AS v ON v.id = a.voice_id WHERE v.theme_id = $1)",
            &[Arg::from(theme.id)],
        )
        .await?
        .into_iter()
        .map(|action| (action.id, action))
        .collect();
    let latest: HashMap<VoiceId, &Answer> = answers.iter().map(|it| (it.voice_id, it)).collect();
    let promise = AnswerPromise::of(&scene.board);
    let waits = |voice: &Voice| !latest.contains_key(&voice.id);
    let by = |voice: &Voice| promise.answer_by(voice.heard_on, &scene.half_terms);
    let is_late = |voice: &Voice| waits(voice) && by(voice).is_some_and(|day| day < scene.today);
    let count = |it: &dyn Fn(&Voice) -> bool| {
        u32::try_from(voices.iter().filter(|voice| it(voice)).count()).unwrap_or(u32::MAX)
    };
    let (waiting, late) = (count(&waits), count(&is_late));
    voices.sort_by_key(|voice| (!is_late(voice), is_late(voice).then_some(voice.heard_on)));
    let shown = voices.iter().filter(|voice| !voice.sensitive && voice.share != Share::No).take(SHOWN);
    let lines = shown
        .map(|voice| {
            let (state, became) = match latest.get(&voice.id) {
                None => (
                    if is_late(voice) { "late" } else { "waiting" },
                    format!("Waiting for an answer: {}", wording::waited(voice.heard_on, scene.today)),
                ),
                Some(answer) => {
                    let state = if answer.told_on.is_some() { "told" } else { "answered" };
                    (state, sentence(scene, answer, answer.action_id.and_then(|id| actions.get(&id))))
                }
            };
            BecameOf {
                id: voice.id,
                words: voice.words.clone(),
                is_quote: voice.is_quote,
                heard_on: voice.heard_on,
                state,
                became,
            }
        })
        .collect();
    Ok(Became { voices: lines, waiting, late })
}

fn sentence(scene: &Scene, answer: &Answer, action: Option<&Action>) -> String {
    let how = match (answer.kind, action) {
        (AnswerKind::Action, Some(action)) => format!("Action {}: {}", action.reference, action.text),
        (AnswerKind::NoBecause, _) if answer.plain_text.to_lowercase().starts_with("no") => {
            answer.plain_text.clone()
        }
        (AnswerKind::NoBecause, _) => format!("No, because: {}", answer.plain_text),
        (_, _) if !answer.plain_text.is_empty() => answer.plain_text.clone(),
        (kind, _) => super::capital(kind.words()),
    };
    match (answer.told_on, answer.told_how) {
        (Some(day), Some(by)) => {
            format!("{how} · told back on {}: {by}", wording::near_date(day, scene.today))
        }
        _ => format!("{how} · not told back yet"),
    }
}
