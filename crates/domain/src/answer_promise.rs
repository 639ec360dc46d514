//! The promise that a board makes to itself: by which day a voice has its answer.

use chrono::{Days, NaiveDate};

use crate::{
    board::Board,
    half_term::{HalfTerm, half_term_on},
    wording,
};

crate::text_enum! {
    /// By when the board answers a voice.
    #[derive(Default)]
    AnswerWithin {
        ThisHalfTerm = "this_half_term" => "by the end of the half-term in which it was heard",
        #[default]
        NextHalfTerm = "next_half_term" => "by the end of the next half-term",
        Weeks = "weeks" => "within so many weeks",
    }
}

/// What a board promises itself until it says otherwise.
pub const USUAL_WEEKS: i64 = 12;

/// [`USUAL_WEEKS`], for boards that were written before they could choose.
pub(crate) fn usual_weeks() -> i64 {
    USUAL_WEEKS
}

/// The promise, as it stands on a board.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnswerPromise {
    pub within: AnswerWithin,
    /// Used by [`AnswerWithin::Weeks`] alone.
    pub weeks: u64,
}

impl AnswerPromise {
    pub fn of(board: &Board) -> Self {
        Self { within: board.answer_within, weeks: u64::try_from(board.answer_weeks).unwrap_or(0) }
    }

    /// The last day on which an answer to what was heard then keeps the promise.
    ///
    /// `None` where the half-term that it ends with has not been entered.
    pub fn answer_by(self, heard_on: NaiveDate, half_terms: &[HalfTerm]) -> Option<NaiveDate> {
        if self.within == AnswerWithin::Weeks {
            return heard_on.checked_add_days(Days::new(self.weeks.saturating_mul(7)));
        }
        let heard_in = half_term_on(heard_on, half_terms)?;
        let next = || half_terms.iter().filter(|it| it.starts > heard_in.starts).min_by_key(|it| it.starts);
        match self.within {
            // What is heard in a holiday belongs to a half-term that is over: it waits for the next one.
            AnswerWithin::ThisHalfTerm if heard_on <= heard_in.ends => Some(heard_in.ends),
            _ => next().map(|it| it.ends),
        }
    }

    /// "the end of the next half-term", "12 weeks after it was heard".
    pub fn words(self) -> String {
        match self.within {
            AnswerWithin::ThisHalfTerm => "the end of the half-term in which it was heard".into(),
            AnswerWithin::NextHalfTerm => "the end of the next half-term".into(),
            AnswerWithin::Weeks => {
                format!("{} after it was heard", wording::count(self.weeks, "week", "weeks"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{half_term::default_half_terms, id::HalfTermId};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn year() -> Vec<HalfTerm> {
        let entered = default_half_terms(2026).into_iter();
        entered
            .map(|(term, starts, ends)| HalfTerm {
                id: HalfTermId(Uuid::nil()),
                version: 1,
                academic_year: 2026,
                term,
                starts,
                ends,
            })
            .collect()
    }

    fn by(within: AnswerWithin, heard_on: NaiveDate) -> Option<NaiveDate> {
        AnswerPromise { within, weeks: 6 }.answer_by(heard_on, &year())
    }

    #[test]
    fn usually_an_answer_is_due_by_the_end_of_the_next_half_term() {
        assert_eq!(by(AnswerWithin::default(), day(9, 20)), Some(day(12, 18)));
        let holiday = by(AnswerWithin::NextHalfTerm, day(10, 28));
        assert_eq!(holiday, Some(day(12, 18)), "a holiday belongs to the half-term before");
        assert_eq!(by(AnswerWithin::NextHalfTerm, day(8, 1)), None);
        assert_eq!(by(AnswerWithin::NextHalfTerm, year()[5].starts), None, "the next year is not entered");
    }

    #[test]
    fn a_board_may_promise_less_time_or_count_weeks() {
        assert_eq!(by(AnswerWithin::ThisHalfTerm, day(9, 20)), Some(day(10, 23)));
        assert_eq!(by(AnswerWithin::ThisHalfTerm, day(10, 28)), Some(day(12, 18)), "that half-term is over");
        assert_eq!(by(AnswerWithin::Weeks, day(8, 1)), Some(day(9, 12)));
    }

    proptest! {
        #[test]
        fn an_answer_is_never_due_before_the_voice_was_heard(days in 0..400u64, which in 0..3usize, weeks in 1..60u64) {
            let heard_on = day(7, 1) + Days::new(days);
            let promise = AnswerPromise { within: AnswerWithin::ALL[which], weeks };
            if let Some(due) = promise.answer_by(heard_on, &year()) {
                prop_assert!(due >= heard_on, "heard on {heard_on}, due on {due}");
            }
        }
    }
}
