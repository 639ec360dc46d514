//! Minute numbers and action references of the sample, counted per municipal year and never given twice.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    academic_year::municipal_year,
    numbering::{DEFAULT_ACTIONS, DEFAULT_MINUTES, Pattern, Place},
};

use super::calendar::Calendar;
use crate::error::{AppError, Outcome};

/// Meetings before the sample's first one in that year were minuted on paper.
const MINUTED_ON_PAPER: u32 = 28;

pub(super) struct Numbers {
    annual_meetings: Vec<NaiveDate>,
    minutes: Counter,
    actions: Counter,
}

struct Counter {
    pattern: Pattern,
    given: HashMap<Option<i32>, u32>,
}

impl Numbers {
    pub fn new(calendar: &Calendar) -> Outcome<Self> {
        Ok(Self {
            annual_meetings: calendar.annual_meetings.iter().map(|it| it.date).collect(),
            minutes: Counter::new(DEFAULT_MINUTES)?,
            actions: Counter::new(DEFAULT_ACTIONS)?,
        })
    }

    /// The next minute number at a meeting on this day.
    pub fn minute(&mut self, on: NaiveDate) -> Outcome<String> {
        let year = municipal_year(on, &self.annual_meetings);
        if self.minutes.given.is_empty() {
            self.minutes.given.insert(year, MINUTED_ON_PAPER);
        }
        self.minutes.next(year, on)
    }

    /// The next reference of an action opened on this day.
    pub fn action(&mut self, on: NaiveDate) -> Outcome<String> {
        self.actions.next(municipal_year(on, &self.annual_meetings), on)
    }
}

impl Counter {
    fn new(pattern: &str) -> Outcome<Self> {
        Ok(Self { pattern: Pattern::parse(pattern).map_err(AppError::fault)?, given: HashMap::new() })
    }

    fn next(&mut self, year: Option<i32>, on: NaiveDate) -> Outcome<String> {
        let given = self.given.entry(year).or_insert(0);
        *given += 1;
        let place = Place { year, meeting: None, date: Some(on) };
        self.pattern.format(*given, place).map_err(AppError::fault)
    }
}
