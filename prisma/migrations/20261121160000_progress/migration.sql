-- Progress measurements (ADR 0032). The scales are the municipality's data; a measurement is a row that is added with its values, and a wrong one is taken back:
-- its values go, and who took it back, when and why stays. What was not rated is a value that is not there, and never 0.
CREATE TABLE "progress_scale" (
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "about_da" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,
    "lowest" INTEGER NOT NULL,
    "highest" INTEGER NOT NULL,
    "better" TEXT NOT NULL,
    "start" INTEGER,
    "gate" INTEGER,
    "noise" INTEGER NOT NULL,
    "anchors" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_on" DATE,
    CONSTRAINT "progress_scale_pkey" PRIMARY KEY ("code")
);
ALTER TABLE progress_scale
  ADD CONSTRAINT progress_scale_code CHECK (code ~ '^[a-z][a-z-]{1,30}$'),
  ADD CONSTRAINT progress_scale_ends CHECK (lowest < highest AND highest - lowest <= 20),
  ADD CONSTRAINT progress_scale_better CHECK (better IN ('higher', 'lower')),
  ADD CONSTRAINT progress_scale_within CHECK (start BETWEEN lowest AND highest AND gate BETWEEN lowest AND highest AND noise BETWEEN 1 AND highest - lowest),
  ADD CONSTRAINT progress_scale_anchors CHECK (jsonb_typeof(anchors) = 'array');

CREATE TABLE "progress_dimension" (
    "code" TEXT NOT NULL,
    "scale_code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_on" DATE,
    CONSTRAINT "progress_dimension_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "progress_dimension_scale_code_fkey" FOREIGN KEY ("scale_code") REFERENCES "progress_scale"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "progress_dimension_scale_code_idx" ON "progress_dimension"("scale_code");
ALTER TABLE progress_dimension ADD CONSTRAINT progress_dimension_code CHECK (code ~ '^[a-z][a-z-]{1,40}$');

-- A person's own line under a dimension, in their words.
CREATE TABLE "progress_aim" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "dimension_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_on" DATE,
    CONSTRAINT "progress_aim_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "progress_aim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "progress_aim_dimension_code_fkey" FOREIGN KEY ("dimension_code") REFERENCES "progress_dimension"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "progress_aim_person_id_idx" ON "progress_aim"("person_id");
ALTER TABLE progress_aim ADD CONSTRAINT progress_aim_text CHECK (length(text) BETWEEN 1 AND 200);

CREATE TABLE "progress_measurement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "scale_code" TEXT NOT NULL,
    "measured_on" DATE NOT NULL,
    "rated_by" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,
    "taken_back_by" UUID,
    "taken_back_why" TEXT,
    CONSTRAINT "progress_measurement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "progress_measurement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "progress_measurement_scale_code_fkey" FOREIGN KEY ("scale_code") REFERENCES "progress_scale"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "progress_measurement_person_id_idx" ON "progress_measurement"("person_id");
ALTER TABLE progress_measurement
  ADD CONSTRAINT progress_measurement_rated_by CHECK (rated_by IN ('citizen', 'together', 'caseworker', 'mentor')),
  ADD CONSTRAINT progress_measurement_taken_back CHECK (num_nonnulls(taken_back_at, taken_back_by, taken_back_why) IN (0, 3) AND taken_back_why IN ('wrong-person', 'twice', 'mistake'));

CREATE TABLE "progress_value" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "measurement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dimension_code" TEXT NOT NULL,
    "aim_id" UUID,
    "rating" INTEGER,
    "words" TEXT,
    CONSTRAINT "progress_value_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "progress_value_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "progress_measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "progress_value_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "progress_value_dimension_code_fkey" FOREIGN KEY ("dimension_code") REFERENCES "progress_dimension"("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "progress_value_aim_id_fkey" FOREIGN KEY ("aim_id") REFERENCES "progress_aim"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX progress_value_once ON progress_value (measurement_id, dimension_code, aim_id) NULLS NOT DISTINCT;
CREATE INDEX "progress_value_person_id_idx" ON "progress_value"("person_id");
CREATE INDEX "progress_value_aim_id_idx" ON "progress_value"("aim_id");
ALTER TABLE progress_value
  ADD CONSTRAINT progress_value_words CHECK (length(words) BETWEEN 1 AND 500);

-- On the scale of its measurement, between its ends; a line of one's own under its own dimension. Whoever writes it.
CREATE FUNCTION access.guard_progress_value() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM progress_measurement m JOIN progress_scale s ON s.code = m.scale_code JOIN progress_dimension d ON d.scale_code = s.code
      WHERE m.id = NEW.measurement_id AND d.code = NEW.dimension_code AND (NEW.rating IS NULL OR NEW.rating BETWEEN s.lowest AND s.highest)) THEN
    RAISE EXCEPTION 'The value is not on the scale' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.aim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM progress_aim a WHERE a.id = NEW.aim_id AND a.person_id = NEW.person_id AND a.dimension_code = NEW.dimension_code) THEN
    RAISE EXCEPTION 'The line is not theirs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER progress_value_guarded BEFORE INSERT ON progress_value FOR EACH ROW EXECUTE FUNCTION access.guard_progress_value();

