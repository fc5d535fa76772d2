-- The plan with the citizen (ADR 0031): goals, what was agreed, and the week. A goal and an agreement are rows that never change; what they say and how they stand
-- are steps with the next number, so that of two who change one at once the second finds the number taken. A week is a schedule with its times: what is taken out
-- of it keeps its row, with who took it out and when.
CREATE TABLE "plan_goal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "parent_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "plan_goal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_goal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "plan_goal_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "plan_goal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "plan_goal_person_id_idx" ON "plan_goal"("person_id");
CREATE INDEX "plan_goal_parent_id_idx" ON "plan_goal"("parent_id");

CREATE TABLE "plan_goal_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "goal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "needs" TEXT,
    "due_on" DATE,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "plan_goal_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_goal_step_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "plan_goal"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "plan_goal_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "plan_goal_step_goal_id_number_key" ON "plan_goal_step"("goal_id", "number");
CREATE INDEX "plan_goal_step_person_id_idx" ON "plan_goal_step"("person_id");
ALTER TABLE plan_goal_step
  ADD CONSTRAINT plan_goal_step_text CHECK (length(text) BETWEEN 1 AND 500),
  ADD CONSTRAINT plan_goal_step_needs CHECK (length(needs) BETWEEN 1 AND 1000),
  ADD CONSTRAINT plan_goal_step_said_by CHECK (said_by IN ('citizen', 'together', 'relative')),
  ADD CONSTRAINT plan_goal_step_state CHECK (state IN ('open', 'reached', 'aside')),
  -- Set aside says why.
  ADD CONSTRAINT plan_goal_step_reason CHECK ((state <> 'aside' OR reason IS NOT NULL) AND length(reason) BETWEEN 3 AND 500);

CREATE TABLE "plan_agreement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "goal_id" UUID,
    "text" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "who_words" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "plan_agreement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_agreement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "plan_agreement_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "plan_goal"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "plan_agreement_person_id_idx" ON "plan_agreement"("person_id");
CREATE INDEX "plan_agreement_goal_id_idx" ON "plan_agreement"("goal_id");
ALTER TABLE plan_agreement
  ADD CONSTRAINT plan_agreement_text CHECK (length(text) BETWEEN 1 AND 500),
  ADD CONSTRAINT plan_agreement_who CHECK (who IN ('citizen', 'staff', 'other') AND (who <> 'other' OR who_words IS NOT NULL) AND length(who_words) BETWEEN 1 AND 100);

CREATE TABLE "plan_agreement_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agreement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "plan_agreement_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_agreement_step_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "plan_agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "plan_agreement_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "plan_agreement_step_agreement_id_number_key" ON "plan_agreement_step"("agreement_id", "number");
CREATE INDEX "plan_agreement_step_person_id_idx" ON "plan_agreement_step"("person_id");
ALTER TABLE plan_agreement_step
  ADD CONSTRAINT plan_agreement_step_state CHECK (state IN ('open', 'kept', 'missed', 'dropped')),
  -- Moved, not kept and given up say why; taken up again after that says by when, and so asks nobody.
  ADD CONSTRAINT plan_agreement_step_words CHECK ((state NOT IN ('missed', 'dropped') OR words IS NOT NULL) AND length(words) BETWEEN 1 AND 500);

CREATE TABLE "plan_schedule" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,
    CONSTRAINT "plan_schedule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_schedule_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "plan_schedule_person_id_idx" ON "plan_schedule"("person_id");
ALTER TABLE plan_schedule ADD CONSTRAINT plan_schedule_days CHECK (to_day >= from_day);

CREATE TABLE "plan_slot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "schedule_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT,
    "activity" TEXT NOT NULL,
    "place" TEXT,
    "company" TEXT,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,
    CONSTRAINT "plan_slot_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_slot_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "plan_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "plan_slot_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "plan_slot_schedule_id_idx" ON "plan_slot"("schedule_id");
CREATE INDEX "plan_slot_person_id_idx" ON "plan_slot"("person_id");
ALTER TABLE plan_slot
  ADD CONSTRAINT plan_slot_weekday CHECK (weekday BETWEEN 1 AND 7),
  -- As it is written on the wall: what is read aloud sorts as it stands.
  ADD CONSTRAINT plan_slot_times CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND ends > starts),
  ADD CONSTRAINT plan_slot_texts CHECK (length(activity) BETWEEN 1 AND 80 AND length(place) BETWEEN 1 AND 80 AND length(company) BETWEEN 1 AND 80);

-- A part of a goal is of the same person, and has no parts itself.
CREATE FUNCTION access.guard_plan_goal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plan_goal g WHERE g.id = NEW.parent_id AND g.person_id = NEW.person_id AND g.parent_id IS NULL) THEN
    RAISE EXCEPTION 'A part belongs to a goal of the same person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_plan_goal BEFORE INSERT ON plan_goal FOR EACH ROW EXECUTE FUNCTION access.guard_plan_goal();

