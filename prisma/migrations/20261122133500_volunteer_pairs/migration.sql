-- What happens between one who waits and one volunteer (ADR 0045): asked, turned down with a cause, taken back. Steps are added, by functions alone: whoever leads volunteers
-- reaches no citizen, and the functions ask again everything that can change between looking and asking.
CREATE TABLE "volunteer_pair_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "cause" TEXT,
    "field_state" TEXT,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_pair_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_pair_step_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "volunteer_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_pair_step_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_pair_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_pair_step_request_id_volunteer_id_number_key" ON "volunteer_pair_step"("request_id", "volunteer_id", "number");
CREATE INDEX "volunteer_pair_step_volunteer_id_idx" ON "volunteer_pair_step"("volunteer_id");
CREATE INDEX "volunteer_pair_step_person_id_idx" ON "volunteer_pair_step"("person_id");
ALTER TABLE volunteer_pair_step
  ADD CONSTRAINT volunteer_pair_step_step CHECK (step IN ('asked', 'turned-down', 'taken-back')),
  ADD CONSTRAINT volunteer_pair_step_cause CHECK ((step = 'turned-down') = (cause IS NOT NULL) AND (cause IS NULL) = (field_state IS NULL) AND cause IN ('languages', 'times', 'areas', 'experience', 'chemistry', 'wish') AND length(field_state) <= 2000);

-- How a pair stands: its newest step; nothing where there is none or it was taken back.
CREATE FUNCTION access.pair_stands(request uuid, volunteer uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT nullif(s.step, 'taken-back') FROM volunteer_pair_step s WHERE s.request_id = request AND s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1 $$;

-- Whether a volunteer is close to somebody who waits: as family or by living together, or as whoever has them in hand, or close to that one.
CREATE FUNCTION access.volunteer_close(volunteer uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM volunteer_tie t WHERE t.volunteer_id = volunteer AND (
    t.person_id IN (SELECT access.household(person))
    OR EXISTS (SELECT 1 FROM relation r WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE') AND ((r.person_id = person AND r.related_person_id = t.person_id) OR (r.person_id = t.person_id AND r.related_person_id = person)))
    OR EXISTS (SELECT 1 FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.person_id = person AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())
      AND (u.person_id = t.person_id OR EXISTS (SELECT 1 FROM staff_relation s WHERE s.user_id = u.id AND s.person_id = t.person_id AND s.from_day <= access.today() AND (s.to_day IS NULL OR s.to_day >= access.today())))))) $$;

-- What lies between one request and every volunteer the caller may know, and how much each has already: numbers and codes, and that somebody is close, never how.
CREATE FUNCTION access.request_pairs(wanted uuid) RETURNS TABLE (volunteer_id uuid, close boolean, stands text, number integer, stood_at timestamptz, turned_down jsonb, asked integer, asked_this_month integer, last_asked_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH request AS (SELECT r.id, r.person_id FROM access.waiting_requests() w JOIN volunteer_request r ON r.id = w.id WHERE w.id = wanted AND w.told),
    newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    asks AS (SELECT s.volunteer_id, s.on_day FROM volunteer_pair_step s WHERE s.step = 'asked'
      AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = s.request_id AND n.volunteer_id = s.volunteer_id AND n.number = s.number + 1 AND n.step = 'taken-back')),
    tied AS (SELECT t.volunteer_id FROM volunteer_tie t CROSS JOIN request q WHERE access.volunteer_close(t.volunteer_id, q.person_id))
  SELECT v.id, v.id IN (SELECT t.volunteer_id FROM tied t), nullif(n.step, 'taken-back'), coalesce(n.number, 0), n.recorded_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('cause', d.cause, 'state', d.field_state)) FROM newest d WHERE d.person_id = q.person_id AND d.volunteer_id = v.id AND d.step = 'turned-down'), '[]'),
    coalesce(o.open, 0), coalesce(a.month, 0), a.last
  FROM request q CROSS JOIN volunteer v LEFT JOIN newest n ON n.request_id = q.id AND n.volunteer_id = v.id
    LEFT JOIN (SELECT volunteer_id, count(*)::int AS open FROM newest WHERE step = 'asked' AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = newest.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting' GROUP BY 1) o ON o.volunteer_id = v.id
    LEFT JOIN (SELECT volunteer_id, count(*) FILTER (WHERE date_trunc('month', on_day) = date_trunc('month', access.today()))::int AS month, max(on_day) AS last FROM asks GROUP BY 1) a ON a.volunteer_id = v.id
  WHERE NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- Asks, turns down or takes back, and says whose request it was; or why not. One at a time for a volunteer and for a request: of two leads who ask at once the second
-- waits until the first has asked, and then finds no room.
CREATE FUNCTION access.step_pair(wanted uuid, volunteer uuid, what text, why text, field_state text) RETURNS TABLE (said text, person_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    IF NOT (role = ANY (v.roles)) OR access.volunteer_close(volunteer, who) OR (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1) <> 'active' THEN RETURN QUERY SELECT 'forbidden', NULL::uuid; RETURN; END IF;
    SELECT b.asked, b.asked_this_month INTO room FROM access.request_pairs(wanted) b WHERE b.volunteer_id = volunteer;
    IF room.asked >= v.capacity THEN RETURN QUERY SELECT 'full', NULL::uuid; RETURN; END IF;
    IF room.asked_this_month >= v.monthly_limit THEN RETURN QUERY SELECT 'limit', NULL::uuid; RETURN; END IF;
  ELSIF what <> 'turned-down' THEN RETURN QUERY SELECT 'gone', NULL::uuid; RETURN;
  END IF;
  INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, cause, field_state, on_day, recorded_by) VALUES (wanted, volunteer, who, coalesce(last.number, 0) + 1, what, why, step_pair.field_state, access.today(), access.uid());
  RETURN QUERY SELECT 'done', who;
END $$;

ALTER TABLE volunteer_pair_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_pair_step FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_pair_step TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_pair_step TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_pair_step TO indgang_definer, indgang_worker;
-- Whoever has the person in hand reads what became of the request.
GRANT SELECT ON volunteer_pair_step TO indgang_app;
CREATE POLICY app_read ON volunteer_pair_step FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.request')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer_pair_step.person_id));
DO $$
DECLARE f text; text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  FOREACH f IN ARRAY ARRAY['access.pair_stands(uuid, uuid)', 'access.volunteer_close(uuid, uuid)', 'access.request_pairs(uuid)', 'access.step_pair(uuid, uuid, text, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''volunteer_pair_step'', ''id'', false)');
END $$;
GRANT EXECUTE ON FUNCTION access.request_pairs(uuid), access.step_pair(uuid, uuid, text, text, text) TO indgang_app;
