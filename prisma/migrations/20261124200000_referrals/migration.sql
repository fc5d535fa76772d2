-- A referral is an object (ADR 0059): to a unit, an offer or an association, on one live consent of the person's. It never changes; what becomes of it are steps that are added.
CREATE TABLE "referral" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "to_kind" TEXT NOT NULL,
    "to_unit_id" UUID,
    "to_offer_id" UUID,
    "to_association_id" UUID,
    "why" TEXT NOT NULL,
    "wished_by" DATE,
    "answer_by" DATE NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "referral_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "referral_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "referral_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "referral_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "referral_to_offer_id_fkey" FOREIGN KEY ("to_offer_id") REFERENCES "offer"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "referral_to_association_id_fkey" FOREIGN KEY ("to_association_id") REFERENCES "association"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "referral_person_id_idx" ON "referral"("person_id");
CREATE INDEX "referral_consent_id_idx" ON "referral"("consent_id");
CREATE INDEX "referral_sent_by_idx" ON "referral"("sent_by");
-- An offer or an association can go: what the consent calls it is what is left.
ALTER TABLE referral
  ADD CONSTRAINT referral_to CHECK (to_kind IN ('unit', 'offer', 'association') AND num_nonnulls(to_unit_id, to_offer_id, to_association_id) <= 1
    AND (to_unit_id IS NULL OR to_kind = 'unit') AND (to_offer_id IS NULL OR to_kind = 'offer') AND (to_association_id IS NULL OR to_kind = 'association')),
  ADD CONSTRAINT referral_why CHECK (length(why) BETWEEN 1 AND 1000);

CREATE TABLE "referral_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "referral_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "referral_step_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "referral_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "referral_step_referral_id_number_key" ON "referral_step"("referral_id", "number");
CREATE INDEX "referral_step_person_id_idx" ON "referral_step"("person_id");
-- `said`: by the receiver here, told to whoever wrote it down, or by the consent that was taken back.
ALTER TABLE referral_step
  ADD CONSTRAINT referral_step_step CHECK (step IN ('accepted', 'refused', 'revoked', 'done') AND said IN ('here', 'told', 'consent') AND (said <> 'consent' OR step = 'revoked')),
  ADD CONSTRAINT referral_step_words CHECK (length(words) BETWEEN 1 AND 500 AND (step NOT IN ('refused', 'done') OR words IS NOT NULL));

-- Where it stands: sent, until somebody has said something.
CREATE FUNCTION access.referral_state(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT s.step FROM referral_step s WHERE s.referral_id = wanted ORDER BY s.number DESC LIMIT 1), 'sent') $$;

-- The associations one can refer to: looked at and accepted, open, and with an agreement that holds. A name, and nobody who speaks for them.
CREATE FUNCTION access.referable_associations() RETURNS TABLE (id uuid, name text, kind text, until date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.name, a.kind, max(p.to_day) FROM association a JOIN partnership p ON p.association_id = a.id AND p.from_day <= access.today() AND p.to_day >= access.today()
  WHERE access.may('referral.manage') AND (a.closed_on IS NULL OR a.closed_on > access.today()) AND NOT EXISTS (SELECT 1 FROM association_signup s WHERE s.association_id = a.id AND s.accepted IS NOT TRUE)
  GROUP BY a.id, a.name, a.kind $$;

-- Sends one: the consent is the person's, for this, holds now, and names exactly this receiver. Whoever takes the consent back at the same moment waits, and finds the referral.
CREATE FUNCTION access.send_referral(person uuid, rests_on uuid, kind text, target uuid, reason text, wished date, answered date) RETURNS TABLE (said text, id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  IF NOT access.may('referral.manage') OR NOT access.reaches_lastingly(person) OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = person AND p.merged_into_id IS NULL AND p.died_on IS NULL) THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('referral ' || person || ' ' || target, 0));
  PERFORM 1 FROM consent c WHERE c.id = rests_on FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = rests_on AND c.person_id = person AND c.purpose = 'referral' AND c.given_on <= access.today() AND c.expires_on >= access.today()
      AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)
      AND CASE kind WHEN 'unit' THEN c.recipient_unit_id = target AND EXISTS (SELECT 1 FROM unit u WHERE u.id = target AND u.closed_on IS NULL)
        WHEN 'offer' THEN EXISTS (SELECT 1 FROM offer o WHERE o.id = target AND o.published_from <= access.today() AND (o.published_to IS NULL OR o.published_to >= access.today())
          AND CASE WHEN o.partner_id IS NULL THEN c.recipient_name = o.title_da ELSE c.partner_id = o.partner_id END)
        WHEN 'association' THEN EXISTS (SELECT 1 FROM access.referable_associations() a WHERE a.id = target AND a.name = c.recipient_name) AND c.recipient_volunteer_id IS NULL ELSE false END) THEN
    RETURN QUERY SELECT 'consent', NULL::uuid; RETURN;
  END IF;
  IF EXISTS (SELECT 1 FROM referral r WHERE r.person_id = person AND target IN (r.to_unit_id, r.to_offer_id, r.to_association_id) AND access.referral_state(r.id) IN ('sent', 'accepted')) THEN RETURN QUERY SELECT 'waits', NULL::uuid; RETURN; END IF;
  INSERT INTO referral (person_id, consent_id, to_kind, to_unit_id, to_offer_id, to_association_id, why, wished_by, answer_by, sent_by)
    VALUES (person, rests_on, kind, CASE WHEN kind = 'unit' THEN target END, CASE WHEN kind = 'offer' THEN target END, CASE WHEN kind = 'association' THEN target END, reason, wished, answered, access.uid()) RETURNING referral.id INTO made;
  RETURN QUERY SELECT 'sent', made;
