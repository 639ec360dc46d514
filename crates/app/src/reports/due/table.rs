//! Which documents belong to a meeting, when, and for whom.

use pledgeboard_domain::Audience;

use crate::reports::ReportKind;

/// When a document belongs to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From the draft of the agenda on.
    Agenda,
    /// Once something was added after the agenda was published.
    Late,
    /// From the draft of the agenda until the meeting is over.
    Evening,
    /// Once the minutes are drafted.
    Minutes,
    /// Once the meeting was held.
    Held,
    /// As things stand today: for the meeting held last, and for the one to come.
    Today,
    /// What happened since: for the meeting held last.
    Since,
}

/// When a document is due, and for whom. None: it belongs to no meeting (a year, an event, an officer's report, the
/// board itself), and is made only when it is asked for.
pub fn belongs(document: ReportKind) -> Option<(When, &'static [Audience])> {
    use Audience::{Chair, Children, Members, Public};
    match document {
        ReportKind::Agenda | ReportKind::Pack => Some((When::Agenda, &[Public, Members])),
        ReportKind::Supplement => Some((When::Late, &[Public, Members])),
        ReportKind::RunSheet => Some((When::Evening, &[Chair])),
        ReportKind::Minutes => Some((When::Minutes, &[Public, Members])),
        ReportKind::ActionLog | ReportKind::VoiceSummary => Some((When::Today, &[Members])),
        ReportKind::WorkProgramme => Some((When::Today, &[Public, Members])),
        ReportKind::OurPromises => Some((When::Today, &[Public, Children])),
        ReportKind::ChildMeeting | ReportKind::CareLeaversMeeting => Some((When::Held, &[Children])),
        ReportKind::ChildPromises | ReportKind::CareLeaversPromises | ReportKind::Poster => {
            Some((When::Since, &[Children]))
        }
        ReportKind::EventSheet
        | ReportKind::Reminders
        | ReportKind::Membership
        | ReportKind::AnnualReport
        | ReportKind::SelfAssessment
        | ReportKind::ReportCover => None,
    }
}
