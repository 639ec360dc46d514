-- What somebody is typing in a box and has not sent yet, so that it survives a crash or a power cut. It is no part of
-- the board's record: it has no history, is in no export, and goes when the box is sent or is 30 days old.
-- `who` is the person who works at the computer, or the nil id while nobody was chosen; others never see it.
CREATE TABLE draft (
    who UUID NOT NULL,
    place TEXT NOT NULL,
    "values" TEXT NOT NULL,
    kept_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (who, place)
);
