//! What the forms about promises offer to choose from.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Event, Indicator, Person, Promise, Share, StrategyPeriod, Theme, Voice,
    id::{EventId, IndicatorId, PersonId, PromiseId, StrategyPeriodId, ThemeId, VoiceId},
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
    /// Those of every set, the newest set first, for the one that a new promise follows.
    pub promises: Vec<OlderPromise>,
    /// Indicators that a measure may be drawn from.
    pub indicators: Vec<Choice<IndicatorId>>,
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

/// A promise that another may follow, with the words to begin from.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OlderPromise {
    pub value: PromiseId,
    pub label: String,
    pub strategy: StrategyPeriodId,
    pub starts: NaiveDate,
    pub title: String,
    pub text: String,
    pub plain_text: String,
    pub theme_id: ThemeId,
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
    let mut older: Vec<OlderPromise> = promises.iter().filter_map(|it| older(it, &strategies)).collect();
    older.sort_by_key(|it| std::cmp::Reverse(it.starts));
    let mut indicators = read.all::<Indicator>().await?;
    indicators.retain(|it| it.retired_on.is_none());
    Ok(PromiseChoices {
        today,
        promises: older,
        indicators: indicators.into_iter().map(|it| Choice { value: it.id, label: it.name }).collect(),
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

fn older(promise: &Promise, strategies: &[StrategyPeriod]) -> Option<OlderPromise> {
    let set = strategies.iter().find(|it| it.id == promise.strategy_period_id)?;
    Some(OlderPromise {
        value: promise.id,
        label: format!("{} · {} ({})", promise.number, promise.title, set.name),
        strategy: set.id,
        starts: set.starts,
        title: promise.title.clone(),
        text: promise.text.clone(),
        plain_text: promise.plain_text.clone(),
        theme_id: promise.theme_id,
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
