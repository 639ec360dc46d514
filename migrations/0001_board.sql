-- The board's records. One text for SQLite and PostgreSQL: types, defaults and constraints that both understand.
-- Text that not everyone may read stands in tables of its own (row security hides rows, not columns);
-- each such table has the id of its record.
-- Lists and small values owned by one record are JSON text; links between records are tables with foreign keys.

CREATE TABLE board (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    council TEXT NOT NULL, name TEXT NOT NULL, promises_called TEXT NOT NULL, standing TEXT NOT NULL,
    meets_in_public BOOLEAN NOT NULL, quorum BIGINT NOT NULL, clear_days BIGINT NOT NULL,
    minute_pattern TEXT NOT NULL, minute_scope TEXT NOT NULL, action_pattern TEXT NOT NULL, action_scope TEXT NOT NULL,
    champions_required BOOLEAN NOT NULL, contact TEXT NOT NULL, who_to_talk_to TEXT NOT NULL,
    colour TEXT NOT NULL, logo TEXT NOT NULL
);

CREATE TABLE annual_meeting (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    date DATE NOT NULL CONSTRAINT annual_meeting_date UNIQUE
);

CREATE TABLE bank_holiday_change (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    date DATE NOT NULL CONSTRAINT bank_holiday_change_date UNIQUE, name TEXT NOT NULL, removed BOOLEAN NOT NULL
);

CREATE TABLE half_term (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    academic_year BIGINT NOT NULL, term TEXT NOT NULL, starts DATE NOT NULL, ends DATE NOT NULL,
    CONSTRAINT half_term_once UNIQUE (academic_year, term), CONSTRAINT half_term_in_order CHECK (starts <= ends)
);

CREATE TABLE cohort (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, heard_by TEXT NOT NULL, told_by TEXT NOT NULL, position BIGINT NOT NULL
);

CREATE TABLE person (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    title TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, job TEXT NOT NULL, brings TEXT NOT NULL,
    roles TEXT NOT NULL, first_name TEXT NOT NULL, name_agreed_on DATE, name_agreed_with TEXT NOT NULL, left_on DATE
);
CREATE TABLE person_contact (
    id UUID PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    email TEXT NOT NULL, phone TEXT NOT NULL
);

CREATE TABLE seat (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL, counts_for_quorum BOOLEAN NOT NULL,
    position BIGINT NOT NULL, closed_on DATE
);

CREATE TABLE term_of_office (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    seat_id UUID NOT NULL REFERENCES seat (id), person_id UUID NOT NULL REFERENCES person (id),
    "from" DATE NOT NULL, "to" DATE
);
CREATE INDEX term_of_office_seat ON term_of_office (seat_id);
CREATE INDEX term_of_office_person ON term_of_office (person_id);

CREATE TABLE theme (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, child_name TEXT NOT NULL, icon TEXT NOT NULL, colour TEXT NOT NULL, keywords TEXT NOT NULL,
    principles TEXT NOT NULL, questions TEXT NOT NULL, position BIGINT NOT NULL, retired_on DATE
);

CREATE TABLE assignment (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    theme_id UUID NOT NULL REFERENCES theme (id), person_id UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL, "from" DATE NOT NULL, "to" DATE
);
CREATE INDEX assignment_theme ON assignment (theme_id);
CREATE INDEX assignment_person ON assignment (person_id);

CREATE TABLE event (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    title TEXT NOT NULL, theme_id UUID NOT NULL REFERENCES theme (id), half_term_id UUID REFERENCES half_term (id),
    date DATE NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, person_id UUID REFERENCES person (id),
    held BOOLEAN NOT NULL, came TEXT NOT NULL
);
CREATE INDEX event_date ON event (date);
CREATE INDEX event_theme ON event (theme_id);
CREATE TABLE event_account (
    id UUID PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    what_happened TEXT NOT NULL, take_to_board TEXT NOT NULL
);

