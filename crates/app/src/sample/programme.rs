//! Anytown's work programme: what the board and scrutiny deal with in the year, and the reports that come every year.

use chrono::Days;
use pledgeboard_domain::{
    Anchor, DealtBy, HalfTerm, StandingReport, Tool, Topic,
    academic_year::AcademicYear,
    half_term::half_term_on,
    id::TopicId,
    programme::{USUAL_REPORTS, UsualReport, term_of_month, usual_anchors},
};

use super::{
    calendar::Calendar,
    ids::{id, item, person, theme},
};
use crate::transfer::Records;

use DealtBy::{Board, Both, Scrutiny};

struct Line {
    key: &'static str,
    subject: &'static str,
    dealt_by: DealtBy,
    tool: Tool,
    theme: &'static str,
    /// The half-term, from 0; none for one that nobody has placed.
    term: Option<usize>,
    why: &'static str,
    /// The item that takes it up, whose meeting then says when.
    item: &'static str,
    dropped: &'static str,
}

const fn line(
    key: &'static str,
    subject: &'static str,
    dealt_by: DealtBy,
    tool: Tool,
    theme: &'static str,
    term: usize,
    why: &'static str,
) -> Line {
    Line { key, subject, dealt_by, tool, theme, term: Some(term), why, item: "", dropped: "" }
}

impl Line {
    const fn taken_by(mut self, item: &'static str) -> Self {
        self.item = item;
        self
    }

    const fn dropped(mut self, why: &'static str) -> Self {
        self.dropped = why;
        self
    }

    const fn not_placed(mut self) -> Self {
        self.term = None;
        self
    }
}

/// The topic that is not for the public.
const PRIVATE: &str = "inspection";

const LINES: [Line; 13] = [
    line(
        "adult",
        "A proper start as an adult",
        Board,
        Tool::Numbers,
        "adult",
        0,
        "First tenancies wait on housing, which sits at this table.",
    )
    .taken_by("third adult"),
    line(
        "exclusions",
        "Suspensions of children in our care",
        Scrutiny,
        Tool::Questions,
        "school",
        0,
        "Heads and trusts answer to scrutiny in public; the board has no power over them.",
    ),
    line(
        "newsletter",
        "A newsletter of the board",
        Board,
        Tool::Paper,
        "heard",
        0,
        "Young people asked how they would hear from the board.",
    )
    .dropped("The young people prefer short films, which the participation team now makes."),
    line(
        "reviews",
        "Reviews that are about you",
        Board,
        Tool::YoungPeople,
        "heard",
        1,
        "Young people run this meeting, so they hear the answer themselves.",
    )
    .taken_by("panel reviews"),
    line(
        "homes",
        "Homes near school",
        Board,
        Tool::Discussion,
        "stays",
        1,
        "Spare rooms and planning rules hold homes back; those who can change both sit here.",
    )
    .taken_by("next homes"),
    line(
        PRIVATE,
        "What the inspection of one home found",
        Board,
        Tool::Paper,
        "safe",
        1,
        "Members are responsible for the home, and the report would show who lives there.",
    )
    .taken_by("next inspection"),
    line(
        "call",
        "Someone to call at night",
        Board,
        Tool::YoungPeople,
        "call",
        1,
        "The Care Leavers’ Forum asked to put it to the board itself.",
    )
    .taken_by("takeover call"),
    line(
        "safe",
        "Feeling safe at home: young inspectors",
        Board,
        Tool::Visit,
        "safe",
        2,
        "Young inspectors see what a report cannot.",
    ),
    line(
        "cost",
        "The cost of homes outside Anytown",
        Scrutiny,
        Tool::Numbers,
        "stays",
        2,
        "Money is Cabinet’s decision, and scrutiny calls Cabinet to account.",
    ),
    line(
        "camhs",
        "The wait for CAMHS",
        Both,
        Tool::Questions,
        "healthy",
        3,
        "The board removes barriers at the table; scrutiny asks health partners in public why the wait grew.",
    ),
    line(
        "tax",
        "Council tax for care leavers",
        Scrutiny,
        Tool::TaskGroup,
        "adult",
        4,
        "A short task group can compare what neighbours do and report to Cabinet.",
    ),
    line(
        "promises",
        "Did we keep our promises?",
        Board,
        Tool::YoungPeople,
        "heard",
        5,
        "Children judge the year’s promises before the annual report.",
    ),
    line(
        "apart",
        "Brothers and sisters apart",
        Board,
        Tool::Discussion,
        "stays",
        0,
        "Raised at two events; somebody must first count how many live apart.",
    )
    .not_placed(),
];

