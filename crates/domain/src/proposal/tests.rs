use uuid::Uuid;

use super::*;
use crate::{
    action::ActionState,
    agenda_item::tests::item,
    agenda_request::tests::request,
    check::{Lens, Rating},
    group::tests::group,
    half_term::Term,
    meeting::{MeetingState, tests::meeting},
    programme::{DealtBy, StandingReport, Tool},
    voice::Share,
};

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn theme(n: u128, name: &str) -> Theme {
    Theme {
        id: id(n),
        version: 1,
        name: name.into(),
        child_name: String::new(),
        icon: String::new(),
        colour: String::new(),
        keywords: vec![],
        principles: vec![],
        questions: vec!["Who moved twice this term?".into()],
        position: 0,
        retired_on: None,
    }
}

fn voice(n: u128, theme: u128, heard_on: NaiveDate) -> Voice {
    Voice {
        id: id(n),
        version: 1,
        words: "I want to stay where I am.".into(),
        is_quote: true,
        heard_on,
        event_id: None,
        source: String::new(),
        theme_id: id(theme),
        cohort_id: None,
        age_band: None,
        share: Share::Anywhere,
        sensitive: false,
    }
}

fn promise(n: i64) -> Promise {
    Promise {
        id: id(n.unsigned_abs().into()),
        version: 1,
        strategy_period_id: id(1),
        number: n,
        title: "a home that stays".into(),
        text: "We will not move you.".into(),
        plain_text: String::new(),
        theme_id: id(1),
        principles: vec![],
        voices: vec![],
        you_said_plain: String::new(),
        person_id: Some(id(7)),
        review_every: 1,
        retired_on: None,
        follows_id: None,
    }
}

fn judged(promise: u128, lens: Lens, rating: Rating) -> Check {
    Check {
        id: id(promise * 10 + lens as u128),
        version: 1,
        promise_id: id(promise),
        lens,
        rating,
        on: day(11, 10),
        evidence: "x".into(),
        source: "x".into(),
        event_id: None,
        person_id: None,
    }
}

fn action(n: u128, due: Option<NaiveDate>, state: ActionState) -> Action {
    Action {
        id: id(n),
        version: 1,
        reference: format!("A26-{n:03}"),
        text: "x".into(),
        plain_text: String::new(),
        done_plain: String::new(),
        owner_id: None,
        due,
        state,
        opened_on: day(9, 1),
        agenda_item_id: None,
        promise_id: None,
        done_on: None,
        closed_at_id: None,
        closed_on: None,
        withdrawn_reason: String::new(),
    }
}

fn autumn() -> [HalfTerm; 1] {
    [HalfTerm {
        id: id(1),
        version: 1,
        academic_year: 2026,
        term: Term::Autumn2,
        starts: day(11, 2),
        ends: day(12, 18),
    }]
}

fn topic(n: u128, is_public: bool) -> Topic {
    Topic {
        id: id(n),
        version: 1,
        academic_year: 2026,
        half_term_id: Some(id(1)),
        subject: "Homes near school".into(),
        dealt_by: DealtBy::Board,
        why: "Housing sits at this table.".into(),
        theme_id: Some(id(1)),
        tool: Tool::Discussion,
        standing_report_id: None,
        is_public,
        done_on: None,
        dropped_reason: String::new(),
    }
}

fn report() -> StandingReport {
    StandingReport {
        id: id(30),
        version: 1,
        title: "Virtual School Head’s report".into(),
        author_id: Some(id(8)),
        author_words: String::new(),
        month: 11,
        must_cover: "Exam results, absence, suspensions.".into(),
        retired_on: None,
    }
}

