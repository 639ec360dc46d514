//! A record by what a person can know of it: a promise's number, an action's reference, a meeting's day and item.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AgendaItem, Code, Meeting, Minute, Promise, Refusal, StrategyPeriod, TrailOf, Voice,
    promise::strategy_on, wording,
};
use pledgeboard_store::{Arg, Reading};

use super::TrailFrom;
use crate::{context::Context, error::Outcome};

/// The record that a reference means.
///
/// # Errors
/// One sentence when nothing or more than one thing has this reference.
pub async fn find(cx: &Context, from: TrailFrom, reference: &str) -> Outcome<TrailOf> {
    let mut read = cx.read().await?;
    let reference = reference.trim();
    match from {
        TrailFrom::Voice => voice(&mut read, reference).await,
        TrailFrom::Promise => promise(&mut read, reference, cx.today()).await,
        TrailFrom::Action => action(&mut read, reference).await,
        TrailFrom::Item => item(&mut read, reference).await,
    }
}

/// By its id, or by a beginning or an end of it that no other voice has: ids made together begin alike.
async fn voice(read: &mut Reading, reference: &str) -> Outcome<TrailOf> {
    let part = reference.to_lowercase().replace('-', "");
    let voices = read.all::<Voice>().await?;
    let fits = |voice: &&Voice| {
        let id = voice.id.0.simple().to_string();
        !part.is_empty() && (id.starts_with(&part) || id.ends_with(&part))
    };
    let found: Vec<_> = voices.iter().filter(fits).map(|voice| voice.id).collect();
    match found.as_slice() {
        [one] => Ok(TrailOf::Voice(*one)),
        [] => Err(missing(format!(
            "No voice has the id “{reference}”. `list voices --format json` gives the ids."
        ))
        .into()),
        many => Err(missing(format!(
            "{} voices have ids that begin or end with “{reference}”. Give more of the id.",
            many.len()
        ))
        .into()),
    }
}

/// By its number, in the strategy that holds today; else in the latest that has it.
async fn promise(read: &mut Reading, reference: &str, today: NaiveDate) -> Outcome<TrailOf> {
    let Ok(number) = reference.parse::<i64>() else {
        return Err(missing(format!("“{reference}” is no promise's number, such as 2.")).into());
    };
    let periods = read.all::<StrategyPeriod>().await?;
    let now = strategy_on(today, &periods).map(|it| it.id);
    let starts =
        |promise: &Promise| periods.iter().find(|it| it.id == promise.strategy_period_id).map(|it| it.starts);
    let promises = read.all::<Promise>().await?;
    let numbered = promises.iter().filter(|it| it.number == number);
    numbered
        .max_by_key(|it| (Some(it.strategy_period_id) == now, starts(it)))
        .map(|it| TrailOf::Promise(it.id))
        .ok_or_else(|| {
            missing(format!("There is no promise {number}. `list promises` gives the numbers.")).into()
        })
}

async fn action(read: &mut Reading, reference: &str) -> Outcome<TrailOf> {
    let actions = read.all::<Action>().await?;
    let found = actions.iter().find(|it| it.reference.eq_ignore_ascii_case(reference));
    found.map(|it| TrailOf::Action(it.id)).ok_or_else(|| {
        missing(format!("No action has the reference “{reference}”. `list actions` gives them.")).into()
    })
}

/// By the meeting's day and the item's number, "2026-12-03/4", or by its minute's number.
async fn item(read: &mut Reading, reference: &str) -> Outcome<TrailOf> {
    let numbered = read.all::<Minute>().await?;
    if let Some(minute) =
        numbered.iter().find(|it| !it.number.is_empty() && it.number.eq_ignore_ascii_case(reference))
    {
        return Ok(TrailOf::Item(minute.agenda_item_id));
    }
    let parts =
        reference.split_once('/').and_then(|(day, number)| Some((day.parse::<NaiveDate>().ok()?, number)));
    let Some((day, number)) = parts else {
        return Err(missing(format!(
            "“{reference}” is no item. Give the meeting's day and the item's number, such as 2026-12-03/4, or a minute's number."
        ))
        .into());
    };
    let meetings = read.find::<Meeting>("t.date = $1", &[Arg::Date(day)]).await?;
    if meetings.is_empty() {
        return Err(missing(format!(
            "There is no meeting on {}. `list meetings` gives the days.",
            wording::date(day)
        ))
        .into());
    }
    for meeting in &meetings {
        let mut items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
        items.sort_by_key(|it| it.position);
        let by_number = items.iter().find(|it| it.number.eq_ignore_ascii_case(number.trim()));
        // Items of a draft have no numbers yet: they are counted.
        let by_place = || {
            let at = number.trim().parse::<usize>().ok()?.checked_sub(1)?;
            items.get(at).filter(|it| it.number.is_empty())
        };
        if let Some(item) = by_number.or_else(by_place) {
            return Ok(TrailOf::Item(item.id));
        }
    }
    Err(missing(format!("The meeting on {} has no item {}.", wording::date(day), number.trim())).into())
}

fn missing(message: String) -> Refusal {
    Refusal { code: Code::NotFound, field: None, message }
}
