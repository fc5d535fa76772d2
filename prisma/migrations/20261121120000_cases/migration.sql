-- Cases (ADR 0028). A case is one row; what becomes of it are rows that are added, each with its number: of two that change it at once the second finds its
-- number taken. Who has the case is a responsibility for the person like any other, with the case on it: access keeps one source.
CREATE TABLE "case_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "unit_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_file_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "case_file_person_id_idx" ON "case_file"("person_id");
CREATE INDEX "case_file_unit_id_idx" ON "case_file"("unit_id");
ALTER TABLE case_file
  ADD CONSTRAINT case_file_kind CHECK (kind IN ('veteran', 'integration', 'employment', 'other')),
  ADD CONSTRAINT case_file_about CHECK (length(about) BETWEEN 1 AND 300);

CREATE TABLE "case_state" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "every_weeks" INTEGER,
    "outcome" TEXT,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "case_state_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_state_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_state_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_state_case_id_number_key" ON "case_state"("case_id", "number");
CREATE INDEX "case_state_person_id_idx" ON "case_state"("person_id");
ALTER TABLE case_state
  ADD CONSTRAINT case_state_state CHECK (state IN ('open', 'hold', 'closed')),
  -- On hold says why, and on which day it is taken up again. Aftercare has a last day, and how often somebody is asked how it goes.
  ADD CONSTRAINT case_state_hold CHECK (state <> 'hold' OR (words IS NOT NULL AND until_day > from_day)),
  ADD CONSTRAINT case_state_open CHECK (state <> 'open' OR until_day IS NULL),
  ADD CONSTRAINT case_state_outcome CHECK ((state = 'closed') = (outcome IS NOT NULL) AND outcome IN ('goal', 'others', 'wish', 'moved', 'contact')),
  ADD CONSTRAINT case_state_aftercare CHECK ((every_weeks IS NOT NULL) = (state = 'closed' AND until_day IS NOT NULL) AND every_weeks BETWEEN 1 AND 26 AND until_day > from_day),
  ADD CONSTRAINT case_state_words CHECK (length(words) BETWEEN 1 AND 1000);

-- The case one has the person for, and as what. None: responsible for the person as before.
ALTER TABLE assignment ADD COLUMN "case_id" UUID, ADD COLUMN "case_role" TEXT,
  ADD CONSTRAINT "assignment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT assignment_case_role CHECK ((case_id IS NULL) = (case_role IS NULL) AND case_role IN ('coordinator', 'professional'));
CREATE INDEX "assignment_case_id_idx" ON "assignment"("case_id");
-- One coordinating caseworker.
CREATE UNIQUE INDEX assignment_one_coordinator ON assignment (case_id) WHERE case_role = 'coordinator' AND to_day IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_file', 'case_state'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    -- Added, never changed: nobody who is signed in may update or delete.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''case.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
END $$;
-- A case outlasts the hours of emergency access, and so does the responsibility for it: reading only.
CREATE POLICY app_insert ON case_file FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('case.manage')) AND opened_by = (SELECT access.uid()) AND opened_on <= access.today() AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = case_file.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON case_state FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('case.manage')) AND recorded_by = (SELECT access.uid()) AND from_day <= access.today() AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = case_state.person_id));
-- Asked in the policy of responsibilities, which that of cases leads back to.
CREATE FUNCTION access.is_case_of(wanted uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM case_file c WHERE c.id = wanted AND c.person_id = person) AND access.sees_person(person) $$;
-- Whoever opens a case takes it themselves; to give it to a colleague asks for the right to say who is responsible, as before.
ALTER POLICY assignment_write ON assignment WITH CHECK (access.reaches_lastingly(person_id) AND ((SELECT access.may('assignment.manage')) OR (case_id IS NOT NULL AND user_id = (SELECT access.uid()) AND (SELECT access.may('case.manage'))))
  AND (case_id IS NULL OR access.is_case_of(case_id, person_id)));

-- One number after the other, and only what follows from where the case stands: whoever writes it.
CREATE FUNCTION access.guard_case_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before record;
BEGIN
  SELECT s.number, s.state INTO before FROM case_state s WHERE s.case_id = NEW.case_id ORDER BY s.number DESC LIMIT 1;
  -- A number that is taken meets the unique key, which tells the two apart.
  IF NEW.number > coalesce(before.number, 0) + 1 OR NEW.number < 1 THEN RAISE EXCEPTION 'The states of a case are counted' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.number = coalesce(before.number, 0) + 1 AND NOT (CASE before.state WHEN 'open' THEN NEW.state IN ('hold', 'closed') WHEN 'hold' THEN true WHEN 'closed' THEN NEW.state = 'open' ELSE NEW.state = 'open' END) THEN
    RAISE EXCEPTION 'A case does not go from % to %', before.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_case_state BEFORE INSERT ON case_state FOR EACH ROW EXECUTE FUNCTION access.guard_case_state();

