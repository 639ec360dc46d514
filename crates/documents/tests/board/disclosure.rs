//! What a board holds about somebody.

use pledgeboard_documents::content::disclosure::{
    DisclosedChange, DisclosedKind, DisclosedRecord, DisclosureInput, Done,
};

use super::records::{board, day};

pub fn input() -> DisclosureInput {
    let record = |title: &str, line: &str| DisclosedRecord { title: title.into(), lines: vec![line.into()] };
    DisclosureInput {
        board: board(),
        about: "Cllr Amina Yusuf".into(),
        period: "from 1 April 2026".into(),
        made_on: day(12, 3),
        made_by: "Dana Webb".into(),
        kinds: vec![DisclosedKind {
            called: "person".into(),
            records: vec![record("Amina Yusuf", "The email: “a.yusuf@example.org”.")],
        }],
        papers: vec!["Sufficiency of homes".into()],
        changes: vec![DisclosedChange {
            at: "5 November 2026, 9:14am".into(),
            by: "Dana Webb".into(),
            what: "change a person".into(),
            records: vec![record(
                "The person “Amina Yusuf” was changed.",
                "The phone was empty and is now “01632 960 001”.",
            )],
        }],
        did: vec![Done { at: "18 November 2026, 8:02pm".into(), what: "log an event".into() }],
    }
}
