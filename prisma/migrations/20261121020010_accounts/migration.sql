-- Accounts: invited by a link, closed with everything they had, gone through twice a year. Addresses of staff are for those who need them.

CREATE TABLE "user_invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    CONSTRAINT "user_invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "user_invitation_token_hash_key" ON "user_invitation"("token_hash");
CREATE INDEX "user_invitation_user_id_idx" ON "user_invitation"("user_id");
ALTER TABLE "user_invitation" ADD CONSTRAINT "user_invitation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "user_attestation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "attested_by" UUID NOT NULL,
    "attested_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rights" TEXT[],
    CONSTRAINT "user_attestation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "user_attestation_user_id_attested_at_idx" ON "user_attestation"("user_id", "attested_at");
ALTER TABLE "user_attestation" ADD CONSTRAINT "user_attestation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE user_attestation ADD CONSTRAINT user_attestation_by_another CHECK (attested_by <> user_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['user_invitation', 'user_attestation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO indgang_definer', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''user.manage'')) OR access.answers_for(user_id))', t);
  END LOOP;
END $$;
GRANT SELECT (id, user_id, invited_by, created_at, expires_at, used_at) ON user_invitation TO indgang_app;
GRANT SELECT, INSERT (user_id, attested_by, rights) ON user_attestation TO indgang_app;
CREATE POLICY app_insert ON user_attestation FOR INSERT TO indgang_app WITH CHECK (
  attested_by = (SELECT access.uid()) AND user_id <> (SELECT access.uid()) AND ((SELECT access.has_scope('right.approve', 'metadata')) OR access.answers_for(user_id)));

-- The link opens an account. It is made here and goes into the mail: whoever sends it never holds it.
CREATE FUNCTION access.invite_user(who uuid, subject text, body text, address text, valid interval) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  secret text := translate(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'base64'), '+/=', '-_');
  mail uuid := uuidv7();
  recipient text;
BEGIN
  SELECT u.email INTO recipient FROM app_user u WHERE u.id = who AND u.active AND u.issuer IS NULL FOR UPDATE;
  IF recipient IS NULL OR NOT access.may('user.manage') OR who = access.uid() THEN RETURN NULL; END IF;
  UPDATE user_invitation SET expires_at = now() WHERE user_id = who AND used_at IS NULL AND expires_at > now();
  INSERT INTO user_invitation (user_id, token_hash, invited_by, expires_at) VALUES (who, sha256(convert_to(secret, 'UTF8')), access.uid(), now() + valid);
  INSERT INTO outbox_message (id, idempotency_key, channel, user_id, recipient, subject, body)
    VALUES (mail, gen_random_uuid(), 'EMAIL', who, recipient, subject, replace(body, '[link]', address || '/velkommen/' || secret));
  RETURN mail;
END $$;
-- A mail to a member of staff may hold such a link: nobody who works here reads it. (Mails to citizens have a person.)
CREATE POLICY core_staff_mail ON outbox_message AS RESTRICTIVE TO indgang_app USING (user_id IS NULL OR person_id IS NOT NULL);

