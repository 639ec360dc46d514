//! The records of the small board as the papers of the chair, the members and the council take them.

use pledgeboard_documents::content::annual_report::{AnnualReportInput, Heard};
use pledgeboard_documents::content::assessment::AssessmentInput;
use pledgeboard_documents::content::child_promises::ChildPromisesInput;
use pledgeboard_documents::content::membership::MembershipInput;
use pledgeboard_documents::content::our_promises::OurPromisesInput;
use pledgeboard_documents::content::report_cover::{ReportCoverInput, ReportedItem};
use pledgeboard_documents::content::run_sheet::RunSheetInput;
use pledgeboard_documents::content::voice_summary::{SummarisedVoice, VoiceSummaryInput};
use pledgeboard_domain::academic_year::ReportingYear;
use pledgeboard_domain::id::*;
use pledgeboard_domain::*;

use super::inputs::*;
use super::records::*;

pub fn run_sheet_input() -> RunSheetInput {
    let mut agenda = agenda_input();
    agenda.content.items[1].item.lead_words = "Cllr Okafor".into();
    let mut last = item(7, "Minutes of 8 October", ItemKind::LastMinutes, Purpose::Business);
    last.position = 0;
    let mut exclusion = item(8, "Exclusion of the public", ItemKind::Exclusion, Purpose::Business);
    exclusion.position = 5;
    for item in [last, exclusion] {
        agenda.content.items.push(PublishedItem { item, lead: "Cllr Amina Yusuf".into(), papers: vec![] });
    }
    RunSheetInput {
        agenda,
        apologies: vec!["Cllr Dai Pŵel".into()],
        disputes: vec![(
            promise().id,
            "Officers say kept; children and young people have said not yet for two half-terms.".into(),
        )],
        reality: vec![RealityCheck {
            id: RealityCheckId(id(1400)),
            version: 1,
            event_id: EventId(id(40)),
            claim: "Schools are told on the same day".into(),
            stands_in: "Quarter 2 report, page 4".into(),
            promise_id: Some(promise().id),
            agenda_item_id: None,
            verdict: Verdict::NotTrue,
            seen: "Two of three had not been told".into(),
        }],
    }
}

pub fn our_promises_input() -> OurPromisesInput {
    let names = people().into_iter().map(|person| (person.id, person.printed_name())).collect();
    let mut set = ChildPromisesInput { answered: vec![], ..child_promises_input() };
    set.period.vision_for_children = "You are safe. You are listened to.".into();
    set.promises[0].promise.person_id = Some(PersonId(id(103)));
    set.promises[0].commitments[0].due = Some(day(10, 31));
    set.promises[0].commitments[1].person_words = "Virtual School and Placements".into();
    OurPromisesInput { set, names }
}

pub fn membership_input() -> MembershipInput {
    let seat = |number: u128, name: &str, role, organisation: &str| Seat {
        id: SeatId(id(number)),
        version: 1,
        name: name.into(),
        role,
        organisation: organisation.into(),
        counts_for_quorum: role != Role::Director,
        position: i64::try_from(number).unwrap(),
        closed_on: None,
    };
    let term = |seat: u128, person: u128| TermOfOffice {
        id: TermOfOfficeId(id(seat + 100)),
        version: 1,
        seat_id: SeatId(id(seat)),
        person_id: PersonId(id(person)),
        from: day(5, 14),
        to: None,
    };
    let section = |position: i64, heading: &str, text: &str| TermsSection {
        id: TermsSectionId(id(1600 + u128::from(position.unsigned_abs()))),
        version: 1,
        position,
        heading: heading.into(),
        text: text.into(),
    };
    MembershipInput {
        board: board(),
        today: day(11, 22),
        seats: vec![
            seat(1501, "Chair", Role::Chair, "Anytown Council"),
            seat(1502, "Member", Role::Councillor, "Anytown Council"),
            seat(1503, "Police", Role::Partner, "Vale Police"),
            seat(1504, "Director", Role::Director, "Anytown Council"),
        ],
        terms: vec![term(1501, 101), term(1502, 102), term(1504, 103)],
        people: people(),
        themes: vec![theme()],
        assignments: vec![Assignment {
            id: AssignmentId(id(1590)),
            version: 1,
            theme_id: theme().id,
            person_id: PersonId(id(102)),
            kind: ChampionKind::LinkChampion,
            from: day(9, 1),
            to: None,
        }],
        sections: vec![
            section(1, "Purpose", "The board is a good parent.\nIt:\n• leads;\n• listens."),
            section(2, "Review", "Once a year."),
        ],
    }
}

