//! A live example of the next minute number and action reference that a pattern gives.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AgendaItem, AnnualMeeting, Meeting, Minute,
    academic_year::municipal_year,
    numbering::{Pattern, Place, Scope},
    the_loop::{last_meeting, next_meeting},
};
use pledgeboard_store::Reading;
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
        scope => {
            let minutes = read.all::<Minute>().await?;
            let held = held_in(read, scope, year, &meetings, &annual).await?;
            minutes.into_iter().filter(|it| held.contains(&it.agenda_item_id)).map(|it| it.number).collect()
        }
    };
    let actions: Vec<String> = match wish.action_scope {
        Scope::Meeting => vec![],
        Scope::Year | Scope::Ever => {
            let actions = read.all::<Action>().await?;
            let counts = |it: &Action| {
                wish.action_scope == Scope::Ever || municipal_year(it.opened_on, &annual) == year
            };
            actions.into_iter().filter(counts).map(|it| it.reference).collect()
        }
    };
    Ok(Examples {
        minute: example(&wish.minute_pattern, &minutes, place, wish.minute_scope),
        action: example(&wish.action_pattern, &actions, place, wish.action_scope),
    })
}

/// The items whose minutes count in the scope.
async fn held_in(
    read: &mut Reading,
    scope: Scope,
    year: Option<i32>,
    meetings: &[Meeting],
    annual: &[NaiveDate],
) -> Outcome<std::collections::HashSet<pledgeboard_domain::id::AgendaItemId>> {
    let counts = |it: &&Meeting| scope == Scope::Ever || municipal_year(it.date, annual) == year;
    let counted: std::collections::HashSet<_> = meetings.iter().filter(counts).map(|it| it.id).collect();
    let items = read.all::<AgendaItem>().await?;
    Ok(items.into_iter().filter(|it| counted.contains(&it.meeting_id)).map(|it| it.id).collect())
}

fn example(pattern: &str, given: &[String], place: Place, scope: Scope) -> Example {
    match Pattern::parse(pattern).and_then(|pattern| pattern.next(given, place, scope)) {
        Ok((_, next)) => Example { next: Some(next), problem: None },
        Err(problem) => Example { next: None, problem: Some(problem.to_string()) },
    }
}
