-- Several on one case, and a case that goes to another unit (ADR 0028): only with the person's consent, which says that their case may be read.
ALTER TABLE consent DROP CONSTRAINT consent_fields, ADD CONSTRAINT consent_fields CHECK (fields <@ ARRAY['contact', 'address', 'needs', 'service', 'case']);

CREATE TABLE "case_transfer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_unit_id" UUID NOT NULL,
    "to_unit_id" UUID NOT NULL,
    "to_user_id" UUID,
    "message" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answer_words" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ,
    CONSTRAINT "case_transfer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_transfer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_transfer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_transfer_from_unit_id_fkey" FOREIGN KEY ("from_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "case_transfer_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "case_transfer_to_user_id_fkey" FOREIGN KEY ("to_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "case_transfer_person_id_idx" ON "case_transfer"("person_id");
CREATE INDEX "case_transfer_to_unit_id_idx" ON "case_transfer"("to_unit_id");
-- One waits at a time.
CREATE UNIQUE INDEX case_transfer_one_waits ON case_transfer (case_id) WHERE answer IS NULL;
ALTER TABLE case_transfer
  ADD CONSTRAINT case_transfer_message CHECK (length(message) BETWEEN 1 AND 1000),
  ADD CONSTRAINT case_transfer_answer CHECK (answer IN ('accepted', 'refused', 'revoked') AND num_nonnulls(answer, answered_at) IN (0, 2) AND (answer IS NOT NULL OR num_nonnulls(answered_by, answer_words) = 0)),
  ADD CONSTRAINT case_transfer_words CHECK (length(answer_words) BETWEEN 1 AND 500 AND (answer IS DISTINCT FROM 'refused' OR answer_words IS NOT NULL));
ALTER TABLE case_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON case_transfer TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON case_transfer TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_transfer TO indgang_definer, indgang_worker;
-- Answered by a function alone.
GRANT SELECT ON case_transfer TO indgang_app;
GRANT INSERT (id, case_id, person_id, from_unit_id, to_unit_id, to_user_id, message, asked_by) ON case_transfer TO indgang_app;
CREATE POLICY app_read ON case_transfer FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = case_transfer.person_id));

-- Until when the person lets this unit read their case; NULL when they do not. Their own word: asked also of those who do not see the person yet.
CREATE FUNCTION access.case_shared_until(person uuid, unit uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(c.expires_on) FROM consent c WHERE c.person_id = person AND c.recipient_unit_id = unit AND 'case' = ANY (c.fields) AND c.given_on <= access.today() AND c.expires_on >= access.today()
    AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) $$;
-- Who has the case now may share it and hand it over; so may those who say who is responsible.
CREATE FUNCTION access.has_case(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM case_file c WHERE c.id = wanted AND access.may('case.manage') AND access.reaches_lastingly(c.person_id)
    AND (SELECT s.state FROM case_state s WHERE s.case_id = c.id ORDER BY s.number DESC LIMIT 1) <> 'closed'
    AND (access.may('assignment.manage') OR EXISTS (SELECT 1 FROM assignment a WHERE a.case_id = c.id AND a.case_role = 'coordinator' AND a.user_id = access.uid() AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())))) $$;
CREATE POLICY app_insert ON case_transfer FOR INSERT TO indgang_app WITH CHECK (
  asked_by = (SELECT access.uid()) AND access.has_case(case_id) AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = case_transfer.person_id AND c.unit_id = from_unit_id)
  AND (to_unit_id = from_unit_id OR access.case_shared_until(person_id, to_unit_id) IS NOT NULL));

-- Colleagues who can have a case, and with which of their units the person shares theirs. Members of staff, for those who have the case.
CREATE FUNCTION access.case_colleagues(wanted uuid) RETURNS TABLE (id uuid, name text, title text, unit_id uuid, shared_until date, own boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.title, u.unit_id, access.case_shared_until(c.person_id, u.unit_id), u.unit_id = c.unit_id FROM case_file c, app_user u
  WHERE c.id = wanted AND access.has_case(c.id) AND u.active AND u.unit_id IS NOT NULL AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id
    AND g.role IN ('VETERAN_COORDINATOR', 'CASEWORKER') AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) $$;

-- A further professional: of the case's unit, or of one the person shares it with, and then no longer than they said.
CREATE FUNCTION access.add_to_case(wanted uuid, who uuid) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c record; k record;
BEGIN
  SELECT f.* INTO c FROM case_file f WHERE f.id = wanted FOR UPDATE;
  SELECT x.* INTO k FROM access.case_colleagues(wanted) x WHERE x.id = who;
  IF c.id IS NULL OR k.id IS NULL THEN RETURN 'gone'; END IF;
  IF NOT k.own AND k.shared_until IS NULL THEN RETURN 'consent'; END IF;
  IF EXISTS (SELECT 1 FROM assignment a WHERE a.case_id = wanted AND a.user_id = who AND (a.to_day IS NULL OR a.to_day >= access.today())) THEN RETURN 'known'; END IF;
  INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, case_id, case_role, created_by) VALUES (c.person_id, who, 'case', access.today(), CASE WHEN k.own THEN NULL ELSE k.shared_until END, wanted, 'professional', access.uid());
  RETURN 'done';
