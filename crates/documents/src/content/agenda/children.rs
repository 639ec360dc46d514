//! The agenda in plain words: what the meeting will talk about.

use pledgeboard_domain::wording;

use super::{AgendaInput, Line};
use crate::block::Document;
use crate::content::{Edition, children};

pub fn build(input: &AgendaInput, lines: &[Line<'_>]) -> Document {
    let meeting = &input.content.meeting;
    let subtitle = format!("{} · {}", wording::date(meeting.date), input.board.name);
    let mut document =
        children::document(&input.board, Edition::Children, "What will the meeting talk about?", &subtitle);
    document.heading(2, "What we will talk about");
    let before = document.blocks.len();
    for line in lines.iter().filter(|line| line.item().access.is_open() && !line.item().is_withdrawn()) {
        let item = line.item();
        if children::is_procedure(item.kind) && item.plain_summary.trim().is_empty() {
            continue;
        }
        document.push(children::purpose_pair(
            Edition::Children,
            item.purpose,
            children::Tense::Will,
            [item.plain_summary.as_str()],
        ));
    }
    if lines.iter().any(|line| !line.item().access.is_open()) {
        document.push(children::private_part(Edition::Children, children::Tense::Will));
    }
    if document.blocks.len() == before {
        document.paragraph("We are still planning this meeting.");
    }
    children::close(&mut document, &input.board);
    document
}
