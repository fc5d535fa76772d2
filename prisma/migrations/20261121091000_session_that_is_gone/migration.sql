-- A token nobody holds has no row of access.holder(): asked for as one value the record stays unassigned, and both functions failed where they
-- should say no. A session that ends between the page and the form is then told so.
CREATE OR REPLACE FUNCTION access.prove(token text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record;
BEGIN
  SELECT sid, who, waits INTO h FROM access.holder(token);
  IF h.who IS NULL OR h.waits THEN RETURN false; END IF;
  UPDATE session SET proved_at = now() WHERE id = h.sid;
  PERFORM set_config('app.session', token, true);
  PERFORM access.audit('SIGN_IN', 'session.proved', NULL, NULL, NULL, '{}', NULL);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION access.confirm_factor(token text, hashes bytea[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record;
BEGIN
  SELECT sid, who INTO h FROM access.holder(token);
  UPDATE second_factor SET confirmed_at = now() WHERE user_id = h.who AND confirmed_at IS NULL AND last_step IS NOT NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM recovery_code WHERE user_id = h.who;
  INSERT INTO recovery_code (user_id, code_hash) SELECT h.who, unnest(hashes);
  UPDATE session SET revoked_at = now() WHERE user_id = h.who AND id <> h.sid AND revoked_at IS NULL;
  PERFORM access.audit('SIGN_IN', 'second.factor-added', NULL, NULL, NULL, '{}', jsonb_build_object('user', h.who));
  RETURN true;
END $$;
