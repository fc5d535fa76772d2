-- One's own password: changed by whoever has just proved who they are, or chosen anew over a link by mail when it was forgotten. Either way the
-- owner is told by mail, so that somebody else's doing does not go unseen.

CREATE FUNCTION access.mail_user(who uuid, subject_line text, words text) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO outbox_message (id, idempotency_key, channel, user_id, recipient, subject, body)
  SELECT uuidv7(), gen_random_uuid(), 'EMAIL', u.id, u.email, subject_line, words FROM app_user u WHERE u.id = who RETURNING id $$;

-- Every other session and every open link ends. NULL for users of the identity provider, which keeps its own.
CREATE FUNCTION access.change_password(new_hash text, subject_line text, words text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.uid();
BEGIN
  IF me IS NULL OR NOT access.may('self.password') THEN RETURN NULL; END IF;
  IF NOT access.proved() THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE app_user SET password_hash = new_hash WHERE id = me AND issuer IS NULL AND active;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE session SET revoked_at = now() WHERE user_id = me AND id <> access.session_id() AND revoked_at IS NULL;
  UPDATE user_invitation SET expires_at = now() WHERE user_id = me AND used_at IS NULL AND expires_at > now();
  RETURN access.mail_user(me, subject_line, words);
END $$;

-- A link to choose a new password, into the mail and nowhere else. NULL where there is nobody to send it to: the page says the same.
CREATE FUNCTION access.forgot_password(wanted_email text, subject_line text, words text, address text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  secret text := translate(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'base64'), '+/=', '-_');
  who uuid;
BEGIN
  SELECT u.id INTO who FROM app_user u WHERE lower(u.email) = lower(wanted_email) AND u.issuer IS NULL AND u.active AND u.password_hash IS NOT NULL;
  IF who IS NULL THEN RETURN NULL; END IF;
  INSERT INTO user_invitation (user_id, token_hash, expires_at) VALUES (who, sha256(convert_to(secret, 'UTF8')), now() + interval '30 minutes');
  PERFORM access.audit('SIGN_IN', 'password.forgotten', NULL, NULL, NULL, '{}', jsonb_build_object('user', who));
  RETURN access.mail_user(who, subject_line, replace(words, '[link]', address || '/velkommen/' || secret));
END $$;

-- As before; and where there was a password, its owner is told that there is another. {"done": whether, "mail": id or null}
CREATE FUNCTION access.accept_invitation(token text, new_hash text, subject_line text, words text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid; had boolean;
BEGIN
  SELECT i.user_id, u.password_hash IS NOT NULL INTO who, had FROM user_invitation i JOIN app_user u ON u.id = i.user_id WHERE i.token_hash = sha256(convert_to(token, 'UTF8'));
  IF NOT access.accept_invitation(token, new_hash) THEN RETURN '{"done": false}'; END IF;
  RETURN jsonb_build_object('done', true, 'mail', CASE WHEN had THEN access.mail_user(who, subject_line, words) END);
END $$;
REVOKE EXECUTE ON FUNCTION access.accept_invitation(text, text) FROM indgang_web;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.mail_user(uuid, text, text)', 'access.change_password(text, text, text)', 'access.forgot_password(text, text, text, text)', 'access.accept_invitation(text, text, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.change_password(text, text, text) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.forgot_password(text, text, text, text), access.accept_invitation(text, text, text, text) TO indgang_web;
