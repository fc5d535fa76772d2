-- A case goes with its person whole: what became of it while two records were one belongs to it also when they are two again.
CREATE FUNCTION access.move_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE case_state SET person_id = NEW.person_id WHERE case_id = NEW.id;
  UPDATE case_transfer SET person_id = NEW.person_id WHERE case_id = NEW.id;
  UPDATE assignment SET person_id = NEW.person_id WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
ALTER FUNCTION access.move_case() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.move_case() FROM PUBLIC;
CREATE TRIGGER case_moved AFTER UPDATE OF person_id ON case_file FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_case();
