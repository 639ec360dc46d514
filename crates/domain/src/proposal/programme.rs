//! What the work programme has for this half-term: its topics, and the standing reports that are due.

use super::{Proposed, ProposedFrom, Sources, begin, officer};
use crate::{
    agenda_item::{ItemKind, Purpose, TemplateLine},
    half_term::half_term_on,
    programme::{ReportDue, Tool, Topic},
    running_clock::Speaker,
};

pub(super) fn topics(sources: &Sources<'_>) -> Vec<Proposed> {
    sources.topics.iter().map(|topic| planned(sources, topic)).collect()
}

fn planned(sources: &Sources<'_>, topic: &Topic) -> Proposed {
    let term = half_term_on(sources.meeting.date, sources.half_terms).map(|it| it.term.words());
    let programme = match term {
        Some(term) => format!("It is on the work programme for {term}"),
        None => "It is on the work programme".to_owned(),
    };
    let theme = topic.theme_id;
    Proposed {
        lead_id: theme.and_then(|theme| officer(sources, theme)),
        topic_id: Some(topic.id),
        private: !topic.is_public,
        ..begin(
            format!("topic:{}", topic.id),
            ProposedFrom::Programme,
            taken_as(topic.tool, topic.subject.clone()),
            format!("{programme}: {}", topic.why),
        )
    }
}

/// How long a topic takes, who speaks, and to what end: a beginning, for the chair to change.
fn taken_as(tool: Tool, title: String) -> TemplateLine {
    let (purpose, presenting_minutes, discussing_minutes, presented_by) = match tool {
        Tool::Paper => (Purpose::Decide, 5, 15, Speaker::Officer),
        Tool::YoungPeople => (Purpose::Listen, 10, 15, Speaker::YoungPeople),
        Tool::Visit => (Purpose::Listen, 5, 10, Speaker::Councillor),
        Tool::Discussion => (Purpose::Lead, 5, 25, Speaker::Officer),
        Tool::Numbers => (Purpose::Check, 5, 15, Speaker::Officer),
        Tool::Questions => (Purpose::Check, 0, 20, Speaker::Councillor),
        Tool::TaskGroup => (Purpose::Decide, 10, 15, Speaker::Councillor),
    };
    TemplateLine {
        title,
        kind: ItemKind::Report,
        purpose,
        presenting_minutes,
        discussing_minutes,
        presented_by,
        lead_words: String::new(),
    }
}

/// The reports that come every year, in their month; one that nobody took in its half-term is offered until somebody
/// does.
pub(super) fn standing_reports(sources: &Sources<'_>) -> Vec<Proposed> {
    let line = |due: &ReportDue<'_>| {
        let ReportDue { report, late, .. } = *due;
        let left = if late { ", and not taken yet this year" } else { "" };
        Proposed {
            lead_id: report.author_id,
            summary: match report.must_cover.trim() {
                "" => String::new(),
                cover => format!("What it covers: {cover}"),
            },
            standing_report_id: Some(report.id),
            ..begin(
                format!("report:{}", report.id),
                ProposedFrom::Programme,
                taken_as(Tool::Paper, report.title.clone()),
                format!("It is a standing report, {}{left}", report.due_words()),
            )
        }
    };
    sources.reports_due.iter().map(line).collect()
}
