-- From asked to a match that runs (ADR 0046). Both sides are asked by a link of their own, or say it to somebody who writes it down. What they say is added; a match begins
-- in one function, which asks every rule again; and what a named volunteer may know of somebody is a consent in the register like any other.
CREATE TABLE "volunteer_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_question_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "volunteer_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_question_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_question_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_question_code_hash_key" ON "volunteer_question"("code_hash");
CREATE UNIQUE INDEX "volunteer_question_request_id_volunteer_id_number_side_key" ON "volunteer_question"("request_id", "volunteer_id", "number", "side");
CREATE INDEX "volunteer_question_volunteer_id_idx" ON "volunteer_question"("volunteer_id");
CREATE INDEX "volunteer_question_person_id_idx" ON "volunteer_question"("person_id");
ALTER TABLE volunteer_question ADD CONSTRAINT volunteer_question_side CHECK (side IN ('volunteer', 'person'));

CREATE TABLE "volunteer_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "yes" BOOLEAN NOT NULL,
    "how" TEXT NOT NULL,
    "fields" TEXT[],
    "wording" TEXT,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_answer_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "volunteer_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_answer_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_answer_request_id_volunteer_id_number_side_key" ON "volunteer_answer"("request_id", "volunteer_id", "number", "side");
CREATE INDEX "volunteer_answer_volunteer_id_idx" ON "volunteer_answer"("volunteer_id");
CREATE INDEX "volunteer_answer_person_id_idx" ON "volunteer_answer"("person_id");
ALTER TABLE volunteer_answer
  ADD CONSTRAINT volunteer_answer_side CHECK (side IN ('volunteer', 'person')),
  ADD CONSTRAINT volunteer_answer_how CHECK (how IN ('link', 'told', 'page') AND (how = 'told') <= (recorded_by IS NOT NULL)),
  -- What may be told, and the sentence they said yes to: of the person's yes, and of nothing else.
  ADD CONSTRAINT volunteer_answer_consent CHECK ((wording IS NOT NULL) = (side = 'person' AND yes) AND (wording IS NULL) = (fields IS NULL) AND fields <@ ARRAY['contact', 'needs'] AND length(wording) BETWEEN 10 AND 2000);

CREATE TABLE "volunteer_match" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "request_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role_code" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "started_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_match_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_match_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "volunteer_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_role_code_fkey" FOREIGN KEY ("role_code") REFERENCES "volunteer_role"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_match_number_key" ON "volunteer_match"("number");
CREATE UNIQUE INDEX "volunteer_match_request_id_key" ON "volunteer_match"("request_id");
CREATE INDEX "volunteer_match_volunteer_id_idx" ON "volunteer_match"("volunteer_id");
CREATE INDEX "volunteer_match_person_id_idx" ON "volunteer_match"("person_id");

CREATE TABLE "volunteer_match_end" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "match_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ended_on" DATE NOT NULL,
    "ended_by" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "met" BOOLEAN,
    "rating" INTEGER,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_match_end_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_match_end_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "volunteer_match"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_end_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_match_end_match_id_key" ON "volunteer_match_end"("match_id");
CREATE INDEX "volunteer_match_end_person_id_idx" ON "volunteer_match_end"("person_id");
ALTER TABLE volunteer_match_end
  ADD CONSTRAINT volunteer_match_end_by CHECK (ended_by IN ('person', 'volunteer', 'both', 'municipality')),
  ADD CONSTRAINT volunteer_match_end_cause CHECK (cause IN ('reached', 'time', 'distance', 'chemistry', 'stuck', 'unsafe', 'moved', 'other')),
  ADD CONSTRAINT volunteer_match_end_rating CHECK (rating BETWEEN 1 AND 5),
  ADD CONSTRAINT volunteer_match_end_words CHECK (length(words) BETWEEN 1 AND 1000);

