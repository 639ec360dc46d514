//! What a Link Champion is reminded of: their events, the half-term by whose end one is due, what is not logged yet,
//! promises to look at with their own eyes, and the board's meetings.
//!
//! A reminder leaves the board for somebody's own calendar, so it holds no words of children and no counts.

use std::fmt::Display;

use chrono::{NaiveDate, NaiveTime};

use crate::{
    check::{Check, Lens},
    event::Event,
    half_term::{HalfTerm, half_term_on},
    id::{PersonId, ThemeId},
    meeting::Meeting,
    promise::Promise,
    review::review,
    theme::{Assignment, ChampionKind, Theme},
    voice::AT_RISK,
    wording,
};

crate::text_enum! {
    ReminderKind {
        Event = "event" => "event",
        LogEvent = "log" => "log an event",
        EventDue = "event_due" => "event due",
        LookAtPromise = "promise" => "look at a promise",
        Meeting = "meeting" => "meeting",
        AgendaDeadline = "agenda" => "agenda deadline",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    pub kind: ReminderKind,
    /// Stands for this reminder from one day to the next: "event-0190…".
    pub key: String,
    pub on: NaiveDate,
    /// None: the whole day.
    pub starts: Option<NaiveTime>,
    pub ends: Option<NaiveTime>,
    pub title: String,
    pub words: String,
    pub place: String,
    /// It rings in the morning, so many days before.
    pub days_before: u64,
}

/// A meeting that is to come, and the last day on which its agenda can come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingAhead {
    pub meeting: Meeting,
    pub publish_by: NaiveDate,
}

/// What reminders are made from. More than is needed does no harm.
#[derive(Debug, Clone, Copy)]
pub struct ReminderRecords<'a> {
    pub today: NaiveDate,
    /// What the board calls itself.
    pub board: &'a str,
    pub themes: &'a [Theme],
    pub assignments: &'a [Assignment],
    pub half_terms: &'a [HalfTerm],
    pub events: &'a [Event],
    /// Those of today's set ([`crate::promise::current_set`]).
    pub promises: &'a [Promise],
    pub checks: &'a [Check],
    pub meetings: &'a [MeetingAhead],
}

/// The themes that a person links to as Link Champion, today or later; retired themes are over.
#[must_use]
pub fn links<'a>(person: PersonId, of: &ReminderRecords<'a>) -> Vec<(&'a Assignment, &'a Theme)> {
    let own = of.assignments.iter().filter(|it| {
        it.person_id == person
            && it.kind == ChampionKind::LinkChampion
            && it.to.is_none_or(|to| to >= of.today)
    });
    let theme = |id: ThemeId| {
        of.themes.iter().find(|it| it.id == id && it.retired_on.is_none_or(|day| day > of.today))
    };
    own.filter_map(|link| Some((link, theme(link.theme_id)?))).collect()
}

/// Everything to remind a person of, by day; nothing when they link to no theme.
#[must_use]
pub fn reminders(person: PersonId, of: &ReminderRecords<'_>) -> Vec<Reminder> {
    let links = links(person, of);
    if links.is_empty() {
        return vec![];
    }
    let mut found = vec![];
    for (link, theme) in &links {
        found.extend(events(person, link, theme, of));
        found.extend(due(link, theme, of));
        found.extend(promises(link, theme, of));
    }
    found.extend(meetings(of));
    found.sort_by(|a, b| (a.on, a.starts, a.kind, &a.key).cmp(&(b.on, b.starts, b.kind, &b.key)));
    found.dedup_by(|a, b| a.key == b.key);
    found
}

fn whole_day(
    kind: ReminderKind,
    about: impl Display,
    on: NaiveDate,
    title: String,
    words: String,
) -> Reminder {
    Reminder {
        kind,
        key: format!("{}-{about}", kind.as_str()),
        on,
        starts: None,
        ends: None,
        title,
        words,
        place: String::new(),
        days_before: 0,
    }
}

