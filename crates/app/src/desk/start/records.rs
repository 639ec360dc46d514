//! The first records of a board.

use chrono::{Datelike, NaiveDate};
use pledgeboard_domain::{
    AnnualMeeting, AnswerWithin, Board, Cohort, Meeting, MeetingKind, MeetingState, Person, Promise, Rhythm,
    Role, Seat, Standing, StrategyPeriod, TermOfOffice, Theme,
    academic_year::{AcademicYear, usual_annual_meeting},
    answer_promise::USUAL_WEEKS,
    clear_days::STATUTORY_CLEAR_DAYS,
    fixed::cohorts::COHORTS,
    id::PersonId,
    numbering::{DEFAULT_ACTIONS, DEFAULT_MINUTES, Scope},
};

use super::{NewTheme, StartBoard};
use crate::Context;

/// The colours that themes take in turn.
const COLOURS: [&str; 5] = ["teal", "plum", "sun", "leaf", "coral"];

pub(super) fn board(cx: &Context, request: &StartBoard) -> Board {
    let or = |text: &str, otherwise: &str| match text.trim() {
        "" => otherwise.to_owned(),
        text => text.to_owned(),
    };
    Board {
        id: cx.new_id(),
        version: 0,
        council: or(&request.council, "Our council"),
        name: or(&request.name, "Corporate Parenting Board"),
        promises_called: or(&request.promises_called, "promises"),
        standing: request.standing,
        meets_in_public: request.meets_in_public || request.standing == Standing::StatutoryCommittee,
        quorum: 3,
        clear_days: STATUTORY_CLEAR_DAYS.into(),
        minute_pattern: DEFAULT_MINUTES.into(),
        minute_scope: Scope::Year,
        action_pattern: DEFAULT_ACTIONS.into(),
        action_scope: Scope::Year,
        champions_required: true,
        contact: String::new(),
        who_to_talk_to: String::new(),
        colour: String::new(),
        logo: String::new(),
        answer_within: AnswerWithin::default(),
        answer_weeks: USUAL_WEEKS,
        with_scrutiny: pledgeboard_domain::WithScrutiny::default(),
        meeting_pages: Some(100),
        paper_pages: Some(4),
    }
}

pub(super) fn cohorts(cx: &Context) -> impl Iterator<Item = Cohort> {
    (1..).zip(COHORTS).map(|(position, it)| Cohort {
        id: cx.new_id(),
        version: 0,
        name: it.name.into(),
        heard_by: it.heard_by.into(),
        told_by: it.told_by.into(),
        position,
        age_bands: it.age_bands.to_vec(),
    })
}

/// This municipal year's and the next one's, so that minutes and actions can be numbered from the first day.
pub(super) fn annual_meetings(cx: &Context) -> impl Iterator<Item = AnnualMeeting> {
    let today = cx.today();
    let this = usual_annual_meeting(today.year());
    let first = if this <= today { today.year() } else { today.year() - 1 };
    [first, first + 1].into_iter().map(|year| AnnualMeeting {
        id: cx.new_id(),
        version: 0,
        date: usual_annual_meeting(year),
    })
}

/// The person of one row, a seat for them, and their term in it from today.
pub(super) fn member(cx: &Context, request: &StartBoard, at: usize) -> (Person, Seat, TermOfOffice) {
    let new = &request.members[at];
    let person = Person {
        id: cx.new_id(),
        version: 0,
        title: new.title.trim().into(),
        name: new.name.trim().into(),
        organisation: new.organisation.trim().into(),
        job: String::new(),
        brings: String::new(),
        roles: vec![new.role],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    };
    let seat = Seat {
        id: cx.new_id(),
        version: 0,
        name: seat_name(request, at),
        role: new.role,
        organisation: person.organisation.clone(),
        counts_for_quorum: new.role.is_councillor(),
        position: i64::try_from(at).unwrap_or(i64::MAX),
        closed_on: None,
    };
    let term = TermOfOffice {
        id: cx.new_id(),
        version: 0,
        seat_id: seat.id,
        person_id: person.id,
        from: cx.today(),
        to: None,
    };
    (person, seat, term)
}

/// "Chair"; "Councillor 2" where several share the role; a partner's seat bears the partner's name.
fn seat_name(request: &StartBoard, at: usize) -> String {
    let new = &request.members[at];
    let organisation = new.organisation.trim();
    if new.role == Role::Partner && !organisation.is_empty() {
        return organisation.into();
    }
    let same = |until: usize| request.members[..until].iter().filter(|it| it.role == new.role).count();
    let words = new.role.words();
    let mut name: String =
        words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1)).collect();
    if same(request.members.len()) > 1 {
        name.push_str(&format!(" {}", same(at) + 1));
    }
    name
}

pub(super) fn theme(cx: &Context, at: usize, new: &NewTheme) -> Theme {
    Theme {
        id: cx.new_id(),
        version: 0,
        name: new.name.trim().into(),
        child_name: String::new(),
        icon: String::new(),
        colour: COLOURS[at % COLOURS.len()].into(),
        keywords: vec![],
        principles: vec![],
        questions: vec![],
        position: i64::try_from(at).unwrap_or(i64::MAX),
        retired_on: None,
    }
}

pub(super) fn strategy(cx: &Context, request: &StartBoard) -> StrategyPeriod {
    let called = board(cx, request).promises_called;
    StrategyPeriod {
        id: cx.new_id(),
        version: 0,
        name: format!("Our {called}"),
        starts: AcademicYear::of(cx.today()).starts(),
        ends: None,
        vision_for_children: String::new(),
    }
}

/// The promise of a row, if it has one; numbered by its place.
pub(super) fn promise(
    cx: &Context,
    at: usize,
    new: &NewTheme,
    theme: &Theme,
    strategy: &StrategyPeriod,
) -> Option<Promise> {
    let text = new.promise.trim();
    (!text.is_empty()).then(|| Promise {
        id: cx.new_id(),
        version: 0,
        strategy_period_id: strategy.id,
        number: i64::try_from(at + 1).unwrap_or(i64::MAX),
        title: theme.name.clone(),
        text: text.into(),
        plain_text: String::new(),
        theme_id: theme.id,
        principles: vec![],
        voices: vec![],
        you_said_plain: String::new(),
        person_id: None,
        review_every: 2,
        retired_on: None,
        follows_id: None,
    })
}

pub(super) fn meeting(
    cx: &Context,
    rhythm: &Rhythm,
    date: NaiveDate,
    chair: Option<PersonId>,
    in_public: bool,
) -> Meeting {
    Meeting {
        id: cx.new_id(),
        version: 0,
        date,
        starts: rhythm.starts,
        ends: rhythm.ends,
        place: rhythm.place.trim().into(),
        kind: MeetingKind::Business,
        title: String::new(),
        in_public,
        themes: vec![],
        chair_id: chair,
        state: MeetingState::Planned,
        started_at: None,
        ended_at: None,
        current_item_id: None,
        entitled: vec![],
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: String::new(),
        chair_comments: String::new(),
    }
}
