//! Writing: one transaction, one named change, one entry in the audit trail with before and after.

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, SubsecRound, Utc};
use pledgeboard_domain::{
    Code, Entry, Refusal,
    id::{EntryId, PersonId},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::StoreError,
    inert::inert,
    open::Home,
    reading::Reading,
    record::Record,
    rows::{self, Fields, id_of, version_of},
    search,
    sql::{Arg, sql},
    table::{self, Table},
};

/// Who changes the board, when, and under which entry.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    pub entry: EntryId,
    pub at: DateTime<Utc>,
    pub person: Option<PersonId>,
}

/// A write under way. Dropped without [`Writing::commit`], it changes nothing.
pub struct Writing {
    reading: Reading,
    home: Home,
    entry: Entry,
    changes: Vec<Change>,
}

struct Change {
    kind: &'static str,
    record: Uuid,
    before: Option<Fields>,
    after: Option<Fields>,
}

/// What a committed write did.
#[derive(Debug, Clone)]
pub struct Done {
    /// None when nothing was different after all.
    pub entry: Option<EntryId>,
    pub can_undo: bool,
    /// The kinds of records that changed, each once.
    pub kinds: Vec<&'static str>,
}

impl Deref for Writing {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.reading
    }
}

impl Writing {
    pub(crate) fn new(reading: Reading, home: Home, name: &str, stamp: Stamp) -> Self {
        let entry = Entry {
            id: stamp.entry,
            at: stamp.at.trunc_subsecs(6),
            person_id: stamp.person,
            name: name.into(),
            can_undo: true,
            undoes: None,
        };
        Self { reading, home, entry, changes: vec![] }
    }

    /// Publishing, approving and telling back are never undone, but corrected by a new version (rule 10).
    pub fn cannot_be_undone(&mut self) {
        self.entry.can_undo = false;
    }

    /// Lets the file grow no further than it is, plus `pages`: a full disk, for tests.
    #[doc(hidden)]
    pub async fn limit_pages_for_tests(&mut self, pages: i64) -> Result<(), StoreError> {
        let now: i64 = sql("PRAGMA page_count").value(&mut self.reading.conn()).await?;
        sql(format!("PRAGMA max_page_count = {}", now + pages)).run(&mut self.reading.conn()).await?;
        Ok(())
    }

    pub(crate) fn rename(&mut self, name: String) {
        self.entry.name = name;
    }

    pub(crate) fn undoes(&mut self, entry: EntryId) {
        self.entry.undoes = Some(entry);
    }

    /// Adds a record; its version becomes 1.
    pub async fn insert<R: Record>(&mut self, record: &mut R) -> Result<(), StoreError> {
        record.set_version(1);
        let fields = inert(R::TABLE, to_fields(record)?)?;
        self.insert_fields(R::TABLE, fields).await
    }

    /// Saves a record; refused when its version is not the one that is stored. Equal content changes nothing.
    pub async fn update<R: Record>(&mut self, record: &mut R) -> Result<(), StoreError> {
        let stored = self.reading.fields(R::TABLE, record.id()).await?;
        let stored = stored.ok_or_else(|| Refusal::not_found(R::TABLE.called))?;
        if version_of(&stored) != record.version() {
            return Err(stale(R::TABLE, stored));
        }
        if inert(R::TABLE, to_fields(record)?)? == stored {
            return Ok(());
        }
        record.set_version(record.version() + 1);
        let fields = inert(R::TABLE, to_fields(record)?)?;
        self.update_fields(R::TABLE, stored, fields).await
    }

    /// Deletes a record at this version.
    pub async fn delete<R: Record>(&mut self, record: &R) -> Result<(), StoreError> {
        let stored = self.reading.fields(R::TABLE, record.id()).await?;
        let stored = stored.ok_or_else(|| Refusal::not_found(R::TABLE.called))?;
        if version_of(&stored) != record.version() {
            return Err(stale(R::TABLE, stored));
        }
        self.delete_fields(R::TABLE, stored).await
    }

    pub(crate) async fn insert_fields(
        &mut self,
        table: &'static Table,
        after: Fields,
    ) -> Result<(), StoreError> {
        rows::insert(&mut self.reading.conn(), table, &after).await?;
        search::index(&mut self.reading.conn(), table, &after).await?;
        self.changed(table, id_of(&after)?, None, Some(after));
        Ok(())
    }