-- A consent to a named volunteer knows which one it was: the name alone would be anybody of that name. Written by the function that begins a match, and by nobody else.
ALTER TABLE consent ADD COLUMN "recipient_volunteer_id" UUID;
ALTER TABLE consent ADD CONSTRAINT "consent_recipient_volunteer_id_fkey" FOREIGN KEY ("recipient_volunteer_id") REFERENCES "volunteer"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT consent_volunteer_named CHECK (recipient_volunteer_id IS NULL OR recipient_name IS NOT NULL);
CREATE INDEX "consent_recipient_volunteer_id_idx" ON "consent"("recipient_volunteer_id");

-- What both had said of every field when somebody was asked: a no by link leaves the pair where a no by the lead would.
ALTER TABLE volunteer_pair_step DROP CONSTRAINT volunteer_pair_step_cause,
  ADD CONSTRAINT volunteer_pair_step_cause CHECK ((step = 'turned-down') = (cause IS NOT NULL) AND (step = 'turned-down') <= (field_state IS NOT NULL) AND (step = 'taken-back') <= (field_state IS NULL)
    AND cause IN ('languages', 'times', 'areas', 'experience', 'chemistry', 'wish') AND length(field_state) <= 8000);
-- Whoever says no by a link is nobody of the staff.
ALTER TABLE volunteer_pair_step ALTER COLUMN recorded_by DROP NOT NULL;

-- Whether a live consent lets somebody's name reach those who lead volunteers. Never of somebody shielded or with a protected address.
CREATE FUNCTION access.told_to_volunteering(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM person p JOIN consent c ON c.person_id = p.id JOIN unit u ON u.id = c.recipient_unit_id AND u.kind = 'VOLUNTEERING'
    WHERE p.id = person AND p.protection = 'P0' AND NOT p.shielded AND p.merged_into_id IS NULL AND p.died_on IS NULL AND c.purpose = 'referral'
      AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)) $$;

-- What a match lets its volunteer know at this moment: the fields of the live consent to them, beside the first name. Nothing (null) once it has ended, the consent is
-- withdrawn or has run out, the person is shielded, protected or dead, or the volunteer has ended.
CREATE FUNCTION access.match_fields(wanted uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.fields FROM volunteer_match m JOIN person p ON p.id = m.person_id JOIN consent c ON c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral'
  WHERE m.id = wanted AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) AND p.protection = 'P0' AND NOT p.shielded AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)
    AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = m.volunteer_id ORDER BY s.number DESC LIMIT 1) <> 'ended'
  ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1 $$;
