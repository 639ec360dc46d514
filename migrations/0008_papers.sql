-- The terms of reference by heading, and what a person writes for the annual report to full council.

CREATE TABLE terms_section (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    position BIGINT NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
);

CREATE TABLE annual_report (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    year BIGINT NOT NULL CONSTRAINT annual_report_year UNIQUE,
    foreword TEXT NOT NULL, foreword_by UUID REFERENCES person (id), asks TEXT NOT NULL
);