/// Who writes the usual reports, where somebody of the board does.
const AUTHORS: [(i64, &str); 5] = [(10, "rahman"), (11, "nair"), (1, "marsh"), (3, "brennan"), (6, "yusuf")];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let year = AcademicYear::of(calendar.today);
    let terms: Vec<&HalfTerm> = calendar.half_terms.iter().filter(|it| it.academic_year == year.0).collect();
    for it in &LINES {
        let topic = planned(to, calendar, year, &terms, it);
        to.topics.push(topic);
    }
    for it in USUAL_REPORTS {
        to.standing_reports.push(standing(it));
        to.topics.extend(of_report(calendar, year, it));
    }
    for (title, starts, ends) in usual_anchors(year.0) {
        let id = id("anchor", title);
        to.anchors.push(Anchor { id, version: 1, academic_year: year.0, title: title.into(), starts, ends });
    }
}

fn topic(key: &str) -> TopicId {
    id("topic", key)
}

fn planned(
    to: &mut Records,
    calendar: &Calendar,
    year: AcademicYear,
    terms: &[&HalfTerm],
    it: &Line,
) -> Topic {
    let mut placed = it.term.and_then(|at| terms.get(at)).copied();
    let taken = to.agenda_items.iter_mut().find(|has| !it.item.is_empty() && has.id == item(it.item));
    if let Some(taken) = taken {
        taken.topic_id = Some(topic(it.key));
        let meeting = to.meetings.iter().find(|meeting| meeting.id == taken.meeting_id);
        placed = meeting.and_then(|meeting| half_term_on(meeting.date, &calendar.half_terms)).or(placed);
    }
    let over =
        placed.filter(|term| term.ends < calendar.today && it.item.is_empty() && it.dropped.is_empty());
    Topic {
        id: topic(it.key),
        version: 1,
        academic_year: placed.map_or(year.0, |term| term.academic_year),
        half_term_id: placed.map(|term| term.id),
        subject: it.subject.into(),
        dealt_by: it.dealt_by,
        why: it.why.into(),
        theme_id: Some(theme(it.theme)),
        tool: it.tool,
        standing_report_id: None,
        is_public: it.key != PRIVATE,
        done_on: over.map(|term| term.ends - Days::new(9)),
        dropped_reason: it.dropped.into(),
    }
}

fn standing(it: &UsualReport) -> StandingReport {
    let author = AUTHORS.iter().find(|(month, _)| *month == it.month).map(|(_, who)| person(who));
    StandingReport {
        id: id("standing report", it.title),
        version: 1,
        title: it.title.into(),
        author_words: if author.is_some() { String::new() } else { it.author.into() },
        author_id: author,
        month: it.month,
        must_cover: it.must_cover.into(),
        retired_on: None,
    }
}

/// A report of a half-term that is over was taken, one of a later half-term is planned; one of this half-term is due.
fn of_report(calendar: &Calendar, year: AcademicYear, it: &UsualReport) -> Option<Topic> {
    let term = term_of_month(it.month, year.0, &calendar.half_terms)?;
    if half_term_on(calendar.today, &calendar.half_terms).is_some_and(|now| now.id == term.id) {
        return None;
    }
    let report = standing(it);
    Some(Topic {
        id: topic(it.title),
        version: 1,
        academic_year: year.0,
        half_term_id: Some(term.id),
        subject: it.title.into(),
        dealt_by: Board,
        why: format!("A standing report, {}.", report.due_words()),
        theme_id: None,
        tool: Tool::Paper,
        standing_report_id: Some(report.id),
        is_public: true,
        done_on: (term.ends < calendar.today).then(|| term.ends - Days::new(16)),
        dropped_reason: String::new(),
    })
}
