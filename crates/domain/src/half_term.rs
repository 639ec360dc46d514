//! The six teaching periods of an academic year, with the dates that each council sets.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    academic_year::AcademicYear,
    bank_holidays::{BankHolidays, easter_sunday},
    id::HalfTermId,
    refusal::{Checked, Refusal},
    wording,
};

crate::text_enum! {
    /// A teaching period between two school holidays.
    Term {
        Autumn1 = "autumn_1" => "Autumn 1",
        Autumn2 = "autumn_2" => "Autumn 2",
        Spring1 = "spring_1" => "Spring 1",
        Spring2 = "spring_2" => "Spring 2",
        Summer1 = "summer_1" => "Summer 1",
        Summer2 = "summer_2" => "Summer 2",
    }
}

/// One teaching period of one academic year. Both days are included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HalfTerm {
    pub id: HalfTermId,
    pub version: i64,
    /// The calendar year in which the academic year starts.
    pub academic_year: i32,
    pub term: Term,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

impl HalfTerm {
    /// "Autumn 1, 2026/27".
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}, {}", self.term, AcademicYear(self.academic_year))
    }

    /// Whether it can stand beside the others; `others` may hold its own earlier version.
    ///
    /// # Errors
    /// The first problem that it brings; those that were there without it are not its fault.
    pub fn check(&self, others: &[HalfTerm]) -> Checked {
        let mut all: Vec<HalfTerm> = others.iter().filter(|other| other.id != self.id).cloned().collect();
        let before = problems(&all);
        all.push(self.clone());
        match problems(&all).into_iter().find(|problem| !before.contains(problem)) {
            None => Ok(()),
            Some(problem) => Err(Refusal::field("starts", problem.to_string())),
        }
    }
}

/// No school holiday is longer than this, in days; later than this after a half-term, nothing belongs to it.
const LONGEST_HOLIDAY: i64 = 70;

/// What is wrong with a council's half-terms, each in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HalfTermProblem {
    #[error("{0} ends before it starts. Change one of its dates.")]
    EndsBeforeStart(String),
    #[error("{0} is entered twice. Remove one of the two.")]
    Twice(String),
    #[error("{later} starts before {earlier} ends ({}). Change one of the dates.", wording::date(*ends))]
    Overlap { earlier: String, later: String, ends: NaiveDate },
    #[error("{name} has a date outside its academic year ({}). Check the year.", wording::date(*date))]
    OutsideYear { name: String, date: NaiveDate },
}

/// Everything that is wrong with a set of half-terms: their order, overlaps, doubles and wrong years. Any order.
#[must_use]
pub fn problems(half_terms: &[HalfTerm]) -> Vec<HalfTermProblem> {
    let mut sorted: Vec<&HalfTerm> = half_terms.iter().collect();
    sorted.sort_by_key(|h| (h.academic_year, h.term));
    let mut found = vec![];
    for h in &sorted {
        if h.ends < h.starts {
            found.push(HalfTermProblem::EndsBeforeStart(h.name()));
        }
        // Some schools start in the last days of August, and a few in its middle.
        let year = AcademicYear(h.academic_year);
        let opens = year.starts() - Days::new(31);
        if let Some(date) = [h.starts, h.ends].into_iter().find(|d| *d < opens || *d > year.ends()) {
            found.push(HalfTermProblem::OutsideYear { name: h.name(), date });
        }
    }
    for pair in sorted.windows(2) {
        let [earlier, later] = pair else { continue };
        let same_year = earlier.academic_year == later.academic_year;
        if same_year && earlier.term == later.term {
            found.push(HalfTermProblem::Twice(later.name()));
        } else if later.starts <= earlier.ends {
            let name = |h: &HalfTerm| if same_year { h.term.to_string() } else { h.name() };
            found.push(HalfTermProblem::Overlap {
                earlier: name(earlier),
                later: name(later),
                ends: earlier.ends,
            });
        }
    }
    found
}