-- One number after the other; what is over is taken up again before it is anything else. A number that is taken meets the unique key, which tells the two apart.
CREATE FUNCTION access.guard_plan_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before record;
BEGIN
  IF TG_TABLE_NAME = 'plan_goal_step' THEN
    SELECT s.number, s.state INTO before FROM plan_goal_step s WHERE s.goal_id = NEW.goal_id ORDER BY s.number DESC LIMIT 1;
  ELSE
    SELECT s.number, s.state INTO before FROM plan_agreement_step s WHERE s.agreement_id = NEW.agreement_id ORDER BY s.number DESC LIMIT 1;
  END IF;
  IF NEW.number > coalesce(before.number, 0) + 1 OR NEW.number < 1 THEN RAISE EXCEPTION 'The steps of a plan are counted' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.number = coalesce(before.number, 0) + 1 AND NEW.state <> 'open' AND before.state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'A plan does not go from % to %', before.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_plan_step BEFORE INSERT ON plan_goal_step FOR EACH ROW EXECUTE FUNCTION access.guard_plan_step();
CREATE TRIGGER guard_plan_step BEFORE INSERT ON plan_agreement_step FOR EACH ROW EXECUTE FUNCTION access.guard_plan_step();

-- Taken out once, by whoever does it and now: what the statement says of it is not asked.
CREATE FUNCTION access.sign_plan_removal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL THEN RAISE EXCEPTION 'What was taken out stays out' USING ERRCODE = 'check_violation'; END IF;
  NEW.removed_at := now();
  NEW.removed_by := access.uid();
  RETURN NEW;
END $$;
CREATE TRIGGER sign_plan_removal BEFORE UPDATE OF removed_at ON plan_schedule FOR EACH ROW WHEN (OLD.removed_at IS DISTINCT FROM NEW.removed_at) EXECUTE FUNCTION access.sign_plan_removal();
CREATE TRIGGER sign_plan_removal BEFORE UPDATE OF removed_at ON plan_slot FOR EACH ROW WHEN (OLD.removed_at IS DISTINCT FROM NEW.removed_at) EXECUTE FUNCTION access.sign_plan_removal();

-- A plan goes with its person whole, into a merge and out of it again.
CREATE FUNCTION access.move_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'plan_goal' THEN
    UPDATE plan_goal_step SET person_id = NEW.person_id WHERE goal_id = NEW.id;
    UPDATE plan_goal SET person_id = NEW.person_id WHERE parent_id = NEW.id;
    UPDATE plan_agreement SET person_id = NEW.person_id WHERE goal_id = NEW.id;
  ELSIF TG_TABLE_NAME = 'plan_agreement' THEN
    UPDATE plan_agreement_step SET person_id = NEW.person_id WHERE agreement_id = NEW.id;
  ELSE
    UPDATE plan_slot SET person_id = NEW.person_id WHERE schedule_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_goal', 'plan_agreement', 'plan_schedule'] LOOP
    EXECUTE format('CREATE TRIGGER plan_moved AFTER UPDATE OF person_id ON %I FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_plan()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plan_goal', 'plan_goal_step', 'plan_agreement', 'plan_agreement_step', 'plan_schedule', 'plan_slot'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''plan.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.guard_plan_goal()', 'access.guard_plan_step()', 'access.sign_plan_removal()', 'access.move_plan()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- Added, never changed: nobody who is signed in may update or delete; and what is taken out is added whole first.
GRANT INSERT ON plan_goal, plan_goal_step, plan_agreement, plan_agreement_step TO indgang_app;
GRANT INSERT (id, person_id, from_day, to_day, created_by, created_at) ON plan_schedule TO indgang_app;
GRANT INSERT (id, schedule_id, person_id, weekday, starts, ends, activity, place, company, added_by, added_at) ON plan_slot TO indgang_app;
-- A plan outlasts the hours of emergency access: reading only.
CREATE POLICY app_insert ON plan_goal FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND created_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = plan_goal.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON plan_goal_step FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM plan_goal g WHERE g.id = goal_id AND g.person_id = plan_goal_step.person_id));
CREATE POLICY app_insert ON plan_agreement FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND created_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = plan_agreement.person_id AND p.merged_into_id IS NULL)
  AND (goal_id IS NULL OR EXISTS (SELECT 1 FROM plan_goal g WHERE g.id = goal_id AND g.person_id = plan_agreement.person_id)));
CREATE POLICY app_insert ON plan_agreement_step FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM plan_agreement a WHERE a.id = agreement_id AND a.person_id = plan_agreement_step.person_id));
CREATE POLICY app_insert ON plan_schedule FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND created_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = plan_schedule.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON plan_slot FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('plan.manage')) AND added_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM plan_schedule s WHERE s.id = schedule_id AND s.person_id = plan_slot.person_id));
GRANT UPDATE (removed_at) ON plan_schedule, plan_slot TO indgang_app;
CREATE POLICY app_update ON plan_schedule FOR UPDATE TO indgang_app USING ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id)) WITH CHECK ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id));
CREATE POLICY app_update ON plan_slot FOR UPDATE TO indgang_app USING ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id)) WITH CHECK ((SELECT access.may('plan.manage')) AND access.reaches_lastingly(person_id));

-- An agreement of the municipality's becomes a task, and never two.
ALTER TABLE task DROP CONSTRAINT task_source, ADD CONSTRAINT task_source CHECK (source IN ('hand', 'contact', 'task', 'repeat', 'protection', 'plan'));
CREATE UNIQUE INDEX task_one_plan ON task (source_id) WHERE source = 'plan';

-- A merge moves plans too: the list as it stands, and six more.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''plan_goal'', ''id'', false), (''plan_goal_step'', ''id'', false), (''plan_agreement'', ''id'', false), (''plan_agreement_step'', ''id'', false), (''plan_schedule'', ''id'', false), (''plan_slot'', ''id'', false)');
END $$;
