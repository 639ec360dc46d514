//! The board itself: one record to a file.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    answer_promise::{self, AnswerWithin},
    id::{AnnualMeetingId, BankHolidayChangeId, BoardId},
    numbering::{NumberingError, Pattern, Scope},
    programme::WithScrutiny,
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    /// Which law the board's meetings stand under.
    Standing {
        /// Local Government Act 1972, Part VA applies: public unless excluded.
        StatutoryCommittee = "statutory_committee" => "statutory committee",
        /// Private or public by its own terms; notice is a local setting; items are restricted, never exempt.
        NonStatutoryBoard = "non_statutory_board" => "non-statutory board",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Board {
    pub id: BoardId,
    pub version: i64,
    /// "Anytown Council".
    pub council: String,
    /// "Corporate Parenting Board", Panel or Committee.
    pub name: String,
    /// What it calls its promises: "promises", "the pledge".
    pub promises_called: String,
    pub standing: Standing,
    pub meets_in_public: bool,
    /// Members who must be present for decisions to stand.
    pub quorum: i64,
    /// Clear working days between publishing and meeting (rule 2).
    pub clear_days: i64,
    /// Empty for a board whose minutes have no numbers but those of the agenda's items.
    pub minute_pattern: String,
    pub minute_scope: Scope,
    pub action_pattern: String,
    pub action_scope: Scope,
    /// Whether a theme without a councillor as Link Champion is a gap.
    pub champions_required: bool,
    /// Democratic services, as agendas print them: name, telephone, e-mail.
    pub contact: String,
    /// Who children can talk to, in plain words; closes every child-friendly report.
    pub who_to_talk_to: String,
    /// Accent colour of documents, `#rrggbb`; empty for our own teal.
    pub colour: String,
    /// Content hash of the logo (PNG or JPEG); empty for none.
    pub logo: String,
    /// The promise that the board makes to itself: by when a voice is answered.
    #[serde(default)]
    pub answer_within: AnswerWithin,
    /// For [`AnswerWithin::Weeks`].
    #[serde(default = "answer_promise::usual_weeks")]
    pub answer_weeks: i64,
    /// How the work is shared with scrutiny.
    #[serde(flatten)]
    pub with_scrutiny: WithScrutiny,
    /// The most pages of papers that the board wants for one meeting, and for one paper; none without a limit.
    #[serde(default = "usual_meeting_pages")]
    pub meeting_pages: Option<i64>,
    #[serde(default = "usual_paper_pages")]
    pub paper_pages: Option<i64>,
}

/// Until the board says otherwise.
pub fn usual_meeting_pages() -> Option<i64> {
    Some(100)
}

/// Until the board says otherwise.
pub fn usual_paper_pages() -> Option<i64> {
    Some(4)
}

impl Board {
    pub fn check(&self) -> Checked {
        text::required("council", "the council's name", &self.council, text::SHORT)?;
        text::required("name", "the board's name", &self.name, text::SHORT)?;
        text::required("promises_called", "what the board calls its promises", &self.promises_called, 60)?;
        text::optional("contact", "the contact", &self.contact, text::MEDIUM)?;
        text::optional("who_to_talk_to", "who to talk to", &self.who_to_talk_to, text::MEDIUM)?;
        if !(1..=50).contains(&self.quorum) {
            return Err(Refusal::field("quorum", "The quorum must be between 1 and 50 members."));
        }
        if !(0..=30).contains(&self.clear_days) {
            return Err(Refusal::field("clear_days", "Clear days must be between 0 and 30."));
        }
        if !(1..=52).contains(&self.answer_weeks) {
            return Err(Refusal::field("answer_weeks", "Answer within 1 to 52 weeks."));
        }
        self.with_scrutiny.check()?;
        for (field, pages) in [("meeting_pages", self.meeting_pages), ("paper_pages", self.paper_pages)] {
            if pages.is_some_and(|pages| !(1..=5_000).contains(&pages)) {
                return Err(Refusal::field(
                    field,
                    "A limit is between 1 and 5,000 pages. Leave it empty for none.",
                ));
            }
        }
        self.minute_numbers().map_err(|wrong| Refusal::field("minute_pattern", wrong.to_string()))?;
        let actions = Pattern::parse(&self.action_pattern)
            .map_err(|wrong| Refusal::field("action_pattern", wrong.to_string()))?;
        if actions.numbers_paragraphs() {
            let words = "Actions have no paragraphs. Take {p} out of the pattern.";
            return Err(Refusal::field("action_pattern", words));
        }
        let colour = self.colour.strip_prefix('#').unwrap_or("");
        if !self.colour.is_empty() && (colour.len() != 6 || !colour.chars().all(|c| c.is_ascii_hexdigit())) {
            return Err(Refusal::field("colour", "Write the colour as # and six digits, such as #0b5a63."));
        }
        Ok(())
    }

    /// How minutes are numbered; none for a board whose minutes have no numbers but those of the agenda's items.
    pub fn minute_numbers(&self) -> Result<Option<Pattern>, NumberingError> {
        if self.minute_pattern.trim().is_empty() {
            return Ok(None);
        }
        Pattern::parse(&self.minute_pattern).map(Some)
    }

    /// "exempt" or "restricted": what this board calls an item that the public may not read.
    pub fn private_word(&self) -> &'static str {
        match self.standing {
            Standing::StatutoryCommittee => "exempt",
            Standing::NonStatutoryBoard => "restricted",
        }
    }
}

