-- The log of personal data breaches (GDPR art. 33(5)): what happened, when it was known, what it could do, who was told.
CREATE TYPE "breach_risk" AS ENUM ('NONE', 'RISK', 'HIGH');
CREATE TABLE "breach" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL,
    "aware_at" TIMESTAMPTZ NOT NULL,
    "happened" TEXT NOT NULL,
    "kinds" TEXT[],
    "people" INTEGER,
    "data_kinds" TEXT NOT NULL,
    "consequences" TEXT,
    "measures" TEXT,
    "risk" "breach_risk",
    "risk_reason" TEXT,
    "authority_told_at" TIMESTAMPTZ,
    "authority_reference" TEXT,
    "late_reason" TEXT,
    "people_told_on" DATE,
    "people_told_how" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ,
    "closed_by" UUID,
    "learned" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "breach_aware_at_idx" ON "breach"("aware_at");
ALTER TABLE breach ADD CONSTRAINT breach_found_first CHECK (found_at <= aware_at);
-- Told later than 72 hours needs the reason (art. 33(1)); closed needs the assessment, and what the assessment asks for.
ALTER TABLE breach ADD CONSTRAINT breach_late CHECK (authority_told_at IS NULL OR authority_told_at <= aware_at + interval '72 hours' OR coalesce(late_reason, '') <> '');
ALTER TABLE breach ADD CONSTRAINT breach_closed CHECK (closed_at IS NULL OR (risk IS NOT NULL AND (risk = 'NONE' OR authority_told_at IS NOT NULL) AND (risk <> 'HIGH' OR people_told_on IS NOT NULL)));
CREATE TABLE "breach_subject" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "breach_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "breach_subject_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "breach_subject_breach_id_fkey" FOREIGN KEY ("breach_id") REFERENCES "breach"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "breach_subject_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "breach_subject_breach_id_idx" ON "breach_subject"("breach_id");
CREATE INDEX "breach_subject_person_id_idx" ON "breach_subject"("person_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['breach', 'breach_subject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_worker', t);
  END LOOP;
END $$;
-- Anybody on the staff tells of a breach; the officer keeps the log. Nobody deletes in it.
GRANT SELECT, INSERT, UPDATE ON breach TO indgang_app;
CREATE POLICY breach_read ON breach FOR SELECT TO indgang_app USING ((SELECT access.may('breach.manage')) OR created_by = (SELECT access.uid()));
CREATE POLICY breach_insert ON breach FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('breach.report')) AND created_by = (SELECT access.uid()) AND risk IS NULL AND authority_told_at IS NULL AND people_told_on IS NULL AND closed_at IS NULL);
CREATE POLICY breach_update ON breach FOR UPDATE TO indgang_app USING ((SELECT access.may('breach.manage'))) WITH CHECK ((SELECT access.may('breach.manage')));
GRANT SELECT ON breach_subject TO indgang_app;
CREATE POLICY subject_read ON breach_subject FOR SELECT TO indgang_app USING ((SELECT access.may('breach.manage')) OR ((SELECT access.may('subject.export')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = breach_subject.person_id)));
-- Who was concerned, by ids the officer has from the log and may not open. The log also names records an undone import took away again.
CREATE FUNCTION access.add_breach_subjects(wanted uuid, people uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE hits integer;
BEGIN
  IF NOT access.may('breach.manage') OR NOT EXISTS (SELECT 1 FROM breach b WHERE b.id = wanted AND b.closed_at IS NULL) THEN RAISE EXCEPTION 'Not allowed' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO breach_subject (breach_id, person_id) SELECT wanted, p.id FROM person p WHERE p.id = ANY (people) AND p.source <> 'erased' AND NOT EXISTS (SELECT 1 FROM breach_subject b WHERE b.breach_id = wanted AND b.person_id = p.id);
  GET DIAGNOSTICS hits = ROW_COUNT;
  RETURN hits;
END $$;
CREATE FUNCTION access.guard_breach() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND (OLD.closed_at IS NOT NULL
    OR (OLD.id, OLD.found_at, OLD.aware_at, OLD.created_by, OLD.created_at) IS DISTINCT FROM (NEW.id, NEW.found_at, NEW.aware_at, NEW.created_by, NEW.created_at)
    OR (OLD.authority_told_at IS NOT NULL AND (OLD.authority_told_at, OLD.late_reason) IS DISTINCT FROM (NEW.authority_told_at, NEW.late_reason))) THEN
    RAISE EXCEPTION 'What the log says of when is never changed, and a closed breach not at all' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER breach_guard BEFORE UPDATE ON breach FOR EACH ROW EXECUTE FUNCTION access.guard_breach();
ALTER FUNCTION access.guard_breach() OWNER TO indgang_definer;
ALTER FUNCTION access.add_breach_subjects(uuid, uuid[]) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.guard_breach(), access.add_breach_subjects(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.add_breach_subjects(uuid, uuid[]) TO indgang_app;

CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false) $$;
