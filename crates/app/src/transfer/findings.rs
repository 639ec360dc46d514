//! What is wrong with a board: each record against its own rules, and the records against each other.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionState, Checked, Meeting, MeetingState, RequestOutcome, WithScrutiny,
    agenda_item::title_copies_a_voice, agenda_request::Taken, numbering::Scope,
};
use uuid::Uuid;

use super::Records;

/// Each record against the domain's check of it. Each finding names the kind and the id, never the content.
pub(crate) fn of_records(all: &Records, today: NaiveDate) -> Vec<String> {
    let mut found = Found::default();
    let standing = match all.boards.as_slice() {
        [board] => board.standing,
        boards => {
            found.add(format!("There must be one board record; there are {}.", boards.len()));
            return found.0;
        }
    };
    let councillors: HashSet<_> = all.people.iter().filter(|it| it.is_councillor()).map(|it| it.id).collect();
    found.each("board", &all.boards, |it| (it.id.into(), it.check()));
    found.each("half-term", &all.half_terms, |it| (it.id.into(), it.check(&all.half_terms)));
    found.each("cohort", &all.cohorts, |it| (it.id.into(), it.check()));
    found.each("person", &all.people, |it| (it.id.into(), it.check()));
    found.each("seat", &all.seats, |it| (it.id.into(), it.check()));
    found.each("term of office", &all.terms, |it| (it.id.into(), it.check(&all.terms)));
    found.each("theme", &all.themes, |it| (it.id.into(), it.check()));
    found.each("assignment", &all.assignments, |it| {
        (it.id.into(), it.check(councillors.contains(&it.person_id), &all.assignments))
    });
    found.each("event", &all.events, |it| (it.id.into(), it.check(today)));
    found.each("reality check", &all.reality_checks, |it| (it.id.into(), it.check()));
    found.each("voice", &all.voices, |it| (it.id.into(), it.check(today)));
    found.each("answer", &all.answers, |it| (it.id.into(), it.check(today)));
    found.each("strategy period", &all.strategy_periods, |it| (it.id.into(), it.check()));
    found.each("promise", &all.promises, |it| (it.id.into(), it.check()));
    found.each("commitment", &all.commitments, |it| (it.id.into(), it.check(today)));
    found.each("indicator", &all.indicators, |it| (it.id.into(), it.check()));
    found.each("number of an indicator", &all.indicator_points, |it| {
        let unit =
            all.indicators.iter().find(|own| own.id == it.indicator_id).map_or("", |own| own.unit.as_str());
        (it.id.into(), it.check_numbers(unit))
    });
    found.each("measure", &all.measures, |it| (it.id.into(), it.check()));
    found.each("check", &all.checks, |it| (it.id.into(), it.check(today)));
    found.each("meeting", &all.meetings, |it| (it.id.into(), it.check()));
    found.each("paper", &all.papers, |it| (it.id.into(), it.check(standing)));
    // A topic may have gone to scrutiny before the board did both: that is no fault of the data.
    let usual = WithScrutiny::default();
    found.each("standing report", &all.standing_reports, |it| (it.id.into(), it.check()));
    found.each("topic", &all.topics, |it| (it.id.into(), it.check(&all.half_terms, &usual)));
    found.each("fixed point of the year", &all.anchors, |it| (it.id.into(), it.check()));
    found.each("agenda item", &all.agenda_items, |it| (it.id.into(), it.check(standing)));
    found.each("channel", &all.channels, |it| (it.id.into(), it.check(today)));
    found.each("group", &all.groups, |it| (it.id.into(), it.check(&all.groups)));
    found.each("request", &all.agenda_requests, |it| (it.id.into(), it.check(today)));
    found.each("agenda template", &all.agenda_templates, |it| (it.id.into(), it.check()));
    found.each("dropped proposal", &all.dropped_proposals, |it| (it.id.into(), it.check()));
    found.each("minute", &all.minutes, |it| (it.id.into(), it.check()));
    found.each("decision", &all.decisions, |it| (it.id.into(), it.check()));
    found.each("correction", &all.corrections, |it| (it.id.into(), it.check()));
    found.each("attendance", &all.attendances, |it| (it.id.into(), it.check()));
    found.each("action", &all.actions, |it| (it.id.into(), it.check()));
    found.each("action's update", &all.action_updates, |it| (it.id.into(), it.check()));
    found.each("escalation", &all.escalations, |it| (it.id.into(), it.check()));
    found.each("section of the terms", &all.terms_sections, |it| (it.id.into(), it.check()));
    found.each("annual report", &all.annual_reports, |it| (it.id.into(), it.check()));
    found.each("self-assessment", &all.assessments, |it| {
        (it.id.into(), it.check(today).and_then(|()| it.check_beside(&all.assessments)))
    });
    found.each("retention rule", &all.retention_rules, |it| (it.id.into(), it.check(standing)));
    found.each("removal", &all.removals, |it| (it.id.into(), it.check()));
    found.0
}