/// The annual meeting of the council: the municipal year runs from one to the next (rule 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnnualMeeting {
    pub id: AnnualMeetingId,
    pub version: i64,
    pub date: NaiveDate,
}

/// A bank holiday that the council adds, or takes away, beside those known by rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BankHolidayChange {
    pub id: BankHolidayChangeId,
    pub version: i64,
    pub date: NaiveDate,
    pub name: String,
    /// True when the day is a working day although the rule says otherwise.
    pub removed: bool,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn board(minute_pattern: &str, action_pattern: &str) -> Board {
        Board {
            id: BoardId(Uuid::nil()),
            version: 1,
            council: "Anytown Council".into(),
            name: "Corporate Parenting Panel".into(),
            promises_called: "promises".into(),
            standing: Standing::StatutoryCommittee,
            meets_in_public: true,
            quorum: 3,
            clear_days: 5,
            minute_pattern: minute_pattern.into(),
            minute_scope: Scope::Year,
            action_pattern: action_pattern.into(),
            action_scope: Scope::Year,
            champions_required: false,
            contact: String::new(),
            who_to_talk_to: String::new(),
            colour: String::new(),
            logo: String::new(),
            answer_within: AnswerWithin::default(),
            answer_weeks: 12,
            with_scrutiny: WithScrutiny::default(),
            meeting_pages: usual_meeting_pages(),
            paper_pages: usual_paper_pages(),
        }
    }

    #[test]
    fn minutes_may_have_no_numbers_and_actions_always_do() {
        let it = board("", "A{yy}-{nnn}");
        assert!(it.check().is_ok());
        assert_eq!(it.minute_numbers(), Ok(None));
        assert_eq!(board("{n}", "").check().unwrap_err().field, Some("action_pattern"));
    }

    #[test]
    fn a_limit_of_pages_is_a_number_of_pages_or_none() {
        let limit = |meeting_pages| Board { meeting_pages, ..board("{n}", "A{n}") }.check();
        assert!(limit(None).is_ok() && limit(Some(1)).is_ok());
        assert_eq!(limit(Some(0)).unwrap_err().field, Some("meeting_pages"));
        let older: Board = serde_json::from_str(
            &serde_json::to_string(&board("{n}", "A{n}"))
                .unwrap()
                .replace(r#","meeting_pages":100,"paper_pages":4"#, ""),
        )
        .unwrap();
        assert_eq!(
            (older.meeting_pages, older.paper_pages),
            (Some(100), Some(4)),
            "data from before has the usual limits"
        );
    }

    #[test]
    fn paragraphs_are_for_minutes_not_for_actions() {
        assert!(board("{n}.{p}", "A{n}").check().is_ok());
        assert_eq!(board("{n}.{p}", "A{n}.{p}").check().unwrap_err().field, Some("action_pattern"));
        assert_eq!(board("{p}", "A{n}").check().unwrap_err().field, Some("minute_pattern"));
    }
}
