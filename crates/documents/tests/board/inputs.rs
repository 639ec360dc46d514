//! The records of the small board as each document takes them.

use pledgeboard_documents::block::Document;
use pledgeboard_documents::content::Edition;
use pledgeboard_documents::content::action_log::{self, ActionLogInput, LoggedAction};
use pledgeboard_documents::content::agenda::{self, AgendaInput, Published};
use pledgeboard_documents::content::child_meeting::{self, ChildMeetingInput};
use pledgeboard_documents::content::child_promises::{self, ChildPromisesInput, PromiseRecord};
use pledgeboard_documents::content::disclosure;
use pledgeboard_documents::content::event_sheet::{self, EventSheetInput, PlannedEvent};
use pledgeboard_documents::content::minutes::{self, MinutesInput};
use pledgeboard_documents::content::poster::{self, PosterInput};
use pledgeboard_documents::content::recovery_sheet::{self, RecoverySheetInput};
use pledgeboard_documents::content::reminders::{self, RemindersInput};
use pledgeboard_documents::content::report_cover::ReportCoverInput;
use pledgeboard_documents::content::work_programme;
use pledgeboard_documents::content::{
    annual_report, assessment, membership, our_promises, report_cover, run_sheet, voice_summary,
};
use pledgeboard_domain::id::*;
use pledgeboard_domain::reminders::{Reminder, ReminderKind};
use pledgeboard_domain::*;

use super::papers::*;
use super::programme::work_programme_input;
use super::records::*;

pub const AUDIENCES: [Audience; 4] =
    [Audience::Public, Audience::Members, Audience::Chair, Audience::Children];

/// All documents in all audiences, by name.
pub fn every_document() -> Vec<(String, Audience, Document)> {
    let mut all = Vec::new();
    for audience in AUDIENCES {
        let mut push = |name: &str, document| {
            all.push((format!("{name}-{audience:?}").to_lowercase(), audience, document))
        };
        push("agenda", agenda::build(&agenda_input(), audience));
        push("minutes", minutes::build(&minutes_input(), audience));
        push("action-log", action_log::build(&action_log_input(), audience));
        push("child-promises", child_promises::build(&child_promises_input(), audience));
        push("child-meeting", child_meeting::build(&child_meeting_input(), audience));
        let mut grown = child_promises_input();
        grown.edition = Edition::CareLeavers;
        push("care-leavers-promises", child_promises::build(&grown, audience));
        let mut grown = child_meeting_input();
        grown.edition = Edition::CareLeavers;
        push("care-leavers-meeting", child_meeting::build(&grown, audience));
        push("poster", poster::build(&poster_input(), audience));
        push("event-sheet", event_sheet::build(&event_sheet_input(), audience));
        if audience != Audience::Chair {
            push("our-promises", our_promises::build(&our_promises_input(), audience));
        }
    }
    // These have but one edition.
    for (name, audience, document) in [
        ("run-sheet-chair", Audience::Chair, run_sheet::build(&run_sheet_input())),
        ("membership-members", Audience::Members, membership::build(&membership_input())),
        (
            "voice-summary-members",
            Audience::Members,
            voice_summary::build(&voice_summary_input(), Audience::Members),
        ),
        ("self-assessment-members", Audience::Members, assessment::build(&assessment_input())),
        ("annual-report-public", Audience::Public, annual_report::build(&annual_report_input())),
        ("report-cover-public", Audience::Public, report_cover::build(&report_cover_input())),
        ("report-cover-closed", Audience::Public, report_cover::build(&closed_cover_input())),
        (
            "report-cover-blank",
            Audience::Public,
            report_cover::build(&ReportCoverInput { about: None, ..report_cover_input() }),
        ),
    ] {
        all.push((name.to_owned(), audience, document));
    }
    // Children have no edition of it.
    for audience in AUDIENCES.into_iter().filter(|it| *it != Audience::Children) {
        let document = work_programme::build(&work_programme_input(), audience);
        all.push((format!("work-programme-{audience:?}").to_lowercase(), audience, document));
    }
    let blank = EventSheetInput { event: None, ..event_sheet_input() };
    all.push(("event-sheet-blank".into(), Audience::Members, event_sheet::build(&blank, Audience::Members)));
    all.push(("disclosure".into(), Audience::Chair, disclosure::build(&super::disclosure::input())));
    all.push(("recovery-sheet".into(), Audience::Chair, recovery_sheet::build(&recovery_sheet_input())));
    all.push((
        "reminders".into(),
        Audience::Members,
        reminders::build(&reminders_input(), Audience::Members),
    ));
    let draft = AgendaInput { published: None, ..agenda_input() };
    all.push(("agenda-draft".into(), Audience::Members, agenda::build(&draft, Audience::Members)));
    all
}

