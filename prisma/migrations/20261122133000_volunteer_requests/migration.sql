-- Those who wait for a volunteer (ADR 0045). A request belongs to its person and is reached like everything else about them; its states are added. Whoever leads
-- volunteers reads none of it: one function hands out the fields that are written there, and the name only with a live consent to their unit.
CREATE TABLE "volunteer_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "role_code" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "times" TEXT[],
    "areas" TEXT[],
    "languages" TEXT[],
    "challenges" TEXT[],
    "age_from" INTEGER,
    "age_to" INTEGER,
    "words" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_request_role_code_fkey" FOREIGN KEY ("role_code") REFERENCES "volunteer_role"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_request_number_key" ON "volunteer_request"("number");
CREATE INDEX "volunteer_request_person_id_idx" ON "volunteer_request"("person_id");
ALTER TABLE volunteer_request
  ADD CONSTRAINT volunteer_request_times CHECK (array_to_string(times, ',') ~ '^([1-7]-(morning|afternoon|evening)(,|$))*$'),
  ADD CONSTRAINT volunteer_request_languages CHECK (array_to_string(languages, ',') ~ '^([a-z]{2}-(some|good|native)(,|$))*$'),
  ADD CONSTRAINT volunteer_request_lists CHECK (cardinality(areas) <= 60 AND cardinality(challenges) <= 20),
  ADD CONSTRAINT volunteer_request_ages CHECK ((age_from IS NULL) = (age_to IS NULL) AND age_from BETWEEN 15 AND 120 AND age_to BETWEEN age_from AND 120),
  ADD CONSTRAINT volunteer_request_words CHECK (length(words) BETWEEN 1 AND 1000);

CREATE TABLE "volunteer_request_state" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_request_state_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_request_state_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "volunteer_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_request_state_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_request_state_request_id_number_key" ON "volunteer_request_state"("request_id", "number");
CREATE INDEX "volunteer_request_state_person_id_idx" ON "volunteer_request_state"("person_id");
ALTER TABLE volunteer_request_state ADD CONSTRAINT volunteer_request_state_state CHECK (state IN ('waiting', 'withdrawn', 'met'));

-- One live request of a person for a role. Of two at once the second waits here until the first is written, and then finds it.
CREATE FUNCTION access.guard_volunteer_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('volunteer_request ' || NEW.person_id || ' ' || NEW.role_code, 0));
  IF EXISTS (SELECT 1 FROM volunteer_request r WHERE r.person_id = NEW.person_id AND r.role_code = NEW.role_code
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting') THEN
    RAISE EXCEPTION 'One waits for a role once' USING ERRCODE = 'unique_violation', CONSTRAINT = 'volunteer_request_one_live', TABLE = 'volunteer_request';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_volunteer_request BEFORE INSERT ON volunteer_request FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_request();

-- First waiting, then withdrawn or met, and then no more: whoever waits again does so with a new request, and the time before it counts no longer.
CREATE FUNCTION access.guard_volunteer_request_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before record;
BEGIN
  SELECT s.number, s.state INTO before FROM volunteer_request_state s WHERE s.request_id = NEW.request_id ORDER BY s.number DESC LIMIT 1;
  IF NEW.number > coalesce(before.number, 0) + 1 OR NEW.number < 1 THEN RAISE EXCEPTION 'The states of a request are counted' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.number = coalesce(before.number, 0) + 1 AND (coalesce(before.state, '') NOT IN ('', 'waiting') OR (before.state IS NULL) <> (NEW.state = 'waiting')) THEN
    RAISE EXCEPTION 'A request does not go from % to %', before.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_volunteer_request_state BEFORE INSERT ON volunteer_request_state FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_request_state();

-- Everybody who waits, for whoever leads volunteers. Number, role and since when: of all. When, where and how old, and who it is, only where a live consent lets this
-- person's name reach the unit of whoever asks in order to be referred; languages, what it would help to have been through and the words only where it names needs as
-- well. Nothing but the first three where somebody is shielded or their address is protected: it looks like a consent that is not there.
CREATE FUNCTION access.waiting_requests() RETURNS TABLE (id uuid, number integer, role_code text, since date, told boolean, needs boolean, person_id uuid, name text, times text[], areas text[], languages text[], challenges text[], age_from integer, age_to integer, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH shared AS (SELECT c.person_id, bool_or('needs' = ANY (c.fields)) AS needs FROM access.shared_consents() c JOIN person p ON p.id = c.person_id
    WHERE c.purpose = 'referral' AND p.protection = 'P0' AND NOT p.shielded GROUP BY c.person_id)
  SELECT r.id, r.number, r.role_code, r.since, t.person_id IS NOT NULL, coalesce(t.needs, false), t.person_id, CASE WHEN t.person_id IS NOT NULL THEN p.first_name || ' ' || p.last_name END,
    CASE WHEN t.person_id IS NOT NULL THEN r.times END, CASE WHEN t.person_id IS NOT NULL THEN r.areas END, CASE WHEN t.needs THEN r.languages END, CASE WHEN t.needs THEN r.challenges END,
    CASE WHEN t.person_id IS NOT NULL THEN r.age_from END, CASE WHEN t.person_id IS NOT NULL THEN r.age_to END, CASE WHEN t.needs THEN r.words END
  FROM volunteer_request r JOIN person p ON p.id = r.person_id LEFT JOIN shared t ON t.person_id = r.person_id
  WHERE (SELECT access.may('volunteer.match')) AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'
  ORDER BY r.since, r.number LIMIT 2000 $$;

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_request', 'volunteer_request_state'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''volunteer.request'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.guard_volunteer_request()', 'access.guard_volunteer_request_state()', 'access.waiting_requests()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.waiting_requests() TO indgang_app;
GRANT USAGE ON SEQUENCE volunteer_request_number_seq TO indgang_app, indgang_definer, indgang_worker;
-- Added, never changed; and not in an emergency, because a request goes on afterwards.
GRANT INSERT (id, person_id, role_code, since, times, areas, languages, challenges, age_from, age_to, words, created_by) ON volunteer_request TO indgang_app;
GRANT INSERT (id, request_id, person_id, number, state, recorded_by) ON volunteer_request_state TO indgang_app;
CREATE POLICY app_insert ON volunteer_request FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.request')) AND created_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer_request.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON volunteer_request_state FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.request')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM volunteer_request r WHERE r.id = request_id AND r.person_id = volunteer_request_state.person_id));

-- Whoever asks for a volunteer chooses among the municipality's own roles and areas.
DROP POLICY app_read ON volunteer_role;
DROP POLICY app_read ON local_area;
CREATE POLICY app_read ON volunteer_role FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')));
CREATE POLICY app_read ON local_area FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')));

-- A merge moves requests too: the list as it stands, and two more.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''volunteer_request'', ''id'', false), (''volunteer_request_state'', ''id'', false)');
END $$;
