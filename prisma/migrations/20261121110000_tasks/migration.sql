-- Tasks with a day (ADR 0029). About a person, or about nobody; somebody's, or a unit's until somebody takes it, or of whoever has the person in hand. The row
-- is what stands today; what led there is added by the database to a history nobody changes.
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID,
    "reason" TEXT,
    "text" TEXT,
    "due_on" DATE NOT NULL,
    "explanation" JSONB NOT NULL DEFAULT '[]',
    "owner_id" UUID,
    "unit_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'open',
    "source" TEXT NOT NULL DEFAULT 'hand',
    "source_id" UUID,
    "repeat_every" INTEGER,
    "repeat_unit" TEXT,
    "repeat_from" DATE,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "task_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "task_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "task_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "task_person_id_idx" ON "task"("person_id");
CREATE INDEX "task_owner_id_idx" ON "task"("owner_id");
CREATE INDEX "task_unit_id_idx" ON "task"("unit_id");
CREATE INDEX task_open_idx ON task (owner_id, due_on) WHERE state = 'open';
ALTER TABLE task
  ADD CONSTRAINT task_text CHECK (length(text) BETWEEN 1 AND 500),
  -- What a machine makes is said in the reader's language, from where it came from.
  ADD CONSTRAINT task_says_what CHECK (text IS NOT NULL OR source = 'protection'),
  ADD CONSTRAINT task_state CHECK (state IN ('open', 'done', 'dropped')),
  ADD CONSTRAINT task_source CHECK (source IN ('hand', 'contact', 'task', 'repeat', 'protection')),
  ADD CONSTRAINT task_comes_from CHECK ((source = 'hand') = (source_id IS NULL)),
  ADD CONSTRAINT task_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT task_reason CHECK (length(reason) BETWEEN 3 AND 500),
  -- The next one of a series falls with the one before it that was opened again, and asks nobody why.
  ADD CONSTRAINT task_dropped_why CHECK (state <> 'dropped' OR reason IS NOT NULL OR source = 'repeat'),
  ADD CONSTRAINT task_repeat CHECK (num_nonnulls(repeat_every, repeat_unit, repeat_from) IN (0, 3) AND repeat_every BETWEEN 1 AND 52 AND repeat_unit IN ('WEEK', 'MONTH'));
-- One that was done has one that follows, also when two say so at once; a protection asks once at a time.
CREATE UNIQUE INDEX task_one_next ON task (source_id) WHERE source = 'repeat';
CREATE UNIQUE INDEX task_one_protection ON task (source_id) WHERE source = 'protection' AND state = 'open';

CREATE TABLE "task_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "task_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_id" UUID,
    "unit_id" UUID,
    "reason" TEXT,
    "by_user" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "task_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "task_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "task_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "task_event_task_id_idx" ON "task_event"("task_id");
CREATE INDEX "task_event_person_id_idx" ON "task_event"("person_id");
ALTER TABLE task_event ADD CONSTRAINT task_event_kind CHECK (kind IN ('made', 'moved', 'taken', 'given', 'released', 'done', 'dropped', 'reopened'));

CREATE FUNCTION access.my_unit() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT unit_id FROM app_user WHERE id = access.uid() $$;

-- Whether a task about this person can be theirs: they may write tasks, and reach the person for more than the hours of an emergency. Asked of the policies
-- themselves; the caller must reach the person, and learns no more than that.
CREATE FUNCTION access.may_take_task(who uuid, wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE answer jsonb;
BEGIN
  IF NOT access.may('task.record') OR NOT access.sees_person(wanted) THEN RETURN false; END IF;
  IF who = access.uid() THEN RETURN access.reaches_lastingly(wanted); END IF;
  IF NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = who AND u.active) THEN RETURN false; END IF;
  answer := access.seen_as(who, wanted);
  RETURN coalesce((answer ->> 'lasting')::boolean AND EXISTS (SELECT 1 FROM jsonb_array_elements(answer -> 'lines') l WHERE l ->> 'action' = 'task.record'), false);
END $$;

CREATE FUNCTION access.guard_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE former uuid := CASE WHEN TG_OP = 'UPDATE' THEN OLD.owner_id END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state <> OLD.state THEN
      NEW.closed_at := CASE WHEN NEW.state <> 'open' THEN now() END;
      NEW.closed_by := CASE WHEN NEW.state <> 'open' THEN access.uid() END;
    END IF;
  END IF;
  IF current_setting('role') = 'indgang_app' AND NEW.owner_id IS NOT NULL AND NEW.owner_id IS DISTINCT FROM former THEN
    IF (CASE WHEN NEW.person_id IS NULL THEN NEW.owner_id <> access.uid() ELSE NOT access.may_take_task(NEW.owner_id, NEW.person_id) END) THEN
      RAISE EXCEPTION 'The task cannot be theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_guarded BEFORE INSERT OR UPDATE ON task FOR EACH ROW EXECUTE FUNCTION access.guard_task();

