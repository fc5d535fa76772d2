-- Volunteers (ADR 0041): people of their own, who are found by no citizen's name. What they can, where and when are columns and rows that matching reads; the path from
-- interest to ended are steps that are added. Nobody writes here but those who lead volunteers, and the public form, through one function that only adds.
CREATE TABLE "volunteer_role" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_da" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "papers" TEXT[],
    "course" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    CONSTRAINT "volunteer_role_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "volunteer_role_code_key" ON "volunteer_role"("code");

CREATE TABLE "volunteer_paper_kind" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "months" INTEGER,
    "everybody" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "volunteer_paper_kind_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "volunteer_paper_kind_code_key" ON "volunteer_paper_kind"("code");
ALTER TABLE volunteer_paper_kind ADD CONSTRAINT volunteer_paper_kind_months CHECK (months BETWEEN 1 AND 240);

CREATE TABLE "local_area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "postcodes" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    CONSTRAINT "local_area_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "local_area_code_key" ON "local_area"("code");

CREATE TABLE "volunteer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "birth_year" INTEGER,
    "email" TEXT,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'da',
    "postcode" TEXT,
    "address_protected" BOOLEAN NOT NULL DEFAULT false,
    "roles" TEXT[],
    "areas" TEXT[],
    "times" TEXT[],
    "experience" TEXT[],
    "skills" TEXT,
    "limits" TEXT,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "monthly_limit" INTEGER,
    "source" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ NOT NULL,
    "submission_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "volunteer_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "volunteer_number_key" ON "volunteer"("number");
CREATE UNIQUE INDEX "volunteer_submission_id_key" ON "volunteer"("submission_id");
ALTER TABLE volunteer
  ADD CONSTRAINT volunteer_name CHECK (length(first_name) BETWEEN 1 AND 80 AND length(last_name) BETWEEN 1 AND 80),
  ADD CONSTRAINT volunteer_reached CHECK (num_nonnulls(email, phone) > 0 AND length(email) BETWEEN 3 AND 200 AND length(phone) BETWEEN 5 AND 30),
  ADD CONSTRAINT volunteer_birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
  ADD CONSTRAINT volunteer_language CHECK (language IN ('da', 'en')),
  ADD CONSTRAINT volunteer_postcode CHECK (postcode ~ '^[0-9]{4}$'),
  -- Where somebody lives whose address is protected stands nowhere a list could show it.
  ADD CONSTRAINT volunteer_protected CHECK (NOT address_protected OR postcode IS NULL),
  ADD CONSTRAINT volunteer_times CHECK (array_to_string(times, ',') ~ '^([1-7]-(morning|afternoon|evening)(,|$))*$'),
  ADD CONSTRAINT volunteer_lists CHECK (cardinality(roles) <= 30 AND cardinality(areas) <= 60 AND cardinality(experience) <= 20),
  ADD CONSTRAINT volunteer_words CHECK (length(skills) BETWEEN 1 AND 2000 AND length(limits) BETWEEN 1 AND 1000),
  ADD CONSTRAINT volunteer_capacity CHECK (capacity BETWEEN 0 AND 20 AND monthly_limit BETWEEN 0 AND 60),
  ADD CONSTRAINT volunteer_source CHECK ((source = 'form' AND created_by IS NULL) OR (source = 'staff' AND created_by IS NOT NULL));
-- Whoever matches looks for those who can and will.
CREATE INDEX volunteer_roles_idx ON volunteer USING gin (roles);
CREATE INDEX volunteer_areas_idx ON volunteer USING gin (areas);

CREATE TABLE "volunteer_language" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    CONSTRAINT "volunteer_language_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_language_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_language_volunteer_id_language_key" ON "volunteer_language"("volunteer_id", "language");
ALTER TABLE volunteer_language ADD CONSTRAINT volunteer_language_code CHECK (language ~ '^[a-z]{2}$'), ADD CONSTRAINT volunteer_language_level CHECK (level IN ('some', 'good', 'native'));

CREATE TABLE "volunteer_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "until_day" DATE,
    "reason" TEXT,
    "words" TEXT,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_step_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of two who write the next step at once the second finds its number taken.
CREATE UNIQUE INDEX "volunteer_step_volunteer_id_number_key" ON "volunteer_step"("volunteer_id", "number");
ALTER TABLE volunteer_step
  ADD CONSTRAINT volunteer_step_number CHECK (number BETWEEN 1 AND 1000),
  ADD CONSTRAINT volunteer_step_step CHECK (step IN ('interested', 'invited', 'talked', 'cleared', 'active', 'paused', 'ended')),
  ADD CONSTRAINT volunteer_step_until CHECK ((step IN ('invited', 'paused')) = (until_day IS NOT NULL) AND until_day >= on_day),
  ADD CONSTRAINT volunteer_step_reason CHECK ((step = 'ended') = (reason IS NOT NULL) AND reason IN ('wish', 'unfit', 'papers', 'silent', 'moved', 'ill', 'died', 'other')),
  ADD CONSTRAINT volunteer_step_words CHECK (length(words) BETWEEN 1 AND 2000);

