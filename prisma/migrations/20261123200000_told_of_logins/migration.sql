-- A login for a volunteer that waits for another person (ADR 0052) is told to those who may give it (ADR 0057): by a mail, and by a line on their first page.

-- Whose login waits for another lead than the caller, and since when: what the line of the first page counts and the list behind it shows.
CREATE FUNCTION access.logins_to_give() RETURNS TABLE (volunteer_id uuid, asked_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.id, q.asked_at FROM volunteer_login_request q JOIN volunteer v ON v.id = q.volunteer_id
  WHERE (SELECT access.may('volunteer.login')) AND q.decided_at IS NULL AND lower(q.email) = lower(v.email) AND access.volunteer_stands(v.id) IN ('active', 'paused')
    AND q.asked_by IS DISTINCT FROM (SELECT access.uid()) AND v.email_by IS DISTINCT FROM (SELECT access.uid()) AND NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- To whom it is told that a login waits: everybody who gives rights in the house, or in the unit volunteers belong to, and everybody else who leads volunteers (`leads`: they have no page of approvals). Neither who
-- wrote the address nor who asked. For the job that writes the mails; nobody where nothing waits any more.
CREATE FUNCTION access.login_deciders(volunteer uuid) RETURNS TABLE (request_id uuid, user_id uuid, email text, locale text, leads boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.id, u.id, u.email, u.locale, NOT bool_or(p.action = 'right.give')
  FROM volunteer_login_request q JOIN volunteer v ON v.id = q.volunteer_id
    JOIN app_user u ON u.active AND NOT u.for_volunteer AND u.id IS DISTINCT FROM q.asked_by AND u.id IS DISTINCT FROM v.email_by
    JOIN role_grant g ON g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())
    JOIN access.policy p ON p.role = g.role AND (p.action = 'volunteer.login' OR p.action = 'right.give' AND (p.scope = 'metadata' OR p.scope = 'unit' AND EXISTS (SELECT 1 FROM unit n WHERE n.id = u.unit_id AND n.kind = 'VOLUNTEERING')))
  WHERE q.volunteer_id = volunteer AND q.decided_at IS NULL AND lower(q.email) = lower(v.email) AND access.volunteer_stands(v.id) IN ('active', 'paused')
  GROUP BY q.id, u.id ORDER BY u.id $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.logins_to_give()', 'access.login_deciders(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.logins_to_give() TO indgang_app;
GRANT EXECUTE ON FUNCTION access.login_deciders(uuid) TO indgang_worker;
