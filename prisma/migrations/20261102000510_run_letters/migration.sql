-- The account of a run counts every letter, also those to people the reader may not open: numbers only.
CREATE FUNCTION access.run_letters(wanted uuid) RETURNS TABLE (state letter_state, n integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.state, count(*)::int FROM letter l
  WHERE l.run_id = wanted AND (current_setting('role') <> 'indgang_app' OR access.may('outreach.read')) GROUP BY l.state $$;

-- A run that is given up takes its unsent letters with it, whoever they were to.
CREATE FUNCTION access.cancel_letters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE letter SET state = 'CANCELLED', error_code = 'run-cancelled', lease_until = NULL WHERE run_id = NEW.id AND state IN ('PLANNED', 'RENDERED', 'FAILED');
  UPDATE reply_code SET revoked_at = now(), cipher = NULL WHERE revoked_at IS NULL AND letter_id IN (SELECT id FROM letter WHERE run_id = NEW.id AND state = 'CANCELLED');
  RETURN NULL;
END $$;
CREATE TRIGGER run_cancelled AFTER UPDATE OF state ON run FOR EACH ROW WHEN (NEW.state = 'CANCELLED' AND OLD.state <> 'CANCELLED') EXECUTE FUNCTION access.cancel_letters();

ALTER FUNCTION access.run_letters(uuid) OWNER TO indgang_definer;
ALTER FUNCTION access.cancel_letters() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.run_letters(uuid), access.cancel_letters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.run_letters(uuid) TO indgang_app, indgang_worker;
