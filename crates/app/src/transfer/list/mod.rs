//! Lists for scripts: flat rows of a board's meetings, voices, promises, actions, people, groups with their requests, and
//! channels, and the work programme.
//!
//! Whoever runs a script is not known, so the lists are for members and default-closed: the words of a sensitive
//! voice, of one without consent, and of what was born of an item that is not open stay out.

mod actions;
mod channels;
mod groups;
mod meetings;
mod people;
mod promises;
mod requests;
mod topics;
mod voices;

use serde_json::{Map, Value};

use super::Records;
use crate::{
    context::{Context, settled},
    error::Outcome,
};

/// One row: a field's name and its value; dates are ISO.
pub type Row = Map<String, Value>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Meetings,
    Voices,
    Promises,
    Actions,
    /// Those on the board today, or everyone who is or was named.
    People {
        all: bool,
    },
    /// Bodies beneath or beside the board.
    Groups,
    /// What groups ask the board to talk about.
    Requests,
    /// Ways in which children's voice reaches the council.
    Channels,
    /// The work programme.
    Topics,
}

impl List {
    /// The fields that a table on paper or in a terminal has room for.
    pub fn main_fields(self) -> &'static [&'static str] {
        match self {
            Self::Meetings => &["date", "starts", "kind", "themes", "state", "publish_by"],
            Self::Voices => &["heard_on", "theme", "words", "answer", "told_on", "waiting_days"],
            Self::Promises => {
                &["period", "number", "title", "owner", "officers", "link_champion", "children", "disagree"]
            }
            Self::Actions => &["reference", "state", "due", "overdue", "owner", "text"],
            Self::Topics => &["year", "half_term", "dealt_by", "subject", "state", "meeting"],
            Self::People { .. } => &["name", "roles", "seat", "organisation", "link_champion_of"],
            Self::Groups => &["name", "kind", "lead", "waiting", "oldest_waiting_days", "owes"],
            Self::Requests => &["asked_on", "group", "words", "state", "meeting", "waiting_days"],
            Self::Channels => &["name", "partner", "every", "last_heard", "quiet", "cohorts"],
        }
    }
}

/// The rows of a list, in the order in which people read it.
pub async fn list(cx: &Context, what: List) -> Outcome<Vec<Row>> {
    let reading = cx.gathering();
    let all = settled!(reading, records(&reading).await)?;
    let today = cx.today();
    Ok(match what {
        List::Meetings => meetings::rows(&all, today),
        List::Voices => voices::rows(&all, today),
        List::Promises => promises::rows(&all, today),
        List::Actions => actions::rows(&all, today),
        List::Topics => topics::rows(&all),
        List::People { all: everyone } => people::rows(&all, today, everyone),
        List::Groups => groups::rows(&all, today),
        List::Requests => requests::rows(&all, today),
        List::Channels => channels::rows(&all, today),
    })
}

async fn records(cx: &Context) -> Outcome<Records> {
    Records::read(&mut cx.read().await?).await
}

/// `row! { "date": meeting.date, … }`
macro_rules! row {
    ($($name:literal: $value:expr),+ $(,)?) => {{
        let mut row = $crate::transfer::list::Row::new();
        $(row.insert($name.into(), serde_json::json!($value));)+
        row
    }};
}
use row;

fn name_of(all: &Records, id: Option<pledgeboard_domain::id::PersonId>) -> Option<String> {
    all.people.iter().find(|it| Some(it.id) == id).map(|it| it.printed_name())
}

fn cohorts_of<'a>(all: &'a Records, ids: &[pledgeboard_domain::id::CohortId]) -> Vec<&'a str> {
    all.cohorts.iter().filter(|it| ids.contains(&it.id)).map(|it| it.name.as_str()).collect()
}

fn theme_of(all: &Records, id: pledgeboard_domain::id::ThemeId) -> Option<&str> {
    all.themes.iter().find(|it| it.id == id).map(|it| it.name.as_str())
}
