-- Full-text search on PostgreSQL: the one place where the two engines need two texts.
-- `access` is who may read the row, as on the record it comes from. What is looked for are the words without case and
-- accents; what is shown is as it was written.
CREATE TABLE search (
    rowid BIGINT PRIMARY KEY, kind TEXT NOT NULL, record_id UUID NOT NULL, access TEXT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, title_words TEXT NOT NULL, body_words TEXT NOT NULL,
    words TSVECTOR NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', body_words), 'B')
    ) STORED
);
CREATE INDEX search_words ON search USING gin (words);
