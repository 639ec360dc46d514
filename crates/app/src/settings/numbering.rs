//! A live example of the next minute number and action reference that a pattern gives.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AnnualMeeting, Meeting, Minute,
    academic_year::municipal_year,
    numbering::{Pattern, Place, Scope},
    the_loop::{last_meeting, next_meeting},
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NumberingWish {
    pub minute_pattern: String,
    pub minute_scope: Scope,
    pub action_pattern: String,
    pub action_scope: Scope,
}

/// What each pattern would give next, or why it cannot.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Examples {
    pub minute: Example,
    pub action: Example,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Example {
    pub next: Option<String>,
    pub problem: Option<String>,
}

pub(super) async fn examples(cx: &Context, wish: NumberingWish) -> Outcome<Examples> {
    let mut read = cx.read().await?;
    examples_of(&mut read, cx.today(), &wish).await
}

pub(super) async fn examples_of(
    read: &mut Reading,
    today: NaiveDate,
    wish: &NumberingWish,
) -> Outcome<Examples> {
    let meetings = read.all::<Meeting>().await?;
    let annual: Vec<NaiveDate> = read.all::<AnnualMeeting>().await?.into_iter().map(|it| it.date).collect();
    let meeting = next_meeting(today, &meetings).or(last_meeting(today, &meetings));
    let date = meeting.map_or(today, |meeting| meeting.date);
    let year = municipal_year(date, &annual);
    let in_year = |it: &&Meeting| it.date <= date && municipal_year(it.date, &annual) == year;
    let place = Place {
        year,
        meeting: u32::try_from(meetings.iter().filter(in_year).count().max(1)).ok(),
        date: Some(date),
    };
    // A number that starts again at each meeting begins at one in the next.
    let minutes: Vec<String> = match wish.minute_scope {
        Scope::Meeting => vec![],
        Scope::Ever => read.all::<Minute>().await?.into_iter().map(|it| it.number).collect(),
        Scope::Year => {
            let held =
                || meetings.iter().filter(|it| municipal_year(it.date, &annual) == year).map(|it| it.date);
            let days = [held().min().unwrap_or(date), held().max().unwrap_or(date)].map(Arg::Date);
            read.find::<Minute>(HELD_BETWEEN, &days).await?.into_iter().map(|it| it.number).collect()
        }
    };
    let actions: Vec<String> = match wish.action_scope {
        Scope::Meeting => vec![],
        Scope::Ever => read.all::<Action>().await?.into_iter().map(|it| it.reference).collect(),
        Scope::Year => {
            let begins = annual.iter().copied().filter(|it| *it <= date).max().unwrap_or_default();
            let since = read.find::<Action>("t.opened_on >= $1", &[Arg::Date(begins)]).await?;
            let counts = |it: &Action| municipal_year(it.opened_on, &annual) == year;
            since.into_iter().filter(counts).map(|it| it.reference).collect()
        }
    };
    Ok(Examples {
        minute: example(&wish.minute_pattern, &minutes, place, wish.minute_scope),
        action: example(&wish.action_pattern, &actions, place, wish.action_scope),
    })
}

const HELD_BETWEEN: &str = "t.agenda_item_id IN (SELECT i.id FROM agenda_item AS i \
     JOIN meeting AS m ON m.id = i.meeting_id WHERE m.date >= $1 AND m.date <= $2)";

fn example(pattern: &str, given: &[String], place: Place, scope: Scope) -> Example {
    match Pattern::parse(pattern).and_then(|pattern| pattern.next(given, place, scope)) {
        Ok((_, next)) => Example { next: Some(next), problem: None },
        Err(problem) => Example { next: None, problem: Some(problem.to_string()) },
    }
}
