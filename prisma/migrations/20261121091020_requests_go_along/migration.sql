-- The setting "role" stays that of the request inside functions that work for it, so a merge, which moves whatever a record holds, was refused as
-- soon as its citizen had once asked for their data. Who changes the row now is current_user: the functions’ owner there, the request’s role elsewhere.
CREATE OR REPLACE FUNCTION access.guard_request() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_user <> 'indgang_app' THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.person_id, OLD.received_on, OLD.created_by, OLD.created_at) IS DISTINCT FROM (NEW.id, NEW.person_id, NEW.received_on, NEW.created_by, NEW.created_at)
    OR OLD.handed_on IS NOT NULL OR OLD.closed_on IS NOT NULL THEN
    RAISE EXCEPTION 'What was asked and what was handed out is never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (OLD.made_at, OLD.pdf_id, OLD.bundle_id, OLD.handed_on) IS DISTINCT FROM (NEW.made_at, NEW.pdf_id, NEW.bundle_id, NEW.handed_on) AND NOT access.may('subject.export') THEN
    RAISE EXCEPTION 'Only who may read it makes and hands out the file' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
