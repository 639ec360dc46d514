//! How voices and answers lie in the database.

use pledgeboard_domain::{Answer, Voice};

use crate::{
    column::{date, flag, id, text},
    record::record,
    table::{Side, Table},
};

record! { Voice => VOICE, Answer => ANSWER }

const VOICE: Table = Table {
    name: "voice",
    called: "voice",
    columns: &[
        flag("is_quote"),
        date("heard_on"),
        id("event_id"),
        text("source"),
        id("theme_id"),
        id("cohort_id"),
        text("age_band"),
        text("share"),
        flag("sensitive"),
    ],
    sides: &[Side { name: "voice_words", columns: &[text("words")] }],
    links: &[],
    order: "t.heard_on DESC, t.id DESC",
    search: &["words", "source"],
};

const ANSWER: Table = Table {
    name: "answer",
    called: "answer",
    columns: &[
        id("voice_id"),
        text("kind"),
        id("action_id"),
        id("commitment_id"),
        id("agenda_item_id"),
        date("answered_on"),
        id("answered_by"),
        date("told_on"),
        text("told_how"),
        id("told_by"),
    ],
    sides: &[Side { name: "answer_words", columns: &[text("plain_text")] }],
    links: &[],
    order: "t.answered_on, t.id",
    search: &["plain_text"],
};
