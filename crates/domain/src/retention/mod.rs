//! How long the board keeps what it holds about people, kind by kind (UK GDPR, Article 5(1)(e)). The council decides
//! the years; without a rule nothing goes. What is due is listed first, and goes when somebody says so, by way of a
//! [`crate::Removal`].

mod due;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    board::Standing,
    id::RetentionRuleId,
    refusal::{Checked, Refusal},
    removal::REMOVED,
};

pub use due::{Due, RetentionRecords, due};

crate::text_enum! {
    /// What a rule is for.
    RetentionKind {
        /// The words of a voice. That it was heard, when, about what and what became of it stays: the loop is still whole.
        Said = "said" => "what children and young people said",
        Seen = "seen" => "what Link Champions wrote about events",
        Asked = "asked" => "what groups asked the board to talk about",
        /// E-mail and telephone of people who left.
        Contact = "contact" => "contact details of people who left",
        /// The files; titles and numbers of pages stay on the agenda.
        Papers = "papers" => "papers of meetings",
    }
}

/// The fewest years for which a committee's reports stay open to inspection (Local Government Act 1972, section
/// 100C(1)).
pub const REPORTS_STAY_OPEN: i64 = 6;

/// Nobody plans for longer than a life.
const MOST: i64 = 100;

impl RetentionKind {
    /// From when the years count.
    pub fn counts_from(self) -> &'static str {
        match self {
            Self::Said => "the day on which it was heard",
            Self::Seen => "the day of the event",
            Self::Asked => "the day on which the group asked",
            Self::Contact => "the day on which the person left",
            Self::Papers => "the last meeting that had the paper",
        }
    }

    /// What stays when it goes.
    pub fn stays(self) -> &'static str {
        match self {
            Self::Said => "The day, the theme, the broad group and the answer stay, without the words.",
            Self::Seen => "That the event was held, where, and how many came stays.",
            Self::Asked => "That the group asked, and what became of it stays, without its words.",
            Self::Contact => "The name stays, with the terms of office and attendance.",
            Self::Papers => "The title stays on the agenda, without the file.",
        }
    }
}

/// One rule: a kind, and for how many years it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RetentionRule {
    pub id: RetentionRuleId,
    pub version: i64,
    pub kind: RetentionKind,
    pub years: i64,
}

impl RetentionRule {
    /// # Errors
    /// When the years are none or too many, or fewer than those for which the law keeps reports open.
    pub fn check(&self, standing: Standing) -> Checked {
        if !(1..=MOST).contains(&self.years) {
            let message = "Keep it for 1 to 100 years, or leave the field empty to keep it without limit.";
            return Err(Refusal::field(self.kind.as_str(), message));
        }
        let is_law = self.kind == RetentionKind::Papers && standing == Standing::StatutoryCommittee;
        if is_law && self.years < REPORTS_STAY_OPEN {
            return Err(Refusal::field(
                self.kind.as_str(),
                "A committee’s reports stay open to inspection for six years (Local Government Act 1972, section 100C).",
            ));
        }
        Ok(())
    }

    /// Whether what begins on a day is past its years.
    pub fn is_past(&self, since: NaiveDate, today: NaiveDate) -> bool {
        let months = u32::try_from(self.years * 12).ok();
        months
            .and_then(|months| since.checked_add_months(Months::new(months)))
            .is_some_and(|end| end <= today)
    }

    /// Why something went, as the list of removals reads it.
    pub fn why(&self) -> String {
        let years = if self.years == 1 { "a year".into() } else { format!("{} years", self.years) };
        format!("Kept for {years}, as the board’s rule says: {}", self.kind)
    }
}

/// The rules by what they are for.
pub fn by_kind(rules: &[RetentionRule]) -> BTreeMap<RetentionKind, &RetentionRule> {
    rules.iter().map(|rule| (rule.kind, rule)).collect()
}

/// Whether a text still says something.
fn says_something(text: &str) -> bool {
    !text.trim().is_empty() && text != REMOVED
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn rule(kind: RetentionKind, years: i64) -> RetentionRule {
        RetentionRule { id: RetentionRuleId(Uuid::nil()), version: 1, kind, years }
    }

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_rule_has_years_within_reason_and_within_the_law() {
        let committee = Standing::StatutoryCommittee;
        assert_eq!(rule(RetentionKind::Said, 3).check(committee), Ok(()));
        for years in [i64::MIN, -1, 0, 101, i64::MAX] {
            assert_eq!(rule(RetentionKind::Said, years).check(committee).unwrap_err().field, Some("said"));
        }
        let too_short = rule(RetentionKind::Papers, 5);
        assert!(too_short.check(committee).unwrap_err().message.contains("section 100C"));
        assert_eq!(too_short.check(Standing::NonStatutoryBoard), Ok(()));
        assert_eq!(rule(RetentionKind::Papers, 6).check(committee), Ok(()));
    }

    #[test]
    fn years_count_to_the_day() {
        let six = rule(RetentionKind::Said, 6);
        assert!(!six.is_past(day(2020, 11, 30), day(2026, 11, 29)));
        assert!(six.is_past(day(2020, 11, 29), day(2026, 11, 29)));
        assert!(rule(RetentionKind::Said, 1).is_past(day(2024, 2, 29), day(2025, 2, 28)), "a leap day");
        assert!(!six.is_past(NaiveDate::MAX, day(2026, 11, 29)));
    }

    #[test]
    fn a_removal_says_by_which_rule() {
        assert_eq!(
            rule(RetentionKind::Contact, 1).why(),
            "Kept for a year, as the board’s rule says: contact details of people who left"
        );
    }
}
