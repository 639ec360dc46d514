//! The work programme as days of a calendar: meetings, topics, standing reports due and fixed points.

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_domain::{Audience, TopicState, id::HalfTermId};

use super::WorkProgrammeInput;
use crate::calendar::{Calendar, CalendarEntry, When};

/// Topics of the board stand on the meeting that has them, or on the first meeting of their half-term; those of
/// scrutiny, and half-terms without a meeting, on the half-term's first day. What is not placed is in no calendar.
pub fn calendar(input: &WorkProgrammeInput, audience: Audience, made: NaiveDateTime) -> Calendar {
    let mut entries = vec![];
    for it in &input.meetings {
        let title = if it.title.is_empty() { &input.board.name } else { &it.title };
        entries.push(entry(format!("meeting-{}", it.id), When::Day(it.date), title, String::new()));
    }
    for it in input.topics_for(audience).filter(|it| it.state() != TopicState::Dropped) {
        let topic = &it.topic;
        let meets = topic.dealt_by.is_for_the_board();
        let placed = topic.half_term_id.and_then(|term| day_of(input, term, meets));
        let Some(day) = it.taken.map(|taken| taken.on).or(topic.done_on).or(placed) else { continue };
        let whose = match topic.dealt_by.is_for_the_board() {
            true => "Board",
            false => "Scrutiny",
        };
        let title = format!("{whose}: {}", topic.subject);
        entries.push(entry(format!("topic-{}", topic.id), When::Day(day), &title, topic.why.clone()));
    }
    for it in &input.due {
        let Some(day) = day_of(input, it.half_term, true) else { continue };
        let title = format!("Report due: {}", it.title);
        let author = if it.author.is_empty() { String::new() } else { format!(", by {}", it.author) };
        let uid = format!("report-{}-{}", it.id, input.year.0);
        entries.push(entry(uid, When::Day(day), &title, format!("It is {}{author}.", it.when)));
    }
    for it in &input.anchors {
        let uid = format!("anchor-{}", it.id);
        entries.push(entry(uid, When::Days(it.starts, it.ends), &it.title, String::new()));
    }
    Calendar {
        name: format!("{}: work programme {}", input.board.council, input.year),
        private: false,
        made,
        entries,
    }
}

fn entry(uid: String, when: When, title: &str, words: String) -> CalendarEntry {
    CalendarEntry { uid, when, title: title.to_owned(), words, place: String::new(), rings: None }
}

fn day_of(input: &WorkProgrammeInput, half_term: HalfTermId, meets: bool) -> Option<NaiveDate> {
    let meetings = input.meetings.iter().filter(|it| meets && it.half_term == half_term);
    let first = meetings.map(|it| it.date).min();
    first.or(input.half_terms.iter().find(|it| it.id == half_term).map(|it| it.starts))
}
