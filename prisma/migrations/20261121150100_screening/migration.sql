-- The screening guide (ADR 0031): a few questions that help notice that difficulties may come from a deployment. The questions with their weights are data, by version;
-- what was answered is rows that are added, each about one question of the version it was asked from.
CREATE TABLE "screening_guide" (
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "threshold" INTEGER NOT NULL,
    "unit_code" TEXT,
    "questions" JSONB NOT NULL,
    CONSTRAINT "screening_guide_pkey" PRIMARY KEY ("version")
);
ALTER TABLE screening_guide ADD CONSTRAINT screening_guide_sound CHECK (version > 0 AND threshold > 0 AND jsonb_typeof(questions) = 'array' AND jsonb_array_length(questions) BETWEEN 1 AND 12);

CREATE TABLE "screening" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "screening_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "screening_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "screening_version_fkey" FOREIGN KEY ("version") REFERENCES "screening_guide"("version") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "screening_person_id_idx" ON "screening"("person_id");

CREATE TABLE "screening_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "screening_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    CONSTRAINT "screening_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "screening_answer_screening_id_fkey" FOREIGN KEY ("screening_id") REFERENCES "screening"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "screening_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Every question has its answer from the start, also one that was not asked: so none is added or changed afterwards.
CREATE UNIQUE INDEX "screening_answer_screening_id_question_key" ON "screening_answer"("screening_id", "question");
CREATE INDEX "screening_answer_person_id_idx" ON "screening_answer"("person_id");
ALTER TABLE screening_answer ADD CONSTRAINT screening_answer_known CHECK (question ~ '^[a-z][a-z-]{1,30}$' AND answer IN ('yes', 'no', 'not-asked', 'unknown'));

-- Answers go with what they were given in, into a merge and out of it again.
CREATE FUNCTION access.move_screening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE screening_answer SET person_id = NEW.person_id WHERE screening_id = NEW.id;
  RETURN NULL;
END $$;
ALTER FUNCTION access.move_screening() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.move_screening() FROM PUBLIC;
CREATE TRIGGER screening_moved AFTER UPDATE OF person_id ON screening FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_screening();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['screening_guide', 'screening', 'screening_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['screening', 'screening_answer'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''plan.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
END $$;
GRANT SELECT ON screening_guide TO indgang_app;
CREATE POLICY app_read ON screening_guide FOR SELECT TO indgang_app USING ((SELECT access.may('self')));
CREATE POLICY app_insert ON screening FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = screening.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON screening_answer FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM screening s WHERE s.id = screening_id AND s.person_id = screening_answer.person_id AND s.recorded_by = (SELECT access.uid())));

-- Whose a week is cannot be changed: what may be begun on is asked once.
DROP POLICY app_update ON plan_schedule;
DROP POLICY app_update ON plan_slot;
CREATE POLICY app_update ON plan_schedule FOR UPDATE TO indgang_app USING ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id));
CREATE POLICY app_update ON plan_slot FOR UPDATE TO indgang_app USING ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id));

DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''plan_slot'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''plan_slot'', ''id'', false)', '(''plan_slot'', ''id'', false), (''screening'', ''id'', false), (''screening_answer'', ''id'', false)');
END $$;