/// The half-term that a date belongs to: what happens in a holiday belongs to the half-term before it.
///
/// `None` before the first half-term entered, and more than ten weeks after one that nothing follows.
#[must_use]
pub fn half_term_on(date: NaiveDate, half_terms: &[HalfTerm]) -> Option<&HalfTerm> {
    let latest = half_terms.iter().filter(|h| h.starts <= date).max_by_key(|h| h.starts)?;
    ((date - latest.ends).num_days() <= LONGEST_HOLIDAY).then_some(latest)
}

/// The academic year of a day: in the last days of August a new year's first half-term may have begun.
#[must_use]
pub fn academic_year_on(day: NaiveDate, half_terms: &[HalfTerm]) -> AcademicYear {
    let begun = half_term_on(day, half_terms).map_or(i32::MIN, |it| it.academic_year);
    AcademicYear(begun.max(AcademicYear::of(day).0))
}

/// The `n` latest half-terms that have started by `today`, the latest first.
#[must_use]
pub fn recent(n: usize, today: NaiveDate, half_terms: &[HalfTerm]) -> Vec<&HalfTerm> {
    let mut started: Vec<&HalfTerm> = half_terms.iter().filter(|h| h.starts <= today).collect();
    started.sort_by_key(|h| std::cmp::Reverse(h.starts));
    started.truncate(n);
    started
}

/// Likely dates for an academic year, for the council to correct: they follow custom, and each council sets its own.
#[must_use]
pub fn default_half_terms(academic_year: i32) -> [(Term, NaiveDate, NaiveDate); 6] {
    // Clamped so that no date below can leave the calendar.
    let first = academic_year.clamp(1900, 9000);
    let second = first + 1;
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let holidays = BankHolidays::default();

    let autumn_break = monday_by(day(first, 10, 31));
    let spring_starts = monday_by(day(second, 1, 9));
    let february_break = monday_by(day(second, 2, 18));
    let easter_monday = easter_sunday(second).unwrap_or_default() + Days::new(1);
    // An Easter in March takes the holiday's first days; a later one has them in the week before.
    let early_easter = easter_monday.month() == 3 || easter_monday == day(second, 4, 1);
    let (spring_ends, summer_starts) = if early_easter {
        (easter_monday - Days::new(4), easter_monday + Days::new(14))
    } else {
        (easter_monday - Days::new(10), easter_monday + Days::new(7))
    };
    let may_break = monday_by(day(second, 5, 31));

    let weekend = Days::new(3);
    let week = Days::new(7);
    let open =
        |date: NaiveDate| date.iter_days().take(10).find(|d| holidays.is_working_day(*d)).unwrap_or(date);
    [
        (Term::Autumn1, open(day(first, 9, 1)), autumn_break - weekend),
        (Term::Autumn2, autumn_break + week, friday_by(day(first, 12, 22))),
        (Term::Spring1, open(spring_starts), february_break - weekend),
        (Term::Spring2, february_break + week, spring_ends),
        (Term::Summer1, open(summer_starts), may_break - weekend),
        (Term::Summer2, open(may_break + week), friday_by(day(second, 7, 23))),
    ]
}

/// The last Monday on or before a date.
fn monday_by(date: NaiveDate) -> NaiveDate {
    date - Days::new(date.weekday().num_days_from_monday().into())
}

