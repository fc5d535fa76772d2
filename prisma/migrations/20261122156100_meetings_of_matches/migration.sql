-- As before, of one match or of all the caller may know, and when it was written: two in a row that came to nothing are told of until somebody has followed it up.
DROP FUNCTION access.match_meetings(uuid);
CREATE FUNCTION access.match_meetings(wanted uuid) RETURNS TABLE (match_id uuid, on_day date, met boolean, minutes integer, recorded_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, g.on_day, g.met, g.minutes, g.recorded_at FROM access.known_matches() k JOIN volunteer_match_meeting g ON g.match_id = k.id WHERE (wanted IS NULL OR k.id = wanted) AND g.taken_back_at IS NULL ORDER BY g.on_day DESC, g.id DESC $$;
ALTER FUNCTION access.match_meetings(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.match_meetings(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.match_meetings(uuid) TO indgang_app;
