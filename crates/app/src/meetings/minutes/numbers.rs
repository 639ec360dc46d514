//! Minute numbers and action references by the board's patterns: never one that was given before, whether it was
//! undone since or not.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AgendaItem, AnnualMeeting, Board, Meeting, Minute, Refusal,
    academic_year::municipal_year,
    id::{AgendaItemId, MeetingId},
    numbering::{NumberingError, Pattern, Place, Scope},
};
use pledgeboard_store::Reading;

use crate::error::Outcome;

fn refused(wrong: NumberingError) -> Refusal {
    Refusal::rule(wrong.to_string())
}

/// The place in which a number is given: the municipal year of a day, and which meeting of that year it is.
async fn place(read: &mut Reading, on: NaiveDate, meeting: Option<&Meeting>) -> Outcome<Place> {
    let annual: Vec<NaiveDate> = read.all::<AnnualMeeting>().await?.iter().map(|it| it.date).collect();
    let year = municipal_year(on, &annual);
    let Some(meeting) = meeting else { return Ok(Place { year, ..Place::default() }) };
    let meetings = read.all::<Meeting>().await?;
    let before = meetings
        .iter()
        .filter(|it| {
            municipal_year(it.date, &annual) == year && (it.date, it.starts) <= (meeting.date, meeting.starts)
        })
        .count();
    Ok(Place { year, meeting: u32::try_from(before.max(1)).ok(), date: Some(meeting.date) })
}

/// The next reference for an action that is opened on this day, at this meeting or outside one.
///
/// References are unique for ever, so every one that was ever given counts.
pub(crate) async fn action_reference(
    read: &mut Reading,
    on: NaiveDate,
    meeting: Option<&Meeting>,
) -> Outcome<String> {
    let board = read.board().await?;
    let place = place(read, on, meeting).await?;
    let now = read.all::<Action>().await?;
    let once = read.once::<Action>().await?;
    let given: Vec<String> = now.into_iter().chain(once).map(|action| action.reference).collect();
    let pattern = Pattern::parse(&board.action_pattern).map_err(refused)?;
    Ok(pattern.next(&given, place, board.action_scope).map_err(refused)?.1)
}

/// Gives minute numbers, one after the other; empty ones on a board that gives none.
pub(super) struct MinuteNumbers {
    pattern: Option<Pattern>,
    scope: Scope,
    place: Place,
    given: Vec<String>,
}

impl MinuteNumbers {
    pub(super) async fn at(read: &mut Reading, board: &Board, meeting: &Meeting) -> Outcome<Self> {
        let place = place(read, meeting.date, Some(meeting)).await?;
        let annual: Vec<NaiveDate> = read.all::<AnnualMeeting>().await?.iter().map(|it| it.date).collect();
        let pattern = board.minute_numbers().map_err(refused)?;
        let meetings = read.all::<Meeting>().await?;
        let items: std::collections::HashMap<AgendaItemId, MeetingId> =
            read.all::<AgendaItem>().await?.into_iter().map(|item| (item.id, item.meeting_id)).collect();
        // Where the pattern does not show the year or the meeting, only those of the same one count.
        let counts = |minute: &Minute| match board.minute_scope {
            Scope::Ever => true,
            Scope::Meeting => items.get(&minute.agenda_item_id) == Some(&meeting.id),
            Scope::Year => meetings
                .iter()
                .find(|it| items.get(&minute.agenda_item_id) == Some(&it.id))
                .is_some_and(|it| municipal_year(it.date, &annual) == place.year),
        };
        let now = read.all::<Minute>().await?;
        let once = read.once::<Minute>().await?;
        let given = now.into_iter().chain(once).filter(counts).map(|minute| minute.number).collect();
        Ok(Self { pattern, scope: board.minute_scope, place, given })
    }

    pub(super) fn next(&mut self) -> Outcome<String> {
        let Some(pattern) = &self.pattern else { return Ok(String::new()) };
        let (_, number) = pattern.next(&self.given, self.place, self.scope).map_err(refused)?;
        self.given.push(number.clone());
        Ok(number)
    }
}