CREATE FUNCTION access.match_open(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ SELECT access.match_fields(wanted) IS NOT NULL $$;

-- As before, and how many matches each has running, and whether one of them is with this person.
DROP FUNCTION access.request_pairs(uuid);
CREATE FUNCTION access.request_pairs(wanted uuid) RETURNS TABLE (volunteer_id uuid, close boolean, matched boolean, stands text, number integer, stood_at timestamptz, turned_down jsonb, running integer, asked integer, asked_this_month integer, last_asked_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH request AS (SELECT r.id, r.person_id FROM access.waiting_requests() w JOIN volunteer_request r ON r.id = w.id WHERE w.id = wanted AND w.told),
    newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    asks AS (SELECT s.volunteer_id, s.on_day FROM volunteer_pair_step s WHERE s.step = 'asked'
      AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = s.request_id AND n.volunteer_id = s.volunteer_id AND n.number = s.number + 1 AND n.step = 'taken-back')),
    live AS (SELECT m.volunteer_id, m.person_id FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)),
    tied AS (SELECT t.volunteer_id FROM volunteer_tie t CROSS JOIN request q WHERE access.volunteer_close(t.volunteer_id, q.person_id))
  SELECT v.id, v.id IN (SELECT t.volunteer_id FROM tied t), v.id IN (SELECT l.volunteer_id FROM live l WHERE l.person_id = q.person_id), nullif(n.step, 'taken-back'), coalesce(n.number, 0), n.recorded_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('cause', d.cause, 'state', d.field_state)) FROM newest d WHERE d.person_id = q.person_id AND d.volunteer_id = v.id AND d.step = 'turned-down'), '[]'),
    coalesce(u.many, 0), coalesce(o.open, 0), coalesce(a.month, 0), a.last
  FROM request q CROSS JOIN volunteer v LEFT JOIN newest n ON n.request_id = q.id AND n.volunteer_id = v.id
    LEFT JOIN (SELECT l.volunteer_id, count(*)::int AS many FROM live l GROUP BY 1) u ON u.volunteer_id = v.id
    LEFT JOIN (SELECT volunteer_id, count(*)::int AS open FROM newest WHERE step = 'asked' AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = newest.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting' GROUP BY 1) o ON o.volunteer_id = v.id
    LEFT JOIN (SELECT volunteer_id, count(*) FILTER (WHERE date_trunc('month', on_day) = date_trunc('month', access.today()))::int AS month, max(on_day) AS last FROM asks GROUP BY 1) a ON a.volunteer_id = v.id
  WHERE NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- As before; a match that runs takes a place, and with whom somebody has one they are not asked again.
CREATE OR REPLACE FUNCTION access.step_pair(wanted uuid, volunteer uuid, what text, why text, field_state text) RETURNS TABLE (said text, person_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid; role text; v record; stands text; last record; room record;
BEGIN
  IF NOT access.may('volunteer.match') OR volunteer = ANY (access.closed_volunteers()) THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN; END IF;
  SELECT o.id, o.capacity, o.monthly_limit, o.roles INTO v FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  SELECT r.person_id, r.role_code INTO who, role FROM volunteer_request r WHERE r.id = wanted FOR UPDATE;
  IF v.id IS NULL OR NOT EXISTS (SELECT 1 FROM access.waiting_requests() w WHERE w.id = wanted AND w.told) THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN; END IF;
  SELECT s.number, s.step, s.recorded_at INTO last FROM volunteer_pair_step s WHERE s.request_id = wanted AND s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1;
  stands := access.pair_stands(wanted, volunteer);
  IF what = 'taken-back' THEN
    IF stands IS NULL OR last.recorded_at < now() - interval '1 day' THEN RETURN QUERY SELECT 'late', NULL::uuid; RETURN; END IF;
  ELSIF stands = what THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid; RETURN;
  ELSIF what = 'asked' THEN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT ON (s.volunteer_id) s.step FROM volunteer_pair_step s WHERE s.request_id = wanted ORDER BY s.volunteer_id, s.number DESC) n WHERE n.step = 'asked') THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid; RETURN; END IF;
    SELECT b.running, b.asked, b.asked_this_month, b.matched INTO room FROM access.request_pairs(wanted) b WHERE b.volunteer_id = volunteer;
    IF NOT (role = ANY (v.roles)) OR room.matched OR access.volunteer_close(volunteer, who) OR (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1) <> 'active' THEN RETURN QUERY SELECT 'forbidden', NULL::uuid; RETURN; END IF;
    IF room.running + room.asked >= v.capacity THEN RETURN QUERY SELECT 'full', NULL::uuid; RETURN; END IF;
    IF room.asked_this_month >= v.monthly_limit THEN RETURN QUERY SELECT 'limit', NULL::uuid; RETURN; END IF;
  ELSIF what <> 'turned-down' THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN;
  END IF;
  INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, cause, field_state, on_day, recorded_by) VALUES (wanted, volunteer, who, coalesce(last.number, 0) + 1, what, why, step_pair.field_state, access.today(), access.uid());
  RETURN QUERY SELECT 'done', who;
END $$;

-- The number under which the pair is asked at this moment; null where it is not, where nobody waits any more, or the name may not be known.
CREATE FUNCTION access.pair_asked(wanted uuid, volunteer uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.number FROM volunteer_pair_step s JOIN volunteer_request r ON r.id = s.request_id
  WHERE s.request_id = wanted AND s.volunteer_id = volunteer AND s.step = 'asked' AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = wanted AND n.volunteer_id = volunteer AND n.number > s.number)
    AND coalesce((SELECT t.state FROM volunteer_request_state t WHERE t.request_id = wanted ORDER BY t.number DESC LIMIT 1), 'waiting') = 'waiting' AND access.told_to_volunteering(r.person_id) $$;

