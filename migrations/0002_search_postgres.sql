-- Full-text search on PostgreSQL: the one place where the two engines need two texts.
-- `access` is who may read the row, as on the record it comes from. The words are without case and accents.
CREATE TABLE search (
    rowid BIGINT PRIMARY KEY, kind TEXT NOT NULL, record_id UUID NOT NULL, access TEXT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, words TSVECTOR NOT NULL
);
CREATE INDEX search_words ON search USING gin (words);
