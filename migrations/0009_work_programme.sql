-- The work programme: topics by half-term for the board or for scrutiny and why, the reports that come every year, and
-- the year's fixed points. What a topic says may not be for everybody, so its words lie apart.

ALTER TABLE board ADD COLUMN scrutiny_split TEXT NOT NULL DEFAULT 'board_leads';
ALTER TABLE board ADD COLUMN scrutiny_name TEXT NOT NULL DEFAULT '';
ALTER TABLE board ADD COLUMN scrutiny_chair TEXT NOT NULL DEFAULT '';
ALTER TABLE board ADD COLUMN scrutiny_terms TEXT NOT NULL DEFAULT '';

CREATE TABLE standing_report (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    title TEXT NOT NULL, author_id UUID REFERENCES person (id), author_words TEXT NOT NULL,
    month BIGINT NOT NULL, must_cover TEXT NOT NULL, retired_on DATE
);
CREATE TABLE topic (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    academic_year BIGINT NOT NULL, half_term_id UUID REFERENCES half_term (id),
    dealt_by TEXT NOT NULL, theme_id UUID REFERENCES theme (id), tool TEXT NOT NULL,
    standing_report_id UUID REFERENCES standing_report (id), is_public BOOLEAN NOT NULL, done_on DATE
);
CREATE INDEX topic_academic_year ON topic (academic_year);
CREATE TABLE topic_words (
    id UUID PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
    subject TEXT NOT NULL, why TEXT NOT NULL, dropped_reason TEXT NOT NULL
);
CREATE TABLE anchor (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    academic_year BIGINT NOT NULL, title TEXT NOT NULL, starts DATE NOT NULL, ends DATE NOT NULL
);

ALTER TABLE agenda_item ADD COLUMN topic_id UUID REFERENCES topic (id);
CREATE INDEX agenda_item_topic ON agenda_item (topic_id);