END $$;

-- What waits for the caller's unit, or what it has taken on: behind a live consent, with everything that holds for a card (access.shared_consents).
CREATE FUNCTION access.received_referrals() RETURNS TABLE (id uuid, consent_id uuid, person_id uuid, name text, why text, wished_by date, answer_by date, state text, by_name text, from_unit uuid, sent_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, r.consent_id, r.person_id, p.first_name || ' ' || p.last_name, r.why, r.wished_by, r.answer_by, access.referral_state(r.id), u.name, u.unit_id, r.sent_at
  FROM access.shared_consents() c JOIN referral r ON r.consent_id = c.id JOIN person p ON p.id = r.person_id JOIN app_user u ON u.id = r.sent_by
  WHERE (SELECT access.may('referral.receive')) AND access.referral_state(r.id) IN ('sent', 'accepted')
  ORDER BY r.answer_by, r.sent_at, r.id LIMIT 200 $$;

-- Accepted or refused once, by the receiver, or by whoever has the person in hand where the receiver has no access and told them; done by either; revoked by whoever has the person in hand.
CREATE FUNCTION access.answer_referral(wanted uuid, verdict text, reason text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r referral%ROWTYPE; state text; here boolean; own boolean;
BEGIN
  SELECT x.* INTO r FROM referral x WHERE x.id = wanted FOR UPDATE;
  IF r.id IS NULL THEN RETURN NULL; END IF;
  state := access.referral_state(wanted);
  here := EXISTS (SELECT 1 FROM access.received_referrals() o WHERE o.id = wanted);
  own := access.may('referral.manage') AND access.reaches_lastingly(r.person_id);
  IF NOT (CASE verdict WHEN 'accepted' THEN state = 'sent' AND (here OR own AND r.to_kind <> 'unit' AND EXISTS (SELECT 1 FROM consent c WHERE c.id = r.consent_id AND c.expires_on >= access.today()))
      WHEN 'refused' THEN state = 'sent' AND (here OR own AND r.to_kind <> 'unit')
      WHEN 'done' THEN state = 'accepted' AND (here OR own)
      WHEN 'revoked' THEN state IN ('sent', 'accepted') AND own ELSE false END) THEN RETURN NULL; END IF;
  INSERT INTO referral_step (referral_id, person_id, number, step, said, words, recorded_by)
    VALUES (wanted, r.person_id, (SELECT coalesce(max(s.number), 0) + 1 FROM referral_step s WHERE s.referral_id = wanted), verdict, CASE WHEN here AND verdict <> 'revoked' THEN 'here' ELSE 'told' END, reason, access.uid());
  RETURN r.person_id;
END $$;

-- A consent that is taken back ends at once what rests on it.
CREATE FUNCTION access.referral_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM referral r WHERE r.consent_id = NEW.consent_id ORDER BY r.id FOR UPDATE;
  INSERT INTO referral_step (referral_id, person_id, number, step, said, recorded_by)
    SELECT r.id, r.person_id, (SELECT coalesce(max(s.number), 0) + 1 FROM referral_step s WHERE s.referral_id = r.id), 'revoked', 'consent', NEW.recorded_by
    FROM referral r WHERE r.consent_id = NEW.consent_id AND access.referral_state(r.id) IN ('sent', 'accepted');
  RETURN NULL;
END $$;
CREATE TRIGGER referral_taken_back AFTER INSERT ON consent_withdrawal FOR EACH ROW EXECUTE FUNCTION access.referral_taken_back();

-- A consent that was used to refer opens its card for as long as a referral rests on it: refused, revoked or done, it is closed, and nothing of it is read any more.
CREATE FUNCTION access.referred_and_over(consent uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(bool_and(access.referral_state(r.id) NOT IN ('sent', 'accepted')), false) FROM referral r WHERE r.consent_id = consent $$;

CREATE OR REPLACE FUNCTION access.shared_people() RETURNS TABLE (id uuid, person_id uuid, name text, purpose text, fields text[], given_on date, expires_on date, by_name text, by_unit uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.person_id, p.first_name || ' ' || p.last_name, c.purpose, c.fields, c.given_on, c.expires_on, u.name, u.unit_id
  FROM access.shared_consents() c JOIN person p ON p.id = c.person_id JOIN app_user u ON u.id = c.recorded_by WHERE NOT access.referred_and_over(c.id)
  ORDER BY p.last_name, p.first_name, c.given_on DESC, c.id LIMIT 500 $$;

CREATE OR REPLACE FUNCTION access.shared_card(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('id', c.id, 'personId', c.person_id, 'name', p.first_name || ' ' || p.last_name, 'purpose', c.purpose, 'fields', c.fields, 'wording', c.wording,
    'givenOn', c.given_on, 'expiresOn', c.expires_on, 'byName', u.name,
    'responsible', (SELECT coalesce(jsonb_agg(DISTINCT a_u.name), '[]') FROM assignment a JOIN app_user a_u ON a_u.id = a.user_id
      WHERE a.person_id = p.id AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())),
    'contacts', CASE WHEN 'contact' = ANY (c.fields) THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'value', k.value) ORDER BY k.kind, k.from_day), '[]') FROM contact_point k
      WHERE k.person_id = p.id AND k.allowed AND (k.to_day IS NULL OR k.to_day >= access.today())) END,
    'address', CASE WHEN 'address' = ANY (c.fields) AND p.protection NOT IN ('P1', 'P2') THEN (SELECT to_jsonb(f) FROM (
      SELECT a.care_of AS "careOf", a.street, a.number, a.floor, a.door, a.postcode, a.town FROM address a WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= access.today()) ORDER BY a.from_day DESC NULLS LAST LIMIT 1) f) END,
    'needs', CASE WHEN 'needs' = ANY (c.fields) THEN jsonb_build_object('language', p.language, 'interpreter', p.interpreter_needed, 'largePrint', p.large_print, 'signLanguage', p.sign_language, 'note', p.communication_note) END,
    'service', CASE WHEN 'service' = ANY (c.fields) THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('mission', d.mission, 'country', d.country, 'from', d.from_day, 'to', d.to_day) ORDER BY d.from_day), '[]') FROM deployment d WHERE d.person_id = p.id) END)
  FROM access.shared_consents() c JOIN person p ON p.id = c.person_id JOIN app_user u ON u.id = c.recorded_by WHERE c.id = wanted AND NOT access.referred_and_over(c.id) $$;

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral', 'referral_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    -- Written by functions alone.
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''referral.manage'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.referral_state(uuid)', 'access.referable_associations()', 'access.send_referral(uuid, uuid, text, uuid, text, date, date)', 'access.received_referrals()', 'access.answer_referral(uuid, text, text)',
    'access.referral_taken_back()', 'access.referred_and_over(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.referable_associations(), access.send_referral(uuid, uuid, text, uuid, text, date, date), access.received_referrals(), access.answer_referral(uuid, text, text) TO indgang_app;

-- A merge moves referrals with the consent they rest on, and their steps with them.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''referral'', ''id'', false), (''referral_step'', ''id'', false)');
END $$;
DROP TRIGGER moves_along ON consent;
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON consent FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('consent_withdrawal', 'consent_id', 'referral', 'consent_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON referral FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('referral_step', 'referral_id');