-- The responsibility for a closed case ends with its aftercare, that of further professionals on the day; reopened, the case comes back to whom it was closed with.
CREATE FUNCTION access.case_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE closed record; was record;
BEGIN
  IF NEW.state = 'closed' THEN
    UPDATE assignment SET to_day = CASE WHEN case_role = 'coordinator' THEN coalesce(NEW.until_day, NEW.from_day) ELSE NEW.from_day END
      WHERE case_id = NEW.case_id AND (to_day IS NULL OR to_day > CASE WHEN case_role = 'coordinator' THEN coalesce(NEW.until_day, NEW.from_day) ELSE NEW.from_day END);
    RETURN NULL;
  END IF;
  SELECT s.state, coalesce(s.until_day, s.from_day) AS until INTO closed FROM case_state s WHERE s.case_id = NEW.case_id AND s.number = NEW.number - 1;
  IF closed.state IS DISTINCT FROM 'closed' THEN RETURN NULL; END IF;
  -- Ended earlier than the case itself, as by somebody who left: then it comes back to nobody, and the page says so.
  SELECT a.id, a.user_id, a.to_day INTO was FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.case_id = NEW.case_id AND a.case_role = 'coordinator' AND a.to_day >= closed.until AND u.active ORDER BY a.to_day DESC, a.id DESC LIMIT 1;
  IF was.id IS NULL THEN RETURN NULL; END IF;
  IF was.to_day >= access.today() THEN UPDATE assignment SET to_day = NULL WHERE id = was.id;
  ELSE INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role, created_by) VALUES (NEW.person_id, was.user_id, 'case', NEW.from_day, NEW.case_id, 'coordinator', NEW.recorded_by);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER case_follows AFTER INSERT ON case_state FOR EACH ROW EXECUTE FUNCTION access.case_follows();

-- Who has had which case of a person, for those who read it: a caseworker sees of the responsibilities only their own.
CREATE FUNCTION access.case_people(wanted uuid) RETURNS TABLE (case_id uuid, user_id uuid, name text, title text, unit_id uuid, case_role text, from_day date, to_day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.case_id, a.user_id, u.name, u.title, u.unit_id, a.case_role, a.from_day, a.to_day FROM assignment a JOIN app_user u ON u.id = a.user_id
  WHERE a.person_id = wanted AND a.case_id IS NOT NULL AND access.may('case.read') AND access.sees_person(wanted) $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.guard_case_state()', 'access.case_follows()', 'access.case_people(uuid)', 'access.is_case_of(uuid, uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.case_people(uuid), access.is_case_of(uuid, uuid) TO indgang_app;

-- A right is taken when it ends, and not when its last day is moved to one that has not passed: two who close a case at once would wait for each other.
DROP TRIGGER a_right_ends ON assignment;
CREATE TRIGGER a_right_ends BEFORE UPDATE ON assignment FOR EACH ROW WHEN ((OLD.to_day IS DISTINCT FROM NEW.to_day AND NEW.to_day < current_date) OR OLD.user_id <> NEW.user_id) EXECUTE FUNCTION access.take_rights('user_id');

-- Somebody responsible for the person and for a case of theirs is named once.
DO $$
DECLARE text text; f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.responsible_names(uuid)', 'access.responsible_then(uuid)'] LOOP
    text := pg_get_functiondef(f::regprocedure);
    IF position('array_agg(u.name ORDER BY a.from_day)' IN text) = 0 THEN RAISE EXCEPTION '% lists otherwise than this migration knows', f; END IF;
    EXECUTE replace(text, 'array_agg(u.name ORDER BY a.from_day)', 'array_agg(DISTINCT u.name)');
  END LOOP;
  text := pg_get_functiondef('access.shared_card(uuid)'::regprocedure);
  IF position('jsonb_agg(a_u.name ORDER BY a.from_day)' IN text) = 0 THEN RAISE EXCEPTION 'access.shared_card lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, 'jsonb_agg(a_u.name ORDER BY a.from_day)', 'jsonb_agg(DISTINCT a_u.name)');
END $$;

-- A merge moves cases too: the list as it stands, and two more.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''contact_draft'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''contact_draft'', ''id'', false)', '(''contact_draft'', ''id'', false), (''case_file'', ''id'', false), (''case_state'', ''id'', false)');
END $$;