/// The records against each other: lifecycles in step, numbers given once, nobody linked after they left.
pub(crate) fn between_records(all: &Records, today: NaiveDate) -> Vec<String> {
    let mut found = Found::default();
    for meeting in &all.meetings {
        lifecycle(&mut found, all, meeting, today);
    }
    for action in &all.actions {
        action_in_step(&mut found, action);
    }
    numbers(&mut found, all);
    groups(&mut found, all, today);
    for it in &all.assignments {
        let left =
            all.people.iter().find(|person| person.id == it.person_id).and_then(|person| person.left_on);
        if left.is_some_and(|left| it.to.is_none_or(|to| to > left)) {
            found.add(format!("assignment {}: it goes on after its person left.", it.id));
        }
    }
    let voices: HashMap<_, _> = all.voices.iter().map(|it| (it.id, it)).collect();
    for item in &all.agenda_items {
        let mut said = item.voices.iter().filter_map(|id| voices.get(id));
        if said.any(|voice| title_copies_a_voice(item.title_for_the_public(), &voice.words)) {
            found.add(format!("agenda item {}: its title copies a voice's words.", item.id));
        }
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    fn add(&mut self, finding: String) {
        self.0.push(finding);
    }

    fn each<R>(&mut self, called: &str, records: &[R], check: impl Fn(&R) -> (Uuid, Checked)) {
        for record in records {
            if let (id, Err(refusal)) = check(record) {
                self.add(format!("{called} {id}: {}", refusal.message));
            }
        }
    }
}

fn lifecycle(found: &mut Found, all: &Records, meeting: &Meeting, today: NaiveDate) {
    let mut add = |what: &str| found.add(format!("meeting {} of {}: {what}", meeting.id, meeting.date));
    let mut versions: Vec<i64> =
        all.agenda_versions.iter().filter(|it| it.meeting_id == meeting.id).map(|it| it.number).collect();
    versions.sort_unstable();
    let published = meeting.state >= MeetingState::AgendaPublished;
    if published == versions.is_empty() {
        add("its state and its published agendas do not fit.");
    }
    if (1_i64..).zip(&versions).any(|(expected, number)| expected != *number) {
        add("its agenda's versions are not 1, 2, 3 and so on.");
    }
    if meeting.state.was_held() && meeting.date > today {
        add("it counts as held, and its day has not come.");
    }
    let items: Vec<_> = all.agenda_items.iter().filter(|it| it.meeting_id == meeting.id).collect();
    let minuted = |id| all.minutes.iter().any(|it| it.agenda_item_id == id);
    if !published && items.iter().any(|it| minuted(it.id)) {
        add("it has minutes, and its agenda is not published.");
    }
    if published && items.iter().any(|it| it.number.is_empty()) {
        add("its agenda is published, and an item has no number.");
    }
    let mut numbers = HashSet::new();
    if items.iter().any(|it| !it.number.is_empty() && !numbers.insert(it.number.as_str())) {
        add("two of its items have the same number.");
    }
    let approved = meeting.state == MeetingState::MinutesApproved;
    if approved != meeting.approved_at_id.is_some() || approved != meeting.approved_on.is_some() {
        add("its state does not fit the meeting that approved its minutes.");
    }
    let approving = all.meetings.iter().find(|it| Some(it.id) == meeting.approved_at_id);
    if approving.is_some_and(|it| it.date < meeting.date) {
        add("its minutes were approved before it was held.");
    }
}

fn action_in_step(found: &mut Found, action: &Action) {
    let closed = action.state == ActionState::Closed;
    if closed != action.closed_at_id.is_some() || closed != action.closed_on.is_some() {
        found.add(format!("action {}: only the board closes an action, at a meeting.", action.reference));
    }
    if action.state == ActionState::Done && action.done_on.is_none() {
        found.add(format!("action {}: it is done, and nobody knows since when.", action.reference));
    }
    if action.done_on.is_some_and(|done| done < action.opened_on) {
        found.add(format!("action {}: it was done before it was opened.", action.reference));
    }
}

/// No group has ended while the board owed it an answer, and what a meeting answered was before that meeting.
fn groups(found: &mut Found, all: &Records, today: NaiveDate) {
    for request in &all.agenda_requests {
        let taken = request.taken(&all.agenda_items, &all.meetings);
        let ended = all.groups.iter().any(|it| it.id == request.group_id && it.has_ended(today));
        if ended && request.outcome.is_none() {
            found.add(format!("request {}: it has no answer, and its group has ended.", request.id));
        }
        if request.outcome == Some(RequestOutcome::Heard) && !matches!(taken, Taken::Met(_)) {
            found.add(format!(
                "request {}: it was answered as talked about, and no meeting took it.",
                request.id
            ));
        }
    }
}

fn numbers(found: &mut Found, all: &Records) {
    let mut references = HashSet::new();
    for action in &all.actions {
        if !references.insert(action.reference.as_str()) {
            found.add(format!("action {}: another action has this reference.", action.reference));
        }
    }
    let per_meeting = all.boards.iter().any(|it| it.minute_scope == Scope::Meeting);
    let meetings: HashMap<_, _> = all.agenda_items.iter().map(|it| (it.id, it.meeting_id)).collect();
    let mut numbers = HashSet::new();
    for minute in all.minutes.iter().filter(|it| !it.number.is_empty()) {
        let scope = if per_meeting { meetings.get(&minute.agenda_item_id) } else { None };
        if !numbers.insert((scope, minute.number.as_str())) {
            found.add(format!("minute {}: another minute has this number.", minute.number));
        }
    }
}
