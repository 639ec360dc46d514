//! The documents that can be printed, and for whom each one is.

use pledgeboard_domain::{Audience, PromiseWords, Refusal};
use serde::{Deserialize, Serialize};

/// One of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ReportKind {
    Agenda,
    Minutes,
    ActionLog,
    /// "How are we doing with our promises?"
    ChildPromises,
    /// "What happened at the meeting?"
    ChildMeeting,
    /// The Link Champion's sheet for pen and paper.
    EventSheet,
}

/// What a document is about, beside the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Subject {
    /// A meeting, held or to come.
    Meeting,
    /// A meeting that was held.
    HeldMeeting,
    /// An event that is planned, a theme, or nothing: a blank sheet.
    Event,
    /// The board as it stands.
    Board,
}

impl ReportKind {
    pub const ALL: [Self; 6] = [
        Self::Agenda,
        Self::Minutes,
        Self::ActionLog,
        Self::ChildPromises,
        Self::ChildMeeting,
        Self::EventSheet,
    ];

    /// As screens call it, with the board's own word for its promises.
    pub(super) fn name_with(self, called: &PromiseWords) -> String {
        match self {
            Self::ChildPromises => format!("{} report for children", called.many),
            _ => self.name().to_owned(),
        }
    }

    /// As refusals call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Minutes => "minutes",
            Self::ActionLog => "action log",
            Self::ChildPromises => "promises report for children",
            Self::ChildMeeting => "meeting report for children",
            Self::EventSheet => "event sheet",
        }
    }

    /// The beginning of its file's name.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Minutes => "minutes",
            Self::ActionLog => "action-log",
            Self::ChildPromises => "how-are-we-doing-with-our",
            Self::ChildMeeting => "what-happened-at-the-meeting",
            Self::EventSheet => "event-sheet",
        }
    }

    pub(super) fn subject(self) -> Subject {
        match self {
            Self::Agenda => Subject::Meeting,
            Self::Minutes | Self::ChildMeeting => Subject::HeldMeeting,
            Self::EventSheet => Subject::Event,
            Self::ActionLog | Self::ChildPromises => Subject::Board,
        }
    }

    /// Whom it can be made for, the most careful first: that is the one when nobody says.
    pub fn audiences(self) -> &'static [Audience] {
        match self {
            Self::Agenda | Self::ActionLog => {
                &[Audience::Public, Audience::Members, Audience::Chair, Audience::Children]
            }
            Self::Minutes | Self::EventSheet => &[Audience::Public, Audience::Members, Audience::Chair],
            Self::ChildPromises | Self::ChildMeeting => &[Audience::Children],
        }
    }

    /// The audience asked for, or the most careful one.
    pub(super) fn audience(self, asked: Option<Audience>) -> Result<Audience, Refusal> {
        let careful = self.audiences().first().copied().unwrap_or(Audience::Public);
        let Some(asked) = asked else { return Ok(careful) };
        if self.audiences().contains(&asked) {
            return Ok(asked);
        }
        let instead = match (self, asked) {
            (Self::Minutes, Audience::Children) => {
                "Children have a report of their own: choose the meeting report for children.".to_owned()
            }
            _ => format!("Choose {}.", either(self.audiences())),
        };
        Err(Refusal::field(
            "audience",
            format!("There is no edition of the {} for {}. {instead}", self.name(), words(asked)),
        ))
    }
}

/// "the public".
pub(super) fn words(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "the public",
        Audience::Members => "members",
        Audience::Chair => "the chair",
        Audience::Children => "children",
    }
}

pub(super) fn slug(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "public",
        Audience::Members => "members",
        Audience::Chair => "chair",
        Audience::Children => "children",
    }
}

fn either(audiences: &[Audience]) -> String {
    let all: Vec<&str> = audiences.iter().copied().map(words).collect();
    pledgeboard_domain::wording::either(&all)
}
