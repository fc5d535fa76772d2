-- The event a code answers: its own, or the one the letter's run is for.
CREATE FUNCTION access.citizen_event() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(c.event_id, r.event_id) FROM reply_code c LEFT JOIN letter l ON l.id = c.letter_id LEFT JOIN run r ON r.id = l.run_id WHERE c.id = access.citizen_code() $$;
ALTER FUNCTION access.citizen_event() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.citizen_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.citizen_event() TO indgang_public;
