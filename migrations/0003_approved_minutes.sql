-- Minutes as they were approved: what was signed does not change when a person or an action does.

CREATE TABLE approved_minutes (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL CONSTRAINT approved_minutes_once UNIQUE REFERENCES meeting (id)
);
CREATE TABLE approved_minutes_content (
    id UUID PRIMARY KEY REFERENCES approved_minutes (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
