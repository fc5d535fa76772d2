-- A match for one companion meeting is nothing that lasts: it is not followed up, and what lasts is not counted with it.
-- Ids of those among the matches the caller may know.
CREATE FUNCTION access.meeting_matches() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id FROM volunteer_match m JOIN volunteer_request r ON r.id = m.request_id WHERE r.for_meeting AND (SELECT access.may('volunteer.match'))
    AND NOT (m.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) AND NOT (m.person_id = ANY ((SELECT access.conflicts())::uuid[])) $$;
ALTER FUNCTION access.meeting_matches() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.meeting_matches() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.meeting_matches() TO indgang_app;

DO $$
DECLARE f text := pg_get_functiondef('access.volunteer_parts(boolean)'::regprocedure);
  waited text := 'm.started_on - r.since AS waited FROM volunteer_match m'; old text := 'WHERE m.started_on + make_interval(months => h.months) <= access.today()';
BEGIN
  IF position(waited IN f) = 0 OR position(old IN f) = 0 THEN RAISE EXCEPTION 'access.volunteer_parts counts otherwise than this migration knows'; END IF;
  EXECUTE replace(replace(f, waited, 'm.started_on - r.since AS waited, r.for_meeting FROM volunteer_match m'), old, 'WHERE NOT m.for_meeting AND m.started_on + make_interval(months => h.months) <= access.today()');
END $$;
