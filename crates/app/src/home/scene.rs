//! What every Home is drawn from.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, BankHolidayChange, Board, HalfTerm, Meeting, Person, Theme,
    bank_holidays::BankHolidays,
    clear_days::publish_by,
    id::{PersonId, ThemeId},
    the_loop,
};
use pledgeboard_store::Reading;

use super::HomeMeeting;
use crate::{context::Context, error::Outcome};

pub(super) struct Scene {
    pub today: NaiveDate,
    pub board: Board,
    pub half_terms: Vec<HalfTerm>,
    pub meetings: Vec<Meeting>,
    pub people: Vec<Person>,
    pub themes: Vec<Theme>,
    pub assignments: Vec<Assignment>,
    holidays: BankHolidays,
    person: Option<PersonId>,
}

impl Scene {
    pub async fn load(cx: &Context, read: &mut Reading) -> Outcome<Self> {
        Ok(Self {
            today: cx.today(),
            half_terms: read.all().await?,
            meetings: read.all().await?,
            people: read.all().await?,
            themes: read.all().await?,
            assignments: read.all().await?,
            holidays: BankHolidays::with_changes(&read.all::<BankHolidayChange>().await?),
            board: read.board().await?,
            person: cx.person,
        })
    }

    /// Who uses this computer.
    pub fn me(&self) -> Option<&Person> {
        self.people.iter().find(|person| Some(person.id) == self.person)
    }

    pub fn next(&self) -> Option<&Meeting> {
        the_loop::next_meeting(self.today, &self.meetings)
    }

    /// The day of the last meeting held.
    pub fn since(&self) -> Option<NaiveDate> {
        the_loop::last_meeting(self.today, &self.meetings).map(|meeting| meeting.date)
    }

    pub fn next_meeting(&self, meeting: &Meeting) -> HomeMeeting {
        let clear_days = u32::try_from(self.board.clear_days).unwrap_or(0);
        let publish_by = publish_by(meeting.date, clear_days, &self.holidays);
        HomeMeeting {
            id: meeting.id,
            date: meeting.date,
            days: self.days_to(meeting.date),
            state: meeting.state,
            publish_by,
            publish_in: self.days_to(publish_by),
            published: !meeting.state.agenda_is_draft(),
            clear_days: self.board.clear_days,
            may_move: meeting.date > self.holidays.proclaimed_until(),
        }
    }

    pub fn days_to(&self, day: NaiveDate) -> i64 {
        (day - self.today).num_days()
    }

    pub fn name_of(&self, person: Option<PersonId>) -> Option<String> {
        self.people.iter().find(|it| Some(it.id) == person).map(Person::printed_name)
    }

    pub fn theme(&self, theme: ThemeId) -> String {
        self.themes.iter().find(|it| it.id == theme).map(|it| it.name.clone()).unwrap_or_default()
    }
}