CREATE FUNCTION access.open_invitation(token text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('name', u.name, 'email', u.email) FROM user_invitation i JOIN app_user u ON u.id = i.user_id
  WHERE i.token_hash = sha256(convert_to(token, 'UTF8')) AND i.used_at IS NULL AND i.expires_at > now() AND u.active AND u.issuer IS NULL $$;

-- Once. A new password ends every session there was, and every other link.
CREATE FUNCTION access.accept_invitation(token text, new_hash text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  UPDATE user_invitation i SET used_at = now() FROM app_user u
    WHERE i.token_hash = sha256(convert_to(token, 'UTF8')) AND i.used_at IS NULL AND i.expires_at > now() AND u.id = i.user_id AND u.active AND u.issuer IS NULL RETURNING i.user_id INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  UPDATE app_user SET password_hash = new_hash WHERE id = who;
  UPDATE session SET revoked_at = now() WHERE user_id = who AND revoked_at IS NULL;
  UPDATE user_invitation SET expires_at = now() WHERE user_id = who AND used_at IS NULL AND expires_at > now();
  PERFORM access.audit('SIGN_IN', 'password.set', NULL, NULL, NULL, '{}', jsonb_build_object('user', who));
  RETURN true;
END $$;

-- Addresses and last sign-ins: of everybody for who manages users, of the unit for its manager, and one's own. Not for every colleague.
CREATE FUNCTION access.user_contacts() RETURNS TABLE (id uuid, email text, last_sign_in_at timestamptz, created_at timestamptz, has_password boolean, invited_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.email, u.last_sign_in_at, u.created_at, u.password_hash IS NOT NULL,
    (SELECT max(i.expires_at) FROM user_invitation i WHERE i.user_id = u.id AND i.used_at IS NULL AND i.expires_at > now())
  FROM app_user u WHERE access.may('user.manage') OR access.answers_for(u.id) OR u.id = access.uid() $$;
-- Whom a letter names as its sender is printed in it.
CREATE FUNCTION access.letter_email(who uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.email FROM app_user u WHERE u.id = who AND (current_setting('role') = 'indgang_worker' OR access.may('outreach.plan')) $$;
REVOKE SELECT ON app_user FROM indgang_app;
REVOKE SELECT (email, last_sign_in_at) ON app_user FROM indgang_app;
GRANT SELECT (id, name, title, phone, unit_id, locale, active, version, issuer, created_at) ON app_user TO indgang_app;

-- Whom a closed user leaves behind: how many, never who. The people themselves stand in the lists of those who may see them.
CREATE FUNCTION access.left_behind(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'people', (SELECT count(DISTINCT a.person_id) FROM assignment a WHERE a.user_id = who AND a.to_day IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM assignment b WHERE b.person_id = a.person_id AND (b.to_day IS NULL OR b.to_day > a.to_day))),
    'talks', (SELECT count(*) FROM talk t JOIN talk_slot s ON s.id = t.slot_id WHERE s.user_id = who AND t.cancelled_at IS NULL AND s.starts_at > now()))
  WHERE access.may('user.manage') OR access.may('assignment.manage') $$;

CREATE OR REPLACE FUNCTION access.end_everything() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = NEW.id AND (to_day IS NULL OR to_day >= current_date);
  UPDATE clearance SET to_day = current_date - 1 WHERE user_id = NEW.id AND (to_day IS NULL OR to_day >= current_date);
  UPDATE right_proposal SET outcome = 'WITHDRAWN', decided_at = now(), decided_by = coalesce(access.uid(), proposed_by) WHERE user_id = NEW.id AND outcome IS NULL;
  UPDATE user_invitation SET expires_at = now() WHERE user_id = NEW.id AND used_at IS NULL AND expires_at > now();
  UPDATE assignment SET to_day = current_date - 1 WHERE user_id = NEW.id AND (to_day IS NULL OR to_day >= current_date);
  -- Times nobody has booked are not offered any more; booked ones wait for a colleague to take them over.
  UPDATE talk_slot SET closed_at = now() WHERE user_id = NEW.id AND closed_at IS NULL AND starts_at > now()
    AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.slot_id = talk_slot.id AND t.cancelled_at IS NULL);
  RETURN NULL;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.invite_user(uuid, text, text, text, interval)', 'access.open_invitation(text)', 'access.accept_invitation(text, text)', 'access.user_contacts()', 'access.letter_email(uuid)', 'access.left_behind(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.invite_user(uuid, text, text, text, interval), access.user_contacts(), access.letter_email(uuid), access.left_behind(uuid) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.letter_email(uuid) TO indgang_worker;
GRANT EXECUTE ON FUNCTION access.open_invitation(text), access.accept_invitation(text, text) TO indgang_web;