-- Writes what one side says: 'no' turns the pair down by the cause, 'both' when the other has said yes already. One at a time for a volunteer and a request.
CREATE FUNCTION access.put_pair_answer(wanted uuid, volunteer uuid, wanted_side text, says boolean, why text, told text[], sentence text, way text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid; nth integer; states text;
BEGIN
  PERFORM 1 FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  SELECT r.person_id INTO who FROM volunteer_request r WHERE r.id = wanted FOR UPDATE;
  nth := access.pair_asked(wanted, volunteer);
  IF who IS NULL OR nth IS NULL THEN RETURN 'gone'; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_answer a WHERE a.request_id = wanted AND a.volunteer_id = volunteer AND a.number = nth AND a.side = wanted_side) THEN RETURN 'meanwhile'; END IF;
  INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how, fields, wording, recorded_by) VALUES (wanted, volunteer, who, nth, wanted_side, says, way, told, sentence, access.uid());
  IF NOT says THEN
    SELECT s.field_state INTO states FROM volunteer_pair_step s WHERE s.request_id = wanted AND s.volunteer_id = volunteer AND s.number = nth;
    INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, cause, field_state, on_day, recorded_by)
      VALUES (wanted, volunteer, who, nth + 1, 'turned-down', coalesce(why, 'wish'), coalesce(nullif(states, '')::jsonb ->> coalesce(why, 'wish'), ''), access.today(), access.uid());
    RETURN 'no';
  END IF;
  RETURN CASE WHEN (SELECT count(*) FROM volunteer_answer a WHERE a.request_id = wanted AND a.volunteer_id = volunteer AND a.number = nth AND a.yes) = 2 THEN 'both' ELSE 'yes' END;
END $$;

-- The question a code opens. No row for one that is unknown, has run out, or about a pair that is not asked any more.
CREATE FUNCTION access.own_question() RETURNS SETOF volunteer_question LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.* FROM volunteer_question q WHERE q.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8')) AND q.expires_on >= access.today() AND access.pair_asked(q.request_id, q.volunteer_id) = q.number $$;

-- What the one who was asked may read before they say anything. To the volunteer: the role, the areas and times, and the languages where the consent names needs; no name. To the
-- person: the volunteer's first name, languages, areas and times. To both: whom they can ring.
CREATE FUNCTION access.open_question() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('side', q.side, 'answer', (SELECT a.yes FROM volunteer_answer a WHERE a.request_id = q.request_id AND a.volunteer_id = q.volunteer_id AND a.number = q.number AND a.side = q.side),
    'role', (SELECT jsonb_build_object('nameDa', o.name_da, 'nameEn', o.name_en, 'descriptionDa', o.description_da, 'descriptionEn', o.description_en) FROM volunteer_role o WHERE o.code = r.role_code),
    'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('nameDa', l.name_da, 'nameEn', l.name_en) ORDER BY l.position), '[]') FROM local_area l WHERE l.code = ANY (CASE q.side WHEN 'volunteer' THEN r.areas ELSE v.areas END)),
    'times', CASE q.side WHEN 'volunteer' THEN r.times ELSE v.times END,
    'languages', CASE WHEN q.side = 'person' THEN (SELECT coalesce(jsonb_agg(l.language || '-' || l.level ORDER BY l.language), '[]') FROM volunteer_language l WHERE l.volunteer_id = v.id)
      WHEN EXISTS (SELECT 1 FROM consent c JOIN unit u ON u.id = c.recipient_unit_id AND u.kind = 'VOLUNTEERING' WHERE c.person_id = q.person_id AND c.purpose = 'referral' AND 'needs' = ANY (c.fields) AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id))
      THEN to_jsonb(r.languages) ELSE '[]' END,
    'firstName', CASE q.side WHEN 'person' THEN v.first_name END,
    'by', (SELECT jsonb_build_object('name', u.name, 'phone', u.phone) FROM volunteer_pair_step s JOIN app_user u ON u.id = s.recorded_by WHERE s.request_id = q.request_id AND s.volunteer_id = q.volunteer_id AND s.number = q.number))
  FROM access.own_question() q JOIN volunteer_request r ON r.id = q.request_id JOIN volunteer v ON v.id = q.volunteer_id $$;

