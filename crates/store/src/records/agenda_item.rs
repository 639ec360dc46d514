//! How agenda items and agenda versions and agenda templates lie in the database.

use pledgeboard_domain::{AgendaItem, AgendaTemplate, AgendaVersion, DroppedProposal};

use crate::{
    column::{date, id, integer, json, text},
    record::record,
    table::{Links, Side, Table},
};

record! { AgendaItem => AGENDA_ITEM, AgendaVersion => AGENDA_VERSION, AgendaTemplate => AGENDA_TEMPLATE, DroppedProposal => DROPPED_PROPOSAL }

const AGENDA_ITEM: Table = Table {
    name: "agenda_item",
    called: "agenda item",
    columns: &[
        id("meeting_id"),
        integer("position"),
        text("number"),
        text("public_title"),
        text("kind"),
        text("purpose"),
        integer("presenting_minutes"),
        integer("discussing_minutes"),
        text("presented_by"),
        id("lead_id"),
        text("lead_words"),
        text("access"),
        json("paragraphs"),
        text("access_reason"),
        integer("since_version"),
        text("urgency_reason"),
        text("withdrawn_reason"),
        id("deferred_to_id"),
        id("minutes_of_id"),
        id("topic_id"),
    ],
    sides: &[
        Side {
            name: "agenda_item_words",
            columns: &[
                text("title"),
                text("summary"),
                text("plain_summary"),
                json("questions"),
                json("background"),
            ],
        },
        Side { name: "agenda_item_notes", columns: &[text("internal_notes")] },
    ],
    links: &[
        Links { field: "papers", table: "agenda_item_paper", own: "agenda_item_id", other: "paper_id" },
        Links { field: "voices", table: "agenda_item_voice", own: "agenda_item_id", other: "voice_id" },
        Links { field: "promises", table: "agenda_item_promise", own: "agenda_item_id", other: "promise_id" },
        Links { field: "actions", table: "agenda_item_action", own: "agenda_item_id", other: "action_id" },
    ],
    order: "t.position, t.id",
    search: &["title", "public_title", "summary", "plain_summary", "questions"],
};

const AGENDA_VERSION: Table = Table {
    name: "agenda_version",
    called: "agenda version",
    columns: &[
        id("meeting_id"),
        integer("number"),
        date("published_on"),
        text("reason"),
        text("late_reason"),
    ],
    sides: &[Side { name: "agenda_version_content", columns: &[json("content")] }],
    links: &[],
    order: "t.number, t.id",
    search: &[],
};

const AGENDA_TEMPLATE: Table = Table {
    name: "agenda_template",
    called: "agenda template",
    columns: &[text("name"), json("lines")],
    sides: &[],
    links: &[],
    order: "t.name, t.id",
    search: &[],
};

const DROPPED_PROPOSAL: Table = Table {
    name: "dropped_proposal",
    called: "dropped proposal",
    columns: &[id("meeting_id"), text("key"), text("title"), date("dropped_on")],
    sides: &[],
    links: &[],
    order: "t.dropped_on, t.id",
    search: &[],
};