/// The next meeting, on theme 1, of a board with three voices, two promises, three actions and unapproved minutes.
fn proposed(items: &[AgendaItem]) -> Vec<Proposed> {
    let next = Meeting { themes: vec![id(1)], ..meeting(MeetingState::Planned, day(12, 3)) };
    let held = Meeting { id: id(88), ..meeting(MeetingState::MinutesDrafted, day(10, 8)) };
    let put_off = AgendaItem { id: id(5), title: "Dentists".into(), ..item(ItemKind::Report) };
    let council =
        Group { owes: "What came of the last request.".into(), ..group(1, "Children in Care Council") };
    propose(&Sources {
        today: day(11, 22),
        meeting: &next,
        items,
        themes: &[theme(1, "A home that stays"), theme(2, "Money")],
        champions: &[(id(1), Some(id(3)), Some(id(4)))],
        unanswered: &[voice(1, 2, day(11, 18)), voice(2, 1, day(11, 1)), voice(3, 1, day(9, 6))],
        promises: &[promise(1), promise(2)],
        checks: &[
            judged(1, Lens::Officers, Rating::Kept),
            judged(1, Lens::Children, Rating::Kept),
            judged(2, Lens::Officers, Rating::Kept),
            judged(2, Lens::Children, Rating::NotYet),
        ],
        half_terms: &autumn(),
        not_true: &[],
        live_actions: &[
            action(1, Some(day(11, 1)), ActionState::Open),
            action(2, Some(day(12, 1)), ActionState::Open),
            action(3, None, ActionState::Done),
        ],
        unapproved: &[held],
        deferred: &[put_off],
        groups: &[council],
        requests: &[request(1, "Ask why taxis come late to school.", day(10, 18))],
        topics: &[topic(1, true)],
        reports_due: &[ReportDue { report: &report(), half_term: id(1), late: false }],
    })
}

fn keys(lines: &[Proposed]) -> Vec<&str> {
    lines.iter().map(|line| line.key.split(':').next().unwrap_or_default()).collect()
}

#[test]
fn an_agenda_begins_with_what_children_said() {
    let lines = proposed(&[]);
    assert_eq!(
        keys(&lines),
        [
            "welcome",
            "interests",
            "voices",
            "voices",
            "request",
            "progress",
            "promise",
            "theme",
            "topic",
            "report",
            "again",
            "actions",
            "minutes"
        ]
    );
}

#[test]
fn voices_of_the_meetings_theme_come_first_and_oldest_first() {
    let lines = proposed(&[]);
    let told: Vec<&Proposed> = lines.iter().filter(|line| line.from == ProposedFrom::Voices).collect();
    assert_eq!((told[0].words.as_str(), told[0].chosen), ("A home that stays", true));
    assert_eq!(told[0].voices, [id(3), id(2)]);
    assert_eq!(told[0].why, "2 voices are without an answer, the oldest for 11 weeks.");
    assert_eq!((told[1].words.as_str(), told[1].chosen), ("Money", false), "it has waited four days");
    assert_eq!(told[0].lead_id, Some(id(3)), "the Link Champion brings them");
}

#[test]
fn only_a_promise_in_dispute_is_proposed_with_the_sentence_that_says_so() {
    let lines = proposed(&[]);
    let disputed: Vec<&Proposed> = lines.iter().filter(|line| line.from == ProposedFrom::Promise).collect();
    assert_eq!(disputed.len(), 1);
    assert_eq!(disputed[0].line.title, "Promise 2: a home that stays");
    assert_eq!(disputed[0].why, "Officers say kept; children and young people say not yet.");
    assert_eq!(disputed[0].lead_id, Some(id(7)));
}

#[test]
fn actions_minutes_and_questions_come_along() {
    let lines = proposed(&[]);
    let of = |from: ProposedFrom| lines.iter().filter(|line| line.from == from).collect::<Vec<_>>();
    assert_eq!(
        of(ProposedFrom::Actions)[0].why,
        "Actions stay until the board closes them: 2 open, 1 overdue, 1 ready to close."
    );
    assert_eq!(of(ProposedFrom::Actions)[0].actions, [id(1), id(3), id(2)], "overdue first");
    let theme = of(ProposedFrom::Theme)[0];
    assert_eq!(theme.questions, ["Who moved twice this term?", "Would this be good enough for my child?"]);
    assert_eq!(theme.lead_id, Some(id(4)));
    let left: Vec<&str> = of(ProposedFrom::Left).iter().map(|line| line.line.title.as_str()).collect();
    assert_eq!(left, ["Dentists", "Minutes of 8 October"]);
}

