//! The documents that can be made: one table of what each is called, what it is about, for whom, and in which forms.
//!
//! A new document is a row here, a line in [`super::gather::of`], and a file beside it that gathers what it is built of.

use pledgeboard_domain::{Audience, PromiseWords, Refusal, wording};
use serde::{Deserialize, Serialize};

use super::ReportFormat;

/// What there is to know of a document before it is made.
#[derive(Debug, Clone, Copy)]
pub struct Listing {
    /// As the command line calls it.
    pub word: &'static str,
    /// As screens and refusals call it.
    pub name: &'static str,
    /// What it is, for whoever chooses.
    pub about: &'static str,
    /// The beginning of its file's name.
    pub(super) file: &'static str,
    pub subject: Subject,
    /// Whom it can be made for, the most careful first: that is the one when nobody says.
    pub audiences: &'static [Audience],
    /// The forms that it has; the first is the one when nobody says.
    pub formats: &'static [ReportFormat],
    /// It tells voices that were answered since a day that can be chosen.
    pub answers: bool,
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
    /// Somebody who links to a theme.
    LinkChampion,
    /// The set of promises of a strategy period.
    Strategy,
    /// A span of days.
    Span,
    /// A reporting year.
    Year,
    /// An item of an agenda, or nothing: a blank one.
    Item,
    /// An academic year.
    AcademicYear,
    /// A self-assessment.
    Assessment,
    /// The board as it stands.
    Board,
}

