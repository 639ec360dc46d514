//! The sample's dates: all of them follow from today.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use pledgeboard_domain::{
    AnnualMeeting, HalfTerm, academic_year::AcademicYear, bank_holidays::BankHolidays,
    half_term::default_half_terms,
};

use super::ids::id;

#[derive(Debug, Clone)]
pub(super) struct Calendar {
    pub today: NaiveDate,
    pub half_terms: Vec<HalfTerm>,
    pub annual_meetings: Vec<AnnualMeeting>,
}

impl Calendar {
    /// The academic year of `today` and the three before it at the least: an older set of promises was judged in them.
    pub fn around(today: NaiveDate, years_before: i32) -> Self {
        let year = AcademicYear::of(today).0;
        let half_terms = (year - years_before.max(3)..=year)
            .flat_map(|year| {
                default_half_terms(year).map(|(term, starts, ends)| HalfTerm {
                    id: id("half term", &format!("{year} {}", term.as_str())),
                    version: 1,
                    academic_year: year,
                    term,
                    starts,
                    ends,
                })
            })
            .collect();
        let annual_meetings = (today.year() - years_before - 1..=today.year() + 1)
            .filter_map(|year| {
                // By custom the third Thursday in May.
                let date = NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Thu, 3)?;
                Some(AnnualMeeting { id: id("annual meeting", &year.to_string()), version: 1, date })
            })
            .collect();
        Self { today, half_terms, annual_meetings }
    }

    pub fn ago(&self, days: u64) -> NaiveDate {
        self.today - Days::new(days)
    }

    /// Days before today, or after it when negative.
    pub fn day(&self, ago: i64) -> NaiveDate {
        self.today - chrono::TimeDelta::days(ago)
    }

    /// The half-term `back` before the one that today belongs to.
    pub fn half_term(&self, back: usize) -> Option<&HalfTerm> {
        let mut started: Vec<&HalfTerm> =
            self.half_terms.iter().filter(|it| it.starts <= self.today).collect();
        started.sort_by_key(|it| std::cmp::Reverse(it.starts));
        started.get(back).copied()
    }

    /// The next meeting's day: a Thursday about eleven days away.
    pub fn next_meeting(&self) -> NaiveDate {
        self.meeting_day(self.today + Days::new(8))
    }

    /// The meeting `weeks` after the next one, or before it when negative.
    pub fn meeting(&self, weeks: i64) -> NaiveDate {
        match weeks {
            0 => self.next_meeting(),
            _ => self.meeting_day(self.next_meeting() + chrono::TimeDelta::weeks(weeks)),
        }
    }

    /// The first Thursday from a day on that is no bank holiday.
    pub fn meeting_day(&self, from: NaiveDate) -> NaiveDate {
        let holidays = BankHolidays::default();
        from.iter_days()
            .take(60)
            .find(|day| day.weekday() == Weekday::Thu && holidays.is_working_day(*day))
            .unwrap_or(from)
    }
}
