//! Home, for each role: what needs doing, and the loop in five numbers.

mod chair;
mod champion;
mod clerk;
mod counts;
mod decisions;
mod heard;
mod numbers;
mod plain;
mod reviews;
mod scene;

use chrono::NaiveDate;
use pledgeboard_domain::{ChampionKind, MeetingState, Role, half_term::half_term_on, id::MeetingId, wording};
use serde::Serialize;

use crate::{
    command::{Nothing, commands},
    context::Context,
    error::Outcome,
};

use chair::ChairHome;
use champion::ChampionHome;
use clerk::ClerkHome;
use counts::NavigationCounts;
use plain::PlainHome;
use scene::Scene;

commands! {
    read "home.show" => show, Nothing => Home;
    read "home.counts" => counts::counts, Nothing => NavigationCounts;
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Home {
    /// How they are greeted: "Amina".
    pub first_name: String,
    /// "Autumn 2"; none outside every half-term entered.
    pub half_term: Option<String>,
    pub next: Option<HomeMeeting>,
    pub work: Work,
}

/// The work of whoever uses this computer, by their role.
#[derive(Debug, Serialize)]
#[serde(tag = "home", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Work {
    Chair(ChairHome),
    LinkChampion(ChampionHome),
    DemocraticServices(ClerkHome),
    Plain(PlainHome),
}

/// The next meeting and when its agenda is due.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HomeMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub days: i64,
    pub state: MeetingState,
    pub publish_by: NaiveDate,
    /// Days left to publish; negative when the day has passed.
    pub publish_in: i64,
    pub published: bool,
    /// Working days that lie between publishing and meeting.
    pub clear_days: i64,
    /// Beyond the bank holidays proclaimed so far, a new one could move the day.
    pub may_move: bool,
}

pub(crate) async fn show(cx: &Context, _: Nothing) -> Outcome<Home> {
    let mut read = cx.read().await?;
    let scene = Scene::load(cx, &mut read).await?;
    let me = scene.me();
    let is = |role| me.is_some_and(|person| person.has(role));
    let links = me.is_some_and(|person| {
        let mine = scene.assignments.iter().filter(|it| it.person_id == person.id);
        mine.clone().any(|it| it.kind == ChampionKind::LinkChampion && it.holds_on(scene.today))
    });
    let work = if is(Role::Chair) || is(Role::ViceChair) {
        Work::Chair(chair::home(&mut read, &scene).await?)
    } else if is(Role::DemocraticServices) {
        Work::DemocraticServices(clerk::home(&mut read, &scene).await?)
    } else if links {
        Work::LinkChampion(champion::home(&mut read, &scene).await?)
    } else {
        Work::Plain(plain::home(&mut read, &scene).await?)
    };
    Ok(Home {
        first_name: me.map(|person| person.greeting()).unwrap_or_default(),
        half_term: half_term_on(scene.today, &scene.half_terms).map(|it| it.term.to_string()),
        next: scene.next().map(|meeting| scene.next_meeting(meeting)),
        work,
    })
}

/// "1 promise", "two promises": small numbers in words, as people write them.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", wording::in_words(n), if n == 1 { one } else { many })
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
