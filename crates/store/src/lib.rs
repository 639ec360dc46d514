//! The board's file: SQLite through sqlx, one write = one named change.
