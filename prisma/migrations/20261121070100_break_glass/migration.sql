-- Breaking the glass (ADR 0015): one person somebody does not otherwise reach, for some hours, with a reason, in view of the manager and the data
-- protection officer, and looked at afterwards. It lifts the scope and nothing else: own family, shielded people and protected addresses stay closed.
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ,
    "verdict" TEXT,
    "review_note" TEXT,
    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "break_glass_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "break_glass_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "break_glass_user_id_until_at_idx" ON "break_glass"("user_id", "until_at");
CREATE INDEX "break_glass_person_id_idx" ON "break_glass"("person_id");
ALTER TABLE break_glass
  ADD CONSTRAINT break_glass_says_why CHECK (length(note) BETWEEN 20 AND 500),
  ADD CONSTRAINT break_glass_hours CHECK (until_at > from_at AND until_at <= from_at + interval '24 hours'),
  ADD CONSTRAINT break_glass_reviewed CHECK (num_nonnulls(reviewed_by, reviewed_at, verdict) IN (0, 3)),
  ADD CONSTRAINT break_glass_verdict CHECK (verdict IN ('fine', 'follow-up')),
  ADD CONSTRAINT break_glass_by_another CHECK (reviewed_by <> user_id);

-- The caller's live grants: the newest for each person decides, so that ending it ends it. Asked anew by every statement.
CREATE FUNCTION access.my_glass() RETURNS SETOF break_glass LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.* FROM (SELECT DISTINCT ON (person_id) * FROM break_glass WHERE user_id = (SELECT access.uid()) AND until_at > now() - interval '24 hours' ORDER BY person_id, from_at DESC, id DESC) g
    JOIN person p ON p.id = g.person_id
  WHERE g.ended_at IS NULL AND g.until_at > now() AND (SELECT access.may('break-glass.use'))
    AND (p.protection NOT IN ('P1', 'P2') OR (SELECT access.cleared('PROTECTED_ADDRESS'))) $$;
CREATE FUNCTION access.open_glass() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(person_id), '{}') FROM access.my_glass() $$;

ALTER POLICY person_scope ON person USING (
  EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = person.id AND r.to_day IS NULL AND r.kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[]))
  OR ((SELECT access.has_scope('person.read', 'assigned')) AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = person.id AND a.user_id = (SELECT access.uid())
      AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)))
  OR id = ANY ((SELECT access.open_glass())::uuid[])
  OR (created_by = (SELECT access.uid()) AND created_at = now())
  OR CASE WHEN merged_into_id IS NULL THEN false ELSE access.sees_person(merged_into_id) END);
ALTER POLICY person_role_read ON person_role USING (
  kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[])
  OR person_id = ANY ((SELECT access.open_glass())::uuid[])
  OR person_id IN (SELECT a.person_id FROM assignment a WHERE a.user_id = (SELECT access.uid()) AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)));
CREATE OR REPLACE FUNCTION access.sees_person(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM person p WHERE p.id = wanted
    AND (EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (access.programmes('person.read')))
      OR (access.has_scope('person.read', 'assigned') AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND a.user_id = access.uid()
        AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)))
      OR p.id = ANY (access.open_glass()))
    AND NOT (p.id = ANY (access.conflicts()))
    AND (p.protection <> 'P3' OR access.cleared('SHIELDED'))) $$;
-- Who broke the glass has said why already.
CREATE OR REPLACE FUNCTION access.reason_needed(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = wanted AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))
    AND access.may('person.read') AND NOT access.is_responsible(wanted) AND NOT (wanted = ANY (access.open_glass()))
    AND NOT EXISTS (SELECT 1 FROM access_reason r WHERE r.person_id = wanted AND r.user_id = access.uid() AND r.day = access.today()) $$;

-- Finds exactly one person by number, or by name and day of birth, and opens them. NULL for nobody, several, and whoever stays closed: the
-- caller learns no difference. Refused while an earlier one has waited a week for its review.
CREATE FUNCTION access.break_glass(number_hash bytea, folded_name text, born date, why text, words text, hours integer) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found uuid[]; made uuid := uuidv7();
BEGIN
  IF NOT access.may('break-glass.use') THEN RAISE EXCEPTION 'Not allowed' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF access.glass_overdue() THEN RAISE EXCEPTION 'An earlier one waits for its review' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT array_agg(p.id) INTO found FROM person p
    WHERE p.merged_into_id IS NULL AND NOT (p.id = ANY (access.conflicts())) AND (p.protection <> 'P3' OR access.cleared('SHIELDED'))
      AND (p.protection NOT IN ('P1', 'P2') OR access.cleared('PROTECTED_ADDRESS'))
      AND CASE WHEN number_hash IS NOT NULL THEN EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id AND c.keyed_hash = number_hash)
        ELSE folded_name <> '' AND p.search_name = folded_name AND p.birth_date = born END;
  IF coalesce(cardinality(found), 0) <> 1 THEN RETURN NULL; END IF;
  INSERT INTO break_glass (id, user_id, person_id, code, note, until_at) VALUES (made, access.uid(), found[1], why, words, now() + make_interval(hours => hours));
  RETURN found[1];
