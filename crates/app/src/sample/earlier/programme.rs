//! The work programme of an earlier year: the theme of each meeting, and what scrutiny asked.

use chrono::NaiveDate;
use pledgeboard_domain::{DealtBy, HalfTerm, ItemKind, Tool, Topic, half_term::half_term_on, id::ThemeId};

use super::{Making, phrases};
use crate::{sample::ids::id, transfer::Records};

/// The topic that a meeting's theme took up, and every other time one that scrutiny dealt with.
pub(super) fn topics(to: &mut Records, making: &Making, at: usize, date: NaiveDate) {
    let Some(term) = half_term_on(date, &making.calendar.half_terms) else { return };
    if let Some(item) = to.agenda_items.iter_mut().find(|item| item.kind == ItemKind::Theme) {
        let mut topic = topic(&format!("{at}"), &item.title, DealtBy::Board, term, making.theme(at));
        item.topic_id = Some(topic.id);
        topic.why = "Those who can change it sit at this table.".into();
        to.topics.push(topic);
    }
    if at.is_multiple_of(2) {
        let (subject, _) = phrases::SUBJECTS[(at + 3) % phrases::SUBJECTS.len()];
        let mut topic =
            topic(&format!("{at} scrutiny"), subject, DealtBy::Scrutiny, term, making.theme(at + 3));
        topic.why = "It is Cabinet’s decision, and scrutiny asks in public.".into();
        topic.tool = Tool::Questions;
        topic.done_on = Some(term.ends);
        to.topics.push(topic);
    }
}

fn topic(key: &str, subject: &str, dealt_by: DealtBy, term: &HalfTerm, theme: ThemeId) -> Topic {
    Topic {
        id: id("topic", &format!("earlier {key}")),
        version: 1,
        academic_year: term.academic_year,
        half_term_id: Some(term.id),
        subject: subject.into(),
        dealt_by,
        why: String::new(),
        theme_id: Some(theme),
        tool: Tool::Discussion,
        standing_report_id: None,
        is_public: true,
        done_on: None,
        dropped_reason: String::new(),
    }
}
