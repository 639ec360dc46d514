-- A board's look at itself: statements with a score and what shows it, a meeting that somebody watched, and what the
-- board does about what it found. What shows a score is for members, so the words lie apart.

CREATE TABLE assessment (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    "on" DATE NOT NULL, observed_id UUID REFERENCES meeting (id),
    CONSTRAINT assessment_once UNIQUE ("on")
);
CREATE TABLE assessment_words (
    id UUID PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
    modules TEXT NOT NULL, observed_by TEXT NOT NULL, observation TEXT NOT NULL
);
CREATE TABLE assessment_action (
    assessment_id UUID NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    action_id UUID NOT NULL REFERENCES action (id), position BIGINT NOT NULL,
    PRIMARY KEY (assessment_id, action_id)
);
CREATE INDEX assessment_action_action ON assessment_action (action_id);
