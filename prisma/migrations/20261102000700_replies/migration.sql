-- The reply page: what one code may do, and nothing more.

-- A new answer takes the place of the former; the row stays.
ALTER TABLE reply ADD COLUMN superseded_at timestamptz, ADD COLUMN call_time text,
  ADD CONSTRAINT reply_call_time CHECK (call_time IN ('ANY', 'MORNING', 'AFTERNOON', 'EVENING'));

-- A moved talk stays the same talk: the calendar entry people have already saved follows it.
ALTER TABLE talk ADD COLUMN sequence integer NOT NULL DEFAULT 0, ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN cancel_reason text, ADD COLUMN cancelled_by uuid, ADD COLUMN recorded_by uuid;
ALTER TABLE talk ADD CONSTRAINT talk_one_ending CHECK (num_nonnulls(cancelled_at, held_at, no_show_at) <= 1);
ALTER TABLE talk_slot ADD COLUMN series_id uuid;
ALTER TABLE talk_slot ADD CONSTRAINT talk_slot_period CHECK (ends_at > starts_at);
-- One person cannot be in two rooms. Closed times do not count.
ALTER TABLE talk_slot ADD CONSTRAINT talk_slot_no_overlap EXCLUDE USING gist (user_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (closed_at IS NULL);
-- Without this a closed time could never be opened again at the same clock.
DROP INDEX talk_slot_user_id_starts_at_key;
CREATE INDEX talk_slot_user_id_starts_at_idx ON talk_slot (user_id, starts_at);

ALTER TABLE invitation ADD COLUMN reason text NOT NULL DEFAULT 'veteran', ADD COLUMN withdrawn_at timestamptz, ADD COLUMN source text,
  ADD CONSTRAINT invitation_seats CHECK (seats BETWEEN 1 AND 10);
ALTER TABLE year_event ADD COLUMN invited_at timestamptz, ADD CONSTRAINT year_event_period CHECK (ends_at > starts_at);

-- Only the columns the reply page shows or sets. Table-wide rights would let a fault in a page read notes and tasks.
REVOKE ALL ON talk, invitation, reply, wish, outreach_task, reply_code FROM indgang_public;
GRANT SELECT (id, slot_id, person_id, cancelled_at, held_at, no_show_at, sequence, changed_at), INSERT (id, slot_id, person_id),
  UPDATE (slot_id, sequence, changed_at, cancelled_at, cancel_reason) ON talk TO indgang_public;
GRANT SELECT (id, event_id, person_id, answer, seats, answered_at, withdrawn_at), UPDATE (answer, seats, answered_at) ON invitation TO indgang_public;
GRANT SELECT (id, person_id, code_id, kind, later_month, talk_id, received_at, superseded_at), INSERT, UPDATE (handled_at, superseded_at) ON reply TO indgang_public;
GRANT SELECT (id, person_id, kind, reply_id, ended_on), INSERT, UPDATE (ended_on, end_reason) ON wish TO indgang_public;
GRANT SELECT (id, person_id, kind, reply_id, done_at), INSERT, UPDATE (done_at, outcome) ON outreach_task TO indgang_public;
GRANT SELECT (id, person_id, letter_id, event_id) ON reply_code TO indgang_public;

-- A time that was closed while the page stood open counts as taken. FOR SHARE: closing it waits until this booking is done.
CREATE FUNCTION access.guard_talk_slot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.slot_id <> OLD.slot_id THEN
    PERFORM 1 FROM talk_slot WHERE id = NEW.slot_id AND closed_at IS NULL FOR SHARE;
    IF NOT FOUND THEN RAISE EXCEPTION 'The time is closed' USING ERRCODE = 'unique_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER talk_slot_open BEFORE INSERT OR UPDATE OF slot_id ON talk FOR EACH ROW EXECUTE FUNCTION access.guard_talk_slot();

-- Books the time for the person, or moves the talk they have. NULL: somebody else has it. As the caller, so the policies decide.
CREATE FUNCTION access.take_slot(wanted uuid, who uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public AS $$
DECLARE mine uuid;
BEGIN
  SELECT t.id INTO mine FROM talk t JOIN talk_slot s ON s.id = t.slot_id
    WHERE t.person_id = who AND t.cancelled_at IS NULL AND t.held_at IS NULL AND t.no_show_at IS NULL AND s.starts_at > now() ORDER BY s.starts_at LIMIT 1;
  IF mine IS NULL THEN
    mine := uuidv7();
    INSERT INTO talk (id, slot_id, person_id) VALUES (mine, wanted, who);
  ELSE
    UPDATE talk SET slot_id = wanted, sequence = sequence + 1, changed_at = now() WHERE id = mine AND slot_id <> wanted;
  END IF;
  RETURN mine;
EXCEPTION WHEN unique_violation THEN RETURN NULL;
END $$;

-- The talk behind the code, with who holds it. Only one that is still to come.
CREATE FUNCTION access.own_talk() RETURNS TABLE (id uuid, slot_id uuid, starts_at timestamptz, ends_at timestamptz, place text, host text, phone text, sequence integer, changed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slot_id, s.starts_at, s.ends_at, s.place, u.name, u.phone, t.sequence, t.changed_at
  FROM talk t JOIN talk_slot s ON s.id = t.slot_id JOIN app_user u ON u.id = s.user_id
  WHERE t.person_id = access.citizen() AND t.cancelled_at IS NULL AND t.held_at IS NULL AND t.no_show_at IS NULL AND s.starts_at > now()
  ORDER BY s.starts_at LIMIT 1 $$;

-- Who reads the answer: the one responsible for the person, else the sender of the letter, else a coordinator. Name and telephone, as in the letter.
CREATE FUNCTION access.reply_contact() RETURNS TABLE (name text, phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.name, u.phone FROM app_user u
  JOIN role_grant g ON g.user_id = u.id AND g.role = 'VETERAN_COORDINATOR' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)
  WHERE u.active AND access.citizen() IS NOT NULL
  ORDER BY EXISTS (SELECT 1 FROM assignment a WHERE a.user_id = u.id AND a.person_id = access.citizen() AND (a.to_day IS NULL OR a.to_day >= current_date)) DESC,
    EXISTS (SELECT 1 FROM reply_code c JOIN letter l ON l.id = c.letter_id JOIN run r ON r.id = l.run_id WHERE c.id = access.citizen_code() AND r.created_by = u.id) DESC,
    g.from_day, u.name LIMIT 1 $$;

-- The coordinators as the public pages name them.
CREATE FUNCTION access.public_contacts() RETURNS TABLE (name text, title text, phone text, email text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.name, u.title, u.phone, u.email FROM app_user u
  WHERE u.active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'VETERAN_COORDINATOR' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date))
  ORDER BY u.name $$;

-- Seats others took before the citizen: enough to say "waiting list", nothing about who. Whoever has not answered comes last.
CREATE FUNCTION access.seats_before(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(sum(o.seats), 0)::int FROM invitation o, invitation me
  WHERE me.event_id = wanted AND me.person_id = access.citizen() AND o.event_id = wanted AND o.id <> me.id AND o.answer AND o.withdrawn_at IS NULL
    AND (NOT coalesce(me.answer, false) OR (o.answered_at, o.id) < (me.answered_at, me.id)) $$;

-- Mail to the person behind the code, where they have allowed an address. The page never learns the address, nor whether there is one.
CREATE FUNCTION access.mail_citizen(key uuid, wanted_subject text, wanted_body text, wanted_calendar text) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO outbox_message (idempotency_key, channel, person_id, recipient, subject, body, calendar)
  SELECT key, 'EMAIL', c.person_id, c.value, wanted_subject, wanted_body, wanted_calendar FROM contact_point c
  WHERE c.person_id = access.citizen() AND c.kind = 'EMAIL' AND c.allowed AND (c.from_day IS NULL OR c.from_day <= current_date) AND (c.to_day IS NULL OR c.to_day >= current_date)
  ORDER BY c.from_day DESC NULLS LAST, c.id DESC LIMIT 1
  ON CONFLICT (idempotency_key) DO NOTHING RETURNING id $$;

-- A calendar program has a token and no session. Times and places; never who.
CREATE FUNCTION access.feed_events(token text) RETURNS TABLE (id uuid, starts_at timestamptz, ends_at timestamptz, place text, sequence integer, changed_at timestamptz, cancelled boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH owner AS (SELECT access.feed_owner(token) AS user_id)
  SELECT t.id, s.starts_at, s.ends_at, s.place, t.sequence + (t.cancelled_at IS NOT NULL)::int, coalesce(t.cancelled_at, t.changed_at), t.cancelled_at IS NOT NULL
  FROM talk t JOIN talk_slot s ON s.id = t.slot_id JOIN owner o ON o.user_id = s.user_id
  WHERE s.starts_at > now() - interval '90 days' ORDER BY s.starts_at LIMIT 2000 $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.guard_talk_slot()', 'access.own_talk()', 'access.reply_contact()', 'access.public_contacts()', 'access.seats_before(uuid)',
    'access.mail_citizen(uuid, text, text, text)', 'access.feed_events(text)', 'access.take_slot(uuid, uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.own_talk(), access.reply_contact(), access.public_contacts(), access.seats_before(uuid), access.mail_citizen(uuid, text, text, text) TO indgang_public;
GRANT EXECUTE ON FUNCTION access.take_slot(uuid, uuid) TO indgang_public, indgang_app;
GRANT EXECUTE ON FUNCTION access.feed_owner(text) TO indgang_definer;
GRANT EXECUTE ON FUNCTION access.feed_events(text) TO indgang_web;

CREATE INDEX invitation_event_idx ON invitation (event_id, answered_at);
