-- What lies between one request and each volunteer, as before: at 5,000 volunteers it took five seconds, because what was refused, what runs and what everybody has already was looked for
-- anew for each of them. Now each is found once, and what everybody has already is asked where the plan asks it (access.volunteer_loads).
CREATE OR REPLACE FUNCTION access.request_pairs(wanted uuid) RETURNS TABLE (volunteer_id uuid, close boolean, matched boolean, stands text, number integer, stood_at timestamptz, turned_down jsonb, running integer, asked integer, asked_this_month integer, last_asked_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH request AS MATERIALIZED (SELECT r.id, r.person_id FROM access.waiting_requests() w JOIN volunteer_request r ON r.id = w.id WHERE w.id = wanted AND w.told),
    newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s WHERE s.person_id = (SELECT q.person_id FROM request q) ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    refused AS (SELECT n.volunteer_id, jsonb_agg(jsonb_build_object('cause', n.cause, 'state', n.field_state)) AS all FROM newest n WHERE n.step = 'turned-down' GROUP BY 1),
    near AS (SELECT DISTINCT c.volunteer_id FROM request q CROSS JOIN LATERAL access.close_pairs(ARRAY[q.person_id]) c),
    live AS (SELECT DISTINCT m.volunteer_id FROM volunteer_match m WHERE m.person_id = (SELECT q.person_id FROM request q) AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id))
  SELECT v.id, c.volunteer_id IS NOT NULL, l.volunteer_id IS NOT NULL, nullif(n.step, 'taken-back'), coalesce(n.number, 0), n.recorded_at, coalesce(r.all, '[]'),
    coalesce(o.running, 0), coalesce(o.asked, 0), coalesce(o.asked_this_month, 0), o.last_asked_on
  FROM request q CROSS JOIN volunteer v LEFT JOIN newest n ON n.request_id = q.id AND n.volunteer_id = v.id LEFT JOIN near c ON c.volunteer_id = v.id LEFT JOIN live l ON l.volunteer_id = v.id
    LEFT JOIN refused r ON r.volunteer_id = v.id LEFT JOIN access.volunteer_loads() o ON o.volunteer_id = v.id
  WHERE NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- Every list of volunteers asks this, some lists once for each of their tables: who is close to the caller is found once, and not anew for each tie.
CREATE OR REPLACE FUNCTION access.closed_volunteers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(t.volunteer_id), '{}') FROM volunteer_tie t JOIN person p ON p.id = t.person_id
  WHERE p.id = ANY ((SELECT access.conflicts())::uuid[]) OR (p.shielded AND NOT (SELECT access.cleared('SHIELDED'))) $$;
