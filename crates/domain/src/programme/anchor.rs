//! The year's fixed points, as yearly data: care leavers' week, takeover day, the self-assessment, the annual report.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::{
    academic_year::AcademicYear,
    half_term::{HalfTerm, half_term_on},
    id::AnchorId,
    refusal::{Checked, Refusal},
    text,
};

/// A fixed point of one academic year, on one day or several. Both days are included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Anchor {
    pub id: AnchorId,
    pub version: i64,
    pub academic_year: i32,
    /// "Care leavers' week".
    pub title: String,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

impl Anchor {
    pub fn check(&self) -> Checked {
        text::required("title", "what it is called", &self.title, text::SHORT)?;
        if self.ends < self.starts {
            return Err(Refusal::field("ends", "It ends before it starts. Check the dates."));
        }
        let year = AcademicYear(self.academic_year);
        // Some years begin in the last days of August.
        if self.starts < year.starts() - Days::new(31) || self.ends > year.ends() {
            return Err(Refusal::field("starts", format!("This date is outside {year}. Check the year.")));
        }
        Ok(())
    }

    /// The half-term that holds its middle: a January that begins in the holidays belongs to the spring.
    pub fn half_term<'a>(&self, half_terms: &'a [HalfTerm]) -> Option<&'a HalfTerm> {
        let half = (self.ends - self.starts) / 2;
        half_term_on(self.starts.checked_add_signed(half)?, half_terms)
    }
}

/// Likely dates for a year's fixed points, for the council to correct: they follow custom, and each council sets its
/// own. Title, first day, last day.
pub fn usual_anchors(academic_year: i32) -> Vec<(&'static str, NaiveDate, NaiveDate)> {
    let first = academic_year.clamp(1900, 9000);
    let second = first + 1;
    let nth = |year, month, weekday, n| {
        NaiveDate::from_weekday_of_month_opt(year, month, weekday, n).unwrap_or_default()
    };
    let whole_month = |year, month| {
        let starts = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        (starts, last_of_month(starts))
    };
    let leavers = nth(first, 10, Weekday::Mon, 4);
    let takeover = nth(first, 11, Weekday::Fri, 3);
    let (assess, assessed) = whole_month(second, 1);
    let parenting = nth(second, 2, Weekday::Mon, 1);
    let celebration = nth(second, 6, Weekday::Fri, 4);
    let (review, reviewed) = whole_month(second, 7);
    let annual = nth(second, 7, Weekday::Thu, 2);
    vec![
        ("Care leavers’ week", leavers, leavers + Days::new(6)),
        ("Takeover day", takeover, takeover),
        ("Self-assessment of the board", assess, assessed),
        ("Corporate Parenting Week", parenting, parenting + Days::new(6)),
        ("Celebration event", celebration, celebration),
        ("Six-month review of the self-assessment", review, reviewed),
        ("Annual report to full council", annual, annual),
    ]
}

/// The same days a year later: a whole month stays that month, anything else keeps its day of the week.
pub fn next_year(starts: NaiveDate, ends: NaiveDate) -> (NaiveDate, NaiveDate) {
    if starts.day() == 1 && ends == last_of_month(starts) {
        let later = NaiveDate::from_ymd_opt(starts.year() + 1, starts.month(), 1).unwrap_or(starts);
        return (later, last_of_month(later));
    }
    let year = Days::new(364);
    (starts + year, ends + year)
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = match day.month() {
        12 => NaiveDate::from_ymd_opt(day.year() + 1, 1, 1),
        month => NaiveDate::from_ymd_opt(day.year(), month + 1, 1),
    };
    next.map_or(day, |next| next - Days::new(1))
}
