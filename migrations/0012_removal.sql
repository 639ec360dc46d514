-- What was removed for good: who, when and why, and from where; never the words themselves.

CREATE TABLE removal (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    "on" DATE NOT NULL, person_id UUID REFERENCES person (id), why TEXT NOT NULL, places TEXT NOT NULL
);
