//! What the forms about promises offer to choose from.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Event, Person, Promise, Share, StrategyPeriod, Theme, Voice,
    id::{EventId, PersonId, PromiseId, StrategyPeriodId, ThemeId, VoiceId},
    promise::strategy_on,
};
use serde::{Deserialize, Serialize};

use crate::{
    command::Nothing,
    context::Context,
    error::Outcome,
    voices::choices::{Choice, people, themes},
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromiseChoices {
    pub today: NaiveDate,
    pub strategies: Vec<StrategyChoice>,
    /// Today's strategy.
    pub strategy: Option<StrategyPeriodId>,
    pub themes: Vec<Choice<ThemeId>>,
    pub people: Vec<Choice<PersonId>>,
    pub me: Option<PersonId>,
    /// The latest events, newest first, for the source of a check.
    pub events: Vec<Choice<EventId>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StrategyChoice {
    pub value: StrategyPeriodId,
    pub label: String,
    /// The first number after those that its promises have.
    pub next_number: i64,
}

const EVENTS: usize = 40;

pub(crate) async fn choices(cx: &Context, _: Nothing) -> Outcome<PromiseChoices> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let promises = read.all::<Promise>().await?;
    let mut strategies = read.all::<StrategyPeriod>().await?;
    strategies.reverse();
    let next = |strategy: StrategyPeriodId| {
        let own = promises.iter().filter(|it| it.strategy_period_id == strategy);
        own.map(|it| it.number).max().unwrap_or(0) + 1
    };
    let events = read.find::<Event>("t.held = TRUE", &[]).await?;
    let event = |it: Event| Choice {
        value: it.id,
        label: format!("{}, {}", it.title, pledgeboard_domain::wording::date_without_weekday(it.date)),
    };
    Ok(PromiseChoices {
        today,
        strategy: strategy_on(today, &strategies).map(|it| it.id),
        strategies: strategies
            .into_iter()
            .map(|it| StrategyChoice { next_number: next(it.id), value: it.id, label: it.name })
            .collect(),
        themes: themes(read.all::<Theme>().await?, today),
        people: people(read.all::<Person>().await?, today),
        me: cx.person,
        events: events.into_iter().take(EVENTS).map(event).collect(),
    })
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoicesToChoose {
    pub id: PromiseId,
}

/// A voice that may stand behind a promise.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceToChoose {
    pub id: VoiceId,
    pub words: String,
    pub theme: String,
    pub heard_on: NaiveDate,
    pub share: Share,
    pub sensitive: bool,
}

/// The voices of a promise's theme and those behind it already, newest first.
pub(crate) async fn voices(cx: &Context, request: VoicesToChoose) -> Outcome<Vec<VoiceToChoose>> {
    let mut read = cx.read().await?;
    let promise = read.one::<Promise>(request.id).await?;
    let all_themes = read.all::<Theme>().await?;
    let clause =
        "t.theme_id = $1 OR t.id IN (SELECT l.voice_id FROM promise_voice AS l WHERE l.promise_id = $2)";
    let found = read.find::<Voice>(clause, &[promise.theme_id.into(), promise.id.into()]).await?;
    let theme = |id| all_themes.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default();
    Ok(found
        .into_iter()
        .map(|it| VoiceToChoose {
            id: it.id,
            theme: theme(it.theme_id),
            words: it.words,
            heard_on: it.heard_on,
            share: it.share,
            sensitive: it.sensitive,
        })
        .collect())
}