END $$;
CREATE FUNCTION access.glass_overdue() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM break_glass g WHERE g.user_id = access.uid() AND g.verdict IS NULL AND g.from_at < now() - interval '7 days') $$;
-- Back behind the glass, before the hours are over.
CREATE FUNCTION access.end_glass(wanted uuid) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE break_glass SET ended_at = now() WHERE id = wanted AND user_id = access.uid() AND ended_at IS NULL AND until_at > now() RETURNING person_id $$;
-- What somebody else found when they looked at it. Never one's own; once.
CREATE FUNCTION access.review_glass(wanted uuid, found text, words text) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH done AS (UPDATE break_glass SET reviewed_by = access.uid(), reviewed_at = now(), verdict = found, review_note = words
    WHERE id = wanted AND verdict IS NULL AND access.may('access.review') AND access.reviews(user_id) RETURNING 1) SELECT EXISTS (SELECT 1 FROM done) $$;
-- Tells the managers of the unit and the officers at once, without saying about whom. Returns the mails.
CREATE FUNCTION access.tell_of_glass(person uuid, subject_line text, words text) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO outbox_message (id, idempotency_key, channel, user_id, recipient, subject, body)
  SELECT uuidv7(), gen_random_uuid(), 'EMAIL', u.id, u.email, subject_line, words FROM app_user u
  WHERE person = ANY (access.open_glass()) AND u.active AND u.id <> access.uid() AND EXISTS (
    SELECT 1 FROM role_grant g JOIN access.policy p ON p.role = g.role AND p.action = 'access.review'
    WHERE g.user_id = u.id AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)
      AND (p.scope = 'metadata' OR u.unit_id = (SELECT me.unit_id FROM app_user me WHERE me.id = access.uid())))
  RETURNING id $$;

-- How much was looked at or changed behind it, for whoever looks after it: a number, of rows the log itself has marked.
CREATE FUNCTION access.glass_looks(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM break_glass g JOIN audit_event e ON e.person_id = g.person_id AND e.actor_user_id = g.user_id AND e.at >= g.from_at AND e.at <= g.until_at + interval '1 minute'
  WHERE g.id = wanted AND access.reviews(g.user_id) AND e.details ->> 'breakGlass' = wanted::text $$;

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON break_glass TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON break_glass TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON break_glass TO indgang_definer, indgang_worker;
GRANT SELECT ON break_glass TO indgang_app;
CREATE POLICY glass_read ON break_glass FOR SELECT TO indgang_app USING (user_id = (SELECT access.uid()) OR access.reviews(user_id));

CREATE OR REPLACE FUNCTION access.audit(kind audit_kind, action text, route text, purpose text, person uuid, subjects uuid[], details jsonb)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  event uuid := uuidv7();
  caller text := current_setting('role');
  who uuid := access.uid();
  why text := purpose;
  more jsonb := details;
  glass uuid;
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
    SELECT g.id, coalesce(why, 'break-glass: ' || g.code) INTO glass, why FROM access.my_glass() g WHERE g.person_id = person;
    IF glass IS NULL THEN why := purpose; ELSE more := coalesce(more, '{}') || jsonb_build_object('breakGlass', glass); END IF;
    why := coalesce(why, (SELECT r.code || coalesce(': ' || r.note, '') FROM access_reason r WHERE r.person_id = person AND r.user_id = who AND r.day = access.today() ORDER BY r.created_at DESC LIMIT 1));
  END IF;
  INSERT INTO public.audit_event (id, kind, action, actor_user_id, session_id, role, route, purpose, person_id, details)
  VALUES (event, kind, action, who, access.session_id(), (SELECT string_agg(r::text, '+' ORDER BY r) FROM access.live_roles() r), route, why, person, more);
  INSERT INTO public.audit_subject (event_id, person_id) SELECT event, s FROM (SELECT DISTINCT unnest(subjects) AS s) q WHERE s IS NOT NULL;
  RETURN event;
END $$;

CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false) $$;
CREATE OR REPLACE FUNCTION access.subject_links() RETURNS TABLE (tab text, col text) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND (a.attname = 'person_id' OR a.attname LIKE '%\_person\_id' OR (c.relname, a.attname) IN (('person', 'id'), ('duplicate_pair', 'left_id'), ('duplicate_pair', 'right_id'),
        ('person_merge', 'kept_id'), ('person_merge', 'merged_id'))
      OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid = 'public.person'::regclass AND k.conkey = ARRAY[a.attnum]))
    AND c.relname NOT IN ('audit_event', 'audit_subject', 'access_reason', 'break_glass', 'staff_relation', 'app_user', 'subject_request', 'retention_item', 'retention_tombstone') $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.my_glass()', 'access.open_glass()', 'access.break_glass(bytea, text, date, text, text, integer)', 'access.glass_overdue()', 'access.end_glass(uuid)',
    'access.review_glass(uuid, text, text)', 'access.glass_looks(uuid)', 'access.tell_of_glass(uuid, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
