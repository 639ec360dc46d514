//! What the board promised children, in their words, and how everyone will know.

mod commitment;
mod measure;
mod series;
mod strategy;

pub use commitment::{Commitment, CommitmentState};
pub use measure::Measure;
pub use series::{Aim, Better, MeasurePoint, Series, Since, Trend, Way};
pub use strategy::{StrategyPeriod, current_set, strategy_on};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    fixed::principles::Principle,
    id::{PersonId, PromiseId, StrategyPeriodId, ThemeId, VoiceId},
    refusal::{Checked, Refusal},
    text, wording,
};

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
    /// The promise of an older strategy that it takes further; each keeps its own history.
    #[serde(default)]
    pub follows_id: Option<PromiseId>,
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

#[cfg(test)]
mod tests;
