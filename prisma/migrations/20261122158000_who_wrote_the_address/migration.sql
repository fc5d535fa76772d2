-- Whoever wrote the address does not send the link (ADR 0052). A link of a login goes to the address on the volunteer's record; a lead who writes their own there, and sends it, reads of citizens what the
-- volunteer is told and the lead is not. So the record knows who wrote its address, the address a volunteer signs in with is not changed with it, and an address somebody of the staff wrote needs another person.
ALTER TABLE volunteer ADD COLUMN "email_by" UUID;
UPDATE volunteer SET email_by = created_by WHERE email IS NOT NULL;

-- Written here and by nobody: none where the volunteer wrote it themselves, by the public form.
CREATE FUNCTION access.note_email_writer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NEW.email_by := CASE WHEN NEW.email IS NOT NULL THEN coalesce(access.uid(), NEW.email_by) END;
  ELSIF lower(NEW.email) IS DISTINCT FROM lower(OLD.email) THEN NEW.email_by := CASE WHEN NEW.email IS NOT NULL THEN access.uid() END;
  ELSE NEW.email_by := OLD.email_by;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER volunteer_email_writer BEFORE INSERT OR UPDATE OF email, email_by ON volunteer FOR EACH ROW EXECUTE FUNCTION access.note_email_writer();

-- That a login by an address was asked for by whoever wrote it, and that another person gave it, or did not. It opens nothing.
CREATE TABLE "volunteer_login_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "given" BOOLEAN,
    CONSTRAINT "volunteer_login_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_login_request_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_login_request_volunteer_id_idx" ON "volunteer_login_request"("volunteer_id");
CREATE UNIQUE INDEX volunteer_login_request_one_open ON volunteer_login_request (volunteer_id) WHERE decided_at IS NULL;
ALTER TABLE volunteer_login_request ADD CONSTRAINT volunteer_login_request_decided CHECK (num_nonnulls(decided_by, decided_at, given) IN (0, 3)),
  ADD CONSTRAINT volunteer_login_request_second CHECK (NOT coalesce(given, false) OR decided_by <> asked_by);
-- Read and written by functions alone.
ALTER TABLE volunteer_login_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_login_request FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_login_request TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_login_request TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_login_request TO indgang_definer, indgang_worker;

