-- Pairs that were turned down, with whose no it was and why: for the lead beside the proposals, and for whoever has the person in hand.

-- For functions alone: it asks nobody who they are but for whom they may know nothing of. `said_by`: who said no; 'match' where the two had one that ended so; else a member of staff.
CREATE FUNCTION access.pairs_turned_down(person uuid) RETURNS TABLE (request_id uuid, volunteer_id uuid, cause text, field_state text, on_day date, said_by text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.request_id, s.volunteer_id, s.cause, s.field_state, s.on_day, CASE WHEN a.side IS NOT NULL THEN a.side WHEN m.id IS NOT NULL THEN 'match' ELSE 'staff' END
  FROM (SELECT DISTINCT ON (x.request_id, x.volunteer_id) x.* FROM volunteer_pair_step x WHERE x.person_id = person ORDER BY x.request_id, x.volunteer_id, x.number DESC) s
    LEFT JOIN volunteer_answer a ON a.request_id = s.request_id AND a.volunteer_id = s.volunteer_id AND a.number = s.number - 1 AND NOT a.yes
    LEFT JOIN volunteer_match m ON m.request_id = s.request_id AND m.volunteer_id = s.volunteer_id
  WHERE s.step = 'turned-down' AND NOT (s.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- Of one who waits and may be known: of all their requests, since the rule is about the two of them.
CREATE FUNCTION access.request_turned_down(wanted uuid) RETURNS TABLE (volunteer_id uuid, cause text, field_state text, on_day date, said_by text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.volunteer_id, d.cause, d.field_state, d.on_day, d.said_by FROM access.waiting_requests() w CROSS JOIN LATERAL access.pairs_turned_down(w.person_id) d WHERE w.id = wanted AND w.told $$;

-- Of a person one has in hand for good: first names, which the citizen is told as well.
CREATE FUNCTION access.person_turned_down(person uuid) RETURNS TABLE (request_id uuid, volunteer_id uuid, first_name text, cause text, on_day date, said_by text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.request_id, d.volunteer_id, v.first_name, d.cause, d.on_day, d.said_by FROM access.pairs_turned_down(person) d JOIN volunteer v ON v.id = d.volunteer_id WHERE (SELECT access.may('volunteer.request')) AND access.reaches_lastingly(person) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.pairs_turned_down(uuid)', 'access.request_turned_down(uuid)', 'access.person_turned_down(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.request_turned_down(uuid), access.person_turned_down(uuid) TO indgang_app;
