-- On the volunteer's own page: the meeting a match is for, as far as the consent to them lets at this moment (ADR 0049, ADR 0050). The log of what was handed out is that of the match.
CREATE FUNCTION access.my_companion_meetings() RETURNS TABLE (match_id uuid, starts_at timestamptz, ends_at timestamptz, what text, place text, postcode text, meeting_point text, agreed_role text, meeting_language text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.id, f.starts_at, f.ends_at, f.what, f.place, f.postcode, f.meeting_point, f.agreed_role, f.meeting_language
    FROM volunteer_match m CROSS JOIN LATERAL access.companion_facts(m.request_id, m.volunteer_id) f WHERE m.volunteer_id = access.my_volunteer() AND f.told;
END $$;
ALTER FUNCTION access.my_companion_meetings() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.my_companion_meetings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_companion_meetings() TO indgang_app;