macro_rules! documents {
    ($($(#[$doc:meta])* $kind:ident {
        word: $word:literal,
        name: $name:literal,
        about: $about:literal,
        file: $file:literal,
        subject: $subject:ident,
        audiences: [$($audience:ident),+],
        formats: [$($format:ident),+],
        answers: $answers:literal,
    })+) => {
        /// One of the documents.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum ReportKind {
            $($(#[$doc])* $kind,)+
        }

        impl ReportKind {
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// Its row of the table.
            pub const fn listing(self) -> Listing {
                match self {
                    $(Self::$kind => Listing {
                        word: $word,
                        name: $name,
                        about: $about,
                        file: $file,
                        subject: Subject::$subject,
                        audiences: &[$(Audience::$audience),+],
                        formats: &[$(ReportFormat::$format),+],
                        answers: $answers,
                    },)+
                }
            }
        }
    };
}

documents! {
    Agenda {
        word: "agenda",
        name: "agenda",
        about: "The agenda of the next meeting, or of the one that is chosen",
        file: "agenda",
        subject: Meeting,
        audiences: [Public, Members, Chair, Children],
        formats: [Pdf, Docx, Html],
        answers: false,
    }
    /// The agenda and its papers.
    Pack {
        word: "pack",
        name: "agenda pack",
        about: "The agenda and all its papers in one file, with one page numbering",
        file: "agenda-pack",
        subject: Meeting,
        audiences: [Public, Members],
        formats: [Pdf],
        answers: false,
    }
    /// Late items and papers.
    Supplement {
        word: "supplement",
        name: "supplement to the agenda pack",
        about: "The late items and papers that came after the agenda pack, which goes on with its page numbers",
        file: "supplement",
        subject: Meeting,
        audiences: [Public, Members],
        formats: [Pdf],
        answers: false,
    }
    Minutes {
        word: "minutes",
        name: "minutes",
        about: "The minutes of the meeting held last, or of the one that is chosen",
        file: "minutes",
        subject: HeldMeeting,
        audiences: [Public, Members, Chair],
        formats: [Pdf, Docx, Html],
        answers: false,
    }
    ActionLog {
        word: "action-log",
        name: "action log",
        about: "Every action, and what became of it",
        file: "action-log",
        subject: Board,
        audiences: [Public, Members, Chair, Children],
        formats: [Pdf, Docx, Html, Csv, Json],
        answers: false,
    }
    /// "How are we doing with our promises?"
    ChildPromises {
        word: "child-promises",
        name: "promises report for children",
        about: "\"How are we doing with our promises?\": the report for children and young people",
        file: "how-are-we-doing-with-our",
        subject: Board,
        audiences: [Children],
        formats: [Pdf, Html],
        answers: true,
    }
    /// "What happened at the meeting?"
    ChildMeeting {
        word: "child-meeting",
        name: "meeting report for children",
        about: "\"What happened at the meeting?\": the report for children and young people",
        file: "what-happened-at-the-meeting",
        subject: HeldMeeting,
        audiences: [Children],
        formats: [Pdf, Html],
        answers: true,
    }
    /// The same words as for children, in an adult tone.
    CareLeaversPromises {
        word: "care-leavers-promises",
        name: "promises report for care leavers",
        about: "\"How are we doing with our promises?\" in the edition for care leavers",
        file: "care-leavers-how-are-we-doing-with-our",
        subject: Board,
        audiences: [Children],
        formats: [Pdf, Html],
        answers: true,
    }
    CareLeaversMeeting {
        word: "care-leavers-meeting",
        name: "meeting report for care leavers",
        about: "\"What happened at the meeting?\" in the edition for care leavers",
        file: "care-leavers-what-happened-at-the-meeting",
        subject: HeldMeeting,
        audiences: [Children],
        formats: [Pdf, Html],
        answers: true,
    }
    /// One page for the wall of the youth centre.
    Poster {
        word: "poster",
        name: "“You said, we did” poster",
        about: "\"You said, we did\": one page for the wall",
        file: "you-said-we-did",
        subject: Board,
        audiences: [Children],
        formats: [Pdf],
        answers: true,
    }
    /// The Link Champion's sheet for pen and paper.
    EventSheet {
        word: "event-sheet",
        name: "event sheet",
        about: "A blank sheet for a Link Champion's event, for pen and paper",
        file: "event-sheet",
        subject: Event,
        audiences: [Public, Members, Chair],
        formats: [Pdf],
        answers: false,
    }
    /// A Link Champion's reminders. They say where children will be, and when.
    Reminders {
        word: "reminders",
        name: "Link Champion’s reminders",
        about: "A Link Champion's reminders for their own calendar: events, what is due, the board's meetings",
        file: "reminders",
        subject: LinkChampion,
        audiences: [Members],
        formats: [Ics, Pdf],
        answers: false,
    }
    RunSheet {
        word: "run-sheet",
        name: "chair’s run sheet",
        about: "The chair's run sheet of the next meeting: times, who speaks, what to ask, and notes",
        file: "run-sheet",
        subject: Meeting,
        audiences: [Chair],
        formats: [Pdf],
        answers: false,
    }
    /// By strategy period, for the public and partners.
    OurPromises {
        word: "our-promises",
        name: "promises",
        about: "Our promises, by strategy period: you said, we will, how will we know, we did",
        file: "our",
        subject: Strategy,
        audiences: [Public, Members, Children],
        formats: [Pdf, Html],
        answers: false,
    }
    Membership {
        word: "membership",
        name: "membership and terms of reference",
        about: "Who is on the board today, which seats are empty, and its terms of reference",
        file: "membership",
        subject: Board,
        audiences: [Members],
        formats: [Pdf, Docx],
        answers: false,
    }
    VoiceSummary {
        word: "voice-summary",
        name: "voice summary",
        about: "What children said in a span of time, by theme, and what became of it",
        file: "voice-summary",
        subject: Span,
        audiences: [Members],
        formats: [Pdf, Docx],
        answers: false,
    }
    /// How the board judges itself.
    SelfAssessment {
        word: "self-assessment",
        name: "self-assessment",
        about: "How the board judges itself: each statement with its score, what shows it, and how it compares",
        file: "self-assessment",
        subject: Assessment,
        audiences: [Members],
        formats: [Pdf, Docx, Html],
        answers: false,
    }
    /// To full council.
    AnnualReport {
        word: "annual-report",
        name: "annual report",
        about: "The annual report to full council, of a reporting year from April to March",
        file: "annual-report",
        subject: Year,
        audiences: [Public],
        formats: [Pdf, Docx],
        answers: false,
    }
    /// One page for officers who write for the board.
    ReportCover {
        word: "report-cover",
        name: "report cover",
        about: "The one-page cover of an officer's report, blank or for an item of an agenda",
        file: "report-cover",
        subject: Item,
        audiences: [Public],
        formats: [Pdf, Docx],
        answers: false,
    }
    /// Topics by half-term, for the board or for scrutiny and why: one page for both chairs.
    WorkProgramme {
        word: "work-programme",
        name: "work programme",
        about: "The year's work programme: topics by half-term, for the board or for scrutiny and why",
        file: "work-programme",
        subject: AcademicYear,
        audiences: [Public, Members],
        formats: [Pdf, Docx, Html, Csv, Json, Ics],
        answers: false,
    }
}

impl ReportKind {
    /// As screens call it, with the board's own word for its promises.
    pub(super) fn name_with(self, called: &PromiseWords) -> String {
        match self {
            Self::ChildPromises => format!("{} report for children", called.many),
            Self::CareLeaversPromises => format!("{} report for care leavers", called.many),
            Self::OurPromises => format!("our {}", called.many),
            _ => self.listing().name.to_owned(),
        }
    }

    /// It holds papers, and takes a while.
    pub fn is_pack(self) -> bool {
        matches!(self, Self::Pack | Self::Supplement)
    }

    /// The audience asked for, or the most careful one.
    pub(super) fn audience(self, asked: Option<Audience>) -> Result<Audience, Refusal> {
        let Listing { name, audiences, .. } = self.listing();
        let careful = audiences.first().copied().unwrap_or(Audience::Public);
        let Some(asked) = asked else { return Ok(careful) };
        if audiences.contains(&asked) {
            return Ok(asked);
        }
        let instead = match (self, asked) {
            (Self::Minutes, Audience::Children) => {
                "Children have a report of their own: choose the meeting report for children.".to_owned()
            }
            _ => {
                let all: Vec<&str> = audiences.iter().copied().map(words).collect();
                format!("Choose {}.", wording::either(&all))
            }
        };
        Err(Refusal::field(
            "audience",
            format!("There is no edition of the {name} for {}. {instead}", words(asked)),
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
