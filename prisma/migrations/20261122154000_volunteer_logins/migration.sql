-- Volunteers sign in (ADR 0050). A login is made by whoever leads volunteers, for one volunteer on the way of helping, with a user of its own: never for somebody who has a user already, and never
-- with another right. It ends with the volunteer, at the next statement. The user is called by the volunteer's number: lists of users and the log hold no volunteer's name.
ALTER TABLE app_user ADD COLUMN for_volunteer boolean NOT NULL DEFAULT false;
GRANT SELECT (for_volunteer) ON app_user TO indgang_app;

CREATE TABLE "volunteer_login" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ,
    CONSTRAINT "volunteer_login_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_login_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_login_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_login_volunteer_id_idx" ON "volunteer_login"("volunteer_id");
CREATE INDEX "volunteer_login_user_id_idx" ON "volunteer_login"("user_id");
-- One login of a volunteer at a time, and a user is one volunteer's.
CREATE UNIQUE INDEX volunteer_login_one_live ON volunteer_login (volunteer_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX volunteer_login_one_user ON volunteer_login (user_id) WHERE ended_at IS NULL;
ALTER TABLE volunteer_login ADD CONSTRAINT volunteer_login_ended CHECK (ended_at >= opened_at AND (ended_by IS NULL OR ended_at IS NOT NULL));
-- Read and written by functions alone.
ALTER TABLE volunteer_login ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_login FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_login TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_login TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_login TO indgang_definer, indgang_worker;

-- The user of a volunteer holds the one role and nothing else, whoever gives it and by whatever way.
CREATE FUNCTION access.guard_volunteer_rights() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) ->> 'role') IS DISTINCT FROM 'VOLUNTEER' AND EXISTS (SELECT 1 FROM app_user u WHERE u.id = NEW.user_id AND u.for_volunteer) THEN
    RAISE EXCEPTION 'A volunteer has no other right' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER volunteer_rights BEFORE INSERT OR UPDATE OF user_id, role ON role_grant FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();
CREATE TRIGGER volunteer_rights BEFORE INSERT OR UPDATE OF user_id ON clearance FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();
CREATE TRIGGER volunteer_rights BEFORE INSERT OR UPDATE OF user_id ON right_proposal FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();

