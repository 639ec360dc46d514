//! "How are we doing with our promises?"

use chrono::{Days, NaiveDate};
use pledgeboard_documents::{
    block::Document,
    content::{
        AnsweredVoice, Edition,
        child_promises::{self, ChildPromisesInput, PromiseRecord},
    },
};
use pledgeboard_domain::{
    Assignment, Audience, Board, ChampionKind, Check, Code, Commitment, HalfTerm, Meeting, Promise, Refusal,
    StrategyPeriod, Theme, Voice,
};
use pledgeboard_store::{Arg, Reading};

use super::{Source, answered, meeting};
use crate::{
    error::Outcome,
    reports::{PlainWords, ReportRequest, plain_words},
};

impl Source for ChildPromisesInput {
    fn build(&self, audience: Audience) -> Document {
        child_promises::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn open_for_children(&self) -> Option<Document> {
        Some(child_promises::open(self))
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::promises::report(self)
    }

    fn answered(&self) -> &[AnsweredVoice] {
        &self.answered
    }
}

/// Checks older than this cannot stand in the last two half-terms.
const CHECKS_COUNT: Days = Days::new(400);

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    edition: Edition,
    today: NaiveDate,
) -> Outcome<ChildPromisesInput> {
    let period = period(read.all::<StrategyPeriod>().await?, today).ok_or_else(none_yet)?;
    let meetings = read.all::<Meeting>().await?;
    let since = request.answered_since.or_else(|| meeting::last_held(&meetings).map(|it| it.date));
    let since = since.unwrap_or(period.starts);
    Ok(ChildPromisesInput {
        board: read.board().await?,
        edition,
        today,
        promises: promises(read, &period, today).await?,
        half_terms: read.all::<HalfTerm>().await?,
        next_meeting: meetings.iter().find(|it| meeting::is_to_come(it, today)).map(|it| it.date),
        answered: answered::between(read, since, today).await?,
        period,
    })
}

/// The whole set of a strategy period, or of the one that holds: as it stands, or as it was when it ended.
pub(super) async fn set(
    read: &mut Reading,
    asked: Option<StrategyPeriod>,
    today: NaiveDate,
) -> Outcome<ChildPromisesInput> {
    let period = match asked {
        Some(period) => period,
        None => period(read.all::<StrategyPeriod>().await?, today).ok_or_else(none_yet)?,
    };
    let day = period.ends.map_or(today, |ends| ends.min(today));
    Ok(ChildPromisesInput {
        board: read.board().await?,
        edition: Edition::Children,
        today: day,
        promises: chosen(read, &period, day, |_| true).await?,
        half_terms: read.all::<HalfTerm>().await?,
        next_meeting: None,
        answered: vec![],
        period,
    })
}

/// The promises that held on a day, as they stood then.
pub(super) async fn of_day(read: &mut Reading, day: NaiveDate) -> Outcome<Vec<PromiseRecord>> {
    match period(read.all::<StrategyPeriod>().await?, day) {
        Some(period) => promises(read, &period, day).await,
        None => Ok(vec![]),
    }
}

fn none_yet() -> Refusal {
    Refusal {
        code: Code::NotFound,
        field: None,
        message: "There are no promises yet. Write the first one under Promises.".to_owned(),
    }
}

/// The strategy that holds today, or the latest that began.
pub(super) fn period(mut periods: Vec<StrategyPeriod>, today: NaiveDate) -> Option<StrategyPeriod> {
    periods.sort_by_key(|period| {
        let holds = period.starts <= today && period.ends.is_none_or(|ends| today <= ends);
        (holds, period.starts <= today, period.starts)
    });
    periods.pop()
}

pub(super) async fn promises(
    read: &mut Reading,
    period: &StrategyPeriod,
    today: NaiveDate,
) -> Outcome<Vec<PromiseRecord>> {
    chosen(read, period, today, |promise| promise.is_current(today)).await
}

async fn chosen(
    read: &mut Reading,
    period: &StrategyPeriod,
    today: NaiveDate,
    wanted: impl Fn(&Promise) -> bool,
) -> Outcome<Vec<PromiseRecord>> {
    let names = super::names(read).await?;
    let themes = read.all::<Theme>().await?;
    let voices = read.find::<Voice>("t.id IN (SELECT voice_id FROM promise_voice)", &[]).await?;
    let commitments = read.all::<Commitment>().await?;
    let measures = crate::promises::measures(read).await?;
    let counting = today.checked_sub_days(CHECKS_COUNT).unwrap_or(today);
    let checks = read.find::<Check>("t.\"on\" >= $1", &[Arg::Date(counting)]).await?;
    let assignments = read.all::<Assignment>().await?;
    let record = |promise: Promise| {
        let theme = themes.iter().find(|theme| theme.id == promise.theme_id)?.clone();
        let champion = assignments.iter().find(|it| {
            it.theme_id == theme.id && it.kind == ChampionKind::LinkChampion && it.holds_on(today)
        });
        Some(PromiseRecord {
            voices: voices.iter().filter(|voice| promise.voices.contains(&voice.id)).cloned().collect(),
            commitments: commitments.iter().filter(|it| it.promise_id == promise.id).cloned().collect(),
            measures: measures.iter().filter(|it| it.promise_id == promise.id).cloned().collect(),
            checks: checks.iter().filter(|it| it.promise_id == promise.id).cloned().collect(),
            link_champion: champion.and_then(|it| names.get(&it.person_id)).cloned().unwrap_or_default(),
            theme,
            promise,
        })
    };
    let current = read.by::<Promise>("strategy_period_id", period.id).await?;
    Ok(current.into_iter().filter(|promise| wanted(promise)).filter_map(record).collect())
}
