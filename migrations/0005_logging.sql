-- How many came to an event in all, where somebody counted them apart from the groups.
ALTER TABLE event ADD COLUMN came_total BIGINT;

-- Forms for logging an event away from the board: a file or an e-mail, each for one event. What was imported is known
-- by digests alone, so that nothing comes in twice and no word is kept a second time.
CREATE TABLE away_form (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    number TEXT NOT NULL CONSTRAINT away_form_number UNIQUE,
    event_id UUID NOT NULL CONSTRAINT away_form_event UNIQUE,
    theme_id UUID NOT NULL REFERENCES theme (id), person_id UUID REFERENCES person (id),
    made_on DATE NOT NULL, imported_on DATE, imported TEXT NOT NULL
);
