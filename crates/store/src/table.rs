//! How a record lies in the database, and the SQL text that follows from it.

use crate::{column::Column, migrations::Engine};

/// Words that not everyone may read, in a table of their own with the record's id.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// A list of ids in the record, kept in order in a link table with foreign keys.
#[derive(Debug, Clone, Copy)]
pub struct Links {
    /// The record's field.
    pub field: &'static str,
    pub table: &'static str,
    /// The link table's column for the record, and the one for what it links to.
    pub own: &'static str,
    pub other: &'static str,
}

/// One record's table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// What people call such a record: "voice", "agenda item".
    pub called: &'static str,
    /// Beside `id` and `version`, which every record has.
    pub columns: &'static [Column],
    pub sides: &'static [Side],
    pub links: &'static [Links],
    /// The order in which lists come, as SQL.
    pub order: &'static str,
    /// The fields that search reads: the first is the title, the others the body.
    pub search: &'static [&'static str],
}

impl Table {
    /// Every column in the order of [`Table::select`]: the record's own, then its sides'.
    pub(crate) fn read_columns(&self) -> impl Iterator<Item = Column> {
        self.columns.iter().chain(self.sides.iter().flat_map(|side| side.columns)).copied()
    }

    /// `SELECT …` with the sides joined and `clause` after `WHERE`. The record is `t`, its sides `s0`, `s1`…
    ///
    /// On a shared board a side may be hidden from whoever reads; its columns are then null.
    pub(crate) fn select(&self, clause: &str, engine: Engine) -> String {
        let mut columns = String::from("t.id, t.version");
        for column in self.columns {
            columns.push_str(&format!(", t.\"{}\"", column.name));
        }
        for (at, side) in self.sides.iter().enumerate() {
            for column in side.columns {
                columns.push_str(&format!(", s{at}.\"{}\"", column.name));
            }
        }
        format!("SELECT {columns} FROM {} WHERE {clause} ORDER BY {}", self.joined(engine), self.order)
    }

    /// The links in one list of all records that `clause` finds, in order.
    pub(crate) fn select_links(&self, links: &Links, clause: &str, engine: Engine) -> String {
        let Links { table, own, other, .. } = links;
        format!(
            "SELECT l.{own}, l.{other} FROM {table} AS l \
             WHERE l.{own} IN (SELECT t.id FROM {} WHERE {clause}) ORDER BY l.{own}, l.position",
            self.joined(engine)
        )
    }

    fn joined(&self, engine: Engine) -> String {
        let join = match engine {
            Engine::File => "JOIN",
            Engine::Shared => "LEFT JOIN",
        };
        let mut from = format!("\"{}\" AS t", self.name);
        for (at, side) in self.sides.iter().enumerate() {
            from.push_str(&format!(" {join} \"{}\" AS s{at} ON s{at}.id = t.id", side.name));
        }
        from
    }
}

/// `INSERT INTO name (id, …) VALUES ($1, …)`.
pub(crate) fn insert(name: &str, columns: &[&str]) -> String {
    let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    format!("INSERT INTO \"{name}\" ({}) VALUES ({})", names.join(", "), places.join(", "))
}

/// The same for `rows` rows: `INSERT INTO name (id, …) VALUES ($1, …), ($4, …)`.
pub(crate) fn insert_rows(name: &str, columns: &[&str], rows: usize) -> String {
    let mut text = insert(name, columns);
    for row in 1..rows {
        let places: Vec<String> =
            (1..=columns.len()).map(|n| format!("${}", row * columns.len() + n)).collect();
        text.push_str(&format!(", ({})", places.join(", ")));
    }
    text
}

/// `UPDATE name SET … WHERE id = $1`, the values from $2 on.
pub(crate) fn update(name: &str, columns: &[&str]) -> String {
    let sets: Vec<String> =
        columns.iter().enumerate().map(|(at, column)| format!("\"{column}\" = ${}", at + 2)).collect();
    format!("UPDATE \"{name}\" SET {} WHERE id = $1", sets.join(", "))
}
