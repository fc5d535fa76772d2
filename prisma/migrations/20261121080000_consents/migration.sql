-- Consent and what it opens (ADR 0013). Given is a row, withdrawn another; neither is changed. The unit named in a live consent reads the fields it
-- names, through a function of its own and never through the tables: there is nothing to forget to leave out.
CREATE TABLE "consent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "recipient_unit_id" UUID,
    "partner_id" UUID,
    "recipient_name" TEXT,
    "fields" TEXT[],
    "how" TEXT NOT NULL,
    "evidence" TEXT,
    "wording" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "consent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "consent_recipient_unit_id_fkey" FOREIGN KEY ("recipient_unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "consent_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");
CREATE INDEX "consent_recipient_unit_id_expires_on_idx" ON "consent"("recipient_unit_id", "expires_on");
ALTER TABLE consent
  ADD CONSTRAINT consent_one_recipient CHECK (num_nonnulls(recipient_unit_id, partner_id, recipient_name) = 1),
  ADD CONSTRAINT consent_purpose CHECK (purpose IN ('coordination', 'referral', 'meeting', 'work')),
  ADD CONSTRAINT consent_how CHECK (how IN ('spoken', 'written', 'digital')),
  ADD CONSTRAINT consent_fields CHECK (fields <@ ARRAY['contact', 'address', 'needs', 'service']),
  ADD CONSTRAINT consent_period CHECK (expires_on >= given_on AND expires_on <= given_on + interval '2 years'),
  ADD CONSTRAINT consent_wording CHECK (length(wording) BETWEEN 10 AND 1000);

CREATE TABLE "consent_withdrawal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consent_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "withdrawn_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "note" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "consent_withdrawal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consent_withdrawal_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "consent_withdrawal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "consent_withdrawal_consent_id_key" ON "consent_withdrawal"("consent_id");
CREATE INDEX "consent_withdrawal_person_id_idx" ON "consent_withdrawal"("person_id");
ALTER TABLE consent_withdrawal ADD CONSTRAINT consent_withdrawal_how CHECK (how IN ('spoken', 'written', 'digital'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent', 'consent_withdrawal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    -- Added, never changed: nobody who is signed in may update or delete.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''consent.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
END $$;
CREATE POLICY app_insert ON consent FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('consent.record')) AND recorded_by = (SELECT access.uid()) AND given_on <= access.today() AND EXISTS (SELECT 1 FROM person p WHERE p.id = consent.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_insert ON consent_withdrawal FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('consent.record')) AND recorded_by = (SELECT access.uid()) AND withdrawn_on <= access.today()
  AND EXISTS (SELECT 1 FROM consent c WHERE c.id = consent_id AND c.person_id = consent_withdrawal.person_id));

-- What is shared with the caller's unit now. Core blocks hold here as everywhere: own family, shielded people; and the withdrawal, from the next statement.
CREATE FUNCTION access.shared_consents() RETURNS SETOF consent LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.* FROM consent c JOIN person p ON p.id = c.person_id
  WHERE c.recipient_unit_id = (SELECT u.unit_id FROM app_user u WHERE u.id = (SELECT access.uid())) AND (SELECT access.may('person.read.shared'))
    AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)
    AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (p.protection <> 'P3' OR (SELECT access.cleared('SHIELDED'))) $$;

CREATE FUNCTION access.shared_people() RETURNS TABLE (id uuid, person_id uuid, name text, purpose text, fields text[], given_on date, expires_on date, by_name text, by_unit uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.person_id, p.first_name || ' ' || p.last_name, c.purpose, c.fields, c.given_on, c.expires_on, u.name, u.unit_id
  FROM access.shared_consents() c JOIN person p ON p.id = c.person_id JOIN app_user u ON u.id = c.recorded_by
  ORDER BY p.last_name, p.first_name, c.given_on DESC, c.id LIMIT 500 $$;

-- The card behind one consent: the named fields only. A protected address is in no consent; contacts as the person allows.
CREATE FUNCTION access.shared_card(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('id', c.id, 'personId', c.person_id, 'name', p.first_name || ' ' || p.last_name, 'purpose', c.purpose, 'fields', c.fields, 'wording', c.wording,
    'givenOn', c.given_on, 'expiresOn', c.expires_on, 'byName', u.name,
    'responsible', (SELECT coalesce(jsonb_agg(a_u.name ORDER BY a.from_day), '[]') FROM assignment a JOIN app_user a_u ON a_u.id = a.user_id
      WHERE a.person_id = p.id AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())),
    'contacts', CASE WHEN 'contact' = ANY (c.fields) THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'value', k.value) ORDER BY k.kind, k.from_day), '[]') FROM contact_point k
      WHERE k.person_id = p.id AND k.allowed AND (k.to_day IS NULL OR k.to_day >= access.today())) END,
    'address', CASE WHEN 'address' = ANY (c.fields) AND p.protection NOT IN ('P1', 'P2') THEN (SELECT to_jsonb(f) FROM (
      SELECT a.care_of AS "careOf", a.street, a.number, a.floor, a.door, a.postcode, a.town FROM address a WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= access.today()) ORDER BY a.from_day DESC NULLS LAST LIMIT 1) f) END,
    'needs', CASE WHEN 'needs' = ANY (c.fields) THEN jsonb_build_object('language', p.language, 'interpreter', p.interpreter_needed, 'largePrint', p.large_print, 'signLanguage', p.sign_language, 'note', p.communication_note) END,
    'service', CASE WHEN 'service' = ANY (c.fields) THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('mission', d.mission, 'country', d.country, 'from', d.from_day, 'to', d.to_day) ORDER BY d.from_day), '[]') FROM deployment d WHERE d.person_id = p.id) END)
  FROM access.shared_consents() c JOIN person p ON p.id = c.person_id JOIN app_user u ON u.id = c.recorded_by WHERE c.id = wanted $$;

-- Who of the recipient's has opened the card, and when first and last: shown to whoever withdraws.
CREATE FUNCTION access.consent_seen(wanted uuid) RETURNS TABLE (name text, times integer, first_at timestamptz, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.name, count(*)::int, min(e.at), max(e.at) FROM consent c JOIN audit_event e ON e.person_id = c.person_id AND e.action = 'consent.card-viewed' AND e.details ->> 'consent' = c.id::text
    JOIN app_user u ON u.id = e.actor_user_id
  WHERE c.id = wanted AND access.may('consent.read') AND access.sees_person(c.person_id) GROUP BY u.id, u.name ORDER BY max(e.at) DESC $$;

-- Whoever reads a shared card has the person's own word for it. Whoever reaches the whole record still says why.
CREATE OR REPLACE FUNCTION access.reason_needed(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = wanted AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))
    AND access.may('person.read') AND NOT access.is_responsible(wanted) AND NOT (wanted = ANY (access.open_glass()))
    AND NOT EXISTS (SELECT 1 FROM access_reason r WHERE r.person_id = wanted AND r.user_id = access.uid() AND r.day = access.today())
    AND NOT (EXISTS (SELECT 1 FROM access.shared_consents() c WHERE c.person_id = wanted) AND NOT access.sees_person(wanted)) $$;

CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.shared_consents()', 'access.shared_people()', 'access.shared_card(uuid)', 'access.consent_seen(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.shared_people()', 'access.shared_card(uuid)', 'access.consent_seen(uuid)'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
