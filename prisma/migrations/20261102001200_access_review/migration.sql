-- Holes found in review, each closed here and kept closed by a test in tests/integration/access.

-- People: an UPDATE without WHERE asks no SELECT policy, so a right to change some people was a right to change them all.
DROP POLICY person_update ON person;
CREATE POLICY person_update ON person FOR UPDATE TO indgang_app USING (
  EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = person.id AND r.to_day IS NULL AND r.kind = ANY ((SELECT access.programmes('person.update'))::person_role_kind[]))
  OR ((SELECT access.has_scope('person.update', 'assigned')) AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = person.id AND a.user_id = (SELECT access.uid())
      AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)))
  OR (created_by = (SELECT access.uid()) AND created_at = now())
  OR CASE WHEN merged_into_id IS NULL THEN false ELSE access.sees_person(merged_into_id) END)
  WITH CHECK ((SELECT access.may('person.update')));
-- "I made this row just now" opens a person before their role exists: nobody may claim it afterwards.
CREATE FUNCTION access.guard_origin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') <> 'none' AND (OLD.id, OLD.created_by, OLD.created_at) IS DISTINCT FROM (NEW.id, NEW.created_by, NEW.created_at) THEN
    RAISE EXCEPTION 'Who registered a person and when is never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_origin BEFORE UPDATE OF id, created_by, created_at ON person FOR EACH ROW EXECUTE FUNCTION access.guard_origin();

-- Does the caller see this person, also in the transaction that registers them: for the two tables person's own policy reads.
CREATE FUNCTION access.reaches_person(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.person p WHERE p.id = wanted AND (access.sees_person(p.id)
    OR (p.created_by = access.uid() AND p.created_at = now())
    OR (p.merged_into_id IS NOT NULL AND access.sees_person(p.merged_into_id) AND NOT (p.id = ANY (access.conflicts()))))) $$;

-- A role opens a person to a programme: given to, and moved between, people the giver already sees. So is responsibility.
DROP POLICY person_role_insert ON person_role;
DROP POLICY person_role_update ON person_role;
CREATE POLICY person_role_insert ON person_role FOR INSERT TO indgang_app
  WITH CHECK ((SELECT access.may('person.update')) AND access.reaches_person(person_id));
CREATE POLICY person_role_update ON person_role FOR UPDATE TO indgang_app
  USING ((SELECT access.may('person.update')) AND access.reaches_person(person_id))
  WITH CHECK ((SELECT access.may('person.update')) AND access.reaches_person(person_id));
ALTER POLICY person_role_read ON person_role USING (
  kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[])
  OR person_id IN (SELECT a.person_id FROM assignment a WHERE a.user_id = (SELECT access.uid()) AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)));

DROP POLICY assignment_write ON assignment;
DROP POLICY assignment_update ON assignment;
CREATE POLICY assignment_write ON assignment FOR INSERT TO indgang_app
  WITH CHECK ((SELECT access.may('assignment.manage')) AND access.reaches_person(person_id));
-- One that has ended may be written about anybody: taking access away is never refused.
CREATE POLICY assignment_update ON assignment FOR UPDATE TO indgang_app USING ((SELECT access.may('assignment.manage')))
  WITH CHECK ((SELECT access.may('assignment.manage')) AND (to_day < current_date OR access.reaches_person(person_id)));

-- Rows of a person cannot be moved to a person outside the mover's reach (a merge moves them between two people it sees).
DO $$
DECLARE row record;
BEGIN
  FOR row IN SELECT * FROM (VALUES
    ('person_cpr', 'person.update'), ('veteran_profile', 'person.update'), ('deployment', 'person.update'), ('competence', 'person.update'),
    ('relation', 'person.update'), ('address', 'person.update'), ('protected_address', 'person.read.protected-address'), ('contact_point', 'person.update'),
    ('external_key', 'person.update'), ('letter', 'outreach.record'), ('reply', 'outreach.record'), ('wish', 'outreach.record'), ('attempt', 'outreach.record'),
    ('outreach_task', 'outreach.record'), ('talk', 'outreach.record'), ('invitation', 'event.manage')
  ) AS v(tab, action) LOOP
    EXECUTE format('ALTER POLICY app_update ON %1$I WITH CHECK ((SELECT access.may(%2$L)) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %1$I.person_id))', row.tab, row.action);
  END LOOP;
