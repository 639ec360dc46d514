-- The voice map and the groups: ways in which children's voice already reaches the council, bodies beneath or beside
-- the board, and what they ask the board to talk about.

-- Ages whose every child is in a cohort. The cohorts that boards begin with have theirs; a board that renamed one says so
-- itself.
ALTER TABLE cohort ADD COLUMN age_bands TEXT NOT NULL DEFAULT '[]';
UPDATE cohort SET age_bands = '["under_5"]' WHERE name = 'Under 5s';
UPDATE cohort SET age_bands = '["5_to_10"]' WHERE name = 'Primary age';
UPDATE cohort SET age_bands = '["11_to_15"]' WHERE name = 'Secondary age';
UPDATE cohort SET age_bands = '["18_to_25"]' WHERE name = 'Care leavers, 18 to 24';

CREATE TABLE channel (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, partner TEXT NOT NULL, every TEXT NOT NULL, about TEXT NOT NULL,
    person_id UUID REFERENCES person (id), heard TEXT NOT NULL, ended_on DATE
);
CREATE TABLE channel_cohort (
    channel_id UUID NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
    cohort_id UUID NOT NULL REFERENCES cohort (id), position BIGINT NOT NULL,
    PRIMARY KEY (channel_id, cohort_id)
);

CREATE TABLE "group" (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, meets TEXT NOT NULL, engages TEXT NOT NULL,
    owes TEXT NOT NULL, lead_id UUID REFERENCES person (id), ended_on DATE
);
CREATE TABLE group_cohort (
    group_id UUID NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    cohort_id UUID NOT NULL REFERENCES cohort (id), position BIGINT NOT NULL,
    PRIMARY KEY (group_id, cohort_id)
);
CREATE TABLE group_person (
    group_id UUID NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id), position BIGINT NOT NULL,
    PRIMARY KEY (group_id, person_id)
);

CREATE TABLE agenda_request (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    group_id UUID NOT NULL REFERENCES "group" (id), asked_on DATE NOT NULL, share TEXT NOT NULL,
    agenda_item_id UUID REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    outcome TEXT, answered_on DATE, answered_by UUID REFERENCES person (id),
    told_on DATE, told_how TEXT, told_by UUID REFERENCES person (id)
);
CREATE INDEX agenda_request_group ON agenda_request (group_id);
CREATE INDEX agenda_request_item ON agenda_request (agenda_item_id);
CREATE TABLE agenda_request_words (
    id UUID PRIMARY KEY REFERENCES agenda_request (id) ON DELETE CASCADE,
    words TEXT NOT NULL, answer TEXT NOT NULL
);
