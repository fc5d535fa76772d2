-- Whether somebody shares their case with a unit is known to whoever reaches them. The question itself is for functions alone: asked directly it told anybody who
-- is signed in of the consents of everybody whose id they had.
CREATE FUNCTION access.shares_case_with(person uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('case.read') AND access.sees_person(person) AND access.case_shared_until(person, unit) IS NOT NULL $$;
ALTER FUNCTION access.shares_case_with(uuid, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.shares_case_with(uuid, uuid), access.case_shared_until(uuid, uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION access.case_shared_until(uuid, uuid) FROM indgang_app;
GRANT EXECUTE ON FUNCTION access.shares_case_with(uuid, uuid) TO indgang_app;
ALTER POLICY app_insert ON case_transfer WITH CHECK (
  asked_by = (SELECT access.uid()) AND access.has_case(case_id) AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = case_transfer.person_id AND c.unit_id = from_unit_id)
  AND (to_unit_id = from_unit_id OR access.shares_case_with(person_id, to_unit_id)));
