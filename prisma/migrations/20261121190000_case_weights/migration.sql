-- How much a case weighs, and how many a unit means for one caseworker (ADR 0035). A weight is added with the next number and never changed: of two who weigh a case
-- at once the second finds its number taken. A case nobody has weighed is an ordinary one.
CREATE TABLE "case_weight" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "weight" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "case_weight_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_weight_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_weight_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_weight_case_id_number_key" ON "case_weight"("case_id", "number");
CREATE INDEX "case_weight_person_id_idx" ON "case_weight"("person_id");
ALTER TABLE case_weight
  ADD CONSTRAINT case_weight_weight CHECK (weight IN ('light', 'ordinary', 'heavy')),
  ADD CONSTRAINT case_weight_number CHECK (number BETWEEN 1 AND 1000);
-- Counted in ordinary cases. None: the unit has not said how many.
ALTER TABLE unit ADD COLUMN "case_limit" INTEGER, ADD CONSTRAINT unit_case_limit CHECK (case_limit BETWEEN 1 AND 200);

ALTER TABLE case_weight ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_weight FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON case_weight TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON case_weight TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_weight TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT ON case_weight TO indgang_app;
CREATE POLICY app_read ON case_weight FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = case_weight.person_id));
-- It outlasts the hours of emergency access: reading only.
CREATE POLICY app_insert ON case_weight FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('case.manage')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = case_weight.person_id));

-- How many cases each in a unit has, by weight: numbers and colleagues, no case. For the unit's manager and for those who say who is responsible; one's own for whoever has cases.
-- Also those who have left and still have some.
CREATE FUNCTION access.caseloads(wanted uuid) RETURNS TABLE (user_id uuid, name text, title text, active boolean, light integer, ordinary integer, heavy integer, held integer, aftercare integer, case_limit integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.title, u.active, coalesce(l.light, 0)::int, coalesce(l.ordinary, 0)::int, coalesce(l.heavy, 0)::int, coalesce(l.held, 0)::int, coalesce(l.aftercare, 0)::int, n.case_limit
  FROM app_user u JOIN unit n ON n.id = u.unit_id
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE s.state = 'open' AND w.weight = 'light') AS light, count(*) FILTER (WHERE s.state = 'open' AND coalesce(w.weight, 'ordinary') = 'ordinary') AS ordinary,
      count(*) FILTER (WHERE s.state = 'open' AND w.weight = 'heavy') AS heavy, count(*) FILTER (WHERE s.state = 'hold') AS held, count(*) FILTER (WHERE s.state = 'closed' AND s.until_day >= access.today()) AS aftercare
    FROM assignment a JOIN LATERAL (SELECT x.state, x.until_day FROM case_state x WHERE x.case_id = a.case_id ORDER BY x.number DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (SELECT x.weight FROM case_weight x WHERE x.case_id = a.case_id ORDER BY x.number DESC LIMIT 1) w ON true
    WHERE a.user_id = u.id AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())) l ON true
  WHERE u.unit_id = wanted AND (access.may('assignment.manage') OR (access.may('case.overview') AND wanted = access.my_unit()) OR (access.may('case.manage') AND u.id = access.uid()))
    AND (coalesce(l.light + l.ordinary + l.heavy + l.held + l.aftercare, 0) > 0 OR (u.active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role IN ('VETERAN_COORDINATOR', 'CASEWORKER')
      AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date))))
  ORDER BY u.name, u.id $$;
ALTER FUNCTION access.caseloads(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.caseloads(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.caseloads(uuid) TO indgang_app;

-- A merge moves them, and they go with their case also out of it again.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure); moves text := pg_get_functiondef('access.move_case()'::regprocedure);
BEGIN
  IF position('(''case_state'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_state'', ''id'', false)', '(''case_state'', ''id'', false), (''case_weight'', ''id'', false)');
  IF position('UPDATE case_state SET person_id' IN moves) = 0 THEN RAISE EXCEPTION 'access.move_case moves otherwise than this migration knows'; END IF;
  EXECUTE replace(moves, 'UPDATE case_state SET person_id', 'UPDATE case_weight SET person_id = NEW.person_id WHERE case_id = NEW.id; UPDATE case_state SET person_id');
END $$;