-- Makes the user, the login and the link for the address on the record, in the place of the login there is; whoever had that is told by a mail to the former address. For functions that have asked who may.
CREATE FUNCTION access.make_volunteer_login(volunteer uuid, subject_line text, words text, address text, valid interval, moved_subject text, moved_words text, OUT said text, OUT mail uuid, OUT told uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v record; who uuid; former uuid;
BEGIN
  SELECT o.id, o.number, o.email, o.language INTO v FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  IF access.volunteer_stands(volunteer) NOT IN ('active', 'paused') THEN said := 'standing'; RETURN; END IF;
  IF v.email IS NULL THEN said := 'email'; RETURN; END IF;
  -- Somebody's address, and not this volunteer's own from before: of staff, or of another volunteer.
  IF EXISTS (SELECT 1 FROM app_user u WHERE lower(u.email) = lower(v.email) AND (u.active OR u.issuer IS NULL) AND NOT (u.for_volunteer AND EXISTS (SELECT 1 FROM volunteer_login l WHERE l.user_id = u.id AND l.volunteer_id = volunteer))) THEN said := 'taken'; RETURN; END IF;
  SELECT l.user_id INTO former FROM volunteer_login l WHERE l.volunteer_id = volunteer AND l.ended_at IS NULL;
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
  UPDATE volunteer_login_request SET decided_by = access.uid(), decided_at = now(), given = access.uid() <> asked_by AND lower(email) = lower(v.email) WHERE volunteer_id = volunteer AND decided_at IS NULL;
  IF former <> who THEN told := access.mail_user(former, moved_subject, moved_words); END IF;
  mail := access.mail_sign_in_link(who, subject_line, words, address, valid);
  said := 'done';
END $$;

-- Opens a login for a volunteer who helps or holds a pause, or sends the one there is a new link: to the address it has, whatever the record says by now, unless it is to follow the record. Says 'done' with the
-- mail (and the mail to the former address), or why not: 'gone' (also for what the caller may not know of), 'standing', 'email', 'taken', or 'second', and then it waits for somebody else.
DROP FUNCTION access.open_volunteer_login(uuid, text, text, text, interval);
CREATE FUNCTION access.open_volunteer_login(volunteer uuid, follow boolean, subject_line text, words text, address text, valid interval, moved_subject text, moved_words text, OUT said text, OUT mail uuid, OUT told uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v record; live record; made record;
BEGIN
  said := 'gone';
  IF NOT access.may('volunteer.login') OR volunteer = ANY (access.closed_volunteers()) THEN RETURN; END IF;
  IF NOT access.proved() THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT o.id, o.email, o.email_by INTO v FROM volunteer o WHERE o.id = volunteer FOR UPDATE;
  IF v.id IS NULL THEN RETURN; END IF;
  SELECT u.id, u.email INTO live FROM volunteer_login l JOIN app_user u ON u.id = l.user_id WHERE l.volunteer_id = volunteer AND l.ended_at IS NULL;
  IF live.id IS NOT NULL AND (NOT follow OR lower(live.email) = lower(v.email)) THEN
    mail := access.mail_sign_in_link(live.id, subject_line, words, address, valid);
    said := 'done'; RETURN;
  END IF;
  -- Not for whoever wrote the address: another lead, or whoever gives rights in the house. One the volunteer has signed in with before is theirs.
  IF v.email_by = access.uid() AND access.volunteer_stands(volunteer) IN ('active', 'paused')
    AND NOT EXISTS (SELECT 1 FROM volunteer_login l JOIN app_user u ON u.id = l.user_id WHERE l.volunteer_id = volunteer AND lower(u.email) = lower(v.email)) THEN
    UPDATE volunteer_login_request q SET decided_by = access.uid(), decided_at = now(), given = false WHERE q.volunteer_id = volunteer AND q.decided_at IS NULL AND lower(q.email) <> lower(v.email);
    INSERT INTO volunteer_login_request (volunteer_id, email, asked_by) VALUES (volunteer, v.email, access.uid()) ON CONFLICT DO NOTHING;
    said := 'second'; RETURN;
  END IF;
  SELECT * INTO made FROM access.make_volunteer_login(volunteer, subject_line, words, address, valid, moved_subject, moved_words);
  said := made.said; mail := made.mail; told := made.told;
END $$;

-- What waits for another person, of those who give rights in the house, or in the unit volunteers belong to: the volunteer by number, the address, and who wrote it.
CREATE FUNCTION access.asked_volunteer_logins() RETURNS TABLE (id uuid, volunteer_id uuid, number integer, language text, email text, former text, by_name text, asked_at timestamptz, own boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.id, v.id, v.number, v.language, q.email, (SELECT u.email FROM volunteer_login l JOIN app_user u ON u.id = l.user_id WHERE l.volunteer_id = v.id AND l.ended_at IS NULL), a.name, q.asked_at, coalesce(q.asked_by = access.uid() OR v.email_by = access.uid(), false)
  FROM volunteer_login_request q JOIN volunteer v ON v.id = q.volunteer_id LEFT JOIN app_user a ON a.id = q.asked_by
  WHERE q.decided_at IS NULL AND lower(q.email) = lower(v.email) AND access.volunteer_stands(v.id) IN ('active', 'paused') AND NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[]))
    AND (access.has_scope('right.approve', 'metadata') OR access.has_scope('right.approve', 'unit') AND EXISTS (SELECT 1 FROM app_user me JOIN unit n ON n.id = me.unit_id AND n.kind = 'VOLUNTEERING' WHERE me.id = access.uid()))
  ORDER BY q.asked_at, q.id $$;

-- Gives the login that was asked for, or does not. 'own' for whoever wrote the address or asked; 'gone' for what is not the caller's to decide.
CREATE FUNCTION access.decide_volunteer_login(wanted uuid, gives boolean, subject_line text, words text, address text, valid interval, moved_subject text, moved_words text, OUT said text, OUT mail uuid, OUT told uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE q record; made record;
BEGIN
  said := 'gone';
  PERFORM 1 FROM volunteer v JOIN volunteer_login_request o ON o.volunteer_id = v.id WHERE o.id = wanted FOR UPDATE OF v;
  SELECT * INTO q FROM access.asked_volunteer_logins() o WHERE o.id = wanted;
  IF q.id IS NULL THEN RETURN; END IF;
  IF q.own THEN said := 'own'; RETURN; END IF;
  IF NOT gives THEN
    UPDATE volunteer_login_request SET decided_by = access.uid(), decided_at = now(), given = false WHERE id = wanted;
    said := 'done'; RETURN;
  END IF;
  IF NOT access.may('right.give') THEN RETURN; END IF;
  IF NOT access.proved() THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT * INTO made FROM access.make_volunteer_login(q.volunteer_id, subject_line, words, address, valid, moved_subject, moved_words);
  said := made.said; mail := made.mail; told := made.told;
END $$;

-- For whoever leads volunteers: that a login by the address on the record waits, since when and who asked.
CREATE FUNCTION access.volunteer_login_waits(volunteer uuid) RETURNS TABLE (asked_at timestamptz, by_name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.asked_at, a.name FROM volunteer_login_request q JOIN volunteer v ON v.id = q.volunteer_id LEFT JOIN app_user a ON a.id = q.asked_by
  WHERE q.volunteer_id = volunteer AND q.decided_at IS NULL AND lower(q.email) = lower(v.email) AND access.may('volunteer.read') AND NOT (volunteer = ANY (access.closed_volunteers())) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.note_email_writer()', 'access.make_volunteer_login(uuid, text, text, text, interval, text, text)', 'access.open_volunteer_login(uuid, boolean, text, text, text, interval, text, text)', 'access.asked_volunteer_logins()',
    'access.decide_volunteer_login(uuid, boolean, text, text, text, interval, text, text)', 'access.volunteer_login_waits(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.open_volunteer_login(uuid, boolean, text, text, text, interval, text, text), access.asked_volunteer_logins(), access.decide_volunteer_login(uuid, boolean, text, text, text, interval, text, text), access.volunteer_login_waits(uuid) TO indgang_app;
