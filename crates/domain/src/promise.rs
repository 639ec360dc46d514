//! What the board promised children, in their words, and how everyone will know.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    fixed::principles::Principle,
    half_term::HalfTerm,
    id::{CommitmentId, MeasureId, PersonId, PromiseId, StrategyPeriodId, ThemeId, VoiceId},
    person::{in_order, overlaps},
    refusal::{Checked, Refusal},
    text, wording,
};

/// A strategy period holds one set of promises; sets are never merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StrategyPeriod {
    pub id: StrategyPeriodId,
    pub version: i64,
    pub name: String,
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub vision_for_children: String,
}

impl StrategyPeriod {
    pub fn check(&self) -> Checked {
        text::required("name", "the strategy's name", &self.name, text::SHORT)?;
        text::optional("vision_for_children", "the vision", &self.vision_for_children, text::LONG)?;
        in_order(self.starts, self.ends).map_err(|wrong| Refusal { field: Some("ends"), ..wrong })
    }

    /// Strategies follow one another: a new one starts a new set, and old sets stay as they are.
    pub fn check_beside(&self, others: &[StrategyPeriod]) -> Checked {
        let others = others.iter().filter(|it| it.id != self.id);
        for other in others {
            if overlaps((self.starts, self.ends), (other.starts, other.ends)) {
                return Err(Refusal::field(
                    "starts",
                    format!("These dates overlap with “{}”. Change one of the dates.", other.name),
                ));
            }
        }
        Ok(())
    }
}

/// The strategy on a day: the one that holds then, else the latest that started, else the first to come.
pub fn strategy_on(day: NaiveDate, periods: &[StrategyPeriod]) -> Option<&StrategyPeriod> {
    let started = || periods.iter().filter(|it| it.starts <= day);
    started()
        .filter(|it| it.ends.is_none_or(|ends| ends >= day))
        .max_by_key(|it| it.starts)
        .or_else(|| started().max_by_key(|it| it.starts))
        .or_else(|| periods.iter().min_by_key(|it| it.starts))
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Promise {
    pub id: PromiseId,
    pub version: i64,
    pub strategy_period_id: StrategyPeriodId,
    pub number: i64,
    /// "A home that stays".
    pub title: String,
    /// The promise in full: "We will not move you unless …".
    pub text: String,
    pub plain_text: String,
    pub theme_id: ThemeId,
    pub principles: Vec<Principle>,
    /// You said: the voices behind it.
    pub voices: Vec<VoiceId>,
    /// What children told us, in plain words, for the child-friendly report.
    pub you_said_plain: String,
    pub person_id: Option<PersonId>,
    /// Looked at every this many half-terms.
    pub review_every: i64,
    pub retired_on: Option<NaiveDate>,
}

impl Promise {
    pub fn check(&self) -> Checked {
        text::required("title", "the promise's short name", &self.title, text::SHORT)?;
        text::required("text", "the promise", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("you_said_plain", "what children told us", &self.you_said_plain, text::MEDIUM)?;
        if !(1..=999).contains(&self.number) {
            return Err(Refusal::field("number", "A promise's number is between 1 and 999."));
        }
        if !(1..=12).contains(&self.review_every) {
            return Err(Refusal::field("review_every", "Look at it every 1 to 12 half-terms."));
        }
        Ok(())
    }

    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.retired_on.is_none_or(|day| day > today)
    }

    /// The board makes this promise no more; what was said of it stays.
    pub fn retire(&mut self, on: NaiveDate) -> Checked {
        if self.retired_on.is_some() {
            return Err(Refusal::rule(format!("Promise {} is retired already.", self.number)));
        }
        self.retired_on = Some(on);
        Ok(())
    }

    /// A retired promise is judged no more.
    pub fn may_be_judged(&self, on: NaiveDate) -> Checked {
        match self.retired_on {
            Some(day) if on > day => Err(Refusal::field(
                "on",
                format!("Promise {} was retired on {}. Check the date.", self.number, wording::date(day)),
            )),
            _ => Ok(()),
        }
    }

    /// What the child-friendly report still lacks, each as a few words; empty when it can be printed.
    pub fn lacks_plain_words(&self, commitments: &[Commitment], measures: &[Measure]) -> Vec<String> {
        let blank = |text: &str| text.trim().is_empty();
        let mut lacks = vec![];
        if blank(&self.plain_text) {
            lacks.push("the promise".into());
        }
        if blank(&self.you_said_plain) {
            lacks.push("what children told us".into());
        }
        lacks
            .extend(commitments.iter().filter(|it| blank(&it.plain_text)).map(|it| format!("“{}”", it.text)));
        let done = commitments.iter().filter(|it| it.done_on.is_some() && blank(&it.done_plain));
        lacks.extend(done.map(|it| format!("what we did: “{}”", it.text)));
        lacks.extend(measures.iter().filter(|it| blank(&it.plain_text)).map(|it| format!("“{}”", it.text)));
        lacks
    }
}

/// We will: one thing the board does to keep the promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Commitment {
    pub id: CommitmentId,
    pub version: i64,
    pub promise_id: PromiseId,
    pub position: i64,
    pub text: String,
    pub plain_text: String,
    pub person_id: Option<PersonId>,
    /// Who sees to it, in words, where it is no one person of the board: "Virtual School and Family Placement".
    pub person_words: String,
    pub due: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// We did, in plain words.
    pub done_plain: String,
}