    pub(crate) async fn update_fields(
        &mut self,
        table: &'static Table,
        before: Fields,
        after: Fields,
    ) -> Result<(), StoreError> {
        rows::update(&mut self.reading.conn(), table, &after).await?;
        search::forget(&mut self.reading.conn(), table, id_of(&after)?).await?;
        search::index(&mut self.reading.conn(), table, &after).await?;
        self.changed(table, id_of(&after)?, Some(before), Some(after));
        Ok(())
    }

    pub(crate) async fn delete_fields(
        &mut self,
        table: &'static Table,
        before: Fields,
    ) -> Result<(), StoreError> {
        let id = id_of(&before)?;
        // While the record is there to say whose it is.
        search::forget(&mut self.reading.conn(), table, id).await?;
        rows::delete(&mut self.reading.conn(), table, id).await?;
        self.changed(table, id, Some(before), None);
        Ok(())
    }

    fn changed(
        &mut self,
        table: &'static Table,
        record: Uuid,
        before: Option<Fields>,
        after: Option<Fields>,
    ) {
        match self.changes.iter_mut().find(|it| it.record == record && it.kind == table.name) {
            Some(earlier) => earlier.after = after,
            None => self.changes.push(Change { kind: table.name, record, before, after }),
        }
    }

    /// Writes the entry and makes it all true at once.
    pub async fn commit(mut self) -> Result<Done, StoreError> {
        self.changes.retain(|change| change.before != change.after);
        if self.changes.is_empty() {
            self.home.look_before_saving()?;
            self.reading.tx.commit().await?;
            return Ok(Done { entry: None, can_undo: false, kinds: vec![] });
        }
        let entry = self.entry.clone();
        self.put_entry(&entry).await?;
        let Entry { id, can_undo, .. } = entry;
        let mut kinds = vec![];
        let insert = table::insert("entry_change", &ENTRY_CHANGE);
        for (position, change) in (0_i64..).zip(std::mem::take(&mut self.changes)) {
            let shown = change.after.as_ref().or(change.before.as_ref());
            let access = match shown {
                Some(fields) => search::access_of(&mut self.reading.conn(), change.kind, fields).await?,
                None => "open".into(),
            };
            let json = |fields: Option<Fields>| Arg::json(fields.map(Value::Object));
            sql(insert.clone())
                .id(id)
                .integer(position)
                .text(change.kind)
                .id(change.record)
                .text(access)
                .bind(json(change.before))
                .bind(json(change.after))
                .run(&mut self.reading.conn())
                .await?;
            if !kinds.contains(&change.kind) {
                kinds.push(change.kind);
            }
        }
        self.home.look_before_saving()?;
        self.reading.tx.commit().await?;
        Ok(Done { entry: Some(id), can_undo, kinds })
    }

    /// Adds the entry behind the last one, whatever the clock says.
    async fn put_entry(&mut self, it: &Entry) -> Result<(), StoreError> {
        let last: i64 =
            sql("SELECT coalesce(max(number), 0) FROM entry").value(&mut self.reading.conn()).await?;
        sql(table::insert("entry", &ENTRY))
            .id(it.id)
            .bind(Arg::Moment(it.at))
            .bind(Arg::id(it.person_id))
            .text(&it.name)
            .bind(Arg::Flag(it.can_undo))
            .bind(Arg::id(it.undoes))
            .integer(last + 1)
            .run(&mut self.reading.conn())
            .await?;
        Ok(())
    }
}

/// The columns of an entry of the history, and of what it changed.
pub(crate) const ENTRY: [&str; 7] = ["id", "at", "person_id", "name", "can_undo", "undoes", "number"];
pub(crate) const ENTRY_CHANGE: [&str; 7] =
    ["entry_id", "position", "kind", "record_id", "access", "before", "after"];

pub(crate) fn to_fields<R: Record>(record: &R) -> Result<Fields, StoreError> {
    match serde_json::to_value(record)? {
        Value::Object(fields) => Ok(fields),
        other => Err(StoreError::Shape { column: R::TABLE.name, value: other.to_string() }),
    }
}

fn stale(table: &Table, stored: Fields) -> StoreError {
    let refusal = Refusal {
        code: Code::Stale,
        field: None,
        message: format!(
            "Someone else changed this {} while you were editing it. Yours was not saved; look at theirs first.",
            table.called
        ),
    };
    StoreError::Stale { refusal, current: Value::Object(stored) }
}