/// The last Friday on or before a date.
fn friday_by(date: NaiveDate) -> NaiveDate {
    date - Days::new(date.weekday().days_since(Weekday::Fri).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn year(first: i32) -> Vec<HalfTerm> {
        let entered = default_half_terms(first).into_iter().zip(0u128..);
        let half_term = |((term, starts, ends), n)| HalfTerm {
            id: HalfTermId(Uuid::from_u128(n)),
            version: 1,
            academic_year: first,
            term,
            starts,
            ends,
        };
        entered.map(half_term).collect()
    }

    #[test]
    fn likely_dates_of_this_year_and_of_one_with_a_late_easter() {
        let dates = |first| {
            let dates = |(_, s, e): (Term, NaiveDate, NaiveDate)| {
                format!("{} {}", s.format("%-d/%-m"), e.format("%-d/%-m"))
            };
            default_half_terms(first).map(dates)
        };
        assert_eq!(
            dates(2026),
            ["1/9 23/10", "2/11 18/12", "4/1 12/2", "22/2 25/3", "12/4 28/5", "7/6 23/7"]
        );
        assert_eq!(
            dates(2024),
            ["2/9 25/10", "4/11 20/12", "6/1 14/2", "24/2 11/4", "28/4 23/5", "2/6 18/7"]
        );
    }

    #[test]
    fn a_holiday_belongs_to_the_half_term_before_it() {
        let year = year(2026);
        let on = |date| half_term_on(date, &year).map(|h| h.term);
        assert_eq!(on(day(2026, 8, 31)), None);
        assert_eq!(on(day(2026, 9, 1)), Some(Term::Autumn1));
        assert_eq!(on(day(2026, 10, 28)), Some(Term::Autumn1));
        assert_eq!(on(day(2026, 11, 2)), Some(Term::Autumn2));
        assert_eq!(on(day(2027, 8, 20)), Some(Term::Summer2));
        assert_eq!(on(day(2028, 1, 20)), None, "the next year has not been entered");
    }

    #[test]
    fn overlaps_doubles_and_wrong_years_are_told_in_words() {
        let mut wrong = year(2026);
        wrong[1].starts = day(2026, 10, 20);
        let told: Vec<String> = problems(&wrong).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["Autumn 2 starts before Autumn 1 ends (Friday 23 October 2026). Change one of the dates."]
        );

        let mut twice = year(2026);
        twice[1].term = Term::Autumn1;
        assert!(problems(&twice).contains(&HalfTermProblem::Twice("Autumn 1, 2026/27".into())));

        let mut backwards = year(2026);
        backwards[2].ends = day(2026, 1, 4);
        let told: Vec<String> = problems(&backwards).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "Spring 1, 2026/27 ends before it starts. Change one of its dates.",
                "Spring 1, 2026/27 has a date outside its academic year (Sunday 4 January 2026). Check the year.",
            ]
        );
    }

    #[test]
    fn overlaps_across_two_years_name_the_years() {
        let mut both = [year(2026), year(2027)].concat();
        both[5].ends = day(2027, 8, 31);
        both[6].starts = day(2027, 8, 31);
        let told: Vec<String> = problems(&both).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "Autumn 1, 2027/28 starts before Summer 2, 2026/27 ends (Tuesday 31 August 2027). Change one of the dates."
            ]
        );
    }

    #[test]
    fn a_half_term_is_refused_for_its_own_faults_only() {
        let mut all = year(2026);
        all[4].starts = day(2027, 3, 1);
        assert_eq!(all[1].check(&all), Ok(()), "Summer 1 is wrong, and Autumn 2 is not");
        let late = HalfTerm { ends: day(2027, 1, 8), ..all[1].clone() };
        let refused = late.check(&all).unwrap_err();
        assert_eq!(
            refused.message,
            "Spring 1 starts before Autumn 2 ends (Friday 8 January 2027). Change one of the dates."
        );
    }

    #[test]
    fn the_latest_half_terms_come_first_and_future_ones_not_at_all() {
        let year = year(2026);
        let terms: Vec<Term> = recent(2, day(2027, 1, 20), &year).iter().map(|h| h.term).collect();
        assert_eq!(terms, [Term::Spring1, Term::Autumn2]);
    }

    proptest! {
        #[test]
        fn suggested_dates_never_need_correcting_to_be_accepted(first in 1996..2200i32) {
            let years = [year(first), year(first + 1)].concat();
            prop_assert_eq!(problems(&years), vec![]);
            for (_, starts, ends) in default_half_terms(first) {
                prop_assert!((20..=70).contains(&(ends - starts).num_days()), "{starts} {ends}");
                prop_assert!(BankHolidays::default().is_working_day(starts), "{starts}");
            }
        }
    }
}
