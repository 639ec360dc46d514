//! Removing for good (rule 10): words, from every record, the history, frozen versions, search, drafts and papers; or
//! whole fields, whose time is over. What is left in the file's free pages goes too, so that nobody reads it there.

mod fields;
mod repeat;
mod rewrite;
mod wipe;

use std::collections::BTreeMap;

use pledgeboard_domain::{Refusal, Removal, RemovedPlace, removal::Words};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::StoreError,
    open::Store,
    reading::Reading,
    records::{self, KINDS, Kind},
    rows::{self, Fields, id_of, version_of},
    search,
    sql::{Arg, sql},
    writing::{Done, Stamp, Writing},
};
use rewrite::{Rewrite, fits};

/// Where words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The kind of record: its table's name.
    pub kind: String,
    pub record: Uuid,
    /// The fields that hold them now; none where only the history does.
    pub fields: Vec<String>,
    /// How many changes in the history hold them.
    pub changes: u32,
}

/// What is to go.
#[derive(Debug, Clone, Copy)]
pub enum Going<'a> {
    /// These words wherever they stand, and the files of these papers (id and hash) with them.
    Words { words: &'a Words, papers: &'a [(Uuid, String)] },
    /// What these fields say and ever said; a paper's `hash` stands for its file.
    Fields(&'a [RemovedPlace]),
}

impl Found {
    /// What people call such a record: "voice", "agenda item".
    pub fn called(&self) -> &str {
        records::kind(&self.kind).map_or("record", |kind| kind.table.called)
    }
}

/// A change as the history keeps it.
struct Kept {
    entry: Uuid,
    position: i64,
    kind: String,
    record: Uuid,
    /// Before and after.
    sides: [Option<Fields>; 2],
}

impl Reading {
    /// Every record that holds the words, or held them once.
    pub async fn holding(&mut self, words: &Words) -> Result<Vec<Found>, StoreError> {
        let out = |text: &str| words.take_out(text);
        let mut found: BTreeMap<(String, Uuid), Found> = BTreeMap::new();
        let mut at = |kind: &str, record: Uuid, fields: Vec<String>, changes: u32| {
            let place = found.entry((kind.to_owned(), record)).or_insert_with(|| Found {
                kind: kind.to_owned(),
                record,
                fields: vec![],
                changes: 0,
            });
            place.fields.extend(fields);
            place.changes += changes;
        };
        for kind in KINDS {
            for fields in self.every(kind).await? {
                let holding = names(&rewrite::fields(&fields, &out));
                if !holding.is_empty() {
                    at(kind.table.name, id_of(&fields)?, holding, 0);
                }
            }
        }
        for kept in self.kept_changes(None).await? {
            if kept.sides.iter().flatten().any(|fields| !rewrite::fields(fields, &out).is_empty()) {
                at(&kept.kind, kept.record, vec![], 1);
            }
        }
        Ok(found.into_values().collect())
    }

    async fn every(&mut self, kind: &Kind) -> Result<Vec<Fields>, StoreError> {
        let all = rows::select(&mut self.conn(), kind.table, "1 = 1", &[]).await?;
        Ok(all.into_iter().map(rows::fields).collect())
    }

    /// What the history keeps: of one record, or of all.
    async fn kept_changes(&mut self, record: Option<Uuid>) -> Result<Vec<Kept>, StoreError> {
        let changes = "SELECT entry_id, position, kind, record_id, before, after FROM entry_change \
                       WHERE $1 IS NULL OR record_id = $1";
        let rows = sql(changes).bind(Arg::id(record)).all(&mut self.conn()).await?;
        let side = |text: Option<String>| text.map(|text| serde_json::from_str::<Fields>(&text)).transpose();
        rows.iter()
            .map(|row| {
                Ok(Kept {
                    entry: row.get(0)?,
                    position: row.get(1)?,
                    kind: row.get(2)?,
                    record: row.get(3)?,
                    sides: [side(row.get(4)?)?, side(row.get(5)?)?],
                })
            })
            .collect()
    }
}

fn names(fields: &Fields) -> Vec<String> {
    fields.keys().cloned().collect()
}

impl Store {
    /// Takes it out of the whole board. The removal says who, when and why, and learns from where. It cannot be undone.
    ///
    /// # Errors
    /// As [`Store::begin_removal`] and [`Store::wipe`].
    pub async fn remove_for_good(
        &self,
        going: Going<'_>,
        removal: Removal,
        stamp: Stamp,
    ) -> Result<Done, StoreError> {
        let done = self.begin_removal(going, removal, stamp).await?.commit().await?;
        self.wipe().await?;
        Ok(done)
    }

