-- Full-text search on SQLite: the one place where the two engines need two texts.
-- `access` is who may read the row, as on the record it comes from.
CREATE VIRTUAL TABLE search USING fts5 (
    kind UNINDEXED, record_id UNINDEXED, access UNINDEXED, title, body,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
