-- Whoever said yes with their first name alone was promised help with the first appointment: what the letter to them says, and what stands on the first page of whoever leads until it was done.

-- Whether the volunteer has something to reach the citizen by, at this moment: they agreed to it, and there is a number or an address that may be used.
CREATE FUNCTION access.match_reachable(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce('contact' = ANY (access.match_fields(wanted)), false) AND EXISTS (SELECT 1 FROM volunteer_match m JOIN contact_point k ON k.person_id = m.person_id WHERE m.id = wanted AND k.allowed AND (k.to_day IS NULL OR k.to_day >= access.today())) $$;

-- Matches the caller knows whose first appointment somebody has to help with: that run and last, of a citizen the volunteer cannot reach, with no meeting written and nobody reached since.
CREATE FUNCTION access.first_meetings() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id FROM access.known_matches() k JOIN volunteer_request r ON r.id = k.request_id
  WHERE k.ended_on IS NULL AND k.open AND NOT r.for_meeting AND NOT access.match_reachable(k.id)
    AND NOT EXISTS (SELECT 1 FROM volunteer_match_meeting g WHERE g.match_id = k.id AND g.taken_back_at IS NULL) AND NOT EXISTS (SELECT 1 FROM volunteer_follow_up f WHERE f.match_id = k.id AND f.outcome <> 'not-reached') $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.match_reachable(uuid)', 'access.first_meetings()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.match_reachable(uuid) TO indgang_worker;
GRANT EXECUTE ON FUNCTION access.first_meetings() TO indgang_app;
