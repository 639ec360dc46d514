//! Anytown's board and the dates it works by.

use pledgeboard_domain::{
    AnswerWithin, Board, Standing, WithScrutiny,
    answer_promise::USUAL_WEEKS,
    numbering::{DEFAULT_ACTIONS, DEFAULT_MINUTES, Scope},
};

use super::{calendar::Calendar, ids::id};
use crate::transfer::Records;

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    to.boards.push(Board {
        id: id("board", "anytown"),
        version: 1,
        council: "Anytown Council".into(),
        name: "Anytown Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing: Standing::StatutoryCommittee,
        meets_in_public: true,
        quorum: 4,
        clear_days: 5,
        minute_pattern: DEFAULT_MINUTES.into(),
        minute_scope: Scope::Year,
        action_pattern: DEFAULT_ACTIONS.into(),
        action_scope: Scope::Year,
        champions_required: true,
        contact: "Colin Webb, Democratic Services, 01632 960 114, democratic.services@anytown.example".into(),
        who_to_talk_to:
            "You can talk to Jess. She works with the Children in Care Council. Ring her on 01632 960 120. \
                         You can text that number too."
                .into(),
        colour: String::new(),
        logo: String::new(),
        answer_within: AnswerWithin::default(),
        answer_weeks: USUAL_WEEKS,
        with_scrutiny: WithScrutiny {
            scrutiny_name: "Children and Families Scrutiny Committee".into(),
            scrutiny_chair: "Cllr Jean Moss".into(),
            ..WithScrutiny::default()
        },
        meeting_pages: Some(100),
        paper_pages: Some(4),
    });
    to.annual_meetings = calendar.annual_meetings.clone();
    to.half_terms = calendar.half_terms.clone();
}