END $$;
CREATE FUNCTION access.leave_case(wanted uuid, who uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ended integer;
BEGIN
  IF NOT access.has_case(wanted) THEN RETURN false; END IF;
  UPDATE assignment SET to_day = access.today() - 1 WHERE case_id = wanted AND user_id = who AND case_role = 'professional' AND (to_day IS NULL OR to_day >= access.today());
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended > 0;
END $$;

-- What waits for the caller: cases offered to them or to their unit. The blocks no role lifts hold here as everywhere, and so does a consent that was taken back.
CREATE FUNCTION access.offered_cases() RETURNS TABLE (id uuid, case_id uuid, person_id uuid, name text, kind text, about text, message text, from_unit uuid, by_name text, asked_at timestamptz, for_me boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.id, t.case_id, t.person_id, p.first_name || ' ' || p.last_name, c.kind, c.about, t.message, t.from_unit_id, u.name, t.asked_at, t.to_user_id IS NOT NULL
  FROM case_transfer t JOIN case_file c ON c.id = t.case_id JOIN person p ON p.id = t.person_id JOIN app_user u ON u.id = t.asked_by
  WHERE t.answer IS NULL AND access.may('case.receive') AND t.to_unit_id = (SELECT me.unit_id FROM app_user me WHERE me.id = access.uid()) AND (t.to_user_id IS NULL OR t.to_user_id = access.uid())
    AND (t.to_unit_id = t.from_unit_id OR access.case_shared_until(t.person_id, t.to_unit_id) IS NOT NULL)
    AND (SELECT s.state FROM case_state s WHERE s.case_id = c.id ORDER BY s.number DESC LIMIT 1) <> 'closed' AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (NOT p.shielded OR (SELECT access.cleared('SHIELDED')))
  ORDER BY t.asked_at, t.id LIMIT 100 $$;

-- Accepted or refused by whom it waits for, revoked by whoever asked. Answered once: of two at a time the second finds it answered.
CREATE FUNCTION access.answer_transfer(wanted uuid, verdict text, words text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t case_transfer%ROWTYPE;
BEGIN
  SELECT x.* INTO t FROM case_transfer x WHERE x.id = wanted FOR UPDATE;
  IF t.id IS NULL OR t.answer IS NOT NULL THEN RETURN NULL; END IF;
  IF verdict = 'revoked' THEN
    IF NOT access.may('case.manage') OR NOT access.reaches_lastingly(t.person_id) OR NOT (t.asked_by = access.uid() OR access.has_case(t.case_id)) THEN RETURN NULL; END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM access.offered_cases() o WHERE o.id = wanted) THEN RETURN NULL;
  END IF;
  UPDATE case_transfer SET answer = verdict, answer_words = words, answered_by = access.uid(), answered_at = now() WHERE id = wanted;
  IF verdict = 'accepted' THEN
    UPDATE case_file SET unit_id = t.to_unit_id WHERE id = t.case_id;
    -- Through the day, so that the two can talk about it; of the former unit nobody stays without the person's consent.
    UPDATE assignment a SET to_day = access.today() FROM app_user u WHERE u.id = a.user_id AND a.case_id = t.case_id AND a.user_id <> access.uid() AND (a.to_day IS NULL OR a.to_day > access.today())
      AND (a.case_role = 'coordinator' OR (u.unit_id IS DISTINCT FROM t.to_unit_id AND access.case_shared_until(t.person_id, u.unit_id) IS NULL));
    UPDATE assignment SET to_day = access.today() - 1 WHERE case_id = t.case_id AND user_id = access.uid() AND (to_day IS NULL OR to_day >= access.today());
    INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role, created_by) VALUES (t.person_id, access.uid(), 'case', access.today(), t.case_id, 'coordinator', t.asked_by);
  END IF;
  RETURN t.person_id;
END $$;

-- A consent that is taken back ends at once what it let in: professionals of that unit, and a case on its way there.
CREATE FUNCTION access.consent_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE unit uuid;
BEGIN
  SELECT c.recipient_unit_id INTO unit FROM consent c WHERE c.id = NEW.consent_id AND 'case' = ANY (c.fields);
  IF unit IS NULL OR access.case_shared_until(NEW.person_id, unit) IS NOT NULL THEN RETURN NULL; END IF;
  UPDATE assignment a SET to_day = access.today() - 1 FROM app_user u, case_file c WHERE u.id = a.user_id AND c.id = a.case_id AND c.unit_id <> unit AND a.case_role = 'professional'
    AND a.person_id = NEW.person_id AND u.unit_id = unit AND (a.to_day IS NULL OR a.to_day >= access.today());
  UPDATE case_transfer SET answer = 'revoked', answered_by = NEW.recorded_by, answered_at = now() WHERE person_id = NEW.person_id AND to_unit_id = unit AND from_unit_id <> unit AND answer IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_taken_back AFTER INSERT ON consent_withdrawal FOR EACH ROW EXECUTE FUNCTION access.consent_taken_back();
-- A closed case goes nowhere.
CREATE FUNCTION access.closed_case_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE case_transfer SET answer = 'revoked', answered_by = NEW.recorded_by, answered_at = now() WHERE case_id = NEW.case_id AND answer IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER closed_case_stays AFTER INSERT ON case_state FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION access.closed_case_stays();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.case_shared_until(uuid, uuid)', 'access.has_case(uuid)', 'access.case_colleagues(uuid)', 'access.add_to_case(uuid, uuid)', 'access.leave_case(uuid, uuid)', 'access.offered_cases()',
    'access.answer_transfer(uuid, text, text)', 'access.consent_taken_back()', 'access.closed_case_stays()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.case_shared_until(uuid, uuid), access.has_case(uuid), access.case_colleagues(uuid), access.add_to_case(uuid, uuid), access.leave_case(uuid, uuid), access.offered_cases(), access.answer_transfer(uuid, text, text) TO indgang_app;

-- A merge moves what is on its way too.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''case_transfer'', ''id'', false)');
END $$;
