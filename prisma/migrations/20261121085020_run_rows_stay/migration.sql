-- A row of a letter run was changed for people one reaches and could end on somebody one does not: what it becomes is asked as well as what it was.
ALTER POLICY app_update ON run_member WITH CHECK ((SELECT access.may('outreach.plan')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = run_member.person_id));
