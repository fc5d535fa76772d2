-- What broken glass opens ends with its hours (ADR 0015). A role of one's own programme, a responsible colleague or a merge into another record,
-- written in those hours, would have gone on opening the person afterwards: whoever does that reaches them in the ordinary way.
CREATE FUNCTION access.reaches_lastingly(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.reaches_person(wanted) AND NOT (wanted = ANY (access.open_glass())) $$;
ALTER FUNCTION access.reaches_lastingly(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.reaches_lastingly(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.reaches_lastingly(uuid) TO indgang_app;

ALTER POLICY person_role_insert ON person_role WITH CHECK ((SELECT access.may('person.update')) AND access.reaches_lastingly(person_id));
ALTER POLICY person_role_update ON person_role USING ((SELECT access.may('person.update')) AND access.reaches_lastingly(person_id))
  WITH CHECK ((SELECT access.may('person.update')) AND access.reaches_lastingly(person_id));
ALTER POLICY assignment_write ON assignment WITH CHECK ((SELECT access.may('assignment.manage')) AND access.reaches_lastingly(person_id));
ALTER POLICY assignment_update ON assignment WITH CHECK ((SELECT access.may('assignment.manage')) AND (to_day < current_date OR access.reaches_lastingly(person_id)));

DO $$
DECLARE text text := pg_get_functiondef('access.merge_people(uuid, uuid, jsonb, boolean, boolean)'::regprocedure);
  asked text := 'NOT access.sees_person(kept) OR NOT access.sees_person(merged)';
BEGIN
  IF position(asked IN text) = 0 THEN RAISE EXCEPTION 'access.merge_people asks otherwise than this migration knows'; END IF;
  EXECUTE replace(text, asked, 'NOT access.reaches_lastingly(kept) OR NOT access.reaches_lastingly(merged)');
END $$;
