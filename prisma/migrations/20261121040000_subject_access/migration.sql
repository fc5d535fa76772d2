-- Access for the data subject (GDPR art. 15): who asked, by when, what was struck out and why, and the file that was handed out.
CREATE TABLE "subject_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_how" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "extended_to" DATE,
    "extension_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_at" TIMESTAMPTZ,
    "made_by" UUID,
    "pdf_id" UUID,
    "bundle_id" UUID,
    "handed_on" DATE,
    "handed_by" UUID,
    "handed_how" TEXT,
    "closed_on" DATE,
    "closed_by" UUID,
    "closed_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subject_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "subject_request_person_id_idx" ON "subject_request"("person_id");
CREATE INDEX "subject_request_due_on_idx" ON "subject_request"("due_on");
CREATE TABLE "subject_redaction" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "tab" TEXT NOT NULL,
    "row_key" UUID NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "replacement" TEXT,
    "struck_by" UUID NOT NULL,
    "struck_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "subject_redaction_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subject_redaction_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "subject_request"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "subject_redaction_request_id_tab_row_key_field_key" ON "subject_redaction"("request_id", "tab", "row_key", "field");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject_request', 'subject_redaction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
END $$;
-- The officer sees that there is a request and its dates; whoever answers it must be able to open the person.
GRANT SELECT, INSERT, UPDATE ON subject_request TO indgang_app;
CREATE POLICY request_read ON subject_request FOR SELECT TO indgang_app USING (
  (SELECT access.has_scope('subject.request', 'metadata')) OR ((SELECT access.may('subject.request')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = subject_request.person_id)));
CREATE POLICY request_insert ON subject_request FOR INSERT TO indgang_app WITH CHECK (created_by = (SELECT access.uid()) AND (SELECT access.may('subject.request'))
  AND ((SELECT access.has_scope('subject.request', 'metadata')) OR EXISTS (SELECT 1 FROM person p WHERE p.id = subject_request.person_id)));
CREATE POLICY request_update ON subject_request FOR UPDATE TO indgang_app USING ((SELECT access.may('subject.request')))
  WITH CHECK ((SELECT access.may('subject.request')) AND ((SELECT access.has_scope('subject.request', 'metadata')) OR EXISTS (SELECT 1 FROM person p WHERE p.id = subject_request.person_id)));
-- Nobody's own request, or their family's, in anybody's hands of that family.
CREATE POLICY core_conflict ON subject_request AS RESTRICTIVE TO indgang_app USING (NOT (person_id = ANY ((SELECT access.conflicts())::uuid[])));
-- Whom a request is about, when it came and who wrote it down is never changed. A file is made and handed out by those who may read it.
CREATE FUNCTION access.guard_request() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') <> 'indgang_app' THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.person_id, OLD.received_on, OLD.created_by, OLD.created_at) IS DISTINCT FROM (NEW.id, NEW.person_id, NEW.received_on, NEW.created_by, NEW.created_at)
    OR OLD.handed_on IS NOT NULL OR OLD.closed_on IS NOT NULL THEN
    RAISE EXCEPTION 'What was asked and what was handed out is never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (OLD.made_at, OLD.pdf_id, OLD.bundle_id, OLD.handed_on) IS DISTINCT FROM (NEW.made_at, NEW.pdf_id, NEW.bundle_id, NEW.handed_on) AND NOT access.may('subject.export') THEN
    RAISE EXCEPTION 'Only who may read it makes and hands out the file' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_guard BEFORE UPDATE ON subject_request FOR EACH ROW EXECUTE FUNCTION access.guard_request();

GRANT SELECT, INSERT, UPDATE, DELETE ON subject_redaction TO indgang_app;
CREATE POLICY redaction_all ON subject_redaction TO indgang_app
  USING ((SELECT access.may('subject.export')) AND EXISTS (SELECT 1 FROM subject_request r JOIN person p ON p.id = r.person_id WHERE r.id = request_id))
  WITH CHECK (struck_by = (SELECT access.uid()) AND (SELECT access.may('subject.export'))
    AND EXISTS (SELECT 1 FROM subject_request r JOIN person p ON p.id = r.person_id WHERE r.id = request_id AND r.handed_on IS NULL AND r.closed_on IS NULL));

-- The files: kept exactly as handed out. They hold all there is, the protected address too.
ALTER POLICY stored_file_read ON stored_file USING (
  (kind = 'letter' AND (SELECT access.may('outreach.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id))
  OR (kind IN ('print', 'manifest', 'memo') AND (SELECT access.may('outreach.print')))
  OR (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid()))
  OR (kind = 'subject-export' AND (SELECT access.may('subject.export')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id)));
ALTER POLICY core_protected ON stored_file USING (
  kind NOT IN ('letter', 'subject-export') OR (SELECT access.cleared('PROTECTED_ADDRESS')) OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id AND p.protection IN ('P1', 'P2')));
ALTER POLICY stored_file_insert ON stored_file WITH CHECK (
  (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid()))
  OR (kind = 'subject-export' AND (SELECT access.may('subject.export')) AND owner_id = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id)));

