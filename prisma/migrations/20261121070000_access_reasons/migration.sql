-- Whoever opens a person somebody else is responsible for says why, with one tap (ADR 0014). The reason holds for that person and that day. It is
-- asked for where the log is written: without it nothing that was read leaves the transaction, whatever page, file or action read it.
CREATE TABLE "access_reason" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sampled_at" TIMESTAMPTZ,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ,
    "verdict" TEXT,
    "review_note" TEXT,
    CONSTRAINT "access_reason_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "access_reason_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "access_reason_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "access_reason_user_id_person_id_day_idx" ON "access_reason"("user_id", "person_id", "day");
CREATE INDEX "access_reason_person_id_day_idx" ON "access_reason"("person_id", "day");
ALTER TABLE access_reason
  ADD CONSTRAINT access_reason_code CHECK (code IN ('contacted-us', 'covering', 'letters', 'register', 'other')),
  ADD CONSTRAINT access_reason_other_says_why CHECK (code <> 'other' OR length(note) >= 10),
  ADD CONSTRAINT access_reason_reviewed CHECK (num_nonnulls(reviewed_by, reviewed_at, verdict) IN (0, 3)),
  ADD CONSTRAINT access_reason_verdict CHECK (verdict IN ('fine', 'follow-up')),
  ADD CONSTRAINT access_reason_by_another CHECK (reviewed_by <> user_id);

-- The Danish day: a reason given at half past eleven at night holds for half an hour.
CREATE FUNCTION access.today() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date $$;

-- May the caller look after what this colleague has opened? Their manager, and the data protection officer; never oneself.
CREATE FUNCTION access.reviews(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT who <> access.uid() AND (access.has_scope('access.review', 'metadata') OR (access.has_scope('access.review', 'unit')
    AND EXISTS (SELECT 1 FROM app_user me JOIN app_user u ON u.unit_id = me.unit_id WHERE me.id = access.uid() AND u.id = who))) $$;

CREATE FUNCTION access.is_responsible(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = wanted AND a.user_id = access.uid() AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)) $$;

CREATE FUNCTION access.reason_needed(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = wanted AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))
    AND access.may('person.read') AND NOT access.is_responsible(wanted)
    AND NOT EXISTS (SELECT 1 FROM access_reason r WHERE r.person_id = wanted AND r.user_id = access.uid() AND r.day = access.today()) $$;

-- Who is responsible, for the sentence that asks why: the name of a colleague, no more.
CREATE FUNCTION access.responsible_names(wanted uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(u.name ORDER BY a.from_day), '{}') FROM assignment a JOIN app_user u ON u.id = a.user_id
  WHERE access.sees_person(wanted) AND a.person_id = wanted AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date) $$;

-- The same for whoever looks after it, as it was on that day.
CREATE FUNCTION access.responsible_then(wanted uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(u.name ORDER BY a.from_day), '{}') FROM access_reason r JOIN assignment a ON a.person_id = r.person_id JOIN app_user u ON u.id = a.user_id
  WHERE r.id = wanted AND access.reviews(r.user_id) AND a.from_day <= r.day AND (a.to_day IS NULL OR a.to_day >= r.day) $$;

ALTER TABLE access_reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_reason FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON access_reason TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON access_reason TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON access_reason TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (user_id, person_id, day, code, note), UPDATE (reviewed_by, reviewed_at, verdict, review_note) ON access_reason TO indgang_app;
-- One's own; those about the people one is responsible for; those drawn for review.
CREATE POLICY reason_read ON access_reason FOR SELECT TO indgang_app USING (
  user_id = (SELECT access.uid()) OR access.is_responsible(person_id) OR (sampled_at IS NOT NULL AND access.reviews(user_id)));
CREATE POLICY reason_give ON access_reason FOR INSERT TO indgang_app WITH CHECK (
  user_id = (SELECT access.uid()) AND day = access.today() AND (SELECT access.may('person.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id));
CREATE POLICY reason_review ON access_reason FOR UPDATE TO indgang_app USING (sampled_at IS NOT NULL AND verdict IS NULL AND access.reviews(user_id))
  WITH CHECK (reviewed_by = (SELECT access.uid()));

CREATE OR REPLACE FUNCTION access.audit(kind audit_kind, action text, route text, purpose text, person uuid, subjects uuid[], details jsonb)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  event uuid := uuidv7();
  caller text := current_setting('role');
  who uuid := access.uid();
  why text := purpose;
BEGIN
  IF caller = 'indgang_app' AND who IS NULL THEN RAISE EXCEPTION 'The session has ended' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF caller = 'indgang_public' AND ((person IS NOT NULL AND person IS DISTINCT FROM access.citizen())
    OR coalesce(cardinality(subjects), 0) > 0 OR kind IN ('MACHINE', 'SIGN_IN', 'LIST')) THEN
    RAISE EXCEPTION 'A visitor writes about nobody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF caller = 'indgang_app' AND kind = 'MACHINE' THEN RAISE EXCEPTION 'A person is not a machine' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF caller = 'indgang_app' AND person IS NOT NULL AND kind IN ('VIEW', 'DISCLOSURE', 'CHANGE') THEN
    IF kind <> 'CHANGE' AND access.reason_needed(person) THEN
      RAISE EXCEPTION 'A reason is needed to open %', person USING ERRCODE = 'insufficient_privilege';
    END IF;
    why := coalesce(why, (SELECT r.code || coalesce(': ' || r.note, '') FROM access_reason r WHERE r.person_id = person AND r.user_id = who AND r.day = access.today() ORDER BY r.created_at DESC LIMIT 1));
  END IF;
  INSERT INTO public.audit_event (id, kind, action, actor_user_id, session_id, role, route, purpose, person_id, details)
  VALUES (event, kind, action, who, access.session_id(), (SELECT string_agg(r::text, '+' ORDER BY r) FROM access.live_roles() r), route, why, person, details);
  INSERT INTO public.audit_subject (event_id, person_id) SELECT event, s FROM (SELECT DISTINCT unnest(subjects) AS s) q WHERE s IS NOT NULL;
  RETURN event;
END $$;

-- A merge moves the reasons with the person. They belong to the log, which has a report of its own: not part of what a data subject is handed.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false) $$;
CREATE OR REPLACE FUNCTION access.subject_links() RETURNS TABLE (tab text, col text) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND (a.attname = 'person_id' OR a.attname LIKE '%\_person\_id' OR (c.relname, a.attname) IN (('person', 'id'), ('duplicate_pair', 'left_id'), ('duplicate_pair', 'right_id'),
        ('person_merge', 'kept_id'), ('person_merge', 'merged_id'))
      OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid = 'public.person'::regclass AND k.conkey = ARRAY[a.attnum]))
    AND c.relname NOT IN ('audit_event', 'audit_subject', 'access_reason', 'staff_relation', 'app_user', 'subject_request', 'retention_item', 'retention_tombstone') $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.today()', 'access.reviews(uuid)', 'access.is_responsible(uuid)', 'access.reason_needed(uuid)', 'access.responsible_names(uuid)', 'access.responsible_then(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
