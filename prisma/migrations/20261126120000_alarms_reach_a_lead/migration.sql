-- Who is told that a match has to be looked at today: whoever began it, as long as they lead volunteers and are not away; else who covers for them; else those who lead in the unit volunteers belong to; else
-- everybody who leads. The same people who then find it on their first page: each is asked as themselves whether they know the match. Those who are away hear of it only where nobody else does.
-- For the job that writes the mails, which alone may ask in somebody's name.
CREATE FUNCTION access.match_leads(wanted uuid) RETURNS TABLE (user_id uuid, email text, locale text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one record; best integer; before constant text := coalesce(current_setting('app.on_behalf', true), '');
BEGIN
  FOR one IN
    SELECT u.id, u.email, u.locale, CASE WHEN access.is_away(u.id, access.today(), access.today()) THEN 5 WHEN u.id = m.started_by THEN 1
        WHEN EXISTS (SELECT 1 FROM absence b JOIN assignment a ON a.absence_id = b.id WHERE b.user_id = m.started_by AND a.user_id = u.id AND a.from_day <= access.today() AND a.to_day >= access.today()) THEN 2
        WHEN bool_or(n.id IS NOT NULL) THEN 3 ELSE 4 END AS nth
    FROM volunteer_match m CROSS JOIN app_user u JOIN role_grant g ON g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())
      JOIN access.policy p ON p.role = g.role AND p.action = 'volunteer.match' LEFT JOIN unit n ON n.id = coalesce(g.unit_id, u.unit_id) AND n.kind = 'VOLUNTEERING'
    WHERE m.id = wanted AND u.active AND NOT u.for_volunteer GROUP BY u.id, m.started_by ORDER BY nth, u.id
  LOOP
    EXIT WHEN one.nth > best;
    PERFORM set_config('app.on_behalf', one.id::text, true);
    CONTINUE WHEN NOT EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = wanted);
    best := one.nth; user_id := one.id; email := one.email; locale := one.locale;
    RETURN NEXT;
  END LOOP;
  PERFORM set_config('app.on_behalf', before, true);
END $$;
ALTER FUNCTION access.match_leads(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.match_leads(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.match_leads(uuid) TO indgang_worker;
