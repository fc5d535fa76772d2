-- Who is in a run, why, and what was noted about them is told of the people one reaches, and of nobody else. Until now everybody with
-- outreach.read read those rows of everybody, own family and shielded people too. That a run adds up needs numbers alone: they are counted here.
ALTER POLICY app_read ON run_member USING ((SELECT access.may('outreach.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = run_member.person_id));
ALTER POLICY app_update ON run_member USING ((SELECT access.may('outreach.plan')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = run_member.person_id));
ALTER POLICY app_delete ON run_member USING ((SELECT access.may('outreach.plan')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = run_member.person_id));
ALTER POLICY app_read ON run_member_change USING ((SELECT access.may('outreach.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = run_member_change.person_id));

-- Everybody in a run, counted: nobody's id, nobody's name. Beside access.run_letters, which does the same for letters.
CREATE FUNCTION access.run_people(wanted uuid) RETURNS TABLE (run_group run_group, reason text, scope text, channel letter_channel, language text, n integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.run_group, m.reason, m.scope, m.channel, p.language, count(*)::int FROM run_member m JOIN person p ON p.id = m.person_id
  WHERE m.run_id = wanted AND (current_setting('role') <> 'indgang_app' OR access.may('outreach.read')) GROUP BY 1, 2, 3, 4, 5 $$;
-- How many moved out of the letters since the list was made, whoever they are. NULL for whoever may not ask.
CREATE FUNCTION access.run_changes(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN access.may('outreach.read') THEN (SELECT count(*)::int FROM run_member_change c WHERE c.run_id = wanted AND c.to_group NOT IN ('SENT', 'TO_SEND')) END $$;
ALTER FUNCTION access.run_people(uuid) OWNER TO indgang_definer;
ALTER FUNCTION access.run_changes(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.run_people(uuid), access.run_changes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.run_people(uuid) TO indgang_app, indgang_worker;
GRANT EXECUTE ON FUNCTION access.run_changes(uuid) TO indgang_app;