CREATE TABLE voice (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    is_quote BOOLEAN NOT NULL, heard_on DATE NOT NULL, event_id UUID REFERENCES event (id), source TEXT NOT NULL,
    theme_id UUID NOT NULL REFERENCES theme (id), cohort_id UUID REFERENCES cohort (id), age_band TEXT,
    share TEXT NOT NULL, sensitive BOOLEAN NOT NULL
);
CREATE INDEX voice_heard_on ON voice (heard_on);
CREATE INDEX voice_event ON voice (event_id);
CREATE INDEX voice_theme ON voice (theme_id);
CREATE TABLE voice_words (
    id UUID PRIMARY KEY REFERENCES voice (id) ON DELETE CASCADE,
    words TEXT NOT NULL
);

CREATE TABLE strategy_period (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    name TEXT NOT NULL, starts DATE NOT NULL, ends DATE, vision_for_children TEXT NOT NULL
);

CREATE TABLE promise (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    strategy_period_id UUID NOT NULL REFERENCES strategy_period (id), number BIGINT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL, plain_text TEXT NOT NULL, theme_id UUID NOT NULL REFERENCES theme (id),
    principles TEXT NOT NULL, you_said_plain TEXT NOT NULL, person_id UUID REFERENCES person (id),
    review_every BIGINT NOT NULL, retired_on DATE,
    CONSTRAINT promise_number UNIQUE (strategy_period_id, number)
);
CREATE TABLE promise_voice (
    promise_id UUID NOT NULL REFERENCES promise (id) ON DELETE CASCADE,
    voice_id UUID NOT NULL REFERENCES voice (id), position BIGINT NOT NULL,
    PRIMARY KEY (promise_id, voice_id)
);
CREATE INDEX promise_voice_voice ON promise_voice (voice_id);

CREATE TABLE commitment (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    promise_id UUID NOT NULL REFERENCES promise (id), position BIGINT NOT NULL, text TEXT NOT NULL,
    plain_text TEXT NOT NULL, person_id UUID REFERENCES person (id), person_words TEXT NOT NULL, due DATE,
    done_on DATE, done_plain TEXT NOT NULL
);
CREATE INDEX commitment_promise ON commitment (promise_id);

CREATE TABLE measure (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    promise_id UUID NOT NULL REFERENCES promise (id), position BIGINT NOT NULL, text TEXT NOT NULL,
    plain_text TEXT NOT NULL, unit TEXT NOT NULL, better TEXT NOT NULL, target DOUBLE PRECISION,
    like_us DOUBLE PRECISION, england DOUBLE PRECISION, points TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX measure_promise ON measure (promise_id);

CREATE TABLE "check" (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    promise_id UUID NOT NULL REFERENCES promise (id), lens TEXT NOT NULL, rating TEXT NOT NULL, "on" DATE NOT NULL,
    source TEXT NOT NULL, event_id UUID REFERENCES event (id), person_id UUID REFERENCES person (id)
);
CREATE INDEX check_promise ON "check" (promise_id);
CREATE TABLE check_evidence (
    id UUID PRIMARY KEY REFERENCES "check" (id) ON DELETE CASCADE,
    evidence TEXT NOT NULL
);

CREATE TABLE meeting (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    date DATE NOT NULL, starts TIME NOT NULL, ends TIME, place TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    in_public BOOLEAN NOT NULL, chair_id UUID REFERENCES person (id), state TEXT NOT NULL,
    started_at TIME, ended_at TIME, current_item_id UUID, -- no foreign key: the item is of this meeting, and comes after it
    approved_at_id UUID REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, approved_on DATE,
    signed_by UUID REFERENCES person (id), plain_summary TEXT NOT NULL
);
CREATE INDEX meeting_date ON meeting (date);
CREATE TABLE meeting_notes (
    id UUID PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    chair_comments TEXT NOT NULL
);
CREATE TABLE meeting_theme (
    meeting_id UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    theme_id UUID NOT NULL REFERENCES theme (id), position BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, theme_id)
);
CREATE TABLE meeting_entitled (
    meeting_id UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id), position BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
);

CREATE TABLE paper_file (
    hash TEXT PRIMARY KEY, content BYTEA NOT NULL
);
CREATE TABLE paper (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    hash TEXT NOT NULL REFERENCES paper_file (hash), bytes BIGINT NOT NULL, pages BIGINT NOT NULL,
    access TEXT NOT NULL, paragraphs TEXT NOT NULL, access_reason TEXT NOT NULL, added_on DATE NOT NULL
);
CREATE TABLE paper_words (
    id UUID PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    title TEXT NOT NULL, file_name TEXT NOT NULL, plain_summary TEXT NOT NULL
);