/// Planned events, and the day after each: to log it. One that nobody logged is due today.
fn events(person: PersonId, link: &Assignment, theme: &Theme, of: &ReminderRecords<'_>) -> Vec<Reminder> {
    let mine = |event: &&Event| {
        event.theme_id == theme.id
            && !event.held
            && event.person_id.map_or_else(|| link.holds_on(event.date), |who| who == person)
    };
    let mut found = vec![];
    for event in of.events.iter().filter(mine) {
        if event.date >= of.today {
            let words =
                format!("Your event for “{}”. Take the printed event sheet along. {AT_RISK}", theme.name);
            let planned = whole_day(ReminderKind::Event, event.id, event.date, event.title.clone(), words);
            found.push(Reminder { place: event.place.clone(), days_before: 1, ..planned });
        }
        let after = event.date.succ_opt().unwrap_or(event.date).max(of.today);
        found.push(whole_day(
            ReminderKind::LogEvent,
            event.id,
            after,
            format!("Log “{}”", event.title),
            format!(
                "It was planned for {}. Write down what you heard while you remember it: it takes three minutes.",
                wording::date(event.date)
            ),
        ));
    }
    found
}

/// The end of each half-term in which the theme has no event yet.
fn due(link: &Assignment, theme: &Theme, of: &ReminderRecords<'_>) -> Vec<Reminder> {
    let has_event = |half_term: &HalfTerm| {
        of.events.iter().filter(|it| it.theme_id == theme.id).any(|event| {
            let own = event.half_term_id.or(half_term_on(event.date, of.half_terms).map(|it| it.id));
            own == Some(half_term.id)
        })
    };
    let to_come =
        of.half_terms.iter().filter(|it| it.ends >= of.today && link.holds_on(it.ends) && !has_event(it));
    to_come
        .map(|half_term| Reminder {
            days_before: 14,
            ..whole_day(
                ReminderKind::EventDue,
                format!("{}-{}", theme.id, half_term.id),
                half_term.ends,
                format!("Last day for an event: {}", theme.name),
                format!(
                    "{} ends, and no event is planned for “{}”. One each half-term keeps you close to what children say.",
                    half_term.name(),
                    theme.name
                ),
            )
        })
        .collect()
}

/// The promises of the theme, each when its rhythm says that a Link Champion should look again.
fn promises(link: &Assignment, theme: &Theme, of: &ReminderRecords<'_>) -> Vec<Reminder> {
    // What is late already is due by the end of the half-term that ends next.
    let next = of.half_terms.iter().map(|it| it.ends).filter(|ends| *ends >= of.today).min();
    let checks: Vec<&Check> = of.checks.iter().collect();
    let current = of.promises.iter().filter(|it| it.theme_id == theme.id && it.is_current(of.today));
    current
        .filter_map(|promise| {
            let look = review(promise, Lens::LinkChampion, &checks, of.today, of.half_terms);
            let by = look.by.filter(|by| *by >= of.today).or(next)?;
            let last = match look.last {
                Some(last) => format!("A Link Champion last looked at it on {}.", wording::date(last)),
                None => "No Link Champion has looked at it yet.".to_owned(),
            };
            link.holds_on(by).then(|| Reminder {
                days_before: 7,
                ..whole_day(
                    ReminderKind::LookAtPromise,
                    promise.id,
                    by,
                    format!("See for yourself: {}. {}", promise.number, promise.title),
                    format!("{last} Ask, look, and write down what you saw."),
                )
            })
        })
        .collect()
}

/// The meetings to come, and the day by which each agenda must be out.
fn meetings(of: &ReminderRecords<'_>) -> Vec<Reminder> {
    let mut found = vec![];
    let ahead = of.meetings.iter().filter(|it| !it.meeting.state.was_held() && it.meeting.date >= of.today);
    for MeetingAhead { meeting, publish_by } in ahead {
        let name = if meeting.title.is_empty() { of.board } else { meeting.title.as_str() };
        let themes: Vec<&str> = meeting
            .themes
            .iter()
            .filter_map(|id| of.themes.iter().find(|it| it.id == *id))
            .map(|it| it.name.as_str())
            .collect();
        let about = match themes.as_slice() {
            [] => String::new(),
            some => format!("About {}. ", wording::list(some)),
        };
        found.push(Reminder {
            starts: Some(meeting.starts),
            ends: meeting.ends,
            place: meeting.place.clone(),
            days_before: 1,
            ..whole_day(
                ReminderKind::Meeting,
                meeting.id,
                meeting.date,
                name.to_owned(),
                format!("{about}What did children say that the board must hear?"),
            )
        });
        if meeting.state.agenda_is_draft() && *publish_by >= of.today {
            found.push(Reminder {
                days_before: 7,
                ..whole_day(
                    ReminderKind::AgendaDeadline,
                    meeting.id,
                    *publish_by,
                    format!("Agenda of {} goes out", wording::day_and_month(meeting.date)),
                    "Say before then what you want to bring to the board.".to_owned(),
                )
            });
        }
    }
    found
}

#[cfg(test)]
mod tests;
