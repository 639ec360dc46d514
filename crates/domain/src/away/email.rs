//! The e-mail form: labelled lines that any telephone can fill in.

use super::labels::{END, LABELS, VOICES, band_label};
use crate::{cohort::AgeBand, event::EventKind, voice::AT_RISK};

/// For whom a form is made.
#[derive(Debug, Clone, Copy)]
pub struct Addressed<'a> {
    pub number: &'a str,
    pub board: &'a str,
    pub theme: &'a str,
    pub person: Option<&'a str>,
}

/// The form's text, ready for an e-mail. Lines stay short, so that no mail program breaks a label.
#[must_use]
pub fn form(to: Addressed<'_>) -> String {
    let kinds: Vec<&str> = EventKind::ALL.iter().map(|it| it.words()).collect();
    let mut lines: Vec<String> = vec![
        to.board.into(),
        "Log an event by e-mail".into(),
        String::new(),
        AT_RISK.into(),
        String::new(),
        "How to fill this in: reply to this e-mail and write after the colons. Leave empty what you do not know. Never \
         write a child's name, address or telephone number."
            .into(),
        format!("Kinds of events: {}.", kinds.join(", ")),
        "Ages: under 5, 5 to 10, 11 to 15, 16 and 17, 18 to 25.".into(),
        "May we share it? Write no, board (with the board only) or anywhere. Sensitive? Write yes or no.".into(),
        "For more voices, copy the four lines of a voice and count on.".into(),
        String::new(),
        format!("{} {}", label(LABELS.number), to.number),
        format!("{} {}", label(LABELS.theme), to.theme),
    ];
    if let Some(person) = to.person {
        lines.push(format!("{} {person}", label(LABELS.who)));
    }
    lines.push(String::new());
    lines.extend([LABELS.date, LABELS.place, LABELS.kind, LABELS.title].map(label));
    lines.push(String::new());
    lines.extend(AgeBand::ALL.iter().map(|band| label(&band_label(*band))));
    lines.push(label(LABELS.in_all));
    for number in 1..=VOICES {
        lines.push(String::new());
        let parts = [LABELS.voice, LABELS.age, LABELS.share, LABELS.sensitive];
        lines.extend(parts.map(|part| label(&format!("{part} {number}"))));
    }
    lines.push(String::new());
    lines.extend([LABELS.happened, LABELS.take].map(label));
    lines.push(String::new());
    lines.push("Is what a report says true? Write true, partly, not true or can't tell.".into());
    let parts = [LABELS.claim, LABELS.stands_in, LABELS.verdict, LABELS.seen];
    lines.extend(parts.map(|part| label(&format!("{part} 1"))));
    lines.extend([String::new(), END.into(), String::new()]);
    lines.join("\n")
}

fn label(words: &str) -> String {
    format!("{words}:")
}
