//! What was changed, by whom and when, and undo.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pledgeboard_domain::{
    Person,
    id::{EntryId, PersonId},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    command::commands,
    context::{Context, Written},
    error::Outcome,
};

mod assessed;
mod changed;
mod values;

use values::{ChangedRecord, ShowChange};

commands! {
    read "history.list" => list, ListHistory => Vec<HistoryLine>;
    read "history.show" => values::show, ShowChange => Vec<ChangedRecord>;
    write "history.undo" => undo, Undo => Option<EntryId>;
}

/// The latest changes, or those of one record.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListHistory {
    pub record: Option<Uuid>,
    /// Others whose changes belong to it: the links of a theme.
    #[serde(default)]
    pub also: Option<Vec<Uuid>>,
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
    let mut found = read.entries(request.record, limit).await?;
    for record in request.also.unwrap_or_default() {
        found.extend(read.entries(Some(record), limit).await?);
    }
    found.sort_by_key(|(entry, _)| std::cmp::Reverse((entry.at, entry.id)));
    found.dedup_by_key(|(entry, _)| entry.id);
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
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