pub fn voice_summary_input() -> VoiceSummaryInput {
    let mut voices: Vec<SummarisedVoice> = voices()
        .into_iter()
        .map(|voice| SummarisedVoice {
            answers: vec![answer(&voice, "Your social worker rings your school on the same day.")],
            voice,
            answered_by: String::new(),
            late: false,
        })
        .collect();
    voices[0].answers[0].told_on = Some(day(11, 5));
    let mut waits = voices[1].clone();
    waits.voice = voice(305, "Nobody told me who comes to my review.", Share::Anywhere, false);
    waits.voice.age_band = Some(AgeBand::From5To10);
    waits.answers.clear();
    waits.late = true;
    voices.push(waits);
    VoiceSummaryInput { board: board(), from: day(9, 1), to: day(11, 22), themes: vec![theme()], voices }
}

pub fn annual_report_input() -> AnnualReportInput {
    let membership = membership_input();
    let event = |number: u128, count: u32| Event {
        id: EventId(id(number)),
        held: true,
        came: vec![Came { cohort_id: None, age_band: AgeBand::From11To15, count }],
        ..event_sheet_input().event.unwrap().event
    };
    let mut actions = actions();
    actions[3].action.closed_on = Some(day(11, 5));
    AnnualReportInput {
        board: board(),
        year: ReportingYear(2026),
        until: day(11, 22),
        written: AnnualReport {
            id: AnnualReportId(id(1700)),
            version: 1,
            year: 2026,
            foreword: "This year children spoke first.\nWe have not kept every promise.".into(),
            foreword_by: Some(PersonId(id(101))),
            asks: vec!["Homes for care leavers without a deposit".into(), "Free buses".into()],
        },
        people: membership.people,
        seats: membership.seats,
        terms: membership.terms,
        themes: membership.themes,
        heard: Heard { heard: 34, answered: 21, told: 3 },
        answered: answered(),
        promises: child_promises_input().promises,
        half_terms: vec![half_term()],
        meetings: vec![(Meeting { date: day(10, 8), ..meeting() }, attendances())],
        actions,
        events: vec![event(41, 12), event(42, 3)],
    }
}

/// One part was judged both times; the next has new words and waits.
pub fn assessment_input() -> AssessmentInput {
    let of = |number: u128, on, part: &[(&str, Option<Score>, &str)]| {
        let statements = part.iter().map(|(statement, score, evidence)| AssessedStatement {
            statement: (*statement).into(),
            score: *score,
            evidence: (*evidence).into(),
        });
        Assessment {
            modules: vec![AssessedModule { title: "Voice".into(), statements: statements.collect() }],
            ..Assessment::begin(AssessmentId(id(number)), on, None)
        }
    };
    let (answered, heard) = ("Every voice has an answer.", "Children of every group are heard.");
    let (told, told_all) = ("Children are told.", "Every child is told.");
    let last = of(
        1701,
        chrono::NaiveDate::from_ymd_opt(2025, 11, 3).unwrap(),
        &[
            (answered, Some(Score::Begun), "19 of 60"),
            (heard, Some(Score::Mostly), ""),
            (told, Some(Score::Begun), ""),
        ],
    );
    let mut now = of(
        1702,
        day(11, 2),
        &[
            (answered, Some(Score::True), "48 of 60 have one, the oldest in seven weeks."),
            (heard, Some(Score::NotYet), "Nobody heard the under fives."),
            (told_all, Some(Score::True), ""),
        ],
    );
    let wait = |statement: &str| AssessedStatement {
        statement: statement.into(),
        score: None,
        evidence: String::new(),
    };
    now.modules.push(AssessedModule {
        title: "Partners".into(),
        statements: vec![wait("Partners do what they said.")],
    });
    now.observed_id = Some(meeting().id);
    now.observed_by = "the chair of a neighbouring board".into();
    now.observation = "Children spoke first.\nThen:\n• papers were read out;\n• nobody asked why.".into();
    let actions: Vec<_> = actions().into_iter().take(2).collect();
    now.actions = actions.iter().map(|line| line.action.id).collect();
    AssessmentInput {
        board: board(),
        today: day(12, 4),
        assessment: now,
        last: Some(last),
        observed_on: Some(meeting().date),
        actions,
    }
}

pub fn report_cover_input() -> ReportCoverInput {
    let item = items().remove(2);
    let linked = voices();
    let about = ReportedItem {
        meeting: meeting(),
        item: AgendaItem { plain_summary: "Are we keeping our promise about your home?".into(), ..item },
        lead: "Ruth Bell".into(),
        promises: vec![promise()],
        voices: linked,
        themes: vec![theme()],
    };
    ReportCoverInput { board: board(), about: Some(about) }
}

/// The cover of a report to an item that is not open.
pub fn closed_cover_input() -> ReportCoverInput {
    let mut input = report_cover_input();
    if let Some(about) = &mut input.about {
        about.item = items().remove(5);
        about.item.plain_summary = "We found a home.".into();
    }
    input
}
