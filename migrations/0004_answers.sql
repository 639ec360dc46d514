-- The promise that the board makes to itself about answers, and which voices a document held when it was printed.

ALTER TABLE board ADD COLUMN answer_within TEXT NOT NULL DEFAULT 'next_half_term';
ALTER TABLE board ADD COLUMN answer_weeks BIGINT NOT NULL DEFAULT 12;

CREATE TABLE printed_document (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    document TEXT NOT NULL, title TEXT NOT NULL, audience TEXT NOT NULL, "on" DATE NOT NULL, meeting_id UUID REFERENCES meeting (id)
);
CREATE TABLE printed_document_voice (
    printed_document_id UUID NOT NULL REFERENCES printed_document (id) ON DELETE CASCADE,
    voice_id UUID NOT NULL REFERENCES voice (id), position BIGINT NOT NULL,
    PRIMARY KEY (printed_document_id, voice_id)
);
CREATE INDEX printed_document_voice_voice ON printed_document_voice (voice_id);
