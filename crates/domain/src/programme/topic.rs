//! A line of the work programme.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{split::WithScrutiny, taken::Taken};
use crate::{
    academic_year::AcademicYear,
    half_term::HalfTerm,
    id::{HalfTermId, StandingReportId, ThemeId, TopicId},
    refusal::{Checked, Refusal},
    text, wording,
};

crate::text_enum! {
    DealtBy {
        Board = "board" => "this board",
        Scrutiny = "scrutiny" => "scrutiny",
        Both = "both" => "this board and scrutiny",
    }
}

impl DealtBy {
    pub fn is_for_the_board(self) -> bool {
        self != Self::Scrutiny
    }

    pub fn is_for_scrutiny(self) -> bool {
        self != Self::Board
    }
}

crate::text_enum! {
    /// How a topic is dealt with.
    Tool {
        Paper = "paper" => "a paper",
        YoungPeople = "young_people" => "a presentation by young people",
        Visit = "visit" => "a visit",
        Discussion = "discussion" => "a discussion with those who can change it",
        Numbers = "numbers" => "the numbers, and why they changed",
        Questions = "questions" => "questions to those who decide",
        TaskGroup = "task_group" => "a task and finish group",
    }
}

crate::text_enum! {
    TopicState {
        Planned = "planned" => "planned",
        OnAgenda = "on_agenda" => "on an agenda",
        Done = "done" => "done",
        Dropped = "dropped" => "dropped",
    }
}

/// A subject, the half-term in which it is dealt with, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Topic {
    pub id: TopicId,
    pub version: i64,
    /// The calendar year in which its academic year starts.
    pub academic_year: i32,
    /// None while nobody has placed it in a half-term.
    pub half_term_id: Option<HalfTermId>,
    pub subject: String,
    pub dealt_by: DealtBy,
    /// Why this board, or why scrutiny.
    pub why: String,
    pub theme_id: Option<ThemeId>,
    pub tool: Tool,
    /// The report that comes every year, where it is one.
    pub standing_report_id: Option<StandingReportId>,
    /// Whether the public may read it; a topic that is not for them is in members' documents only.
    pub is_public: bool,
    /// Where no meeting of the board takes it: the day on which somebody said that it was done.
    pub done_on: Option<NaiveDate>,
    /// Why it was dropped; empty while it stands.
    pub dropped_reason: String,
}

impl Topic {
    /// Its words and its place: a half-term of its own year, and nobody's scrutiny where there is no split.
    ///
    /// # Errors
    /// The first thing that is wrong, in one sentence.
    pub fn check(&self, half_terms: &[HalfTerm], split: &WithScrutiny) -> Checked {
        text::required("subject", "the subject", &self.subject, text::SHORT)?;
        let why = match self.dealt_by {
            DealtBy::Board => "why this board deals with it",
            DealtBy::Scrutiny => "why scrutiny deals with it",
            DealtBy::Both => "why this board and scrutiny both deal with it",
        };
        text::required("why", why, &self.why, text::MEDIUM)?;
        text::optional("dropped_reason", "the reason", &self.dropped_reason, text::MEDIUM)?;
        split.takes(self.dealt_by)?;
        let Some(placed) = self.half_term_id else { return Ok(()) };
        match half_terms.iter().find(|it| it.id == placed) {
            None => {
                Err(Refusal::field("half_term_id", "This half-term is not in the board. Choose another."))
            }
            Some(it) if it.academic_year != self.academic_year => Err(Refusal::field(
                "half_term_id",
                format!(
                    "{} is in another year. Choose a half-term of {}.",
                    it.name(),
                    AcademicYear(self.academic_year)
                ),
            )),
            Some(_) => Ok(()),
        }
    }

    /// How far it has come. A meeting that was held with it has done it; nobody needs to say so.
    pub fn state(&self, taken: Option<&Taken>) -> TopicState {
        match taken {
            Some(taken) if taken.held => TopicState::Done,
            _ if self.done_on.is_some() => TopicState::Done,
            Some(_) => TopicState::OnAgenda,
            None if !self.dropped_reason.is_empty() => TopicState::Dropped,
            None => TopicState::Planned,
        }
    }

    /// Whether it can go to another half-term, or be dropped: not once a meeting has it.
    pub fn may_move(&self, taken: Option<&Taken>) -> Checked {
        match taken {
            Some(it) if it.held => Err(Refusal::rule(format!(
                "The meeting on {} was held with this topic, so it stays where it is.",
                wording::date_without_weekday(it.on)
            ))),
            Some(it) => Err(Refusal::rule(format!(
                "This topic is on the agenda of {}. Take it off that agenda first.",
                wording::date_without_weekday(it.on)
            ))),
            None if self.done_on.is_some() => {
                Err(Refusal::rule("This topic is done, so it stays where it is."))
            }
            None => Ok(()),
        }
    }

    /// Whether the public may read that the board plans it: not where the item that took it is not open.
    pub fn is_for_the_public(&self, taken: Option<&Taken>) -> bool {
        self.is_public && taken.is_none_or(|it| it.open)
    }
}
