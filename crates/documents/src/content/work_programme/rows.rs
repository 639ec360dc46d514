//! The work programme as rows for a spreadsheet.

use chrono::NaiveDate;
use pledgeboard_domain::{Audience, TopicState, id::HalfTermId};

use super::WorkProgrammeInput;
use crate::content::capitalised;

const HEAD: [&str; 11] =
    ["Half-term", "What", "Subject", "Who", "Why", "How", "Theme", "Author", "State", "From", "To"];

/// Topics, standing reports due, meetings and fixed points by half-term; dates as ISO 8601 writes them.
pub fn rows(input: &WorkProgrammeInput, audience: Audience) -> Vec<Vec<String>> {
    let mut rows = vec![HEAD.map(str::to_owned).to_vec()];
    let places = input.half_terms.iter().map(|it| Some(it.id)).chain([None]);
    for place in places {
        let name = input.half_terms.iter().find(|it| Some(it.id) == place);
        let name = name.map_or_else(String::new, |it| it.term.words().to_owned());
        rows.extend(of_half_term(input, audience, place).into_iter().map(|mut row| {
            row.insert(0, name.clone());
            row
        }));
    }
    rows
}

fn of_half_term(input: &WorkProgrammeInput, audience: Audience, at: Option<HalfTermId>) -> Vec<Vec<String>> {
    let mut rows = vec![];
    for it in input.meetings.iter().filter(|it| Some(it.half_term) == at) {
        let title = if it.title.is_empty() { input.board.name.as_str() } else { it.title.as_str() };
        rows.push(point("Meeting", title, it.date, it.date));
    }
    let members = matches!(audience, Audience::Members | Audience::Chair);
    for it in input.topics_for(audience).filter(|it| it.topic.half_term_id == at) {
        let topic = &it.topic;
        let state = it.state();
        if state == TopicState::Dropped && !members {
            continue;
        }
        let on = it.taken.map(|taken| taken.on).or(topic.done_on).map(|day| day.to_string());
        let dropped = if topic.dropped_reason.is_empty() { "" } else { ": " };
        rows.push(vec![
            "Topic".into(),
            topic.subject.clone(),
            capitalised(topic.dealt_by.words()),
            topic.why.clone(),
            capitalised(topic.tool.words()),
            it.theme.clone(),
            it.author.clone(),
            match state {
                TopicState::Dropped => {
                    format!("{}{dropped}{}", capitalised(state.words()), topic.dropped_reason)
                }
                _ => capitalised(state.words()),
            },
            on.clone().unwrap_or_default(),
            on.unwrap_or_default(),
        ]);
    }
    for it in input.due.iter().filter(|it| Some(it.half_term) == at) {
        let mut row = vec!["Standing report".into(), it.title.clone(), "This board".into(), it.when.clone()];
        row.extend(["A paper".into(), String::new(), it.author.clone(), "Not planned yet".into()]);
        row.extend([String::new(), String::new()]);
        rows.push(row);
    }
    for it in input.anchors.iter().filter(|it| it.half_term(&input.half_terms).map(|term| term.id) == at) {
        rows.push(point("Fixed point", &it.title, it.starts, it.ends));
    }
    rows
}

fn point(what: &str, subject: &str, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let mut row = vec![what.to_owned(), subject.to_owned()];
    row.extend((0..6).map(|_| String::new()));
    row.extend([from.to_string(), to.to_string()]);
    row
}