pub fn agenda_input() -> AgendaInput {
    let paper = |number: u128, title: &str, access| PublishedPaper {
        paper_id: PaperId(id(number)),
        title: title.into(),
        pages: 6,
        access,
    };
    let items = items()
        .into_iter()
        .map(|item| PublishedItem {
            lead: if item.access.is_open() {
                "Cllr Sam Okafor with two young representatives".into()
            } else {
                "Ruth Bell".into()
            },
            papers: match item.number.as_str() {
                "3" => vec![
                    paper(801, "Placement stability", Access::open()),
                    paper(802, "Three children’s stories", exempt()),
                ],
                "6" => vec![paper(803, "Options for one placement", exempt())],
                _ => vec![],
            },
            item,
        })
        .collect();
    AgendaInput {
        board: board(),
        content: AgendaContent {
            meeting: meeting(),
            themes: vec!["Feeling safe at home".into()],
            items,
            pack: PackNumbers::default(),
        },
        published: Some(Published {
            number: 2,
            on: day(11, 25),
            reason: "Item 5 was added".into(),
            late_reason: String::new(),
        }),
        voices: voices(),
        promises: vec![promise()],
        actions: actions(),
        themes: vec![theme()],
    }
}

pub fn minutes_input() -> MinutesInput {
    MinutesInput {
        board: board(),
        meeting: meeting(),
        items: minuted(),
        attendances: attendances(),
        people: people(),
        members: [101, 102, 107].map(|number| PersonId(id(number))).into(),
        closed: vec![actions().remove(3)],
        put_off_to: vec![],
        corrections: vec![Correction {
            id: CorrectionId(id(900)),
            version: 1,
            meeting_id: meeting().id,
            agenda_item_id: Some(AgendaItemId(id(203))),
            on: day(12, 20),
            text: "For 11% read 10%.".into(),
            person_id: None,
        }],
    }
}

pub fn action_log_input() -> ActionLogInput {
    let actions = actions().into_iter().map(|line| LoggedAction {
        updates: vec![ActionUpdate {
            id: ActionUpdateId(id(901)),
            version: 1,
            action_id: line.action.id,
            on: day(11, 10),
            person_id: None,
            text: "Two schools of nine are still to answer.".into(),
        }],
        escalations: if line.action.reference == "A26-001" {
            vec![escalation(line.action.id)]
        } else {
            vec![]
        },
        born_of: "CPB 16/26".into(),
        line,
    });
    ActionLogInput { board: board(), today: day(12, 4), actions: actions.collect() }
}

fn escalation(action: ActionId) -> Escalation {
    Escalation {
        id: EscalationId(id(902)),
        version: 1,
        action_id: Some(action),
        promise_id: None,
        to: EscalateTo::LeadMember,
        on: day(11, 20),
        why: "It was overdue at two meetings".into(),
        reply: "I will write to both schools.".into(),
        replied_on: Some(day(11, 24)),
    }
}

pub fn promise() -> Promise {
    Promise {
        id: PromiseId(id(30)),
        version: 1,
        strategy_period_id: StrategyPeriodId(id(31)),
        number: 2,
        title: "A home that stays".into(),
        text: "We will reduce unplanned placement moves.".into(),
        plain_text: "You will not move home unless it helps you.".into(),
        theme_id: theme().id,
        principles: vec![],
        voices: vec![],
        you_said_plain: "You moved home too often. Nobody told your school why you were tired.".into(),
        person_id: None,
        review_every: 1,
        retired_on: None,
        follows_id: None,
    }
}

fn commitment(number: i64, plain: &str, done: &str) -> Commitment {
    Commitment {
        id: CommitmentId(id(1100 + u128::from(number.unsigned_abs()))),
        version: 1,
        promise_id: promise().id,
        position: number,
        text: "Adult words for a commitment.".into(),
        plain_text: plain.into(),
        person_id: None,
        person_words: String::new(),
        due: None,
        done_on: (!done.is_empty()).then(|| day(10, 1)),
        done_plain: done.into(),
    }
}

fn check(lens: Lens, rating: Rating) -> Check {
    Check {
        id: CheckId(id(1200 + lens as u128)),
        version: 1,
        promise_id: promise().id,
        lens,
        rating,
        on: day(11, 12),
        evidence: "Adult words of evidence.".into(),
        source: "quarterly report".into(),
        event_id: None,
        person_id: None,
    }
}

pub fn half_term() -> HalfTerm {
    HalfTerm {
        id: HalfTermId(id(60)),
        version: 1,
        academic_year: 2026,
        term: Term::Autumn2,
        starts: day(11, 2),
        ends: day(12, 18),
    }
}

