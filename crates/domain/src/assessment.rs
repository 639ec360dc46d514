//! A board's own look at itself: statements with a score and what shows it, and how it compares with the last time.
//!
//! Statements are data: an assessment keeps the words that it was made with, and the next begins with them as they
//! stand then. Only the same words are compared.

use std::collections::HashSet;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    fixed::self_assessment::MODULES,
    id::{ActionId, AssessmentId, MeetingId},
    refusal::{Checked, Refusal},
    text, wording,
};

#[cfg(test)]
mod tests;

/// A board looks again half-way to the next one.
const LOOK_AGAIN: Months = Months::new(6);

crate::text_enum! {
    /// How far a statement is true; the least first.
    Score {
        NotYet = "not_yet" => "not yet true",
        Begun = "begun" => "begun",
        Mostly = "mostly" => "mostly true",
        True = "true" => "true, and it shows",
    }
}

/// One statement with the board's judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssessedStatement {
    pub statement: String,
    /// None: not judged yet.
    pub score: Option<Score>,
    /// What shows it.
    pub evidence: String,
}

impl AssessedStatement {
    fn new(statement: &str) -> Self {
        Self { statement: statement.to_owned(), score: None, evidence: String::new() }
    }

    /// It is called true, and nobody wrote down what shows it: a gap, which screens and documents say.
    #[must_use]
    pub fn is_unshown(&self) -> bool {
        self.score == Some(Score::True) && self.evidence.trim().is_empty()
    }

    /// How it compares with the same words in an earlier assessment; none while it is not judged.
    #[must_use]
    pub fn change_since(&self, last: &Assessment) -> Option<SinceLast> {
        let score = self.score?;
        let before = last.statements().find(|it| it.statement.trim() == self.statement.trim());
        Some(match before.and_then(|it| it.score) {
            None => SinceLast::New,
            Some(before) if score > before => SinceLast::Better,
            Some(before) if score < before => SinceLast::Worse,
            Some(_) => SinceLast::Same,
        })
    }
}

/// A part of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssessedModule {
    pub title: String,
    pub statements: Vec<AssessedStatement>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assessment {
    pub id: AssessmentId,
    pub version: i64,
    /// The day as of which the board looks at itself; one assessment to a day.
    pub on: NaiveDate,
    pub modules: Vec<AssessedModule>,
    /// A meeting that somebody watched, as evidence.
    pub observed_id: Option<MeetingId>,
    /// Who watched it, in words: often somebody from outside.
    pub observed_by: String,
    /// What they saw there.
    pub observation: String,
    /// What the board does about what it found.
    pub actions: Vec<ActionId>,
}

crate::text_enum! {
    /// How a statement compares with the last assessment.
    SinceLast {
        Better = "better" => "better than last time",
        Same = "same" => "the same as last time",
        Worse = "worse" => "worse than last time",
        New = "new" => "not judged last time",
    }
}

impl Assessment {
    /// Begins with the statements of the last one, or the usual ones; nothing is judged yet.
    #[must_use]
    pub fn begin(id: AssessmentId, on: NaiveDate, last: Option<&Assessment>) -> Self {
        let usual = || {
            let module = |it: &crate::fixed::self_assessment::Module| AssessedModule {
                title: it.title.to_owned(),
                statements: it.statements.iter().map(|words| AssessedStatement::new(words)).collect(),
            };
            MODULES.iter().map(module).collect()
        };
        let again = |last: &Assessment| {
            let module = |it: &AssessedModule| AssessedModule {
                title: it.title.clone(),
                statements: it.statements.iter().map(|own| AssessedStatement::new(&own.statement)).collect(),
            };
            last.modules.iter().map(module).collect()
        };
        Self {
            id,
            version: 0,
            on,
            modules: last.map_or_else(usual, again),
            observed_id: None,
            observed_by: String::new(),
            observation: String::new(),
            actions: vec![],
        }
    }

    /// Refuses what no assessment may be. What is not judged, or not shown, may wait.
    pub fn check(&self, today: NaiveDate) -> Checked {
        if self.on > today {
            return Err(Refusal::field("on", "This day is still to come. Choose today or an earlier day."));
        }
        text::optional("observed_by", "who watched the meeting", &self.observed_by, text::SHORT)?;
        text::optional("observation", "what was seen", &self.observation, text::LONG)?;
        if self.modules.is_empty() {
            return Err(Refusal::field("modules", "Keep one part with one statement at the least."));
        }
        let mut known = HashSet::new();
        for module in &self.modules {
            text::required("modules", "the title of the part", &module.title, text::SHORT)?;
            if module.statements.is_empty() {
                let message =
                    format!("“{}” has no statement. Add one, or take the part out.", module.title.trim());
                return Err(Refusal::field("modules", message));
            }
            for it in &module.statements {
                text::required("modules", "the statement", &it.statement, text::SHORT + text::SHORT)?;
                text::optional("modules", "what shows it", &it.evidence, text::MEDIUM)?;
                if !known.insert(it.statement.trim()) {
                    let message =
                        format!("“{}” is there twice. Take one out, or reword it.", it.statement.trim());
                    return Err(Refusal::field("modules", message));
                }
            }
        }
        Ok(())
    }

    /// Refuses a second one of the same day: which of them came first could not be told.
    pub fn check_beside(&self, all: &[Assessment]) -> Checked {
        if all.iter().any(|it| it.id != self.id && it.on == self.on) {
            let day = wording::date_without_weekday(self.on);
            let message = format!("There is a self-assessment of {day} already. Go on with that one.");
            return Err(Refusal::field("on", message));
        }
        Ok(())
    }

    pub fn statements(&self) -> impl Iterator<Item = &AssessedStatement> {
        self.modules.iter().flat_map(|module| &module.statements)
    }

    /// How many statements are judged.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.statements().filter(|it| it.score.is_some()).count()
    }

    /// How many statements are called true while nobody wrote down what shows it.
    #[must_use]
    pub fn unshown(&self) -> usize {
        self.statements().filter(|it| it.is_unshown()).count()
    }

    /// The day from which the board looks at it again, half a year later.
    #[must_use]
    pub fn look_again(&self) -> NaiveDate {
        self.on.checked_add_months(LOOK_AGAIN).unwrap_or(self.on)
    }

    /// The latest before this one, to compare with.
    #[must_use]
    pub fn last<'a>(&self, all: &'a [Assessment]) -> Option<&'a Assessment> {
        all.iter().filter(|it| it.on < self.on).max_by_key(|it| it.on)
    }
}