-- Where a volunteer stands now.
CREATE FUNCTION access.volunteer_stands(volunteer uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = volunteer ORDER BY s.number DESC LIMIT 1 $$;

-- Ends the login there is, if any, with everything its user could do by it.
CREATE FUNCTION access.close_volunteer_login(volunteer uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  UPDATE volunteer_login l SET ended_at = now(), ended_by = access.uid() WHERE l.volunteer_id = volunteer AND l.ended_at IS NULL RETURNING l.user_id INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  UPDATE app_user SET active = false WHERE id = who AND active;
  RETURN true;
END $$;

-- Opens a login for a volunteer who helps or holds a pause, or sends the one there is a new link. Says 'done' with the mail, or why not: 'gone' (also for what the caller may not know of), 'standing', 'email', 'taken'.
-- The address is the one on the volunteer's record. Another than before is another user: the former one ends, so that nobody becomes somebody by changing an address.
CREATE FUNCTION access.open_volunteer_login(volunteer uuid, subject_line text, words text, address text, valid interval, OUT said text, OUT mail uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v record; who uuid; live record;
BEGIN
  said := 'gone';
  IF NOT access.may('volunteer.login') OR volunteer = ANY (access.closed_volunteers()) THEN RETURN; END IF;
  IF NOT access.proved() THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT o.id, o.number, o.email, o.language INTO v FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  IF v.id IS NULL THEN RETURN; END IF;
  IF access.volunteer_stands(volunteer) NOT IN ('active', 'paused') THEN said := 'standing'; RETURN; END IF;
  IF v.email IS NULL THEN said := 'email'; RETURN; END IF;
  SELECT u.id, u.email INTO live FROM volunteer_login l JOIN app_user u ON u.id = l.user_id WHERE l.volunteer_id = volunteer AND l.ended_at IS NULL;
  -- Somebody's address, and not this volunteer's own from before: of staff, or of another volunteer.
  IF EXISTS (SELECT 1 FROM app_user u WHERE lower(u.email) = lower(v.email) AND (u.active OR u.issuer IS NULL) AND NOT (u.for_volunteer AND EXISTS (SELECT 1 FROM volunteer_login l WHERE l.user_id = u.id AND l.volunteer_id = volunteer))) THEN said := 'taken'; RETURN; END IF;
  IF live.id IS NOT NULL AND lower(live.email) = lower(v.email) THEN
    who := live.id;
  ELSE
    PERFORM access.close_volunteer_login(volunteer);
    SELECT u.id INTO who FROM app_user u WHERE lower(u.email) = lower(v.email) AND u.for_volunteer FOR UPDATE;
    IF who IS NULL THEN
      INSERT INTO app_user (email, name, locale, for_volunteer) VALUES (v.email, 'Frivillig ' || v.number, v.language, true) RETURNING id INTO who;
    ELSE
      -- Opened again they begin with nothing: neither the password nor the app from before.
      UPDATE app_user SET active = true, password_hash = NULL WHERE id = who;
      DELETE FROM recovery_code WHERE user_id = who;
      DELETE FROM second_factor WHERE user_id = who;
    END IF;
    INSERT INTO volunteer_login (volunteer_id, user_id, opened_by) VALUES (volunteer, who, access.uid());
    INSERT INTO role_grant (user_id, role, from_day, granted_by) VALUES (who, 'VOLUNTEER', current_date, access.uid());
  END IF;
  mail := access.mail_sign_in_link(who, subject_line, words, address, valid);
  said := 'done';
END $$;

-- A link that signs in, into the mail and nowhere else. Former ones stop working.
CREATE FUNCTION access.mail_sign_in_link(who uuid, subject_line text, words text, address text, valid interval) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE secret text := translate(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'base64'), '+/=', '-_');
BEGIN
  UPDATE user_invitation SET expires_at = now() WHERE user_id = who AND used_at IS NULL AND expires_at > now();
  INSERT INTO user_invitation (user_id, token_hash, invited_by, expires_at) VALUES (who, sha256(convert_to(secret, 'UTF8')), access.uid(), now() + valid);
  RETURN access.mail_user(who, subject_line, replace(words, '[link]', address || '/velkommen/' || secret));
END $$;

-- Asked for by whoever has the address: half an hour. NULL where there is nobody to send it to; the page says the same.
CREATE FUNCTION access.sign_in_link(wanted_email text, subject_line text, words text, address text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  SELECT u.id INTO who FROM app_user u JOIN volunteer_login l ON l.user_id = u.id AND l.ended_at IS NULL WHERE lower(u.email) = lower(wanted_email) AND u.for_volunteer AND u.active;
  IF who IS NULL THEN RETURN NULL; END IF;
  PERFORM access.audit('SIGN_IN', 'link.asked', NULL, NULL, NULL, '{}', jsonb_build_object('user', who));
  RETURN access.mail_sign_in_link(who, subject_line, words, address, interval '30 minutes');
END $$;

-- The volunteer behind a link, once. Nobody else signs in this way: a link of staff sets a password and opens nothing.
CREATE FUNCTION access.use_sign_in_link(token text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  UPDATE user_invitation i SET used_at = now() FROM app_user u WHERE i.token_hash = sha256(convert_to(token, 'UTF8')) AND i.used_at IS NULL AND i.expires_at > now()
    AND u.id = i.user_id AND u.active AND u.for_volunteer AND EXISTS (SELECT 1 FROM volunteer_login l WHERE l.user_id = u.id AND l.ended_at IS NULL) RETURNING i.user_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  UPDATE user_invitation SET expires_at = now() WHERE user_id = who AND used_at IS NULL AND expires_at > now();
  PERFORM access.audit('SIGN_IN', 'link.used', NULL, NULL, NULL, '{}', jsonb_build_object('user', who));
  RETURN who;
END $$;

-- As before; of a volunteer their own first name, and that the link may sign in by itself.
CREATE OR REPLACE FUNCTION access.open_invitation(token text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('name', coalesce((SELECT v.first_name FROM volunteer_login l JOIN volunteer v ON v.id = l.volunteer_id WHERE l.user_id = u.id AND l.ended_at IS NULL), u.name), 'email', u.email, 'volunteer', u.for_volunteer)
  FROM user_invitation i JOIN app_user u ON u.id = i.user_id
  WHERE i.token_hash = sha256(convert_to(token, 'UTF8')) AND i.used_at IS NULL AND i.expires_at > now() AND u.active AND u.issuer IS NULL $$;

CREATE FUNCTION access.end_volunteer_login(volunteer uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.may('volunteer.manage') OR volunteer = ANY (access.closed_volunteers()) THEN RETURN false; END IF;
  RETURN access.close_volunteer_login(volunteer);
END $$;

-- What whoever leads volunteers sees of a login.
CREATE FUNCTION access.volunteer_login_of(volunteer uuid) RETURNS TABLE (email text, opened_at timestamptz, last_sign_in_at timestamptz, invited_until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.email, l.opened_at, u.last_sign_in_at, (SELECT max(i.expires_at) FROM user_invitation i WHERE i.user_id = u.id AND i.used_at IS NULL AND i.expires_at > now())
  FROM volunteer_login l JOIN app_user u ON u.id = l.user_id
  WHERE l.volunteer_id = volunteer AND l.ended_at IS NULL AND access.may('volunteer.read') AND NOT (volunteer = ANY (access.closed_volunteers())) $$;

-- Who has ended, or begins anew, has no login from that statement on.
CREATE FUNCTION access.volunteer_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM access.close_volunteer_login(NEW.volunteer_id);
  RETURN NULL;
END $$;
CREATE TRIGGER volunteer_left AFTER INSERT ON volunteer_step FOR EACH ROW WHEN (NEW.step NOT IN ('active', 'paused')) EXECUTE FUNCTION access.volunteer_left();

-- Whoever is closed as a user by an administrator has no login any more; erased with the volunteer, nothing of them stays in the user but that it did something.
CREATE FUNCTION access.volunteer_user_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE volunteer_login SET ended_at = now(), ended_by = access.uid() WHERE user_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER volunteer_user_closed AFTER UPDATE ON app_user FOR EACH ROW WHEN (OLD.active AND NOT NEW.active AND NEW.for_volunteer) EXECUTE FUNCTION access.volunteer_user_closed();
CREATE FUNCTION access.volunteer_login_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE app_user SET active = false, email = OLD.user_id || '@erased.invalid', password_hash = NULL WHERE id = OLD.user_id AND for_volunteer;
  RETURN NULL;
END $$;
CREATE TRIGGER volunteer_login_erased AFTER DELETE ON volunteer_login FOR EACH ROW EXECUTE FUNCTION access.volunteer_login_erased();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.guard_volunteer_rights()', 'access.volunteer_stands(uuid)', 'access.close_volunteer_login(uuid)', 'access.open_volunteer_login(uuid, text, text, text, interval)', 'access.mail_sign_in_link(uuid, text, text, text, interval)', 'access.sign_in_link(text, text, text, text)',
    'access.use_sign_in_link(text)', 'access.end_volunteer_login(uuid)', 'access.volunteer_login_of(uuid)', 'access.volunteer_left()', 'access.volunteer_user_closed()', 'access.volunteer_login_erased()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.open_volunteer_login(uuid, text, text, text, interval), access.end_volunteer_login(uuid), access.volunteer_login_of(uuid) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.sign_in_link(text, text, text, text), access.use_sign_in_link(text) TO indgang_web;