CREATE TABLE agenda_item (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meeting (id), position BIGINT NOT NULL, number TEXT NOT NULL,
    public_title TEXT NOT NULL, kind TEXT NOT NULL, purpose TEXT NOT NULL,
    presenting_minutes BIGINT NOT NULL, discussing_minutes BIGINT NOT NULL, presented_by TEXT NOT NULL,
    lead_id UUID REFERENCES person (id), lead_words TEXT NOT NULL,
    access TEXT NOT NULL, paragraphs TEXT NOT NULL, access_reason TEXT NOT NULL,
    since_version BIGINT NOT NULL, urgency_reason TEXT NOT NULL, withdrawn_reason TEXT NOT NULL,
    deferred_to_id UUID REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    minutes_of_id UUID REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id);
CREATE TABLE agenda_item_words (
    id UUID PRIMARY KEY REFERENCES agenda_item (id) ON DELETE CASCADE,
    title TEXT NOT NULL, summary TEXT NOT NULL, plain_summary TEXT NOT NULL, questions TEXT NOT NULL,
    background TEXT NOT NULL
);
CREATE TABLE agenda_item_notes (
    id UUID PRIMARY KEY REFERENCES agenda_item (id) ON DELETE CASCADE,
    internal_notes TEXT NOT NULL
);
CREATE TABLE agenda_item_paper (
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    paper_id UUID NOT NULL REFERENCES paper (id), position BIGINT NOT NULL,
    PRIMARY KEY (agenda_item_id, paper_id)
);
CREATE TABLE agenda_item_voice (
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    voice_id UUID NOT NULL REFERENCES voice (id), position BIGINT NOT NULL,
    PRIMARY KEY (agenda_item_id, voice_id)
);
CREATE INDEX agenda_item_voice_voice ON agenda_item_voice (voice_id);
CREATE TABLE agenda_item_promise (
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    promise_id UUID NOT NULL REFERENCES promise (id), position BIGINT NOT NULL,
    PRIMARY KEY (agenda_item_id, promise_id)
);
CREATE TABLE action (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    reference TEXT NOT NULL CONSTRAINT action_reference UNIQUE, owner_id UUID REFERENCES person (id), due DATE,
    state TEXT NOT NULL, opened_on DATE NOT NULL,
    agenda_item_id UUID REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED, promise_id UUID REFERENCES promise (id),
    done_on DATE, closed_at_id UUID REFERENCES meeting (id), closed_on DATE
);
CREATE INDEX action_state ON action (state);
CREATE TABLE action_words (
    id UUID PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
    text TEXT NOT NULL, plain_text TEXT NOT NULL, done_plain TEXT NOT NULL, withdrawn_reason TEXT NOT NULL
);

CREATE TABLE agenda_item_action (
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    action_id UUID NOT NULL REFERENCES action (id), position BIGINT NOT NULL,
    PRIMARY KEY (agenda_item_id, action_id)
);