    /// The same, up to the moment where it is committed; after that the board is to be wiped.
    ///
    /// # Errors
    /// When there is nothing of it on the board, or the words are also ones by which a record says what it is ("open").
    pub async fn begin_removal(
        &self,
        going: Going<'_>,
        mut removal: Removal,
        stamp: Stamp,
    ) -> Result<Writing, StoreError> {
        let name = match going {
            Going::Words { .. } => "remove words for good",
            Going::Fields(_) => "let go what is past its years",
        };
        let mut write = self.write(name, stamp).await?;
        write.cannot_be_undone();
        removal.places = match going {
            Going::Words { words, papers } => write.take_out(words, papers).await?,
            Going::Fields(places) => write.let_go(places).await?,
        };
        write.insert(&mut removal).await?;
        write.owe_a_wipe(removal.id).await?;
        Ok(write)
    }
}

impl Writing {
    /// Takes words out of everything; from where they went.
    async fn take_out(
        &mut self,
        words: &Words,
        papers: &[(Uuid, String)],
    ) -> Result<Vec<RemovedPlace>, StoreError> {
        let out = |text: &str| words.take_out(text);
        let mut places: BTreeMap<(String, Uuid), Vec<String>> = BTreeMap::new();
        for kind in KINDS {
            for fields in self.every(kind).await? {
                let changed = rewrite::fields(&fields, &out);
                if !changed.is_empty() {
                    places.insert((kind.table.name.to_owned(), id_of(&fields)?), names(&changed));
                    self.put(kind, &fields, changed).await?;
                }
            }
        }
        for mut kept in self.kept_changes(None).await? {
            let mut changes = false;
            for fields in kept.sides.iter_mut().flatten() {
                let changed = rewrite::fields(fields, &out);
                if changed.is_empty() {
                    continue;
                }
                changes = true;
                places.entry((kept.kind.clone(), kept.record)).or_default().extend(names(&changed));
                let kind = records::kind(&kept.kind);
                let could_be_put_back =
                    kind.is_some_and(|kind| (kind.normal)(&Value::Object(fields.clone())).is_ok());
                fields.extend(changed);
                if let Some(kind) = kind.filter(|_| could_be_put_back) {
                    fits(kind, fields)?;
                }
            }
            if changes {
                self.keep_change(&kept).await?;
            }
        }
        let beside = self.rewrite_beside(&out).await?;
        for (paper, hash) in papers {
            self.empty_file(hash).await?;
            places.entry(("paper".to_owned(), *paper)).or_default().push("hash".to_owned());
        }
        if places.is_empty() && beside == 0 {
            return Err(Refusal::field("words", "These words stand nowhere on the board.").into());
        }
        let places = places.into_iter().map(|((kind, record), mut fields)| {
            fields.sort_unstable();
            fields.dedup();
            RemovedPlace { kind, record, fields }
        });
        Ok(places.collect())
    }

    /// Changes a record past its rules, and leaves nothing of what it was in the history.
    async fn put(&mut self, kind: &Kind, before: &Fields, changed: Fields) -> Result<(), StoreError> {
        let mut after = before.clone();
        after.extend(changed);
        fits(kind, &after)?;
        // Whoever has the record open, with the words in it, is refused when they save it.
        after.insert("version".into(), (version_of(before) + 1).into());
        rows::update(&mut self.conn(), kind.table, &after).await?;
        search::forget(&mut self.conn(), kind.table, id_of(&after)?).await?;
        search::index(&mut self.conn(), kind.table, &after).await
    }

    async fn keep_change(&mut self, kept: &Kept) -> Result<(), StoreError> {
        let update = "UPDATE entry_change SET before = $3, after = $4 WHERE entry_id = $1 AND position = $2";
        let [before, after] = kept.sides.clone().map(|side| Arg::json(side.map(Value::Object)));
        sql(update)
            .id(kept.entry)
            .integer(kept.position)
            .bind(before)
            .bind(after)
            .run(&mut self.conn())
            .await?;
        Ok(())
    }

    /// What lies beside the records: the names of changes, and what is being typed. How many held the words.
    async fn rewrite_beside(&mut self, rewrite: Rewrite<'_>) -> Result<usize, StoreError> {
        let mut held = 0;
        for row in sql("SELECT id, name FROM entry").all(&mut self.conn()).await? {
            let (id, name): (Uuid, String) = (row.get(0)?, row.get(1)?);
            let Some(name) = rewrite(&name) else { continue };
            held += 1;
            sql("UPDATE entry SET name = $2 WHERE id = $1").id(id).text(name).run(&mut self.conn()).await?;
        }
        for row in sql("SELECT who, place, \"values\" FROM draft").all(&mut self.conn()).await? {
            let (who, place, text): (Uuid, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Some(values) = rewrite::value(&serde_json::from_str(&text)?, rewrite) else { continue };
            held += 1;
            let update = sql("UPDATE draft SET \"values\" = $3 WHERE who = $1 AND place = $2");
            update.id(who).text(place).text(values.to_string()).run(&mut self.conn()).await?;
        }
        Ok(held)
    }

    /// Leaves a paper's file empty; whether it was not.
    async fn empty_file(&mut self, hash: &str) -> Result<bool, StoreError> {
        let empty = sql("UPDATE paper_file SET content = $2 WHERE hash = $1 AND length(content) > 0");
        Ok(empty.text(hash).bind(Arg::Bytes(vec![])).run(&mut self.conn()).await? > 0)
    }
}
