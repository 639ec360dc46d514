//! What was changed, by whom and when, and undo.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pledgeboard_domain::{
    Person,
    id::{EntryId, PersonId},
};
use pledgeboard_store::Touching;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    command::commands,
    context::{Context, Written},
    error::Outcome,
};

mod assessed;
pub(crate) mod changed;
pub(crate) mod values;

use values::{ChangedRecord, ShowChange};

commands! {
    read "history.list" => list, ListHistory => Vec<HistoryLine>;
    read "history.show" => values::show, ShowChange => Vec<ChangedRecord>;
    write "history.undo" => undo, Undo => Option<EntryId>;
}

/// The latest changes of a page: of its records, or of the kinds in its list; without either, of the whole board.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListHistory {
    #[serde(default)]
    pub records: Vec<Uuid>,
    /// Kinds by their names: "voice", "answer". Beside records, those of them that name one of the records.
    #[serde(default)]
    pub kinds: Vec<String>,
    pub limit: Option<u32>,
}

/// One change, as the history reads it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryLine {
    pub id: EntryId,
    pub at: DateTime<Utc>,
    /// Who made it; "Pledgeboard" when nobody was chosen yet.
    pub by: String,
    /// "publish the agenda".
    pub what: String,
    pub can_undo: bool,
    /// How many records it touched.
    pub records: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undo {
    pub entry: EntryId,
}

const LATEST: u32 = 100;

pub(crate) async fn list(cx: &Context, request: ListHistory) -> Outcome<Vec<HistoryLine>> {
    let mut read = cx.read().await?;
    let names: HashMap<PersonId, String> =
        read.all::<Person>().await?.into_iter().map(|person| (person.id, person.printed_name())).collect();
    let limit: i64 = request.limit.unwrap_or(LATEST).into();
    let touching = Touching { records: &request.records, kinds: &request.kinds };
    let found = read.entries(touching, limit).await?;
    let by = |person: Option<PersonId>| person.and_then(|id| names.get(&id).cloned());
    Ok(found
        .into_iter()
        .map(|(entry, records)| HistoryLine {
            id: entry.id,
            at: entry.at,
            by: by(entry.person_id).unwrap_or_else(|| "Pledgeboard".into()),
            what: entry.name,
            can_undo: entry.can_undo,
            records: u32::try_from(records).unwrap_or(u32::MAX),
        })
        .collect())
}

/// Puts back what an entry changed; its answer is the new entry, which can be undone in turn.
pub(crate) async fn undo(cx: &Context, request: Undo) -> Outcome<Written<Option<EntryId>>> {
    let done = cx.store.undo(request.entry, cx.stamp()).await?;
    Ok(Written {
        result: done.entry,
        changed: done.kinds.into_iter().map(str::to_owned).collect(),
        entry: done.entry,
        can_undo: done.can_undo,
    })
}