pub fn child_promises_input() -> ChildPromisesInput {
    let record = PromiseRecord {
        promise: promise(),
        theme: theme(),
        voices: voices(),
        commitments: vec![
            commitment(1, "Your social worker will ask you before you move.", ""),
            commitment(2, "We will tell your school on the same day.", ""),
            commitment(3, "We find homes near here.", "We have 12 new foster homes near here."),
        ],
        measures: vec![Measure {
            id: MeasureId(id(1300)),
            version: 1,
            promise_id: promise().id,
            position: 1,
            indicator_id: None,
            text: "moved three or more times".into(),
            plain_text: "We count how many of you move three times in a year.".into(),
            unit: "%".into(),
            counts: true,
            better: Better::Lower,
            target: Some(8.0),
            like_us: Some(10.0),
            england: Some(10.0),
            all_children: None,
            points: vec![MeasurePoint { on: day(9, 30), value: 11.0, of: None }],
            why: "Adult words about why.".into(),
        }],
        checks: vec![
            check(Lens::Officers, Rating::Kept),
            check(Lens::LinkChampion, Rating::GettingThere),
            check(Lens::Children, Rating::NotYet),
        ],
        link_champion: "Cllr Sam Okafor".into(),
    };
    let mut empty = record.clone();
    empty.promise.number = 3;
    empty.promise.title = "Someone to talk to".into();
    empty.promise.plain_text = String::new();
    empty.promise.you_said_plain = String::new();
    empty.voices = vec![];
    empty.commitments = vec![commitment(4, "", "")];
    empty.measures = vec![];
    empty.checks = vec![check(Lens::Children, Rating::NotYet)];
    empty.link_champion = String::new();
    ChildPromisesInput {
        board: board(),
        edition: Edition::Children,
        today: day(11, 22),
        period: StrategyPeriod {
            id: StrategyPeriodId(id(31)),
            version: 1,
            name: "2025 to 2028".into(),
            starts: day(1, 1),
            ends: None,
            vision_for_children: String::new(),
        },
        promises: vec![record, empty],
        half_terms: vec![half_term()],
        next_meeting: Some(day(12, 3)),
        answered: answered(),
    }
}

pub fn child_meeting_input() -> ChildMeetingInput {
    ChildMeetingInput {
        board: board(),
        edition: Edition::Children,
        meeting: meeting(),
        items: minuted(),
        answered: answered(),
    }
}

pub fn poster_input() -> PosterInput {
    let ChildPromisesInput { board, today, promises, answered, .. } = child_promises_input();
    PosterInput { board, today, answered, promises }
}

pub fn recovery_sheet_input() -> RecoverySheetInput {
    RecoverySheetInput {
        board: board(),
        file: "anytown.pledgeboard".into(),
        words: "PLEDGE-0A1B-2C3D-4E5F-6071-8293-A4B5-C6D7-E8F9-0A1B-2C3D-4E5F-6071-8293-A4B5-C6D7-E8F9-BEEF"
            .into(),
        made_on: day(12, 3),
    }
}

pub fn event_sheet_input() -> EventSheetInput {
    let cohort = |number: u128, name: &str| Cohort {
        id: CohortId(id(number)),
        version: 1,
        name: name.into(),
        heard_by: String::new(),
        told_by: String::new(),
        position: 1,
        age_bands: vec![],
    };
    let event = Event {
        id: EventId(id(40)),
        version: 1,
        title: "Pizza and pool".into(),
        theme_id: theme().id,
        half_term_id: Some(half_term().id),
        date: day(12, 10),
        place: "Oak House".into(),
        kind: EventKind::Meal,
        person_id: Some(PersonId(id(102))),
        held: false,
        came: vec![],
        came_total: None,
        what_happened: String::new(),
        take_to_board: String::new(),
    };
    EventSheetInput {
        board: board(),
        theme: None,
        event: Some(PlannedEvent {
            event,
            theme: theme(),
            half_term: Some(half_term()),
            link_champion: "Cllr Sam Okafor".into(),
        }),
        cohorts: vec![
            cohort(50, "in foster care"),
            cohort(51, "in children’s homes"),
            cohort(52, "care leavers 18 to 24"),
            cohort(53, "placed out of area"),
        ],
    }
}

pub fn reminders_input() -> RemindersInput {
    let reminder = |kind: ReminderKind, on, title: &str, words: &str| Reminder {
        kind,
        key: format!("{}-1", kind.as_str()),
        on,
        starts: None,
        ends: None,
        title: title.into(),
        words: words.into(),
        place: String::new(),
        days_before: 1,
    };
    let meeting = reminder(
        ReminderKind::Meeting,
        day(12, 3),
        "Corporate Parenting Board",
        "About Feeling safe at home.",
    );
    RemindersInput {
        board: board(),
        today: day(11, 22),
        person: "Cllr Sam Okafor".into(),
        themes: vec!["Feeling safe at home".into(), "Being healthy".into()],
        reminders: vec![
            Reminder {
                starts: Some(meeting_time(17)),
                ends: Some(meeting_time(19)),
                place: "Youth Hub".into(),
                ..meeting
            },
            Reminder {
                place: "Oak House".into(),
                ..reminder(
                    ReminderKind::Event,
                    day(12, 10),
                    "Pizza and pool",
                    "Your event for “Feeling safe at home”.",
                )
            },
            reminder(
                ReminderKind::LogEvent,
                day(12, 11),
                "Log “Pizza and pool”",
                "Write down what you heard.",
            ),
        ],
    }
}

fn meeting_time(hour: u32) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default()
}