END $$;
CREATE POLICY core_both_seen_insert ON relation AS RESTRICTIVE FOR INSERT TO indgang_app WITH CHECK (EXISTS (SELECT 1 FROM person p WHERE p.id = related_person_id));
CREATE POLICY core_both_seen_update ON relation AS RESTRICTIVE FOR UPDATE TO indgang_app USING (true) WITH CHECK (EXISTS (SELECT 1 FROM person p WHERE p.id = related_person_id));
ALTER POLICY duplicate_update ON duplicate_pair WITH CHECK ((SELECT access.may('person.merge'))
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = left_id) AND EXISTS (SELECT 1 FROM person p WHERE p.id = right_id));

-- Whoever sees a person may shield them, also without the right to see the shielded: for the rest of that transaction, and no longer, the
-- row is still theirs. Kept in a table only the trigger writes, because a setting could be forged.
CREATE TABLE access.just_shielded (person_id uuid NOT NULL, xact xid8 NOT NULL, PRIMARY KEY (person_id, xact));
GRANT SELECT, INSERT, UPDATE, DELETE ON access.just_shielded TO indgang_definer;
CREATE FUNCTION access.note_shielded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM access.just_shielded WHERE (person_id, xact) IN (
    SELECT s.person_id, s.xact FROM access.just_shielded s WHERE s.xact < pg_snapshot_xmin(pg_current_snapshot()) FOR UPDATE SKIP LOCKED);
  INSERT INTO access.just_shielded (person_id, xact) VALUES (NEW.id, pg_current_xact_id()) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER person_shielded BEFORE UPDATE OF protection ON person FOR EACH ROW WHEN (NEW.protection = 'P3' AND OLD.protection <> 'P3') EXECUTE FUNCTION access.note_shielded();
-- VOLATILE: it must see what the trigger of the very same statement wrote.
CREATE FUNCTION access.shielded_by_me(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM access.just_shielded s WHERE s.person_id = wanted AND s.xact = pg_current_xact_id_if_assigned()) $$;
ALTER POLICY core_shielded ON person USING (CASE WHEN protection <> 'P3' THEN true WHEN (SELECT access.cleared('SHIELDED')) THEN true ELSE access.shielded_by_me(id) END);

-- Mail holds the recipient's address and the text: it is the person's, like a letter.
DO $$
DECLARE c text;
BEGIN
  FOREACH c IN ARRAY ARRAY['outbox_message', 'reply_code'] LOOP
    EXECUTE format('CREATE POLICY core_person_seen ON %1$I AS RESTRICTIVE TO indgang_app USING (person_id IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.id = %1$I.person_id))', c);
  END LOOP;
END $$;
-- A reply code speaks for the citizen. Staff may see that there is one and revoke it, never read or choose what it is.
REVOKE ALL ON reply_code FROM indgang_app;
GRANT SELECT (id, person_id, letter_id, event_id, expires_at, revoked_at, created_at), UPDATE (revoked_at) ON reply_code TO indgang_app;
-- A filed letter shows where the person lived when it was sent: often where they still live.
CREATE POLICY core_protected ON stored_file AS RESTRICTIVE FOR SELECT TO indgang_app USING (
  kind <> 'letter' OR (SELECT access.cleared('PROTECTED_ADDRESS')) OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id AND p.protection IN ('P1', 'P2')));
-- What jobs did is written by jobs.
REVOKE INSERT, UPDATE, DELETE ON job_run FROM indgang_app;

-- Sessions: ending them is all anybody may do. Moved to another user, or given a known token, a session is somebody else's sign-in.
REVOKE UPDATE ON session FROM indgang_app;
GRANT UPDATE (revoked_at) ON session TO indgang_app;
DROP POLICY session_own ON session;
CREATE POLICY session_read ON session FOR SELECT TO indgang_app USING (user_id = (SELECT access.uid()) OR (SELECT access.may('user.manage')));
CREATE POLICY session_end ON session FOR UPDATE TO indgang_app USING (user_id = (SELECT access.uid()) OR (SELECT access.may('user.manage')))
  WITH CHECK (revoked_at IS NOT NULL);

-- Users: whom the identity provider means is set when the user is made. One's own address, unit and standing are for somebody else to change.
REVOKE UPDATE (issuer, subject) ON app_user FROM indgang_app;
CREATE FUNCTION access.guard_own_user() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND OLD.id = access.uid() AND (OLD.email, OLD.unit_id, OLD.active) IS DISTINCT FROM (NEW.email, NEW.unit_id, NEW.active) THEN
    RAISE EXCEPTION 'Nobody changes their own rights' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_user BEFORE UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION access.guard_own_user();
