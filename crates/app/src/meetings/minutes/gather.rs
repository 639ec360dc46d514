//! Everything recorded of one meeting, read in a handful of queries and joined in memory.

use std::collections::HashMap;

use pledgeboard_domain::{
    Action, AgendaItem, Attendance, Board, Correction, Decision, Meeting, Minute, MinutesRecords, Person,
    Seat, TermOfOffice, Theme,
    attendance::{self, Quorum},
    evening::{self, Expected},
    id::{AgendaItemId, MeetingId, PersonId, ThemeId},
};
use pledgeboard_store::Reading;

use crate::error::Outcome;

/// A meeting with all that belongs to it.
pub(crate) struct Gathered {
    pub board: Board,
    pub meeting: Meeting,
    /// In the order in which they are taken, withdrawn ones left out.
    pub items: Vec<AgendaItem>,
    pub minutes: Vec<Minute>,
    pub decisions: Vec<Decision>,
    /// Live ones, and those born or closed here.
    pub actions: Vec<Action>,
    /// Items of other meetings that those actions were born of.
    pub elsewhere: Vec<AgendaItem>,
    pub attendances: Vec<Attendance>,
    pub people: Vec<Person>,
    pub expected: Vec<Expected>,
    pub corrections: Vec<Correction>,
    pub meetings: Vec<Meeting>,
    pub themes: Vec<Theme>,
}

impl Gathered {
    pub(crate) async fn of(read: &mut Reading, meeting: MeetingId) -> Outcome<Self> {
        let meetings = read.all::<Meeting>().await?;
        let here = match meetings.iter().find(|it| it.id == meeting) {
            Some(here) => here.clone(),
            None => read.one::<Meeting>(meeting).await?,
        };
        let this = [meeting.into()];
        let mut items = read.by::<AgendaItem>("meeting_id", meeting).await?;
        items.retain(|item| !item.is_withdrawn());
        let people = read.all::<Person>().await?;
        let (seats, terms) = (read.all::<Seat>().await?, read.all::<TermOfOffice>().await?);
        Ok(Self {
            board: read.board().await?,
            items,
            minutes: read
                .find("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
                .await?,
            decisions: read
                .find("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
                .await?,
            actions: read
                .find(
                    "t.state IN ('open', 'done') OR t.closed_at_id = $1 \
                     OR t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)",
                    &this,
                )
                .await?,
            elsewhere: read
                .find(
                    "t.id IN (SELECT agenda_item_id FROM action WHERE state IN ('open', 'done') OR closed_at_id = $1)",
                    &this,
                )
                .await?,
            attendances: read.by("meeting_id", meeting).await?,
            expected: evening::expected(&people, &seats, &terms, here.date),
            people,
            corrections: read.by("meeting_id", meeting).await?,
            themes: read.all().await?,
            meetings,
            meeting: here,
        })
    }

    /// The records of the minutes, as they stand now.
    pub(crate) fn records(&self) -> MinutesRecords {
        let theme = |id: &ThemeId| self.themes.iter().find(|theme| theme.id == *id);
        MinutesRecords {
            meeting: self.meeting.clone(),
            themes: self.meeting.themes.iter().filter_map(theme).map(|theme| theme.name.clone()).collect(),
            items: self.items.clone(),
            minutes: self.minutes.clone(),
            decisions: self.decisions.clone(),
            actions: self.actions.iter().filter(|it| self.is_minuted(it)).cloned().collect(),
            elsewhere: self
                .elsewhere
                .iter()
                .filter(|item| {
                    self.actions.iter().any(|it| it.agenda_item_id == Some(item.id) && self.is_minuted(it))
                })
                .cloned()
                .collect(),
            attendances: self.attendances.clone(),
            expected: self.expected.clone(),
            people: self.people.clone(),
            corrections: self.corrections.clone(),
            meetings: self
                .meetings
                .iter()
                .filter(|other| self.items.iter().any(|item| item.deferred_to_id == Some(other.id)))
                .cloned()
                .collect(),
        }
        .frozen()
    }

    /// Born of an item of this meeting, or closed at it.
    fn is_minuted(&self, action: &Action) -> bool {
        action.closed_at_id == Some(self.meeting.id)
            || self.items.iter().any(|item| action.agenda_item_id == Some(item.id))
    }

    /// Printed names by person.
    pub(crate) fn names(&self) -> HashMap<PersonId, String> {
        self.people.iter().map(|person| (person.id, person.printed_name())).collect()
    }

    pub(crate) fn order(&self) -> Vec<AgendaItemId> {
        self.items.iter().map(|item| item.id).collect()
    }

    /// The quorum at an item, or of all who came.
    pub(crate) fn quorum(&self, item: Option<AgendaItemId>) -> Quorum {
        let counting: Vec<PersonId> =
            self.expected.iter().filter(|it| it.counts).map(|it| it.person_id).collect();
        attendance::quorum(self.board.quorum, &self.attendances, &counting, item, &self.order())
    }

    pub(crate) fn item(&self, id: Option<AgendaItemId>) -> Option<&AgendaItem> {
        let id = id?;
        self.items.iter().chain(&self.elsewhere).find(|item| item.id == id)
    }
}
