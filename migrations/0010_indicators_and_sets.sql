-- Numbers that the board watches, entered once and drawn by every measure that watches them; which older promise a
-- promise follows; how many pages a board wants to read; and what the chair dropped from a proposed agenda.

CREATE TABLE indicator (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, plain_text TEXT NOT NULL, definition TEXT NOT NULL, denominator TEXT NOT NULL, ages TEXT NOT NULL,
    unit TEXT NOT NULL, counts BOOLEAN NOT NULL, better TEXT NOT NULL, target DOUBLE PRECISION, source TEXT NOT NULL,
    theme_id UUID REFERENCES theme (id), position BIGINT NOT NULL, retired_on DATE
);
CREATE TABLE indicator_point (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    indicator_id UUID NOT NULL REFERENCES indicator (id), "on" DATE NOT NULL, period TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL, "of" BIGINT, like_us DOUBLE PRECISION, england DOUBLE PRECISION,
    all_children DOUBLE PRECISION, why TEXT NOT NULL,
    CONSTRAINT indicator_point_once UNIQUE (indicator_id, "on")
);

ALTER TABLE measure ADD COLUMN indicator_id UUID REFERENCES indicator (id);
ALTER TABLE measure ADD COLUMN counts BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE measure ADD COLUMN all_children DOUBLE PRECISION;
CREATE INDEX measure_indicator ON measure (indicator_id);

ALTER TABLE promise ADD COLUMN follows_id UUID REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE board ADD COLUMN meeting_pages BIGINT DEFAULT 100;
ALTER TABLE board ADD COLUMN paper_pages BIGINT DEFAULT 4;

CREATE TABLE dropped_proposal (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meeting (id), "key" TEXT NOT NULL, title TEXT NOT NULL, dropped_on DATE NOT NULL,
    CONSTRAINT dropped_proposal_once UNIQUE (meeting_id, "key")
);
