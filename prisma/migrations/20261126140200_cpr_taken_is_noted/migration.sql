-- Whoever is told that a number is taken has been told something of the person who has it. The change is undone with its log; this is written
-- afterwards, about the person, whom the asker is not told of. Nothing is written where nobody else has the number.
CREATE FUNCTION access.note_cpr_taken(hash bytea, except_person uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE holders uuid[];
BEGIN
  IF NOT (access.may('person.create') OR access.may('person.update')) THEN RETURN; END IF;
  holders := ARRAY(SELECT coalesce(p.merged_into_id, p.id) FROM person_cpr c JOIN person p ON p.id = c.person_id WHERE c.keyed_hash = hash AND c.person_id <> except_person);
  IF cardinality(holders) > 0 THEN PERFORM access.audit('DENIED', 'person.cpr-taken', NULL, NULL, NULL, holders, NULL); END IF;
END $$;
ALTER FUNCTION access.note_cpr_taken(bytea, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.note_cpr_taken(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.note_cpr_taken(bytea, uuid) TO indgang_app;
