-- How long each kind is kept, where the board has a rule for it.

CREATE TABLE retention_rule (id UUID PRIMARY KEY, version BIGINT NOT NULL, kind TEXT NOT NULL UNIQUE, years BIGINT NOT NULL);
