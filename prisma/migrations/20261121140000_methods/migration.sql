-- Methods as data (ADR 0030). A method is versions that never change; a case follows one of them, and what happens on the way are rows that are added, each with
-- its number: of two that move at once the second finds its number taken.
CREATE TABLE "method" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "retired_on" DATE,
    CONSTRAINT "method_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "method_code_key" ON "method"("code");
ALTER TABLE method ADD CONSTRAINT method_code CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,40}$');

CREATE TABLE "method_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "method_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "lead_da" TEXT NOT NULL,
    "lead_en" TEXT NOT NULL,
    "source" TEXT,
    "steps" JSONB NOT NULL,
    "look_back_months" INTEGER,
    "case_limit" INTEGER,
    "aftercare_weeks" INTEGER,
    "certificate" BOOLEAN NOT NULL DEFAULT false,
    "scale_code" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "method_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "method_version_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "method"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "method_version_method_id_number_key" ON "method_version"("method_id", "number");
ALTER TABLE method_version
  ADD CONSTRAINT method_version_number CHECK (number > 0),
  ADD CONSTRAINT method_version_names CHECK (length(name_da) BETWEEN 1 AND 80 AND length(name_en) BETWEEN 1 AND 80 AND length(lead_da) <= 600 AND length(lead_en) <= 600 AND length(source) BETWEEN 1 AND 200),
  ADD CONSTRAINT method_version_steps CHECK (jsonb_typeof(steps) = 'array' AND jsonb_array_length(steps) BETWEEN 1 AND 20),
  ADD CONSTRAINT method_version_numbers CHECK (look_back_months BETWEEN 1 AND 24 AND case_limit BETWEEN 1 AND 200 AND aftercare_weeks BETWEEN 1 AND 104),
  ADD CONSTRAINT method_version_scale CHECK (scale_code ~ '^[a-z][a-z0-9-]{1,40}$');

CREATE TABLE "case_move" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "step" TEXT,
    "item" TEXT,
    "of_number" INTEGER,
    "on_day" DATE NOT NULL,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "case_move_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_move_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_move_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_move_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "method_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_move_case_id_number_key" ON "case_move"("case_id", "number");
CREATE INDEX "case_move_person_id_idx" ON "case_move"("person_id");
ALTER TABLE case_move
  ADD CONSTRAINT case_move_kind CHECK (kind IN ('follow', 'leave', 'met', 'clip', 'looked', 'enter', 'finish', 'undo')),
  ADD CONSTRAINT case_move_step CHECK ((step IS NOT NULL) = (kind IN ('met', 'clip', 'enter')) AND (item IS NOT NULL) = (kind = 'met') AND (of_number IS NOT NULL) = (kind = 'undo')),
  ADD CONSTRAINT case_move_words CHECK (length(words) BETWEEN 1 AND 1000);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['method', 'method_version', 'case_move'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
  END LOOP;
END $$;
-- What methods there are is no secret of anybody's. A version is added and never changed, so that a case keeps what it began with.
CREATE POLICY app_read ON method FOR SELECT TO indgang_app USING ((SELECT access.may('self')));
CREATE POLICY app_insert ON method FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')));
CREATE POLICY app_update ON method FOR UPDATE TO indgang_app USING ((SELECT access.may('method.manage'))) WITH CHECK ((SELECT access.may('method.manage')));
GRANT UPDATE (retired_on) ON method TO indgang_app;
CREATE POLICY app_read ON method_version FOR SELECT TO indgang_app USING ((SELECT access.may('self')));
CREATE POLICY app_insert ON method_version FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')) AND created_by = (SELECT access.uid()));

-- Added, never changed. It outlasts the hours of emergency access: reading only.
CREATE POLICY app_read ON case_move FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = case_move.person_id));
CREATE POLICY app_insert ON case_move FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('case.manage')) AND recorded_by = (SELECT access.uid()) AND on_day <= access.today() AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = case_move.person_id));

-- One number after the other, of a case that is not closed, within the version it follows: whoever writes it. What a gate asks for is the product's to say, since
-- a reason opens it.
CREATE FUNCTION access.guard_case_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE newest integer; followed record; undone record;
BEGIN
  SELECT coalesce(max(m.number), 0) INTO newest FROM case_move m WHERE m.case_id = NEW.case_id;
  -- A number that is taken meets the unique key, which tells the two apart.
  IF NEW.number <= newest AND NEW.number > 0 THEN RETURN NEW; END IF;
  IF NEW.number <> newest + 1 THEN RAISE EXCEPTION 'The moves of a case are counted' USING ERRCODE = 'check_violation'; END IF;
  IF (SELECT s.state FROM case_state s WHERE s.case_id = NEW.case_id ORDER BY s.number DESC LIMIT 1) = 'closed' THEN RAISE EXCEPTION 'A closed case does not move' USING ERRCODE = 'check_violation'; END IF;
  SELECT m.number, m.kind, m.version_id INTO followed FROM case_move m WHERE m.case_id = NEW.case_id AND m.kind IN ('follow', 'leave') ORDER BY m.number DESC LIMIT 1;
  IF NEW.kind = 'follow' THEN RETURN NEW; END IF;
  IF followed.kind IS DISTINCT FROM 'follow' OR followed.version_id <> NEW.version_id THEN RAISE EXCEPTION 'The case does not follow this' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.step IS NOT NULL AND NOT EXISTS (SELECT 1 FROM method_version v, jsonb_array_elements(v.steps) s WHERE v.id = NEW.version_id AND s ->> 'key' = NEW.step
      AND (NEW.item IS NULL OR EXISTS (SELECT 1 FROM jsonb_array_elements(s -> 'items') i WHERE i ->> 'key' = NEW.item))) THEN
    RAISE EXCEPTION 'The method has no such part' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'undo' THEN
    SELECT m.kind, EXISTS (SELECT 1 FROM case_move u WHERE u.case_id = NEW.case_id AND u.of_number = NEW.of_number) AS already INTO undone FROM case_move m WHERE m.case_id = NEW.case_id AND m.number = NEW.of_number;
    IF undone.kind IS NULL OR undone.kind NOT IN ('met', 'clip', 'looked') OR undone.already THEN RAISE EXCEPTION 'There is nothing to take back' USING ERRCODE = 'check_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION access.guard_case_move() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.guard_case_move() FROM PUBLIC;
CREATE TRIGGER guard_case_move BEFORE INSERT ON case_move FOR EACH ROW EXECUTE FUNCTION access.guard_case_move();

-- A merge moves them, and they go with their case also out of it again.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure); moves text := pg_get_functiondef('access.move_case()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''case_move'', ''id'', false)');
  IF position('UPDATE case_state SET person_id' IN moves) = 0 THEN RAISE EXCEPTION 'access.move_case moves otherwise than this migration knows'; END IF;
  EXECUTE replace(moves, 'UPDATE case_state SET person_id', 'UPDATE case_move SET person_id = NEW.person_id WHERE case_id = NEW.id; UPDATE case_state SET person_id');
END $$;
