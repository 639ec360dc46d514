//! How boards and annual meetings and bank holidays lie in the database.

use pledgeboard_domain::{AnnualMeeting, BankHolidayChange, Board};

use crate::{
    column::{date, flag, integer, text},
    record::record,
    table::Table,
};

record! { Board => BOARD, AnnualMeeting => ANNUAL_MEETING, BankHolidayChange => BANK_HOLIDAY_CHANGE }

const BOARD: Table = Table {
    name: "board",
    called: "board",
    columns: &[
        text("council"),
        text("name"),
        text("promises_called"),
        text("standing"),
        flag("meets_in_public"),
        integer("quorum"),
        integer("clear_days"),
        text("minute_pattern"),
        text("minute_scope"),
        text("action_pattern"),
        text("action_scope"),
        flag("champions_required"),
        text("contact"),
        text("who_to_talk_to"),
        text("colour"),
        text("logo"),
        text("answer_within"),
        integer("answer_weeks"),
        text("scrutiny_split"),
        text("scrutiny_name"),
        text("scrutiny_chair"),
        text("scrutiny_terms"),
        integer("meeting_pages"),
        integer("paper_pages"),
    ],
    sides: &[],
    links: &[],
    order: "t.id",
    search: &[],
};

const ANNUAL_MEETING: Table = Table {
    name: "annual_meeting",
    called: "annual meeting",
    columns: &[date("date")],
    sides: &[],
    links: &[],
    order: "t.date",
    search: &[],
};

const BANK_HOLIDAY_CHANGE: Table = Table {
    name: "bank_holiday_change",
    called: "bank holiday",
    columns: &[date("date"), text("name"), flag("removed")],
    sides: &[],
    links: &[],
    order: "t.date",
    search: &[],
};
