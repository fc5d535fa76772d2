-- A match is followed: by the lead after a week, a month and then every third month (rows of deadline_rule), and by two questions to both sides by a link of their own (ADR 0046). What one side
-- answers the other never reads.
CREATE TABLE "volunteer_follow_up" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "match_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "on_day" DATE NOT NULL,
    "with_whom" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_follow_up_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_follow_up_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "volunteer_match"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_follow_up_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_follow_up_match_id_number_key" ON "volunteer_follow_up"("match_id", "number");
CREATE INDEX "volunteer_follow_up_person_id_idx" ON "volunteer_follow_up"("person_id");
ALTER TABLE volunteer_follow_up
  ADD CONSTRAINT volunteer_follow_up_with CHECK (with_whom IN ('person', 'volunteer', 'both', 'nobody')),
  ADD CONSTRAINT volunteer_follow_up_outcome CHECK (outcome IN ('well', 'needs-help', 'stuck', 'not-reached') AND (with_whom = 'nobody') = (outcome = 'not-reached')),
  ADD CONSTRAINT volunteer_follow_up_words CHECK (length(words) BETWEEN 1 AND 1000);

CREATE TABLE "volunteer_check_in" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "match_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,
    "meets" TEXT,
    "safe" BOOLEAN,
    "words" TEXT,
    "answered_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_check_in_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_check_in_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "volunteer_match"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_check_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_check_in_code_hash_key" ON "volunteer_check_in"("code_hash");
CREATE UNIQUE INDEX "volunteer_check_in_match_id_number_side_key" ON "volunteer_check_in"("match_id", "number", "side");
CREATE INDEX "volunteer_check_in_person_id_idx" ON "volunteer_check_in"("person_id");
ALTER TABLE volunteer_check_in
  ADD CONSTRAINT volunteer_check_in_side CHECK (side IN ('volunteer', 'person')),
  ADD CONSTRAINT volunteer_check_in_answer CHECK ((answered_at IS NULL) = (meets IS NULL) AND (answered_at IS NULL) = (safe IS NULL) AND (words IS NULL OR answered_at IS NOT NULL) AND meets IN ('yes', 'partly', 'no') AND length(words) BETWEEN 1 AND 1000);

-- The two questions a code opens: which side, and since when they meet. No name. No row for a code that is unknown, has run out or was answered, or once the match has ended or is closed to the volunteer.
CREATE FUNCTION access.own_check_in() RETURNS SETOF volunteer_check_in LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.* FROM volunteer_check_in c WHERE c.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8')) AND c.expires_on >= access.today() AND c.answered_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = c.match_id) AND (c.side = 'person' OR access.match_open(c.match_id)) $$;
CREATE FUNCTION access.open_check_in() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('side', c.side, 'since', m.started_on, 'by', jsonb_build_object('name', u.name, 'phone', u.phone)) FROM access.own_check_in() c JOIN volunteer_match m ON m.id = c.match_id JOIN app_user u ON u.id = m.started_by $$;

-- Whose it was; null where there is nothing to answer. Of two at the same moment the second waits, and finds it answered.
CREATE FUNCTION access.answer_check_in(meeting text, is_safe boolean, in_words text) RETURNS TABLE (match_id uuid, person_id uuid, side text, by_whom uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c record;
BEGIN
  SELECT o.id INTO c FROM access.own_check_in() o;
  IF c.id IS NULL THEN RETURN; END IF;
  RETURN QUERY UPDATE volunteer_check_in o SET meets = meeting, safe = is_safe, words = in_words, answered_at = now() FROM volunteer_match m WHERE m.id = o.match_id AND o.id = c.id AND o.answered_at IS NULL RETURNING o.match_id, o.person_id, o.side, m.started_by;
END $$;

-- What is due and what was answered, of matches the caller may know. The words stand only where the citizen's name may be known.
CREATE FUNCTION access.match_follow_ups(wanted uuid) RETURNS TABLE (match_id uuid, number integer, on_day date, with_whom text, outcome text, words text, by_name text, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.match_id, f.number, f.on_day, f.with_whom, f.outcome, CASE WHEN k.told THEN f.words END, u.name, f.recorded_at FROM access.known_matches() k JOIN volunteer_follow_up f ON f.match_id = k.id JOIN app_user u ON u.id = f.recorded_by
  WHERE wanted IS NULL OR k.id = wanted ORDER BY f.match_id, f.number $$;
CREATE FUNCTION access.match_check_ins(wanted uuid) RETURNS TABLE (match_id uuid, number integer, side text, sent_on date, meets text, safe boolean, words text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.match_id, c.number, c.side, (c.created_at AT TIME ZONE 'Europe/Copenhagen')::date, c.meets, c.safe, CASE WHEN k.told OR c.side = 'volunteer' THEN c.words END, c.answered_at FROM access.known_matches() k JOIN volunteer_check_in c ON c.match_id = k.id
  WHERE wanted IS NULL OR k.id = wanted ORDER BY c.match_id, c.number, c.side $$;

-- Adds what came of a follow-up; null where there is no match that runs for the caller, or another was written meanwhile.
CREATE FUNCTION access.follow_up(wanted uuid, nth integer, day date, whom text, result text, in_words text) RETURNS TABLE (said text, person_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR UPDATE;
  IF m.id IS NULL OR NOT EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = wanted AND k.ended_on IS NULL) THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN; END IF;
  IF nth <> (SELECT count(*) + 1 FROM volunteer_follow_up f WHERE f.match_id = wanted) THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid; RETURN; END IF;
  IF day < m.started_on OR day > access.today() THEN RETURN QUERY SELECT 'day', NULL::uuid; RETURN; END IF;
  INSERT INTO volunteer_follow_up (match_id, person_id, number, on_day, with_whom, outcome, words, recorded_by) VALUES (wanted, m.person_id, nth, day, whom, result, in_words, access.uid());
  RETURN QUERY SELECT 'done', m.person_id;
END $$;

DO $$
DECLARE t text; f text; text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_follow_up', 'volunteer_check_in'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.own_check_in()', 'access.open_check_in()', 'access.answer_check_in(text, boolean, text)', 'access.match_follow_ups(uuid)', 'access.match_check_ins(uuid)', 'access.follow_up(uuid, integer, date, text, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF position('(''volunteer_match_end'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''volunteer_match_end'', ''id'', false)', '(''volunteer_match_end'', ''id'', false), (''volunteer_follow_up'', ''id'', false), (''volunteer_check_in'', ''id'', false)');
END $$;
GRANT EXECUTE ON FUNCTION access.match_follow_ups(uuid), access.match_check_ins(uuid), access.follow_up(uuid, integer, date, text, text, text) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.open_check_in(), access.answer_check_in(text, boolean, text) TO indgang_public;
GRANT EXECUTE ON FUNCTION access.match_open(uuid) TO indgang_worker;

-- A visitor writes in the log about the one their code is about: of a check-in as well.
CREATE OR REPLACE FUNCTION access.question_person() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.person_id FROM volunteer_question q WHERE q.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8')) AND q.expires_on >= access.today()
  UNION ALL SELECT c.person_id FROM volunteer_check_in c WHERE c.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8')) AND c.expires_on >= access.today() LIMIT 1 $$;