CREATE TABLE agenda_version (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meeting (id), number BIGINT NOT NULL, published_on DATE NOT NULL,
    reason TEXT NOT NULL, late_reason TEXT NOT NULL,
    CONSTRAINT agenda_version_number UNIQUE (meeting_id, number)
);
CREATE TABLE agenda_version_content (
    id UUID PRIMARY KEY REFERENCES agenda_version (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);

CREATE TABLE agenda_template (
    id UUID PRIMARY KEY, version BIGINT NOT NULL, name TEXT NOT NULL, lines TEXT NOT NULL
);

CREATE TABLE reality_check (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    event_id UUID NOT NULL REFERENCES event (id), promise_id UUID REFERENCES promise (id),
    agenda_item_id UUID REFERENCES agenda_item (id), verdict TEXT NOT NULL
);
CREATE INDEX reality_check_event ON reality_check (event_id);
CREATE TABLE reality_check_words (
    id UUID PRIMARY KEY REFERENCES reality_check (id) ON DELETE CASCADE,
    claim TEXT NOT NULL, stands_in TEXT NOT NULL, seen TEXT NOT NULL
);

CREATE TABLE answer (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    voice_id UUID NOT NULL REFERENCES voice (id), kind TEXT NOT NULL, action_id UUID REFERENCES action (id),
    commitment_id UUID REFERENCES commitment (id), agenda_item_id UUID REFERENCES agenda_item (id),
    answered_on DATE NOT NULL, answered_by UUID REFERENCES person (id),
    told_on DATE, told_how TEXT, told_by UUID REFERENCES person (id)
);
CREATE INDEX answer_voice ON answer (voice_id);
CREATE TABLE answer_words (
    id UUID PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
    plain_text TEXT NOT NULL
);

CREATE TABLE minute (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    agenda_item_id UUID NOT NULL CONSTRAINT minute_item UNIQUE REFERENCES agenda_item (id), number TEXT NOT NULL,
    text TEXT NOT NULL, officer_summary TEXT NOT NULL, plain_text TEXT NOT NULL
);
CREATE TABLE minute_private (
    id UUID PRIMARY KEY REFERENCES minute (id) ON DELETE CASCADE,
    private_text TEXT NOT NULL
);

CREATE TABLE decision (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id), position BIGINT NOT NULL,
    mover_id UUID REFERENCES person (id), seconder_id UUID REFERENCES person (id), votes TEXT NOT NULL
);
CREATE INDEX decision_item ON decision (agenda_item_id);
CREATE TABLE decision_words (
    id UUID PRIMARY KEY REFERENCES decision (id) ON DELETE CASCADE,
    text TEXT NOT NULL, plain_text TEXT NOT NULL
);

CREATE TABLE correction (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meeting (id), agenda_item_id UUID REFERENCES agenda_item (id),
    "on" DATE NOT NULL, person_id UUID REFERENCES person (id)
);
CREATE TABLE correction_words (
    id UUID PRIMARY KEY REFERENCES correction (id) ON DELETE CASCADE,
    text TEXT NOT NULL
);

CREATE TABLE attendance (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meeting (id), person_id UUID NOT NULL REFERENCES person (id),
    status TEXT NOT NULL, substitute_for_id UUID REFERENCES person (id),
    from_item_id UUID REFERENCES agenda_item (id), to_item_id UUID REFERENCES agenda_item (id),
    interests TEXT NOT NULL,
    CONSTRAINT attendance_once UNIQUE (meeting_id, person_id)
);

CREATE TABLE action_update (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    action_id UUID NOT NULL REFERENCES action (id), "on" DATE NOT NULL, person_id UUID REFERENCES person (id)
);
CREATE INDEX action_update_action ON action_update (action_id);
CREATE TABLE action_update_words (
    id UUID PRIMARY KEY REFERENCES action_update (id) ON DELETE CASCADE,
    text TEXT NOT NULL
);

CREATE TABLE escalation (
    id UUID PRIMARY KEY, version BIGINT NOT NULL,
    action_id UUID REFERENCES action (id), promise_id UUID REFERENCES promise (id), "to" TEXT NOT NULL,
    "on" DATE NOT NULL, replied_on DATE
);
CREATE TABLE escalation_words (
    id UUID PRIMARY KEY REFERENCES escalation (id) ON DELETE CASCADE,
    why TEXT NOT NULL, reply TEXT NOT NULL
);

-- The audit trail: append-only. `access` is who may read the values, as on the record they come from.
CREATE TABLE entry (
    id UUID PRIMARY KEY, at TIMESTAMPTZ NOT NULL, person_id UUID, name TEXT NOT NULL, can_undo BOOLEAN NOT NULL,
    undoes UUID REFERENCES entry (id)
);
CREATE INDEX entry_at ON entry (at);
CREATE TABLE entry_change (
    entry_id UUID NOT NULL REFERENCES entry (id), position BIGINT NOT NULL, kind TEXT NOT NULL,
    record_id UUID NOT NULL, access TEXT NOT NULL, before TEXT, after TEXT,
    PRIMARY KEY (entry_id, position)
);
CREATE INDEX entry_change_record ON entry_change (record_id);
-- Numbers once given are never given again: what records of a kind were before is looked through for them.
CREATE INDEX entry_change_kind ON entry_change (kind);
