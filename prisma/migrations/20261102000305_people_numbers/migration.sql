-- A CPR number belongs to one person, also to one the asker cannot see. The lock makes two who give the same number wait for each other.
CREATE FUNCTION access.cpr_taken(hash bytea, except_person uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT (access.may('person.create') OR access.may('person.update')) THEN RETURN true; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(hash, 'hex'), 0));
  RETURN EXISTS (SELECT 1 FROM person_cpr c WHERE c.keyed_hash = hash AND c.person_id <> except_person);
END $$;
ALTER FUNCTION access.cpr_taken(bytea, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.cpr_taken(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.cpr_taken(bytea, uuid) TO indgang_app;
