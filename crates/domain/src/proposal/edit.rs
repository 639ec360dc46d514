//! A proposed line as the chair has it, before it goes on the agenda.

use serde::{Deserialize, Serialize};

use super::Proposed;
use crate::{
    agenda_item::{Purpose, TemplateLine},
    id::{PersonId, VoiceId},
    refusal::Checked,
    running_clock::Speaker,
    text,
};

/// What the chair changes of one proposed line. Where the line goes into an item that is there, its questions and
/// voices count, and the item keeps its own title and minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EditedLine {
    pub key: String,
    pub title: String,
    pub purpose: Purpose,
    pub presenting_minutes: i64,
    pub discussing_minutes: i64,
    pub presented_by: Speaker,
    pub lead_id: Option<PersonId>,
    pub questions: Vec<String>,
    /// Of those proposed, the ones that go on.
    pub voices: Vec<VoiceId>,
}

impl EditedLine {
    /// Takes the changes into the line.
    pub fn into_line(self, line: Proposed) -> Checked<Proposed> {
        let mut questions = self.questions;
        questions.retain(|question| !question.trim().is_empty());
        text::lines("questions", "a question", &questions, text::MEDIUM)?;
        let edited = Proposed {
            line: TemplateLine {
                title: self.title.trim().into(),
                purpose: self.purpose,
                presenting_minutes: self.presenting_minutes,
                discussing_minutes: self.discussing_minutes,
                presented_by: self.presented_by,
                ..line.line.clone()
            },
            lead_id: self.lead_id,
            questions,
            voices: line.voices.iter().copied().filter(|id| self.voices.contains(id)).collect(),
            ..line
        };
        edited.line.check()?;
        Ok(edited)
    }
}