#[test]
fn what_is_there_already_is_filled_rather_than_added_twice() {
    let told = AgendaItem { id: id(50), voices: vec![id(2)], ..item(ItemKind::ChildrenTold) };
    let actions = AgendaItem { id: id(51), ..item(ItemKind::Actions) };
    let lines = proposed(&[item(ItemKind::Welcome), item(ItemKind::Interests), told, actions]);
    assert!(!keys(&lines).contains(&"welcome"));
    let voices = lines.iter().find(|line| line.from == ProposedFrom::Voices).unwrap();
    assert_eq!((voices.into, voices.voices.as_slice()), (Some(id(50)), [id(3)].as_slice()));
    assert_eq!(lines.iter().find(|line| line.key == "actions").unwrap().into, Some(id(51)));
}

#[test]
fn interests_taken_with_the_welcome_are_not_asked_for_again() {
    let welcome = AgendaItem { title: "Welcome, apologies, interests".into(), ..item(ItemKind::Welcome) };
    assert!(!keys(&proposed(&[welcome])).contains(&"interests"));
}

#[test]
fn a_claim_seen_not_to_be_true_goes_with_its_promise() {
    let next = meeting(MeetingState::Planned, day(12, 3));
    let seen = RealityCheck {
        id: id(6),
        version: 1,
        event_id: id(1),
        claim: "Every child has a key.".into(),
        stands_in: String::new(),
        promise_id: Some(id(1)),
        agenda_item_id: None,
        verdict: crate::event::Verdict::NotTrue,
        seen: String::new(),
    };
    let lines = propose(&Sources {
        today: day(11, 22),
        meeting: &next,
        items: &[],
        themes: &[],
        champions: &[],
        unanswered: &[],
        promises: &[promise(1)],
        checks: &[],
        half_terms: &autumn(),
        not_true: &[seen],
        live_actions: &[],
        unapproved: &[],
        deferred: &[],
        groups: &[],
        requests: &[],
        topics: &[],
        reports_due: &[],
    });
    let line = lines.iter().find(|line| line.from == ProposedFrom::Promise).unwrap();
    assert_eq!(line.reality_checks, [id(6)]);
    assert!(line.why.contains("not true: “Every child has a key.”"), "{}", line.why);
}

#[test]
fn what_a_group_asks_for_is_proposed_with_how_long_it_has_waited() {
    let lines = proposed(&[]);
    let asked: Vec<&Proposed> = lines.iter().filter(|line| line.from == ProposedFrom::Groups).collect();
    assert_eq!(asked[0].line.title, "A request from the Children in Care Council");
    assert_eq!(asked[0].words, "Children in Care Council: “Ask why taxis come late to school.”");
    assert_eq!(asked[0].why, "They asked on 18 October, waiting for 5 weeks.");
    assert_eq!((asked[0].requests.as_slice(), asked[0].chosen), ([id(1)].as_slice(), true));
    assert_eq!(asked[0].summary, "", "the group said that the board alone may read its words");
    assert_eq!(asked[0].lead_words, "Children in Care Council");
    assert_eq!(asked[0].line.presented_by, Speaker::YoungPeople);
}

#[test]
fn progress_that_a_group_owes_is_proposed_until_an_item_names_the_group() {
    let owed =
        |items: &[AgendaItem]| proposed(items).into_iter().find(|line| line.key.starts_with("progress:"));
    let line = owed(&[]).unwrap();
    assert_eq!(line.why, "It owes each meeting: What came of the last request.");
    assert_eq!(line.line.title, "Children in Care Council: progress");
    let named = AgendaItem { lead_words: "Children in Care Council".into(), ..item(ItemKind::FromGroup) };
    assert!(owed(&[named]).is_none());
}

#[test]
fn the_work_programme_offers_its_topics_and_the_reports_due_with_their_reasons() {
    let lines = proposed(&[]);
    let ours: Vec<&Proposed> = lines.iter().filter(|line| line.from == ProposedFrom::Programme).collect();
    let [planned, due] = ours.as_slice() else { panic!("{ours:?}") };
    assert_eq!(planned.why, "It is on the work programme for Autumn 2: Housing sits at this table.");
    assert_eq!((planned.topic_id, planned.lead_id, planned.private), (Some(id(1)), Some(id(4)), false));
    assert_eq!(planned.line.purpose, Purpose::Lead);
    assert_eq!(due.why, "It is a standing report, due each November.");
    assert_eq!((due.standing_report_id, due.lead_id), (Some(id(30)), Some(id(8))));
    assert_eq!(due.summary, "What it covers: Exam results, absence, suspensions.");
}
