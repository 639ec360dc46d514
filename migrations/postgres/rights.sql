-- What a shared board has beside its shape: who is who, who may read and write what, and who hears of changes.
-- Made anew after each migration, by the owner of the tables, to whom none of it applies.
--
-- The rules are those of the members' audience of documents: exempt and confidential words are for councillors and for
-- those who are named for the meeting; a voice without consent,
-- or a sensitive one, is for whoever heard it, the chair and democratic services; internal notes and contact details are
-- for those two alone. Row security hides rows, so such words lie in tables of their own (0001_board.sql).

-- One at a time. And what follows is looked for in the board's own schema, before anything that somebody makes for their
-- session alone: or a table of their own called "member" would say who they are.
SELECT pg_advisory_xact_lock(1347175495);
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', TRUE);

-- Who is who, by the name with which they come to the server.
CREATE TABLE IF NOT EXISTS member (
    login TEXT PRIMARY KEY, person_id UUID NOT NULL REFERENCES person (id),
    part TEXT NOT NULL CHECK (part IN ('chair', 'democratic_services', 'link_champion', 'member', 'auditor'))
);

-- Texts are in the order of their bytes, as in a file, whatever language the server speaks.
DO $$
DECLARE
    it record;
BEGIN
    FOR it IN
        SELECT c.relname AS tab, a.attname AS col FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0
            AND NOT a.attisdropped AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
            AND c.relname NOT IN ('_sqlx_migrations', 'member', 'search')
            -- A policy reads these, so that they could not be changed any more: they hold words of the program alone.
            AND NOT EXISTS (SELECT 1 FROM pg_depend AS d
                            WHERE d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.classid = 'pg_policy'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE "C"', it.tab, it.col);
    END LOOP;
END $$;

-- Each function looks at the whole board, as its owner does, and answers about whoever is connected.

CREATE OR REPLACE FUNCTION my_part() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$ SELECT part FROM member WHERE login = session_user $$;

CREATE OR REPLACE FUNCTION my_person() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$ SELECT person_id FROM member WHERE login = session_user $$;

CREATE OR REPLACE FUNCTION reads_all() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$ SELECT coalesce(my_part() IN ('chair', 'democratic_services', 'auditor'), FALSE) $$;

CREATE OR REPLACE FUNCTION writes_all() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$ SELECT coalesce(my_part() IN ('chair', 'democratic_services'), FALSE) $$;

-- Somebody elected.
CREATE OR REPLACE FUNCTION is_councillor() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
    SELECT EXISTS (
        SELECT 1 FROM person AS p, jsonb_array_elements_text(p.roles::jsonb) AS role
        WHERE p.id = my_person() AND role IN ('chair', 'vice_chair', 'lead_member', 'councillor')
    )
$$;

-- Entitled to what is not open at a meeting.
CREATE OR REPLACE FUNCTION is_entitled(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
    SELECT reads_all() OR is_councillor()
        OR EXISTS (SELECT 1 FROM meeting_entitled AS e WHERE e.meeting_id = meeting AND e.person_id = my_person())
$$;

CREATE OR REPLACE FUNCTION item_is_open(item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
    SELECT item IS NULL OR coalesce(
        (SELECT i.access = 'open' OR is_entitled(i.meeting_id) FROM agenda_item AS i WHERE i.id = item), FALSE)
$$;

CREATE OR REPLACE FUNCTION action_is_open(action_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
    SELECT action_id IS NULL
        OR coalesce((SELECT item_is_open(a.agenda_item_id) FROM action AS a WHERE a.id = action_id), FALSE)
$$;

-- Heard at an event that whoever is connected logged.
CREATE OR REPLACE FUNCTION event_is_mine(event_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$ SELECT EXISTS (SELECT 1 FROM event AS e WHERE e.id = event_id AND e.person_id = my_person()) $$;

-- Whether the words of a record are for whoever is connected. What is not known of is closed.
CREATE OR REPLACE FUNCTION is_open(kind text, record uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
    SELECT reads_all() OR coalesce(CASE kind
        WHEN 'agenda_item' THEN item_is_open(record)
        WHEN 'minute' THEN (SELECT item_is_open(it.agenda_item_id) FROM minute AS it WHERE it.id = record)
        WHEN 'decision' THEN (SELECT item_is_open(it.agenda_item_id) FROM decision AS it WHERE it.id = record)
        WHEN 'correction' THEN (SELECT item_is_open(it.agenda_item_id) FROM correction AS it WHERE it.id = record)
        WHEN 'reality_check' THEN (SELECT item_is_open(it.agenda_item_id) FROM reality_check AS it WHERE it.id = record)
        WHEN 'agenda_request' THEN (SELECT item_is_open(it.agenda_item_id) FROM agenda_request AS it WHERE it.id = record)
        WHEN 'action' THEN action_is_open(record)
        WHEN 'action_update' THEN (SELECT action_is_open(it.action_id) FROM action_update AS it WHERE it.id = record)
        WHEN 'escalation' THEN (SELECT action_is_open(it.action_id) FROM escalation AS it WHERE it.id = record)
        WHEN 'answer' THEN (SELECT action_is_open(it.action_id) AND item_is_open(it.agenda_item_id)
                            FROM answer AS it WHERE it.id = record)
        WHEN 'voice' THEN (SELECT (NOT it.sensitive AND it.share <> 'no') OR event_is_mine(it.event_id)
                           FROM voice AS it WHERE it.id = record)
        WHEN 'paper' THEN (SELECT it.access = 'open' OR EXISTS (
                               SELECT 1 FROM agenda_item_paper AS l JOIN agenda_item AS i ON i.id = l.agenda_item_id
                               WHERE l.paper_id = it.id AND is_entitled(i.meeting_id))
                           FROM paper AS it WHERE it.id = record)
        -- Frozen copies hold what is not open beside what is.
        WHEN 'agenda_version' THEN (SELECT is_entitled(it.meeting_id) FROM agenda_version AS it WHERE it.id = record)
        WHEN 'approved_minutes' THEN (SELECT is_entitled(it.meeting_id) FROM approved_minutes AS it WHERE it.id = record)
        ELSE TRUE
    END, FALSE)
$$;

-- What a record once said that it would not say now: a voice that was without consent, or sensitive.
CREATE OR REPLACE FUNCTION said_in_confidence(kind text, state text) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$
    SELECT kind = 'voice' AND state IS NOT NULL
        AND coalesce(state::jsonb ->> 'share' = 'no' OR state::jsonb ->> 'sensitive' = 'true', TRUE)
$$;

-- Written by whoever is connected, where their part is that of a Link Champion: their events, what they heard and saw
-- there, their checks, and their own updates of actions.
CREATE OR REPLACE FUNCTION is_mine(kind text, record uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
    SELECT my_part() = 'link_champion' AND coalesce(CASE kind
        WHEN 'event' THEN event_is_mine(record)
        -- Heard elsewhere than at an event: whoever adds the voice adds its words, once.
        WHEN 'voice' THEN (SELECT event_is_mine(it.event_id)
                               OR (it.event_id IS NULL AND NOT EXISTS (SELECT 1 FROM voice_words AS w WHERE w.id = it.id))
                           FROM voice AS it WHERE it.id = record)
        WHEN 'reality_check' THEN (SELECT event_is_mine(it.event_id) FROM reality_check AS it WHERE it.id = record)
        WHEN 'check' THEN (SELECT it.lens = 'link_champion' AND it.person_id = my_person()
                           FROM "check" AS it WHERE it.id = record)
        WHEN 'action_update' THEN (SELECT it.person_id = my_person() FROM action_update AS it WHERE it.id = record)
        WHEN 'away_form' THEN (SELECT it.person_id = my_person() FROM away_form AS it WHERE it.id = record)
        ELSE FALSE
    END, FALSE)
$$;

-- Every table is closed to those who are nobody on the board, and written by the chair and democratic services alone;
-- then what is less, or more.
DO $$
DECLARE
    it record;
    has_part CONSTANT text := '(SELECT my_part()) IS NOT NULL';
    reads text;
    mine text;
BEGIN
    FOR it IN
        SELECT c.relname AS name FROM pg_class AS c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_sqlx_migrations'
    LOOP
        reads := CASE it.name
            WHEN 'agenda_item_words' THEN 'is_open(''agenda_item'', id)'
            WHEN 'agenda_item_notes' THEN 'FALSE'
            WHEN 'meeting_notes' THEN 'FALSE'
            WHEN 'person_contact' THEN 'id = (SELECT my_person())'
            WHEN 'minute_private' THEN 'is_open(''minute'', id)'
            WHEN 'decision_words' THEN 'is_open(''decision'', id)'
            WHEN 'correction_words' THEN 'is_open(''correction'', id)'
            WHEN 'reality_check_words' THEN 'is_open(''reality_check'', id)'
            WHEN 'agenda_request_words' THEN 'is_open(''agenda_request'', id)'
            WHEN 'action_words' THEN 'is_open(''action'', id)'
            WHEN 'action_update_words' THEN 'is_open(''action_update'', id)'
            WHEN 'escalation_words' THEN 'is_open(''escalation'', id)'
            WHEN 'answer_words' THEN 'is_open(''answer'', id)'
            WHEN 'voice_words' THEN 'is_open(''voice'', id)'
            WHEN 'paper_words' THEN 'is_open(''paper'', id)'
            WHEN 'paper_file' THEN 'EXISTS (SELECT 1 FROM paper AS p WHERE p.hash = paper_file.hash AND is_open(''paper'', p.id))'
            WHEN 'agenda_version' THEN 'is_open(''agenda_version'', id)'
            WHEN 'agenda_version_content' THEN 'is_open(''agenda_version'', id)'
            WHEN 'approved_minutes' THEN 'is_open(''approved_minutes'', id)'
            WHEN 'approved_minutes_content' THEN 'is_open(''approved_minutes'', id)'
            WHEN 'search' THEN 'is_open(kind, record_id)'
            -- What agenda items, meetings and people were holds internal notes and contact details too.
            WHEN 'entry_change' THEN 'EXISTS (SELECT 1 FROM entry AS e WHERE e.id = entry_id AND e.person_id = (SELECT my_person()))
                OR (access = ''open'' AND kind NOT IN (''agenda_item'', ''meeting'', ''person'', ''paper'')
                    AND is_open(kind, record_id)
                    AND NOT said_in_confidence(kind, before) AND NOT said_in_confidence(kind, after))'
            WHEN 'draft' THEN 'FALSE'
            ELSE 'TRUE'
        END;
        mine := CASE it.name
            WHEN 'event' THEN '(SELECT my_part()) = ''link_champion'' AND person_id = (SELECT my_person())'
            WHEN 'reality_check' THEN '(SELECT my_part()) = ''link_champion'' AND event_is_mine(event_id)'
            WHEN 'check' THEN '(SELECT my_part()) = ''link_champion'' AND lens = ''link_champion'' AND person_id = (SELECT my_person())'
            WHEN 'action_update' THEN '(SELECT my_part()) = ''link_champion'' AND person_id = (SELECT my_person())'
            WHEN 'away_form' THEN '(SELECT my_part()) = ''link_champion'' AND person_id = (SELECT my_person())'
            WHEN 'event_account' THEN 'is_mine(''event'', id)'
            WHEN 'voice_words' THEN 'is_mine(''voice'', id)'
            WHEN 'reality_check_words' THEN 'is_mine(''reality_check'', id)'
            WHEN 'check_evidence' THEN 'is_mine(''check'', id)'
            WHEN 'action_update_words' THEN 'is_mine(''action_update'', id)'
            WHEN 'search' THEN '(SELECT my_part()) = ''link_champion''
                AND kind IN (''event'', ''voice'', ''reality_check'', ''check'', ''action_update'')'
            ELSE NULL
        END;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', it.name);
        EXECUTE format('DROP POLICY IF EXISTS reads ON %I', it.name);
        EXECUTE format('DROP POLICY IF EXISTS writes ON %I', it.name);
        EXECUTE format('DROP POLICY IF EXISTS adds_own ON %I', it.name);
        EXECUTE format('DROP POLICY IF EXISTS changes_own ON %I', it.name);
        EXECUTE format('DROP POLICY IF EXISTS removes_own ON %I', it.name);
        EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s AND ((SELECT reads_all()) OR %s))',
                       it.name, has_part, reads);
        EXECUTE format('CREATE POLICY writes ON %I USING ((SELECT writes_all())) WITH CHECK ((SELECT writes_all()))',
                       it.name);
        IF it.name = 'voice' THEN
            EXECUTE format('CREATE POLICY adds_own ON %I FOR INSERT WITH CHECK (
                (SELECT my_part()) = ''link_champion'' AND (event_id IS NULL OR event_is_mine(event_id)))', it.name);
            EXECUTE format('CREATE POLICY changes_own ON %I FOR UPDATE USING (is_mine(''voice'', id))
                WITH CHECK (event_is_mine(event_id))', it.name);
            EXECUTE format('CREATE POLICY removes_own ON %I FOR DELETE USING (is_mine(''voice'', id))', it.name);
        ELSIF mine IS NOT NULL THEN
            -- Three, because one for everything would be one for reading too.
            EXECUTE format('CREATE POLICY adds_own ON %I FOR INSERT WITH CHECK (%s)', it.name, mine);
            EXECUTE format('CREATE POLICY changes_own ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', it.name, mine, mine);
            EXECUTE format('CREATE POLICY removes_own ON %I FOR DELETE USING (%s)', it.name,
                           CASE it.name WHEN 'search' THEN 'is_mine(kind, record_id)' ELSE mine END);
        END IF;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO PUBLIC', it.name);
    END LOOP;
END $$;

-- The audit trail is added to, in one's own name, and by a Link Champion for what they may write alone.
DROP POLICY IF EXISTS adds ON entry;
CREATE POLICY adds ON entry FOR INSERT
    WITH CHECK ((SELECT my_part()) = 'link_champion' AND person_id = (SELECT my_person()));
DROP POLICY IF EXISTS adds ON entry_change;
CREATE POLICY adds ON entry_change FOR INSERT WITH CHECK (
    (SELECT my_part()) = 'link_champion'
    AND kind IN ('event', 'voice', 'reality_check', 'check', 'action_update', 'away_form')
    AND EXISTS (SELECT 1 FROM entry AS e WHERE e.id = entry_id AND e.person_id = (SELECT my_person()))
);

-- What somebody is typing is theirs alone: not even the chair reads it.
DROP POLICY IF EXISTS reads ON draft;
DROP POLICY IF EXISTS writes ON draft;
CREATE POLICY writes ON draft
    USING (who = (SELECT my_person())) WITH CHECK (who = (SELECT my_person()));

-- Only who looks after the server says who is who; everybody on the board may see it.
REVOKE INSERT, UPDATE, DELETE ON member FROM PUBLIC;
DROP POLICY IF EXISTS writes ON member;
GRANT SELECT ON _sqlx_migrations TO PUBLIC;

-- Everybody who listens hears which kinds of records an entry changed, as it is committed. Never a word of what it says.
CREATE OR REPLACE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('pledgeboard', NEW.entry_id || ' ' || NEW.kind);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tell_of_change AFTER INSERT ON entry_change
    FOR EACH ROW EXECUTE FUNCTION tell_of_change();