-- Who did what, when and why: nobody can leave it out, and nobody can write it.
CREATE FUNCTION access.note_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kinds text[];
BEGIN
  IF TG_OP = 'INSERT' THEN kinds := ARRAY['made'];
  ELSE
    IF NEW.state <> OLD.state THEN kinds := kinds || CASE NEW.state WHEN 'open' THEN 'reopened' ELSE NEW.state END; END IF;
    IF NEW.due_on <> OLD.due_on THEN kinds := kinds || 'moved'::text; END IF;
    IF (NEW.owner_id, NEW.unit_id) IS DISTINCT FROM (OLD.owner_id, OLD.unit_id) THEN
      kinds := kinds || CASE WHEN NEW.owner_id IS NULL THEN 'released' WHEN NEW.owner_id = access.uid() THEN 'taken' ELSE 'given' END;
    END IF;
  END IF;
  INSERT INTO task_event (task_id, person_id, kind, due_on, owner_id, unit_id, reason, by_user)
    SELECT NEW.id, NEW.person_id, k, NEW.due_on, NEW.owner_id, NEW.unit_id, CASE WHEN k IN ('moved', 'dropped') THEN NEW.reason END, access.uid() FROM unnest(kinds) k;
  RETURN NULL;
END $$;
CREATE TRIGGER task_noted AFTER INSERT OR UPDATE OF state, due_on, owner_id, unit_id ON task FOR EACH ROW EXECUTE FUNCTION access.note_task();

-- A history goes with its task, also into a merge and out of it again.
CREATE FUNCTION access.move_task_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE task_event SET person_id = NEW.person_id WHERE task_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER task_moved AFTER UPDATE OF person_id ON task FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_task_events();

-- What is one's own about somebody one no longer reaches: that there is one and by when, without a word of it.
CREATE FUNCTION access.tasks_out_of_reach() RETURNS TABLE (id uuid, due_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.id, t.due_on FROM task t WHERE t.owner_id = access.uid() AND t.state = 'open' AND t.person_id IS NOT NULL AND access.may('task.read') AND NOT access.sees_person(t.person_id)
  ORDER BY t.due_on, t.id LIMIT 100 $$;
-- Back to those who have the person in hand. True when it was one's own and open.
CREATE FUNCTION access.let_task_go(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (UPDATE task SET owner_id = NULL, version = version + 1 WHERE id = wanted AND owner_id = access.uid() AND state = 'open' AND access.may('task.record') RETURNING 1) SELECT EXISTS (SELECT 1 FROM gone) $$;

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['task', 'task_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.my_unit()', 'access.may_take_task(uuid, uuid)', 'access.guard_task()', 'access.note_task()', 'access.move_task_events()', 'access.tasks_out_of_reach()', 'access.let_task_go(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.my_unit(), access.may_take_task(uuid, uuid), access.tasks_out_of_reach(), access.let_task_go(uuid) TO indgang_app;
GRANT SELECT, INSERT ON task TO indgang_app;
GRANT UPDATE (reason, due_on, explanation, owner_id, unit_id, state, version) ON task TO indgang_app;
CREATE POLICY app_read ON task FOR SELECT TO indgang_app USING ((SELECT access.may('task.read')) AND CASE WHEN person_id IS NULL
  THEN owner_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit()) ELSE EXISTS (SELECT 1 FROM person p WHERE p.id = task.person_id) END);
CREATE POLICY app_insert ON task FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('task.record')) AND created_by = (SELECT access.uid()) AND state = 'open' AND source <> 'protection' AND CASE WHEN person_id IS NULL
  THEN owner_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit()) ELSE EXISTS (SELECT 1 FROM person p WHERE p.id = task.person_id AND p.merged_into_id IS NULL) END);
CREATE POLICY app_update ON task FOR UPDATE TO indgang_app
  USING ((SELECT access.may('task.record')) AND CASE WHEN person_id IS NULL THEN owner_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit()) ELSE EXISTS (SELECT 1 FROM person p WHERE p.id = task.person_id) END)
  WITH CHECK ((SELECT access.may('task.record')) AND CASE WHEN person_id IS NULL THEN owner_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit()) ELSE EXISTS (SELECT 1 FROM person p WHERE p.id = task.person_id) END);
GRANT SELECT ON task_event TO indgang_app;
CREATE POLICY app_read ON task_event FOR SELECT TO indgang_app USING ((SELECT access.may('task.read')) AND EXISTS (SELECT 1 FROM task t WHERE t.id = task_event.task_id));

-- A merge moves tasks and their history: the list as it stands, and two more.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false), ('contact', 'id', false), ('contact_note', 'id', false), ('contact_addition', 'id', false), ('contact_draft', 'id', false), ('contact_redaction', 'contact_id', false), ('task', 'id', false), ('task_event', 'id', false) $$;