CREATE FUNCTION access.answer_question(says boolean, why text, told text[], sentence text) RETURNS TABLE (said text, request_id uuid, volunteer_id uuid, person_id uuid, side text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE q record;
BEGIN
  SELECT * INTO q FROM access.own_question();
  IF q.id IS NULL THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid, NULL::uuid, NULL::text; RETURN; END IF;
  RETURN QUERY SELECT access.put_pair_answer(q.request_id, q.volunteer_id, q.side, says, CASE WHEN q.side = 'volunteer' THEN why END, CASE WHEN q.side = 'person' AND says THEN told END, CASE WHEN q.side = 'person' AND says THEN sentence END, 'link'), q.request_id, q.volunteer_id, q.person_id, q.side;
END $$;

-- The same, said to somebody: the volunteer's to whoever leads volunteers, the person's to whoever has them in hand for good.
CREATE FUNCTION access.answer_for_volunteer(wanted uuid, volunteer uuid, says boolean, why text) RETURNS TABLE (said text, person_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.may('volunteer.match') OR volunteer = ANY (access.closed_volunteers()) OR NOT EXISTS (SELECT 1 FROM access.waiting_requests() w WHERE w.id = wanted AND w.told) THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN; END IF;
  RETURN QUERY SELECT access.put_pair_answer(wanted, volunteer, 'volunteer', says, why, NULL, NULL, 'told'), (SELECT r.person_id FROM volunteer_request r WHERE r.id = wanted);
END $$;
CREATE FUNCTION access.answer_for_person(person uuid, wanted uuid, volunteer uuid, says boolean, told text[], sentence text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.may('volunteer.request') OR NOT access.reaches_lastingly(person) OR NOT EXISTS (SELECT 1 FROM volunteer_request r WHERE r.id = wanted AND r.person_id = person) THEN RETURN 'gone'; END IF;
  RETURN access.put_pair_answer(wanted, volunteer, 'person', says, NULL, CASE WHEN says THEN told END, CASE WHEN says THEN sentence END, 'told');
END $$;

-- Begins the match both have said yes to, with the consent to this volunteer, and says whose it is; or why not. What the application asks beside it (papers, agreement) it asks under the same lock.
CREATE FUNCTION access.start_match(wanted uuid, volunteer uuid) RETURNS TABLE (said text, match_id uuid, person_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v record; r record; answer record; nth integer; made uuid;
BEGIN
  IF NOT access.may('volunteer.match') OR volunteer = ANY (access.closed_volunteers()) THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid; RETURN; END IF;
  SELECT o.id, o.capacity, o.roles, o.first_name || ' ' || o.last_name AS name INTO v FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  SELECT q.id, q.person_id, q.role_code INTO r FROM volunteer_request q WHERE q.id = wanted FOR UPDATE;
  nth := access.pair_asked(wanted, volunteer);
  IF v.id IS NULL OR r.id IS NULL OR nth IS NULL OR NOT EXISTS (SELECT 1 FROM access.waiting_requests() w WHERE w.id = wanted AND w.told) THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid; RETURN; END IF;
  SELECT a.fields, a.wording, a.how, a.recorded_by, a.recorded_at INTO answer FROM volunteer_answer a WHERE a.request_id = wanted AND a.volunteer_id = volunteer AND a.number = nth AND a.side = 'person' AND a.yes;
  IF answer.wording IS NULL OR NOT EXISTS (SELECT 1 FROM volunteer_answer a WHERE a.request_id = wanted AND a.volunteer_id = volunteer AND a.number = nth AND a.side = 'volunteer' AND a.yes) THEN RETURN QUERY SELECT 'waits', NULL::uuid, NULL::uuid; RETURN; END IF;
  IF NOT (r.role_code = ANY (v.roles)) OR access.volunteer_close(volunteer, r.person_id) OR (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1) <> 'active'
    OR EXISTS (SELECT 1 FROM volunteer_match m WHERE m.volunteer_id = volunteer AND m.person_id = r.person_id AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)) THEN RETURN QUERY SELECT 'forbidden', NULL::uuid, NULL::uuid; RETURN; END IF;
  IF (SELECT count(*) FROM volunteer_match m WHERE m.volunteer_id = volunteer AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)) >= v.capacity THEN RETURN QUERY SELECT 'full', NULL::uuid, NULL::uuid; RETURN; END IF;
  INSERT INTO volunteer_match (request_id, volunteer_id, person_id, role_code, started_on, started_by) VALUES (wanted, volunteer, r.person_id, r.role_code, access.today(), access.uid()) RETURNING id INTO made;
  INSERT INTO consent (person_id, purpose, recipient_name, recipient_volunteer_id, fields, how, evidence, wording, given_on, expires_on, recorded_by)
    VALUES (r.person_id, 'referral', v.name, volunteer, answer.fields, CASE answer.how WHEN 'told' THEN 'spoken' ELSE 'digital' END, CASE answer.how WHEN 'told' THEN 'Sagt til den, der har borgeren' ELSE 'Svar gennem det personlige link' END, answer.wording,
      access.today(), (access.today() + interval '12 months' - interval '1 day')::date, coalesce(answer.recorded_by, access.uid()));
  INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES (wanted, r.person_id, (SELECT max(s.number) + 1 FROM volunteer_request_state s WHERE s.request_id = wanted), 'met', access.uid());
  RETURN QUERY SELECT 'done', made, r.person_id;
END $$;

-- Every match, for whoever leads volunteers: the number, the role, the days and the volunteer. Who the citizen is, only where a live consent to one's own unit names them.
CREATE FUNCTION access.known_matches() RETURNS TABLE (id uuid, number integer, request_id uuid, volunteer_id uuid, role_code text, started_on date, told boolean, person_id uuid, name text, open boolean, ended_on date, ended_by text, cause text, met boolean, rating integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH shared AS (SELECT DISTINCT c.person_id FROM access.shared_consents() c JOIN person p ON p.id = c.person_id WHERE c.purpose = 'referral' AND p.protection = 'P0' AND NOT p.shielded)
  SELECT m.id, m.number, m.request_id, m.volunteer_id, m.role_code, m.started_on, t.person_id IS NOT NULL, t.person_id, CASE WHEN t.person_id IS NOT NULL THEN p.first_name || ' ' || p.last_name END,
    access.match_open(m.id), e.ended_on, e.ended_by, e.cause, e.met, e.rating
  FROM volunteer_match m JOIN person p ON p.id = m.person_id LEFT JOIN shared t ON t.person_id = m.person_id LEFT JOIN volunteer_match_end e ON e.match_id = m.id
  WHERE (SELECT access.may('volunteer.match')) AND NOT (m.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) AND NOT (m.person_id = ANY ((SELECT access.conflicts())::uuid[])) $$;

-- How far the questions are that nobody has resolved: who has answered what, and whether both were written to.
CREATE FUNCTION access.asked_pairs() RETURNS TABLE (request_id uuid, request_number integer, role_code text, volunteer_id uuid, person_id uuid, name text, asked_on date, volunteer_yes boolean, person_yes boolean, volunteer_mailed boolean, person_mailed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.id, w.number, w.role_code, s.volunteer_id, w.person_id, w.name, s.on_day,
    (SELECT a.yes FROM volunteer_answer a WHERE a.request_id = w.id AND a.volunteer_id = s.volunteer_id AND a.number = s.number AND a.side = 'volunteer'), (SELECT a.yes FROM volunteer_answer a WHERE a.request_id = w.id AND a.volunteer_id = s.volunteer_id AND a.number = s.number AND a.side = 'person'),
    EXISTS (SELECT 1 FROM volunteer_question q WHERE q.request_id = w.id AND q.volunteer_id = s.volunteer_id AND q.number = s.number AND q.side = 'volunteer'), EXISTS (SELECT 1 FROM volunteer_question q WHERE q.request_id = w.id AND q.volunteer_id = s.volunteer_id AND q.number = s.number AND q.side = 'person')
  FROM access.waiting_requests() w JOIN LATERAL (SELECT DISTINCT ON (x.volunteer_id) x.* FROM volunteer_pair_step x WHERE x.request_id = w.id ORDER BY x.volunteer_id, x.number DESC) s ON s.step = 'asked'
  WHERE w.told AND NOT (s.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- Ends a match: 'gone' where there is none for the caller, 'meanwhile' where it has ended. Who ends it also ends the consent, so that nothing is left to read.
CREATE FUNCTION access.end_match(wanted uuid, by_whom text, why text, ever_met boolean, stars integer, said_words text) RETURNS TABLE (said text, person_id uuid, volunteer_id uuid, request_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR UPDATE;
  IF m.id IS NULL OR NOT EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = wanted) THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = wanted) THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, rating, words, recorded_by) VALUES (wanted, m.person_id, access.today(), by_whom, why, ever_met, stars, said_words, access.uid());
  INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, note, recorded_by)
    SELECT c.id, c.person_id, access.today(), 'digital', 'Forløbet er afsluttet', access.uid() FROM consent c WHERE c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id);
  RETURN QUERY SELECT 'done', m.person_id, m.volunteer_id, m.request_id;
END $$;

DO $$
DECLARE t text; f text; text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_question', 'volunteer_answer', 'volunteer_match', 'volunteer_match_end'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  -- Whoever has the person in hand reads what was said and what runs; the links are nobody's.
  FOREACH t IN ARRAY ARRAY['volunteer_answer', 'volunteer_match', 'volunteer_match_end'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''volunteer.request'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.told_to_volunteering(uuid)', 'access.match_fields(uuid)', 'access.match_open(uuid)', 'access.request_pairs(uuid)', 'access.pair_asked(uuid, uuid)', 'access.put_pair_answer(uuid, uuid, text, boolean, text, text[], text, text)', 'access.own_question()', 'access.open_question()',
    'access.answer_question(boolean, text, text[], text)', 'access.answer_for_volunteer(uuid, uuid, boolean, text)', 'access.answer_for_person(uuid, uuid, uuid, boolean, text[], text)', 'access.start_match(uuid, uuid)', 'access.known_matches()', 'access.asked_pairs()', 'access.end_match(uuid, text, text, boolean, integer, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF position('(''volunteer_pair_step'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''volunteer_pair_step'', ''id'', false)', '(''volunteer_pair_step'', ''id'', false), (''volunteer_question'', ''id'', false), (''volunteer_answer'', ''id'', false), (''volunteer_match'', ''id'', false), (''volunteer_match_end'', ''id'', false)');
END $$;
GRANT USAGE ON SEQUENCE volunteer_match_number_seq TO indgang_definer, indgang_worker;
GRANT EXECUTE ON FUNCTION access.request_pairs(uuid), access.answer_for_volunteer(uuid, uuid, boolean, text), access.answer_for_person(uuid, uuid, uuid, boolean, text[], text), access.start_match(uuid, uuid), access.known_matches(), access.asked_pairs(),
  access.end_match(uuid, text, text, boolean, integer, text) TO indgang_app, indgang_worker;
GRANT EXECUTE ON FUNCTION access.waiting_requests() TO indgang_worker;
GRANT EXECUTE ON FUNCTION access.open_question(), access.answer_question(boolean, text, text[], text) TO indgang_public;
