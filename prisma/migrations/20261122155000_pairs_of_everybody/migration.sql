-- The plan for everybody who waits (ADR 0051) asks of all pairs at once what the page of one request asks of its own: closeness, what has happened between two, and how much each has already.

-- Who of the volunteers is close to whom of these people: as family or by living together, or as whoever has them in hand, or close to that one. For functions alone: it names both.
CREATE FUNCTION access.close_pairs(people uuid[]) RETURNS TABLE (person_id uuid, volunteer_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT one.id, t.volunteer_id FROM unnest(people) AS one(id) CROSS JOIN LATERAL access.household(one.id) AS home(id) JOIN volunteer_tie t ON t.person_id = home.id
  UNION SELECT r.person_id, t.volunteer_id FROM relation r JOIN volunteer_tie t ON t.person_id = r.related_person_id WHERE r.person_id = ANY (people) AND r.kind NOT IN ('FRIEND', 'COLLEAGUE')
  UNION SELECT r.related_person_id, t.volunteer_id FROM relation r JOIN volunteer_tie t ON t.person_id = r.person_id WHERE r.related_person_id = ANY (people) AND r.kind NOT IN ('FRIEND', 'COLLEAGUE')
  UNION SELECT a.person_id, t.volunteer_id FROM assignment a JOIN app_user u ON u.id = a.user_id JOIN volunteer_tie t ON u.person_id = t.person_id
      OR EXISTS (SELECT 1 FROM staff_relation s WHERE s.user_id = u.id AND s.person_id = t.person_id AND s.from_day <= access.today() AND (s.to_day IS NULL OR s.to_day >= access.today()))
    WHERE a.person_id = ANY (people) AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) $$;

-- One pair is asked by the same statement.
CREATE OR REPLACE FUNCTION access.volunteer_close(volunteer uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM access.close_pairs(ARRAY[person]) c WHERE c.volunteer_id = volunteer) $$;

-- What lies between those who wait and may be known, and the volunteers the caller may know: only pairs with something between them. That they are close is said, never how.
CREATE FUNCTION access.pairs_between() RETURNS TABLE (request_id uuid, volunteer_id uuid, close boolean, matched boolean, stands text, turned_down jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH told AS MATERIALIZED (SELECT w.id, w.person_id FROM access.waiting_requests() w WHERE w.told),
    newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.request_id, s.volunteer_id, s.person_id, s.step, s.cause, s.field_state FROM volunteer_pair_step s
      WHERE s.person_id IN (SELECT t.person_id FROM told t) ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    refused AS (SELECT n.person_id, n.volunteer_id, jsonb_agg(jsonb_build_object('cause', n.cause, 'state', n.field_state)) AS all FROM newest n WHERE n.step = 'turned-down' GROUP BY 1, 2),
    near AS MATERIALIZED (SELECT c.person_id, c.volunteer_id FROM access.close_pairs(ARRAY(SELECT DISTINCT t.person_id FROM told t)) c),
    live AS (SELECT DISTINCT m.person_id, m.volunteer_id FROM volunteer_match m WHERE m.person_id IN (SELECT t.person_id FROM told t) AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)),
    pair AS (SELECT t.id, t.person_id, n.volunteer_id FROM told t JOIN near n ON n.person_id = t.person_id UNION SELECT t.id, t.person_id, r.volunteer_id FROM told t JOIN refused r ON r.person_id = t.person_id
      UNION SELECT t.id, t.person_id, l.volunteer_id FROM told t JOIN live l ON l.person_id = t.person_id UNION SELECT t.id, t.person_id, n.volunteer_id FROM told t JOIN newest n ON n.request_id = t.id AND n.step = 'asked')
  SELECT p.id, p.volunteer_id, n.volunteer_id IS NOT NULL, l.volunteer_id IS NOT NULL, nullif(s.step, 'taken-back'), coalesce(r.all, '[]')
  FROM pair p LEFT JOIN near n ON n.person_id = p.person_id AND n.volunteer_id = p.volunteer_id LEFT JOIN live l ON l.person_id = p.person_id AND l.volunteer_id = p.volunteer_id
    LEFT JOIN newest s ON s.request_id = p.id AND s.volunteer_id = p.volunteer_id LEFT JOIN refused r ON r.person_id = p.person_id AND r.volunteer_id = p.volunteer_id
  WHERE NOT (p.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- What each volunteer has already: matches that run, questions nobody has answered, questions of this month, and when they were asked last. Only of those who have any.
CREATE FUNCTION access.volunteer_loads() RETURNS TABLE (volunteer_id uuid, running integer, asked integer, asked_this_month integer, last_asked_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.request_id, s.volunteer_id, s.step FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    waits AS (SELECT r.id FROM volunteer_request r WHERE coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'),
    live AS (SELECT m.volunteer_id, count(*)::int AS many FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) GROUP BY 1),
    open AS (SELECT n.volunteer_id, count(*)::int AS asked FROM newest n WHERE n.step = 'asked' AND n.request_id IN (SELECT w.id FROM waits w) GROUP BY 1),
    month AS (SELECT s.volunteer_id, count(*) FILTER (WHERE date_trunc('month', s.on_day) = date_trunc('month', access.today()))::int AS asked, max(s.on_day) AS last FROM volunteer_pair_step s
      WHERE s.step = 'asked' AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = s.request_id AND n.volunteer_id = s.volunteer_id AND n.number = s.number + 1 AND n.step = 'taken-back') GROUP BY 1)
  SELECT v.id, coalesce(u.many, 0), coalesce(o.asked, 0), coalesce(m.asked, 0), m.last FROM volunteer v LEFT JOIN month m ON m.volunteer_id = v.id LEFT JOIN open o ON o.volunteer_id = v.id LEFT JOIN live u ON u.volunteer_id = v.id
  WHERE (SELECT access.may('volunteer.match')) AND coalesce(m.volunteer_id, o.volunteer_id, u.volunteer_id) IS NOT NULL AND NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

DO $$
DECLARE f text; text text := pg_get_functiondef('access.request_pairs(uuid)'::regprocedure);
  one_by_one constant text := 'SELECT t.volunteer_id FROM volunteer_tie t CROSS JOIN request q WHERE access.volunteer_close(t.volunteer_id, q.person_id)';
BEGIN
  -- The page of one request asks who is close once, and not of each volunteer anew.
  IF position(one_by_one IN text) = 0 THEN RAISE EXCEPTION 'access.request_pairs asks otherwise than this migration knows'; END IF;
  EXECUTE replace(text, one_by_one, 'SELECT c.volunteer_id FROM request q CROSS JOIN LATERAL access.close_pairs(ARRAY[q.person_id]) c');
  FOREACH f IN ARRAY ARRAY['access.close_pairs(uuid[])', 'access.pairs_between()', 'access.volunteer_loads()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.pairs_between(), access.volunteer_loads() TO indgang_app;