-- Whoever wrote a measurement takes it back; another's, whoever may do that with what others wrote. Its values are gone for good: it is made again in a minute.
CREATE FUNCTION access.take_back_measurement(wanted uuid, why text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m progress_measurement;
BEGIN
  SELECT * INTO m FROM progress_measurement WHERE id = wanted AND taken_back_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  IF NOT access.may('progress.record') OR NOT access.reaches_lastingly(m.person_id) THEN RETURN false; END IF;
  IF m.recorded_by <> access.uid() AND NOT access.may('contact.redact') THEN RETURN false; END IF;
  DELETE FROM progress_value WHERE measurement_id = m.id;
  UPDATE progress_measurement SET taken_back_at = now(), taken_back_by = access.uid(), taken_back_why = why WHERE id = m.id;
  RETURN true;
END $$;

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['progress_scale', 'progress_dimension', 'progress_aim', 'progress_measurement', 'progress_value'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['progress_aim', 'progress_measurement', 'progress_value'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''progress.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['progress_scale', 'progress_dimension'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''self'')))', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.guard_progress_value()', 'access.take_back_measurement(uuid, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.take_back_measurement(uuid, text) TO indgang_app;

-- What is measured stays in the record: not behind emergency access, which is for some hours.
CREATE POLICY app_insert ON progress_measurement FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('progress.record')) AND recorded_by = (SELECT access.uid()) AND measured_on <= access.today() AND taken_back_at IS NULL AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = progress_measurement.person_id AND p.merged_into_id IS NULL));
-- Only together with the measurement it belongs to.
CREATE POLICY app_insert ON progress_value FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('progress.record')) AND EXISTS (SELECT 1 FROM progress_measurement m WHERE m.id = measurement_id AND m.person_id = progress_value.person_id AND m.recorded_by = (SELECT access.uid()) AND m.recorded_at = transaction_timestamp()));
CREATE POLICY app_insert ON progress_aim FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('progress.record')) AND added_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = progress_aim.person_id AND p.merged_into_id IS NULL));
-- A line is ended, and not written over: earlier values stand under it.
GRANT UPDATE (ended_on) ON progress_aim TO indgang_app;
CREATE POLICY app_end ON progress_aim FOR UPDATE TO indgang_app
  USING ((SELECT access.may('progress.record')) AND access.reaches_lastingly(person_id));

-- A merge moves lines, measurements and values: the list as it stands, and three more.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''contact_draft'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''contact_draft'', ''id'', false)', '(''contact_draft'', ''id'', false), (''progress_aim'', ''id'', false), (''progress_measurement'', ''id'', false), (''progress_value'', ''id'', false)');
END $$;
