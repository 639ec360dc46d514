//! What the work programme has for a meeting, and a standing report taken up by one.

use pledgeboard_domain::{
    AgendaItem, DealtBy, HalfTerm, Meeting, StandingReport, Tool, Topic, TopicState,
    half_term::{academic_year_on, half_term_on},
    id::{StandingReportId, TopicId},
    programme::{ReportDue, reports_due, taken},
};
use pledgeboard_store::{Arg, Reading, Writing};

use crate::{context::Context, error::Outcome};

/// The topics of a meeting's half-term, and the standing reports of the board.
pub(crate) struct Offered {
    half_term: Option<HalfTerm>,
    /// Every topic of the year.
    of_year: Vec<Topic>,
    reports: Vec<StandingReport>,
    /// Of the half-term, for the board, and neither on an agenda nor done nor dropped.
    pub topics: Vec<Topic>,
}

impl Offered {
    pub(crate) async fn of(read: &mut Reading, meeting: &Meeting, half_terms: &[HalfTerm]) -> Outcome<Self> {
        let Some(half_term) = half_term_on(meeting.date, half_terms).cloned() else {
            return Ok(Self { half_term: None, of_year: vec![], reports: vec![], topics: vec![] });
        };
        let year = Arg::Integer(half_term.academic_year.into());
        let of_year = read.find::<Topic>("t.academic_year = $1", std::slice::from_ref(&year)).await?;
        let (items, meetings) = agendas_of(read, year).await?;
        let waits = |topic: &&Topic| {
            topic.half_term_id == Some(half_term.id)
                && topic.dealt_by.is_for_the_board()
                && topic.state(taken(topic.id, &items, &meetings).as_ref()) == TopicState::Planned
        };
        let topics = of_year.iter().filter(waits).cloned().collect();
        let reports = read.all::<StandingReport>().await?;
        Ok(Self { half_term: Some(half_term), of_year, reports, topics })
    }

    pub(crate) fn reports_due(&self, half_terms: &[HalfTerm]) -> Vec<ReportDue<'_>> {
        let due = |it| reports_due(it, &self.reports, &self.of_year, half_terms);
        self.half_term.as_ref().map(due).unwrap_or_default()
    }
}

/// The topics that an item of this meeting can take up: the board's of its year, planned or on this agenda.
pub(crate) async fn for_items(read: &mut Reading, meeting: &Meeting) -> Outcome<Vec<Topic>> {
    let half_terms = read.all::<HalfTerm>().await?;
    let year = Arg::Integer(academic_year_on(meeting.date, &half_terms).0.into());
    let (items, meetings) = agendas_of(read, year.clone()).await?;
    let mut topics = read.find::<Topic>("t.academic_year = $1", &[year]).await?;
    topics.retain(|topic| {
        let taken = taken(topic.id, &items, &meetings);
        let here = items.iter().any(|it| it.meeting_id == meeting.id && it.topic_id == Some(topic.id));
        topic.dealt_by.is_for_the_board() && (here || topic.state(taken.as_ref()) == TopicState::Planned)
    });
    Ok(topics)
}

/// The items that take up topics of a year, and the meetings that they belong to.
pub(crate) async fn agendas_of(read: &mut Reading, year: Arg) -> Outcome<(Vec<AgendaItem>, Vec<Meeting>)> {
    let year = [year];
    let items = read
        .find::<AgendaItem>("t.topic_id IN (SELECT id FROM topic WHERE academic_year = $1)", &year)
        .await?;
    let meetings = read
        .find::<Meeting>(
            "t.id IN (SELECT i.meeting_id FROM agenda_item AS i JOIN topic AS p ON p.id = i.topic_id \
             WHERE p.academic_year = $1)",
            &year,
        )
        .await?;
    Ok((items, meetings))
}

/// A standing report that a meeting takes becomes a topic of its half-term.
pub(crate) async fn take_up_report(
    cx: &Context,
    write: &mut Writing,
    report: StandingReportId,
    meeting: &Meeting,
) -> Outcome<Option<TopicId>> {
    let half_terms = write.all::<HalfTerm>().await?;
    let Some(half_term) = half_term_on(meeting.date, &half_terms) else { return Ok(None) };
    let report = write.one::<StandingReport>(report).await?;
    let mut topic = of_report(cx, &report, half_term, meeting.in_public);
    topic.check(&half_terms, &write.board().await?.with_scrutiny)?;
    write.insert(&mut topic).await?;
    Ok(Some(topic.id))
}

/// A standing report as a topic of a half-term.
pub(super) fn of_report(cx: &Context, report: &StandingReport, at: &HalfTerm, is_public: bool) -> Topic {
    Topic {
        id: cx.new_id(),
        version: 0,
        academic_year: at.academic_year,
        half_term_id: Some(at.id),
        subject: report.title.clone(),
        dealt_by: DealtBy::Board,
        why: format!("A standing report, {}.", report.due_words()),
        theme_id: None,
        tool: Tool::Paper,
        standing_report_id: Some(report.id),
        is_public,
        done_on: None,
        dropped_reason: String::new(),
    }
}