-- Where the product says whose a row is. Asks the catalogue, so that a table of tomorrow is part of every answer the day it is made.
-- Left out: the log (a report of its own), what a member of staff declared about themselves, and this register of requests.
CREATE FUNCTION access.subject_links() RETURNS TABLE (tab text, col text) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND (a.attname = 'person_id' OR a.attname LIKE '%\_person\_id' OR (c.relname, a.attname) IN (('person', 'id'), ('duplicate_pair', 'left_id'), ('duplicate_pair', 'right_id'),
        ('person_merge', 'kept_id'), ('person_merge', 'merged_id'))
      OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid = 'public.person'::regclass AND k.conkey = ARRAY[a.attnum]))
    AND c.relname NOT IN ('audit_event', 'audit_subject', 'staff_relation', 'app_user', 'subject_request') $$;

-- The record and those merged into it.
CREATE FUNCTION access.subject_records(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE same AS (SELECT p.id FROM person p WHERE p.id = wanted UNION SELECT p.id FROM person p JOIN same ON p.merged_into_id = same.id)
  SELECT id FROM same WHERE access.may('subject.export') AND access.sees_person(wanted) $$;

-- Everything about the person that the CALLER may read: not a definer, so every policy holds and a tool for all of it opens nothing more.
-- Bytes (hashes, sealed numbers, files) and columns the caller may not name are left out.
CREATE FUNCTION access.subject_rows(wanted uuid) RETURNS TABLE (tab text, row_key uuid, image jsonb) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; ids uuid[] := ARRAY(SELECT access.subject_records(wanted));
BEGIN
  FOR r IN SELECT l.tab AS name, string_agg(format('x.%I = ANY ($1)', l.col), ' OR ') AS mine,
      (SELECT string_agg(format('%L, x.%I', a.attname, a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = format('public.%I', l.tab)::regclass AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'bytea'::regtype AND has_column_privilege(a.attrelid, a.attnum, 'SELECT')) AS columns,
      (SELECT a.attname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] WHERE k.conrelid = format('public.%I', l.tab)::regclass AND k.contype = 'p') AS pk
    FROM access.subject_links() l GROUP BY l.tab ORDER BY l.tab
  LOOP
    CONTINUE WHEN r.columns IS NULL;
    RETURN QUERY EXECUTE format('SELECT %L::text, x.%I, jsonb_build_object(%s) FROM public.%I x WHERE (%s)%s ORDER BY 2', r.name, r.pk, r.columns, r.name, r.mine,
      CASE WHEN r.name = 'stored_file' THEN ' AND x.kind <> ''subject-export''' ELSE '' END) USING ids;
  END LOOP;
END $$;

-- How many rows there are in all, whoever asks: a file that leaves something out must know that it does.
CREATE FUNCTION access.subject_counts(wanted uuid) RETURNS TABLE (tab text, held integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; ids uuid[] := ARRAY(SELECT access.subject_records(wanted));
BEGIN
  FOR r IN SELECT l.tab AS name, string_agg(format('x.%I = ANY ($1)', l.col), ' OR ') AS mine FROM access.subject_links() l GROUP BY l.tab LOOP
    RETURN QUERY EXECUTE format('SELECT %L::text, count(*)::integer FROM public.%I x WHERE (%s)%s HAVING count(*) > 0', r.name, r.name, r.mine,
      CASE WHEN r.name = 'stored_file' THEN ' AND x.kind <> ''subject-export''' ELSE '' END) USING ids;
  END LOOP;
END $$;

-- Whom a request is about: by number, or by name and day of birth. Ids alone; the officer opens nobody, the handler only whom they see.
CREATE FUNCTION access.request_subjects(number_hash bytea, folded_name text, born date) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM person p
  WHERE access.may('subject.request') AND (access.has_scope('subject.request', 'metadata') OR access.sees_person(p.id)) AND NOT (p.id = ANY (access.conflicts())) AND p.merged_into_id IS NULL
    AND CASE WHEN number_hash IS NOT NULL THEN EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id AND c.keyed_hash = number_hash)
      ELSE folded_name <> '' AND p.search_name = folded_name AND p.birth_date = born END
  ORDER BY p.registered_on, p.id LIMIT 5 $$;

-- A merge moves the requests with the person.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.guard_request()', 'access.subject_links()', 'access.subject_records(uuid)', 'access.subject_rows(uuid)', 'access.subject_counts(uuid)', 'access.request_subjects(bytea, text, date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    IF f <> 'access.guard_request()' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f); END IF;
  END LOOP;
END $$;
