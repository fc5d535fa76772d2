-- Something one has besides what one knows (RFC 6238), and when somebody last proved who they are.

CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ,
    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ,
    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- No role of the application reads either table: the functions below do, for whoever holds the session.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['second_factor', 'recovery_code'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer', t);
  END LOOP;
END $$;

-- A session that still waits for the second factor is a row like any other, and opens nothing.
ALTER TABLE session ADD COLUMN awaits_factor boolean NOT NULL DEFAULT false, ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();
GRANT SELECT (awaits_factor, proved_at) ON session TO indgang_app;
CREATE OR REPLACE FUNCTION access.session_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id FROM public.session s JOIN public.app_user u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    AND s.revoked_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now() AND u.active AND NOT s.awaits_factor $$;

-- Did the caller prove who they are within the last five minutes: at sign-in, or again since?
CREATE FUNCTION access.proved() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM session s WHERE s.id = access.session_id() AND s.proved_at > now() - interval '5 minutes') $$;

-- The password was right, and something is still missing: ten minutes for it.
CREATE FUNCTION access.start_waiting(who uuid, token text, device text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, awaits_factor, proved_at)
    VALUES (who, sha256(convert_to(token, 'UTF8')), device, now() + interval '10 minutes', now() + interval '10 minutes', true, '-infinity') $$;

CREATE FUNCTION access.holder(token text, OUT sid uuid, OUT who uuid, OUT waits boolean) RETURNS record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.user_id, s.awaits_factor FROM session s JOIN app_user u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.revoked_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now() AND u.active $$;

-- What the holder of a session, also a waiting one, must show: asked by the sign-in alone, which holds the key the secret is sealed with.
CREATE FUNCTION access.factor(token text) RETURNS TABLE (user_id uuid, session_id uuid, waits boolean, name text, email text, federated boolean, password_hash text, secret bytea, confirmed boolean, codes_left integer, proved_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, h.sid, h.waits, u.name, u.email, u.issuer IS NOT NULL, u.password_hash, f.secret, f.confirmed_at IS NOT NULL,
    (SELECT count(*)::int FROM recovery_code r WHERE r.user_id = u.id AND r.used_at IS NULL), (SELECT s.proved_at FROM session s WHERE s.id = h.sid)
  FROM access.holder(token) h JOIN app_user u ON u.id = h.who LEFT JOIN second_factor f ON f.user_id = u.id $$;
CREATE FUNCTION access.has_factor(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = who AND f.confirmed_at IS NOT NULL)
    AND (current_setting('role') = 'none' OR who = access.uid() OR access.may('user.manage')) $$;

-- A new secret replaces one that was never confirmed, and no other.
CREATE FUNCTION access.begin_factor(token text, sealed bytea) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid := (access.holder(token)).who;
BEGIN
  IF who IS NULL THEN RETURN false; END IF;
  INSERT INTO second_factor (user_id, secret) VALUES (who, sealed)
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = now(), last_step = NULL WHERE second_factor.confirmed_at IS NULL;
  RETURN FOUND;
END $$;

-- The step of a code that was right. Used once: a code read over the shoulder opens nothing a second time. The row is locked, so two are one after the other.
CREATE FUNCTION access.use_step(token text, step bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE second_factor f SET last_step = step WHERE f.user_id = (access.holder(token)).who AND (f.last_step IS NULL OR f.last_step < step);
  RETURN FOUND;
END $$;
CREATE FUNCTION access.use_recovery_code(token text, hash bytea) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE recovery_code r SET used_at = now() WHERE r.user_id = (access.holder(token)).who AND r.code_hash = hash AND r.used_at IS NULL;
  RETURN FOUND;
END $$;

-- The first right code: from now on it is asked for. Other sessions of the user were opened without it and end.
CREATE FUNCTION access.confirm_factor(token text, hashes bytea[]) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record := access.holder(token);
BEGIN
  UPDATE second_factor SET confirmed_at = now() WHERE user_id = h.who AND confirmed_at IS NULL AND last_step IS NOT NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM recovery_code WHERE user_id = h.who;
  INSERT INTO recovery_code (user_id, code_hash) SELECT h.who, unnest(hashes);
  UPDATE session SET revoked_at = now() WHERE user_id = h.who AND id <> h.sid AND revoked_at IS NULL;
  PERFORM access.audit('SIGN_IN', 'second.factor-added', NULL, NULL, NULL, '{}', jsonb_build_object('user', h.who));
  RETURN true;
END $$;

-- Lost phone: an administrator takes it away (never their own), and the user begins anew. Taken away, every session ends.
CREATE FUNCTION access.remove_factor(wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.may('user.manage') OR wanted = access.uid() OR NOT access.proved() THEN RETURN false; END IF;
  DELETE FROM recovery_code WHERE user_id = wanted;
  DELETE FROM second_factor WHERE user_id = wanted;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE session SET revoked_at = now() WHERE user_id = wanted AND revoked_at IS NULL;
  RETURN true;
END $$;

-- Proved again who they are, in a session that is open already.
CREATE FUNCTION access.prove(token text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE h record := access.holder(token);
BEGIN
  IF h.who IS NULL OR h.waits THEN RETURN false; END IF;
  UPDATE session SET proved_at = now() WHERE id = h.sid;
  PERFORM set_config('app.session', token, true);
  PERFORM access.audit('SIGN_IN', 'session.proved', NULL, NULL, NULL, '{}', NULL);
  RETURN true;
END $$;

DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access'
    AND p.proname IN ('proved', 'start_waiting', 'holder', 'factor', 'has_factor', 'begin_factor', 'use_step', 'use_recovery_code', 'confirm_factor', 'remove_factor', 'prove') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f.signature);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.proved(), access.remove_factor(uuid), access.has_factor(uuid) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.start_waiting(uuid, text, text), access.factor(text), access.has_factor(uuid), access.begin_factor(text, bytea), access.use_step(text, bigint),
  access.use_recovery_code(text, bytea), access.confirm_factor(text, bytea[]), access.prove(text) TO indgang_web;
