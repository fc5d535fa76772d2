-- A session that was left open must not be enough to put an app of somebody else on the account: who does it would end the owner's other sessions, and
-- could then answer every question for proof (ADR 0017) with codes of their own. A session that waits was opened by the password a moment ago.
-- To begin asks for as fresh a proof as anything else; installing an app and reading the code takes longer than that.
CREATE OR REPLACE FUNCTION access.begin_factor(token text, sealed bytea) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record;
BEGIN
  SELECT sid, who, waits INTO h FROM access.holder(token);
  IF h.who IS NULL OR NOT (h.waits OR EXISTS (SELECT 1 FROM session s WHERE s.id = h.sid AND s.proved_at > now() - interval '5 minutes')) THEN RETURN false; END IF;
  INSERT INTO second_factor (user_id, secret) VALUES (h.who, sealed)
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = now(), last_step = NULL WHERE second_factor.confirmed_at IS NULL;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION access.confirm_factor(token text, hashes bytea[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record;
BEGIN
  SELECT sid, who, waits INTO h FROM access.holder(token);
  IF NOT (h.waits OR EXISTS (SELECT 1 FROM session s WHERE s.id = h.sid AND s.proved_at > now() - interval '15 minutes')) THEN RETURN false; END IF;
  UPDATE second_factor SET confirmed_at = now() WHERE user_id = h.who AND confirmed_at IS NULL AND last_step IS NOT NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM recovery_code WHERE user_id = h.who;
  INSERT INTO recovery_code (user_id, code_hash) SELECT h.who, unnest(hashes);
  UPDATE session SET revoked_at = now() WHERE user_id = h.who AND id <> h.sid AND revoked_at IS NULL;
  PERFORM access.audit('SIGN_IN', 'second.factor-added', NULL, NULL, NULL, '{}', jsonb_build_object('user', h.who));
  RETURN true;
END $$;
