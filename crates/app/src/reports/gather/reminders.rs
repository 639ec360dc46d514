//! A Link Champion's reminders.

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_documents::{
    block::Document,
    calendar::Calendar,
    content::reminders::{self as content, RemindersInput},
};
use pledgeboard_domain::{
    Assignment, Audience, Board, Check, Code, Event, HalfTerm, Meeting, Person, Refusal, Theme,
    id::PersonId,
    reminders::{MeetingAhead, ReminderRecords, links, reminders},
};
use pledgeboard_store::{Arg, Reading};

use super::Source;
use crate::{
    error::Outcome,
    meetings::holidays::{bank_holidays, publish_by},
    reports::ReportRequest,
};

impl Source for RemindersInput {
    fn build(&self, audience: Audience) -> Document {
        content::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn calendar(&self, _audience: Audience, made: NaiveDateTime) -> Option<Calendar> {
        Some(content::calendar(self, made))
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<RemindersInput> {
    let board = read.board().await?;
    let people = read.all::<Person>().await?;
    let themes = read.all::<Theme>().await?;
    let assignments = read.all::<Assignment>().await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let events = read.find::<Event>("t.held = FALSE OR t.date >= $1", &[year_before(today)]).await?;
    let checks = read.all::<Check>().await?;
    let promises = crate::promises::current(read, today).await?;
    let holidays = bank_holidays(read).await?;
    let to_come = read.find::<Meeting>("t.date >= $1", &[Arg::Date(today)]).await?;
    let meetings: Vec<MeetingAhead> = to_come
        .into_iter()
        .map(|meeting| MeetingAhead { publish_by: publish_by(meeting.date, &board, &holidays), meeting })
        .collect();
    let records = ReminderRecords {
        today,
        board: &board.name,
        themes: &themes,
        assignments: &assignments,
        half_terms: &half_terms,
        events: &events,
        promises: &promises,
        checks: &checks,
        meetings: &meetings,
    };
    let person = person(request, &people, &records)?;
    let own: Vec<String> = links(person.id, &records).iter().map(|(_, theme)| theme.name.clone()).collect();
    let reminders = reminders(person.id, &records);
    let name = person.printed_name();
    if own.is_empty() {
        return Err(Refusal::field(
            "person_id",
            format!(
                "{name} links to no theme as Link Champion, so there is nothing to remind them of. Assign a theme under Board."
            ),
        )
        .into());
    }
    if reminders.is_empty() {
        return Err(Refusal::field(
            "person_id",
            format!("There is nothing to remind {name} of yet. Enter the half-terms in Settings, or plan an event."),
        )
        .into());
    }
    Ok(RemindersInput { person: name, themes: own, reminders, board, today })
}

/// No event of a half-term that is not over is older.
fn year_before(today: NaiveDate) -> Arg {
    Arg::Date(today - chrono::Days::new(366))
}

/// Everyone who links to a theme as Link Champion, today or later, in the order of the themes.
pub(in crate::reports) fn champions(
    today: NaiveDate,
    themes: &[Theme],
    assignments: &[Assignment],
) -> Vec<PersonId> {
    let records = ReminderRecords {
        today,
        board: "",
        themes,
        assignments,
        half_terms: &[],
        events: &[],
        promises: &[],
        checks: &[],
        meetings: &[],
    };
    let mut found: Vec<PersonId> = vec![];
    for theme in themes {
        for it in assignments.iter().filter(|it| it.theme_id == theme.id) {
            if !found.contains(&it.person_id) && !links(it.person_id, &records).is_empty() {
                found.push(it.person_id);
            }
        }
    }
    found
}

/// The person asked for, by id or by name; the first champion when nobody says.
fn person<'a>(
    request: &ReportRequest,
    people: &'a [Person],
    records: &ReminderRecords<'_>,
) -> Result<&'a Person, Refusal> {
    let gone = |field, message: String| Refusal { code: Code::NotFound, field: Some(field), message };
    if let Some(id) = request.person_id {
        return people.iter().find(|it| it.id == id).ok_or_else(|| Refusal::not_found("person"));
    }
    if let Some(name) = request.person_named.as_deref().map(str::trim) {
        let is = |it: &&Person| {
            [it.printed_name(), it.name.clone()].iter().any(|own| own.eq_ignore_ascii_case(name))
        };
        return match people.iter().filter(is).collect::<Vec<_>>().as_slice() {
            [only] => Ok(only),
            [] => Err(gone(
                "person_named",
                format!("Nobody on this board is called “{name}”. Give the name as the board prints it."),
            )),
            _ => Err(gone(
                "person_named",
                format!(
                    "More than one person is called “{name}”. Give the title as well, as in “Cllr {name}”."
                ),
            )),
        };
    }
    let first = champions(records.today, records.themes, records.assignments).into_iter().next();
    first.and_then(|id| people.iter().find(|it| it.id == id)).ok_or_else(|| {
        gone("person_id", "Nobody links to a theme as Link Champion yet. Assign one under Board.".to_owned())
    })
}