CREATE TABLE "volunteer_paper" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "kind_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "expires_on" DATE,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_paper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_paper_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_paper_kind_code_fkey" FOREIGN KEY ("kind_code") REFERENCES "volunteer_paper_kind"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_paper_volunteer_id_kind_code_number_key" ON "volunteer_paper"("volunteer_id", "kind_code", "number");
ALTER TABLE volunteer_paper
  ADD CONSTRAINT volunteer_paper_number CHECK (number BETWEEN 1 AND 1000),
  ADD CONSTRAINT volunteer_paper_state CHECK (state IN ('asked', 'approved', 'refused')),
  ADD CONSTRAINT volunteer_paper_expires CHECK ((expires_on IS NULL OR state = 'approved') AND expires_on >= on_day);

CREATE TABLE "volunteer_training" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "minutes" INTEGER,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_training_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_training_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_training_volunteer_id_idx" ON "volunteer_training"("volunteer_id");
ALTER TABLE volunteer_training
  ADD CONSTRAINT volunteer_training_kind CHECK (kind IN ('course', 'supervision', 'meeting')),
  ADD CONSTRAINT volunteer_training_title CHECK (length(title) BETWEEN 1 AND 120),
  ADD CONSTRAINT volunteer_training_minutes CHECK (minutes BETWEEN 1 AND 6000);

-- From the public form: somebody who wants to help. It adds and tells nothing; a form that was sent before is the same volunteer. Codes nobody knows are left out.
CREATE FUNCTION access.volunteer_interest(first text, last text, born integer, mail text, tel text, speaks text, post text, hidden boolean, wanted_roles text[], wanted_areas text[], wanted_times text[], words text, languages jsonb, submission uuid)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  INSERT INTO volunteer (first_name, last_name, birth_year, email, phone, language, postcode, address_protected, roles, areas, times, experience, skills, source, agreed_at, submission_id)
    VALUES (first, last, born, mail, tel, speaks, CASE WHEN hidden THEN NULL ELSE post END, hidden,
      ARRAY(SELECT r.code FROM volunteer_role r WHERE r.code = ANY (wanted_roles) AND r.retired_on IS NULL ORDER BY r.position),
      ARRAY(SELECT a.code FROM local_area a WHERE a.code = ANY (wanted_areas) AND a.retired_on IS NULL ORDER BY a.position), wanted_times, '{}', words, 'form', now(), submission)
    ON CONFLICT (submission_id) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN NULL; END IF;
  INSERT INTO volunteer_language (volunteer_id, language, level) SELECT made, l ->> 'language', l ->> 'level' FROM jsonb_array_elements(languages) l;
  INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES (made, 1, 'interested', access.today());
  RETURN made;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer', 'volunteer_language', 'volunteer_step', 'volunteer_paper', 'volunteer_training'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer'] LOOP
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')))$p$, t);
  END LOOP;
  -- With the volunteer, whose own policy says who reads.
  FOREACH t IN ARRAY ARRAY['volunteer_language', 'volunteer_step', 'volunteer_paper', 'volunteer_training'] LOOP
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM volunteer v WHERE v.id = %I.volunteer_id))$p$, t, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['volunteer_step', 'volunteer_paper', 'volunteer_training'] LOOP
    EXECUTE format($p$CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND recorded_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = %I.volunteer_id))$p$, t, t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE volunteer_number_seq TO indgang_app, indgang_definer, indgang_worker;
GRANT SELECT ON volunteer_role, local_area TO indgang_public;
CREATE POLICY public_read ON volunteer_role FOR SELECT TO indgang_public USING (retired_on IS NULL);
CREATE POLICY public_read ON local_area FOR SELECT TO indgang_public USING (retired_on IS NULL);

-- Who they are and what they will may be corrected; how they came, when they agreed and the number stay.
GRANT INSERT (id, first_name, last_name, birth_year, email, phone, language, postcode, address_protected, roles, areas, times, experience, skills, limits, capacity, monthly_limit, source, agreed_at, created_by, version),
  UPDATE (first_name, last_name, birth_year, email, phone, language, postcode, address_protected, roles, areas, times, experience, skills, limits, capacity, monthly_limit, version) ON volunteer TO indgang_app;
CREATE POLICY app_insert ON volunteer FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND created_by = (SELECT access.uid()));
CREATE POLICY app_update ON volunteer FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage')));
GRANT INSERT (id, volunteer_id, language, level), DELETE ON volunteer_language TO indgang_app;
CREATE POLICY app_insert ON volunteer_language FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_language.volunteer_id));
CREATE POLICY app_delete ON volunteer_language FOR DELETE TO indgang_app USING ((SELECT access.may('volunteer.manage')));
GRANT INSERT (id, volunteer_id, number, step, on_day, until_day, reason, words, recorded_by) ON volunteer_step TO indgang_app;
GRANT INSERT (id, volunteer_id, kind_code, number, state, on_day, expires_on, recorded_by) ON volunteer_paper TO indgang_app;
GRANT INSERT (id, volunteer_id, kind, title, on_day, minutes, recorded_by) ON volunteer_training TO indgang_app;

ALTER FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, jsonb, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, jsonb, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, jsonb, uuid) TO indgang_public;