-- An address belongs to one user with a password. Users of the identity provider are known by its id: a colleague's old address,
-- or none at all, must neither let them into another account nor keep them out of their own.
DROP INDEX app_user_email_key;
CREATE UNIQUE INDEX app_user_local_email ON app_user (lower(email)) WHERE issuer IS NULL;
CREATE INDEX app_user_email_idx ON app_user (lower(email));
CREATE OR REPLACE FUNCTION access.credentials(wanted_email text) RETURNS TABLE (id uuid, password_hash text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.password_hash FROM public.app_user u WHERE lower(u.email) = lower(wanted_email) AND u.issuer IS NULL AND u.active AND u.password_hash IS NOT NULL $$;
CREATE OR REPLACE FUNCTION access.federated_user(wanted_issuer text, wanted_subject text, wanted_email text, wanted_name text, wanted_roles role[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found uuid;
BEGIN
  IF coalesce(wanted_issuer, '') = '' OR coalesce(wanted_subject, '') = '' THEN RETURN NULL; END IF;
  -- Two browsers, one first sign-in.
  PERFORM pg_advisory_xact_lock(hashtextextended(wanted_issuer || ' ' || wanted_subject, 0));
  -- Mapped on the provider's own id, never on an e-mail address: addresses are given to new people.
  SELECT u.id INTO found FROM app_user u WHERE u.issuer = wanted_issuer AND u.subject = wanted_subject;
  IF found IS NULL THEN
    -- Everybody in the municipality can sign in at the provider; only those it gives a role become users here.
    IF coalesce(cardinality(wanted_roles), 0) = 0 THEN RETURN NULL; END IF;
    INSERT INTO app_user (email, name, issuer, subject) VALUES (wanted_email, wanted_name, wanted_issuer, wanted_subject) RETURNING id INTO found;
  ELSIF NOT (SELECT active FROM app_user WHERE id = found) THEN
    RETURN NULL;
  ELSE
    UPDATE app_user SET email = coalesce(nullif(wanted_email, ''), email), name = coalesce(nullif(wanted_name, ''), name) WHERE id = found;
  END IF;
  UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = found AND (to_day IS NULL OR to_day >= current_date) AND role <> ALL (wanted_roles);
  INSERT INTO role_grant (user_id, role, from_day)
    SELECT found, wanted, current_date FROM unnest(wanted_roles) wanted
    WHERE NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = found AND g.role = wanted AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date));
  RETURN CASE WHEN cardinality(wanted_roles) > 0 THEN found END;
END $$;

-- The log: nothing without somebody behind it, and a citizen writes about themselves alone.
CREATE OR REPLACE FUNCTION access.audit(kind audit_kind, action text, route text, purpose text, person uuid, subjects uuid[], details jsonb)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  event uuid := uuidv7();
  caller text := current_setting('role');
  who uuid := access.uid();
BEGIN
  IF caller = 'indgang_app' AND who IS NULL THEN RAISE EXCEPTION 'The session has ended' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF caller = 'indgang_public' AND ((person IS NOT NULL AND person IS DISTINCT FROM access.citizen())
    OR coalesce(cardinality(subjects), 0) > 0 OR kind IN ('MACHINE', 'SIGN_IN', 'LIST')) THEN
    RAISE EXCEPTION 'A visitor writes about nobody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF caller = 'indgang_app' AND kind = 'MACHINE' THEN RAISE EXCEPTION 'A person is not a machine' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO public.audit_event (id, kind, action, actor_user_id, session_id, role, route, purpose, person_id, details)
  VALUES (event, kind, action, who, access.session_id(), (SELECT string_agg(r::text, '+' ORDER BY r) FROM access.live_roles() r), route, purpose, person, details);
  INSERT INTO public.audit_subject (event_id, person_id) SELECT event, s FROM (SELECT DISTINCT unnest(subjects) AS s) q WHERE s IS NOT NULL;
  RETURN event;
END $$;
REVOKE UPDATE, DELETE ON audit_event, audit_subject FROM indgang_definer;

-- Forms of the reply page, kept apart by code: an id seen in one letter's page opens nothing of another's.
ALTER TABLE submission ADD COLUMN code_id uuid;
CREATE FUNCTION access.stamp_submission() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_public' THEN NEW.code_id := access.citizen_code(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_code BEFORE INSERT ON submission FOR EACH ROW EXECUTE FUNCTION access.stamp_submission();
ALTER POLICY submission_citizen ON submission USING (user_id IS NULL AND code_id = (SELECT access.citizen_code())) WITH CHECK (user_id IS NULL AND code_id = (SELECT access.citizen_code()));

DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT unnest(ARRAY['access.guard_origin()', 'access.guard_own_user()', 'access.stamp_submission()', 'access.reaches_person(uuid)', 'access.note_shielded()', 'access.shielded_by_me(uuid)']) AS signature LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f.signature);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.reaches_person(uuid), access.shielded_by_me(uuid) TO indgang_app;
