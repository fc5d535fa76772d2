-- Nobody waits for a companion to a meeting that has begun: the request leaves the list, the plan, the questions and what counts as asked the minute it begins. The night writes that it was not met (`companion.daily`),
-- so that the figures count it among those who wait no more.
ALTER TABLE volunteer_request_state DROP CONSTRAINT volunteer_request_state_state, ADD CONSTRAINT volunteer_request_state_state CHECK (state IN ('waiting', 'withdrawn', 'met', 'unmet'));
ALTER TABLE volunteer_request_state ALTER COLUMN recorded_by DROP NOT NULL;

CREATE OR REPLACE FUNCTION access.waiting_requests() RETURNS TABLE (id uuid, number integer, role_code text, since date, told boolean, needs boolean, person_id uuid, name text, times text[], areas text[], languages text[], challenges text[], age_from integer, age_to integer, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH shared AS (SELECT c.person_id, bool_or('needs' = ANY (c.fields)) AS needs FROM access.shared_consents() c JOIN person p ON p.id = c.person_id
    WHERE c.purpose = 'referral' AND p.protection = 'P0' AND NOT p.shielded GROUP BY c.person_id)
  SELECT r.id, r.number, r.role_code, r.since, t.person_id IS NOT NULL, coalesce(t.needs, false), t.person_id, CASE WHEN t.person_id IS NOT NULL THEN p.first_name || ' ' || p.last_name END,
    CASE WHEN t.person_id IS NOT NULL THEN r.times END, CASE WHEN t.person_id IS NOT NULL THEN r.areas END, CASE WHEN t.needs THEN r.languages END, CASE WHEN t.needs THEN r.challenges END,
    CASE WHEN t.person_id IS NOT NULL THEN r.age_from END, CASE WHEN t.person_id IS NOT NULL THEN r.age_to END, CASE WHEN t.needs THEN r.words END
  FROM volunteer_request r JOIN person p ON p.id = r.person_id LEFT JOIN shared t ON t.person_id = r.person_id
  WHERE (SELECT access.may('volunteer.match')) AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'
    AND NOT (r.for_meeting AND EXISTS (SELECT 1 FROM companion_meeting m WHERE m.request_id = r.id AND m.starts_at <= now()))
  ORDER BY r.since, r.number LIMIT 2000 $$;

-- As before; of a question to a meeting that has begun no place is kept.
CREATE OR REPLACE FUNCTION access.volunteer_loads() RETURNS TABLE (volunteer_id uuid, running integer, asked integer, asked_this_month integer, last_asked_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.request_id, s.volunteer_id, s.step FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    waits AS (SELECT r.id FROM volunteer_request r WHERE coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'
      AND NOT (r.for_meeting AND EXISTS (SELECT 1 FROM companion_meeting m WHERE m.request_id = r.id AND m.starts_at <= now()))),
    live AS (SELECT m.volunteer_id, count(*)::int AS many FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) GROUP BY 1),
    open AS (SELECT n.volunteer_id, count(*)::int AS asked FROM newest n WHERE n.step = 'asked' AND n.request_id IN (SELECT w.id FROM waits w) GROUP BY 1),
    month AS (SELECT s.volunteer_id, count(*) FILTER (WHERE date_trunc('month', s.on_day) = date_trunc('month', access.today()))::int AS asked, max(s.on_day) AS last FROM volunteer_pair_step s
      WHERE s.step = 'asked' AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = s.request_id AND n.volunteer_id = s.volunteer_id AND n.number = s.number + 1 AND n.step = 'taken-back') GROUP BY 1)
  SELECT v.id, coalesce(u.many, 0), coalesce(o.asked, 0), coalesce(m.asked, 0), m.last FROM volunteer v LEFT JOIN month m ON m.volunteer_id = v.id LEFT JOIN open o ON o.volunteer_id = v.id LEFT JOIN live u ON u.volunteer_id = v.id
  WHERE (SELECT access.may('volunteer.match')) AND coalesce(m.volunteer_id, o.volunteer_id, u.volunteer_id) IS NOT NULL AND NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- As before; whoever was only asked for a meeting that has begun is not away for it.
CREATE OR REPLACE FUNCTION access.companion_bookings() RETURNS TABLE (volunteer_id uuid, request_id uuid, away tstzrange) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    SELECT n.volunteer_id, n.request_id FROM (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC) n
    WHERE n.step = 'asked' AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = n.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'
      AND NOT EXISTS (SELECT 1 FROM companion_meeting m WHERE m.request_id = n.request_id AND m.starts_at <= now())
    UNION SELECT o.volunteer_id, o.request_id FROM volunteer_match o WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = o.id))
  SELECT t.volunteer_id, t.request_id, CASE WHEN m.id IS NOT NULL THEN tstzrange(m.starts_at - m.travel_minutes * interval '1 minute', m.ends_at + m.travel_minutes * interval '1 minute') END
  FROM taken t JOIN volunteer_request r ON r.id = t.request_id AND r.role_code = 'companion' LEFT JOIN companion_meeting m ON m.request_id = t.request_id WHERE m.id IS NULL OR access.companion_stands(m.id) $$;
