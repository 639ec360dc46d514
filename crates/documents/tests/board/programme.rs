//! The work programme of the small board.

use chrono::NaiveDate;
use pledgeboard_documents::content::work_programme::{
    DueReport, PlannedMeeting, PlannedTopic, WorkProgrammeInput,
};
use pledgeboard_domain::academic_year::AcademicYear;
use pledgeboard_domain::id::*;
use pledgeboard_domain::programme::Taken;
use pledgeboard_domain::*;

use super::inputs::half_term;
use super::records::*;

pub fn topic(number: u128, subject: &str, dealt_by: DealtBy, tool: Tool, why: &str) -> PlannedTopic {
    let topic = Topic {
        id: TopicId(id(number)),
        version: 1,
        academic_year: 2026,
        half_term_id: Some(half_term().id),
        subject: subject.into(),
        dealt_by,
        why: why.into(),
        theme_id: None,
        tool,
        standing_report_id: None,
        is_public: true,
        done_on: None,
        dropped_reason: String::new(),
    };
    PlannedTopic { topic, theme: theme().name, author: String::new(), taken: None }
}

/// Two half-terms: what is planned, done, taken in private, dropped, for members only and not placed.
pub fn work_programme_input() -> WorkProgrammeInput {
    let taken = |open, held| Some(Taken { meeting_id: meeting().id, on: meeting().date, held, open });
    let mut held = topic(1401, "Safe homes", DealtBy::Board, Tool::Discussion, "Housing sits at this table");
    held.taken = taken(true, true);
    let mut private = topic(1402, "One home", DealtBy::Board, Tool::Paper, "It would show who lives there.");
    private.taken = taken(false, false);
    let mut members =
        topic(1403, "A young person’s move", DealtBy::Both, Tool::Paper, "It is about one child.");
    members.topic.is_public = false;
    let mut report =
        topic(1404, "Virtual School Head’s report", DealtBy::Board, Tool::Paper, "Results are known.");
    report.author = "Ruth Bell".into();
    let mut dropped = topic(1405, "A newsletter", DealtBy::Board, Tool::Paper, "Asked for.");
    dropped.topic.dropped_reason = "Young people prefer films".into();
    let mut loose = topic(1406, "Brothers and sisters", DealtBy::Board, Tool::Visit, "Raised at two events.");
    loose.topic.half_term_id = None;
    let mut asked = topic(1407, "Suspensions", DealtBy::Scrutiny, Tool::Questions, "Heads answer in public.");
    asked.topic.done_on = Some(day(11, 5));
    let both = topic(1408, "The wait for help", DealtBy::Both, Tool::Numbers, "One removes, one asks.");
    let spring = HalfTerm {
        id: HalfTermId(id(61)),
        term: Term::Spring1,
        starts: NaiveDate::from_ymd_opt(2027, 1, 4).unwrap(),
        ends: NaiveDate::from_ymd_opt(2027, 2, 12).unwrap(),
        ..half_term()
    };
    let mut board = board();
    board.with_scrutiny.scrutiny_name = "Children’s Scrutiny Committee".into();
    board.with_scrutiny.scrutiny_chair = "Cllr Jean Moss".into();
    WorkProgrammeInput {
        board,
        year: AcademicYear(2026),
        chair: "Cllr Amina Yusuf".into(),
        due: vec![DueReport {
            id: StandingReportId(id(1502)),
            title: "Care leavers’ report".into(),
            author: "the leaving care service".into(),
            when: "due each January".into(),
            half_term: spring.id,
        }],
        anchors: vec![Anchor {
            id: AnchorId(id(1501)),
            version: 1,
            academic_year: 2026,
            title: "Takeover day".into(),
            starts: day(11, 20),
            ends: day(11, 20),
        }],
        meetings: vec![PlannedMeeting {
            id: meeting().id,
            half_term: half_term().id,
            date: meeting().date,
            title: String::new(),
        }],
        half_terms: vec![half_term(), spring],
        topics: vec![held, private, members, report, dropped, loose, asked, both],
    }
}