impl Commitment {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("text", "what we will do", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("person_words", "who sees to it", &self.person_words, text::SHORT)?;
        text::optional("done_plain", "what we did", &self.done_plain, text::MEDIUM)?;
        if self.done_on.is_some_and(|day| day > today) {
            return Err(Refusal::field("done_on", "This day has not come yet."));
        }
        Ok(())
    }

    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due.is_some_and(|due| due < today)
    }

    pub fn state(&self, today: NaiveDate) -> CommitmentState {
        match (self.done_on, self.due) {
            (Some(_), _) => CommitmentState::Done,
            (None, Some(due)) if due < today => CommitmentState::Overdue,
            (None, Some(_)) => CommitmentState::Due,
            (None, None) => CommitmentState::Open,
        }
    }
}

crate::text_enum! {
    CommitmentState {
        Done = "done" => "done",
        Due = "due" => "due",
        Overdue = "overdue" => "overdue",
        /// Nobody said by when.
        Open = "open" => "no date yet",
    }
}

crate::text_enum! {
    Better {
        Higher = "higher" => "higher is better",
        Lower = "lower" => "lower is better",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeasurePoint {
    pub on: NaiveDate,
    pub value: f64,
}

/// How will we know: a number watched over time, or a plain question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Measure {
    pub id: MeasureId,
    pub version: i64,
    pub promise_id: PromiseId,
    pub position: i64,
    /// "moved three or more times".
    pub text: String,
    pub plain_text: String,
    /// "%", "children", empty.
    pub unit: String,
    pub better: Better,
    pub target: Option<f64>,
    /// Councils like ours (statistical neighbours).
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    /// Oldest first.
    pub points: Vec<MeasurePoint>,
    /// Why it changed.
    pub why: String,
}

impl Measure {
    pub fn check(&self) -> Checked {
        text::required("text", "what is counted or asked", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("unit", "the unit", &self.unit, 20)?;
        text::optional("why", "the reason for the change", &self.why, text::MEDIUM)?;
        let finite = |n: &Option<f64>| n.is_none_or(f64::is_finite);
        if ![&self.target, &self.like_us, &self.england].into_iter().all(finite)
            || !self.points.iter().all(|point| point.value.is_finite())
        {
            return Err(Refusal::field("points", "Enter a number."));
        }
        if self.points.windows(2).any(|pair| pair[0].on >= pair[1].on) {
            return Err(Refusal::field("points", "Enter each date once, the oldest first."));
        }
        Ok(())
    }

    pub fn latest(&self) -> Option<MeasurePoint> {
        self.points.last().copied()
    }

    /// How the latest number compares: with the one nearest to a year before it, else with the one before.
    pub fn trend(&self) -> Option<Trend> {
        let (latest, earlier) = self.points.split_last()?;
        let year = |point: &&MeasurePoint| ((latest.on - point.on).num_days() - 365).abs();
        let last_year = earlier.iter().filter(|point| year(point) <= 60).min_by_key(year);
        let (than, since) = match (last_year, earlier.last()) {
            (Some(point), _) => (point, Since::LastYear),
            (None, Some(point)) => (point, Since::LastTime),
            (None, None) => return None,
        };
        let rose = latest.value - than.value;
        // A published figure has at most two decimals; less than that is how computers count, not a change.
        let way = if rose.abs() < 0.005 {
            Way::Same
        } else if (rose > 0.0) == (self.better == Better::Higher) {
            Way::Better
        } else {
            Way::Worse
        };
        Some(Trend { way, since })
    }
}

crate::text_enum! {
    Way {
        Better = "better" => "better than",
        Same = "same" => "the same as",
        Worse = "worse" => "worse than",
    }
}

crate::text_enum! {
    Since {
        LastYear = "last_year" => "last year",
        LastTime = "last_time" => "last time",
    }
}

/// "worse than last year".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Trend {
    pub way: Way,
    pub since: Since,
}

impl std::fmt::Display for Trend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.way, self.since)
    }
}

/// Whether a promise is due to be looked at: never yet, or `review_every` half-terms or more ago.
pub fn review_is_due(
    review_every: i64,
    last_check: Option<NaiveDate>,
    today: NaiveDate,
    half_terms: &[HalfTerm],
) -> bool {
    let Some(checked) = last_check else { return true };
    let since = half_terms.iter().filter(|it| it.starts > checked && it.starts <= today).count();
    i64::try_from(since).unwrap_or(i64::MAX) >= review_every
}

#[cfg(test)]
mod tests;
