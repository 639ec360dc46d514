//! A board's meeting rhythm: how often, on which weekday, and the dates that follow from it.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use crate::{
    bank_holidays::BankHolidays,
    half_term::{HalfTerm, Term},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    Often {
        EveryHalfTerm = "every_half_term" => "once every half-term",
        EveryTerm = "every_term" => "once every term",
        EveryMonth = "every_month" => "every month in term time",
    }
}

crate::text_enum! {
    MeetingDay {
        Monday = "monday" => "Monday",
        Tuesday = "tuesday" => "Tuesday",
        Wednesday = "wednesday" => "Wednesday",
        Thursday = "thursday" => "Thursday",
        Friday = "friday" => "Friday",
    }
}

impl MeetingDay {
    fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Mon,
            Self::Tuesday => Weekday::Tue,
            Self::Wednesday => Weekday::Wed,
            Self::Thursday => Weekday::Thu,
            Self::Friday => Weekday::Fri,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rhythm {
    pub often: Often,
    pub day: MeetingDay,
    pub starts: NaiveTime,
    pub ends: Option<NaiveTime>,
    pub place: String,
}

impl Rhythm {
    pub fn check(&self) -> Checked {
        text::required("place", "the place", &self.place, text::SHORT)?;
        if self.ends.is_some_and(|ends| ends <= self.starts) {
            return Err(Refusal::field("ends", "The meeting ends before it starts. Check the times."));
        }
        Ok(())
    }

    /// The dates of the meetings from `from` on, in term time and on working days, earliest first.
    ///
    /// A half-term's meeting falls two thirds into it, so that Link Champions have held their events by then.
    #[must_use]
    pub fn dates(&self, half_terms: &[HalfTerm], holidays: &BankHolidays, from: NaiveDate) -> Vec<NaiveDate> {
        let mut dates: Vec<NaiveDate> = vec![];
        for half_term in half_terms {
            let days = self.days_in(half_term, holidays);
            match self.often {
                Often::EveryHalfTerm => dates.extend(days.get(days.len() * 2 / 3)),
                Often::EveryTerm if is_second(half_term.term) => dates.extend(days.get(days.len() * 2 / 3)),
                Often::EveryTerm => {}
                Often::EveryMonth => {
                    for day in days {
                        let met = |it: &NaiveDate| (it.year(), it.month()) == (day.year(), day.month());
                        if !dates.iter().any(met) {
                            dates.push(day);
                        }
                    }
                }
            }
        }
        dates.retain(|date| *date >= from);
        dates.sort_unstable();
        dates
    }

    fn days_in(&self, half_term: &HalfTerm, holidays: &BankHolidays) -> Vec<NaiveDate> {
        let wanted = self.day.weekday();
        let away =
            (7 + wanted.num_days_from_monday() - half_term.starts.weekday().num_days_from_monday()) % 7;
        let first = half_term.starts + Days::new(away.into());
        let weeks = first.iter_weeks().take(60).take_while(|day| *day <= half_term.ends);
        weeks.filter(|day| holidays.is_working_day(*day)).collect()
    }
}

fn is_second(term: Term) -> bool {
    matches!(term, Term::Autumn2 | Term::Spring2 | Term::Summer2)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{half_term::default_half_terms, id::HalfTermId};

    fn year() -> Vec<HalfTerm> {
        default_half_terms(2026)
            .into_iter()
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

    fn rhythm(often: Often, day: MeetingDay) -> Rhythm {
        let at = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
        Rhythm { often, day, starts: at(17), ends: Some(at(19)), place: "Town Hall".into() }
    }

    fn dates(often: Often, day: MeetingDay, from: NaiveDate) -> Vec<NaiveDate> {
        rhythm(often, day).dates(&year(), &BankHolidays::default(), from)
    }

    const AUGUST: (i32, u32, u32) = (2026, 8, 1);

    fn on((y, m, d): (i32, u32, u32)) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn each_half_term_has_its_meeting_on_the_chosen_weekday() {
        let dates = dates(Often::EveryHalfTerm, MeetingDay::Thursday, on(AUGUST));
        assert_eq!(dates.len(), 6);
        assert!(dates.iter().all(|date| date.weekday() == Weekday::Thu));
        assert!(
            dates.iter().zip(year()).all(|(date, half)| (half.starts..=half.ends).contains(date)),
            "{dates:?}"
        );
    }

    #[test]
    fn a_term_has_one_meeting_and_a_month_one() {
        assert_eq!(dates(Often::EveryTerm, MeetingDay::Tuesday, on(AUGUST)).len(), 3);
        let monthly = dates(Often::EveryMonth, MeetingDay::Monday, on(AUGUST));
        let mut months: Vec<_> = monthly.iter().map(|date| (date.year(), date.month())).collect();
        months.dedup();
        assert_eq!(months.len(), monthly.len());
        assert!(monthly.iter().all(|date| BankHolidays::default().is_working_day(*date)));
    }

    #[test]
    fn what_has_passed_is_not_planned() {
        let from = on((2026, 11, 22));
        assert!(dates(Often::EveryHalfTerm, MeetingDay::Thursday, from).iter().all(|date| *date >= from));
    }

    #[test]
    fn an_end_before_the_start_is_refused_beside_its_field() {
        let mut wrong = rhythm(Often::EveryTerm, MeetingDay::Friday);
        wrong.ends = Some(wrong.starts);
        assert_eq!(wrong.check().unwrap_err().field, Some("ends"));
        wrong.place.clear();
        assert_eq!(wrong.check().unwrap_err().field, Some("place"));
    }
}
