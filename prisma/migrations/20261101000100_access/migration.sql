-- Row-level security: the second line. It refuses even when the application forgets.
-- Roles are made by scripts/database/migrate.ts before this runs (they are shared by all databases of a server).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO indgang_app, indgang_public, indgang_worker, indgang_web, indgang_definer;
GRANT USAGE ON SCHEMA public TO indgang_app, indgang_public, indgang_worker, indgang_definer;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Filled from lib/access/matrix.ts at every migrate: role x action -> scope. The policies below ask here.
CREATE TABLE access.policy (
  role role NOT NULL,
  action text NOT NULL,
  scope text NOT NULL,
  programmes person_role_kind[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (role, action)
);
GRANT SELECT ON access.policy TO indgang_definer;

-- Who am I: the setting holds the session token, so a forged user id gives nothing.
CREATE FUNCTION access.session_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id FROM public.session s JOIN public.app_user u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    AND s.revoked_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now() AND u.active $$;

CREATE FUNCTION access.uid() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.user_id FROM public.session s WHERE s.id = access.session_id() $$;

CREATE FUNCTION access.live_roles() RETURNS SETOF role LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.role FROM public.role_grant g WHERE g.user_id = access.uid()
    AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date) $$;

CREATE FUNCTION access.may(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM access.policy p WHERE p.action = wanted AND p.role IN (SELECT access.live_roles())) $$;

CREATE FUNCTION access.has_scope(wanted text, wanted_scope text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM access.policy p WHERE p.action = wanted AND p.scope = wanted_scope AND p.role IN (SELECT access.live_roles())) $$;

-- The kinds of people a role's programme covers.
CREATE FUNCTION access.programmes(wanted text) RETURNS person_role_kind[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT k), '{}') FROM access.policy p, unnest(p.programmes) k
  WHERE p.action = wanted AND p.scope = 'programme' AND p.role IN (SELECT access.live_roles()) $$;

CREATE FUNCTION access.cleared(wanted clearance_kind) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM public.clearance c WHERE c.user_id = access.uid() AND c.kind = wanted
    AND c.from_day <= current_date AND (c.to_day IS NULL OR c.to_day >= current_date)) $$;

-- Own file, declared relations, and the registered family of one's own record. No role lifts this.
CREATE FUNCTION access.conflicts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH me AS (SELECT u.id, u.person_id FROM public.app_user u WHERE u.id = access.uid())
  SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM (
    SELECT person_id FROM me WHERE person_id IS NOT NULL
    UNION SELECT sr.person_id FROM public.staff_relation sr JOIN me ON me.id = sr.user_id
    UNION SELECT r.related_person_id FROM public.relation r JOIN me ON me.person_id = r.person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
    UNION SELECT r.person_id FROM public.relation r JOIN me ON me.person_id = r.related_person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
  ) found $$;

-- The citizen behind a reply code: the setting holds the code, only its hash is stored.
CREATE FUNCTION access.citizen_code() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM public.reply_code c JOIN public.person p ON p.id = c.person_id
  WHERE c.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8'))
    AND c.expires_at > now() AND c.revoked_at IS NULL AND p.died_on IS NULL $$;

CREATE FUNCTION access.citizen() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.person_id FROM public.reply_code c WHERE c.id = access.citizen_code() $$;

-- One call per request: is the token live, whose is it, what may they do. Moves the idle limit at most once a minute.
CREATE FUNCTION access.open_session(token text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found jsonb; sid uuid;
BEGIN
  PERFORM set_config('app.session', token, true);
  sid := access.session_id();
  IF sid IS NULL THEN RETURN NULL; END IF;
  UPDATE public.session SET last_seen_at = now(), idle_expires_at = least(expires_at, now() + (idle_expires_at - last_seen_at))
    WHERE id = sid AND last_seen_at < now() - interval '60 seconds';
  SELECT jsonb_build_object('userId', u.id, 'sessionId', sid, 'name', u.name, 'email', u.email, 'title', u.title, 'locale', u.locale, 'unitId', u.unit_id,
    'roles', coalesce((SELECT jsonb_agg(DISTINCT r) FROM access.live_roles() r), '[]'::jsonb),
    'clearances', coalesce((SELECT jsonb_agg(DISTINCT c.kind) FROM public.clearance c WHERE c.user_id = u.id AND access.cleared(c.kind)), '[]'::jsonb))
    INTO found FROM public.app_user u WHERE u.id = access.uid();
  RETURN found;
END $$;

-- The only way into the audit log. Actor, session and role come from the session itself and cannot be forged.
CREATE FUNCTION access.audit(kind audit_kind, action text, route text, purpose text, person uuid, subjects uuid[], details jsonb)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE event uuid := uuidv7();
BEGIN
  INSERT INTO public.audit_event (id, kind, action, actor_user_id, session_id, role, route, purpose, person_id, details)
  VALUES (event, kind, action, access.uid(), access.session_id(), (SELECT string_agg(r::text, '+' ORDER BY r) FROM access.live_roles() r),
    route, purpose, person, details);
  INSERT INTO public.audit_subject (event_id, person_id) SELECT event, s FROM (SELECT DISTINCT unnest(subjects) AS s) q WHERE s IS NOT NULL;
  RETURN event;
END $$;

-- Spelling that must not matter. The expression is foldNameSql('value') of lib/people/names/fold.ts; a test compares the two.
CREATE FUNCTION access.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(lower(translate(normalize(coalesce(value, ''), NFC), '-‐‑‒–—―._,/	

 ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǦǧǨǩǪǫǬǭǰǴǵǸǹǺǻȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẞẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ''’‘`´"', '               aaaaaaaceeeeiiiidnoooooouuuuytsaaaaaaaceeeeiiiidnoooooouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhiiiiiiiiiijjkkllllllllnnnnnnoooooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzoouuaaiioouuuuuuuuuuaaaaggkkoooojggnnaaaaaaeeeeiiiioooorrrruuuusstthhaaeeooooooooyyaabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwysaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy')), '([a-z ])\1+', '\1', 'g'), 'aa', 'a'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'ph', 'f'), 'th', 't'), 'ch', 'k'), 'ck', 'k'), 'c', 'k'), 'q', 'k'), 'kj', 'k'), 'w', 'v'), 'z', 's'), '([a-z ])\1+', '\1', 'g')) $$;

ALTER TABLE person ADD COLUMN search_name text GENERATED ALWAYS AS (access.fold(first_name || ' ' || last_name)) STORED;
ALTER TABLE address ADD COLUMN search_street text GENERATED ALWAYS AS (access.fold(street || ' ' || number || ' ' || town)) STORED;
CREATE INDEX person_search_name_idx ON person USING gin (search_name gin_trgm_ops);
CREATE INDEX address_search_street_idx ON address USING gin (search_street gin_trgm_ops);
CREATE INDEX person_name_sort_idx ON person (last_name, first_name, id) WHERE merged_into_id IS NULL;
-- A slot can be booked once, also at the same second.
CREATE UNIQUE INDEX talk_one_live_per_slot ON talk (slot_id) WHERE cancelled_at IS NULL;
-- One open task of a kind per person.
CREATE UNIQUE INDEX outreach_task_one_open ON outreach_task (person_id, kind) WHERE done_at IS NULL;
CREATE INDEX assignment_live_idx ON assignment (user_id, person_id) WHERE to_day IS NULL;
CREATE INDEX person_role_live_idx ON person_role (person_id, kind) WHERE to_day IS NULL;
CREATE INDEX letter_last_sent_idx ON letter (person_id, sent_on DESC) WHERE sent_on IS NOT NULL;
ALTER TABLE run ADD CONSTRAINT run_released_by_another CHECK (released_by IS NULL OR released_by <> created_by);
ALTER TABLE person_role ADD CONSTRAINT person_role_period CHECK (to_day IS NULL OR to_day >= from_day);
ALTER TABLE relation ADD CONSTRAINT relation_not_to_self CHECK (person_id <> related_person_id);
ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_ordered CHECK (left_id < right_id);

-- Row-level security ---------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- Functions above and the migration itself work as this role; nobody signs in as it.
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer', t);
    -- Jobs: letters, reminders, imports. No browser ever runs as this role.
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    IF t NOT IN ('session', 'audit_event', 'audit_subject', 'field_history', 'clearance', 'staff_relation', 'role_grant') THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_worker', t);
    END IF;
  END LOOP;
END $$;
GRANT SELECT ON audit_event, audit_subject, role_grant, field_history TO indgang_worker;

-- People
GRANT SELECT, INSERT, UPDATE ON person TO indgang_app;
CREATE POLICY person_scope ON person FOR SELECT TO indgang_app USING (
  EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = person.id AND r.to_day IS NULL AND r.kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[]))
  OR ((SELECT access.has_scope('person.read', 'assigned')) AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = person.id AND a.user_id = (SELECT access.uid())
      AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)))
  -- INSERT ... RETURNING must see the row before its role exists; only inside the transaction that makes it.
  OR (created_by = (SELECT access.uid()) AND created_at = now()));
CREATE POLICY person_insert ON person FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('person.create')) AND created_by = (SELECT access.uid()));
CREATE POLICY person_update ON person FOR UPDATE TO indgang_app USING ((SELECT access.may('person.update'))) WITH CHECK (true);
CREATE POLICY core_conflict ON person AS RESTRICTIVE TO indgang_app USING (NOT (id = ANY ((SELECT access.conflicts())::uuid[])));
CREATE POLICY core_shielded ON person AS RESTRICTIVE TO indgang_app USING (protection <> 'P3' OR (SELECT access.cleared('SHIELDED'))) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON person_role TO indgang_app;
-- No reference to person here: person's own policy reads this table.
CREATE POLICY person_role_read ON person_role FOR SELECT TO indgang_app USING (
  kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[])
  OR person_id IN (SELECT a.person_id FROM assignment a WHERE a.user_id = (SELECT access.uid()) AND (a.to_day IS NULL OR a.to_day >= current_date)));
CREATE POLICY person_role_insert ON person_role FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('person.update')));
CREATE POLICY person_role_update ON person_role FOR UPDATE TO indgang_app USING ((SELECT access.may('person.update'))) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON assignment TO indgang_app;
CREATE POLICY assignment_read ON assignment FOR SELECT TO indgang_app USING (user_id = (SELECT access.uid()) OR (SELECT access.may('assignment.manage')));
CREATE POLICY assignment_write ON assignment FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('assignment.manage')));
CREATE POLICY assignment_update ON assignment FOR UPDATE TO indgang_app USING ((SELECT access.may('assignment.manage'))) WITH CHECK (true);

-- Rows that belong to a person: visible with the person and the right to that kind of data.
DO $$
DECLARE row record;
BEGIN
  FOR row IN SELECT * FROM (VALUES
    ('person_cpr', 'person.read.cpr', 'person.update'),
    ('veteran_profile', 'person.read', 'person.update'),
    ('deployment', 'person.read', 'person.update'),
    ('competence', 'person.read', 'person.update'),
    ('relation', 'person.read', 'person.update'),
    ('address', 'person.read.address', 'person.update'),
    ('protected_address', 'person.read.protected-address', 'person.read.protected-address'),
    ('contact_point', 'person.read', 'person.update'),
    ('external_key', 'person.read', 'person.update'),
    ('letter', 'outreach.read', 'outreach.record'),
    ('reply', 'outreach.read', 'outreach.record'),
    ('wish', 'outreach.read', 'outreach.record'),
    ('attempt', 'outreach.read', 'outreach.record'),
    ('outreach_task', 'outreach.read', 'outreach.record'),
    ('talk', 'outreach.read', 'outreach.record'),
    ('invitation', 'outreach.read', 'event.manage')
  ) AS v(tab, read_action, write_action) LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_app', row.tab);
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(%L)) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))$p$, row.tab, row.read_action, row.tab);
    EXECUTE format($p$CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may(%L)) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))$p$, row.tab, row.write_action, row.tab);
    EXECUTE format($p$CREATE POLICY app_update ON %I FOR UPDATE TO indgang_app USING ((SELECT access.may(%L)) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id)) WITH CHECK (true)$p$, row.tab, row.write_action, row.tab);
    EXECUTE format($p$CREATE POLICY app_delete ON %I FOR DELETE TO indgang_app USING ((SELECT access.may(%L)) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))$p$, row.tab, row.write_action, row.tab);
  END LOOP;
END $$;
CREATE POLICY core_protected ON protected_address AS RESTRICTIVE TO indgang_app USING ((SELECT access.cleared('PROTECTED_ADDRESS'))) WITH CHECK (true);
-- A person who moves under protection: their address rows leave the open table at once, whoever does it.
CREATE FUNCTION access.guard_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT protection FROM person WHERE id = NEW.person_id) IN ('P1', 'P2') THEN
    INSERT INTO protected_address (person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day)
    VALUES (NEW.person_id, NEW.care_of, NEW.street, NEW.number, NEW.floor, NEW.door, NEW.postcode, NEW.town, NEW.source, NEW.from_day, NEW.to_day);
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER address_guard BEFORE INSERT ON address FOR EACH ROW EXECUTE FUNCTION access.guard_address();
CREATE FUNCTION access.protect_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.protection IN ('P1', 'P2') AND OLD.protection NOT IN ('P1', 'P2') THEN
    INSERT INTO protected_address (person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day)
      SELECT person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day FROM address WHERE person_id = NEW.id;
    DELETE FROM address WHERE person_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER person_protected AFTER UPDATE OF protection ON person FOR EACH ROW EXECUTE FUNCTION access.protect_person();

GRANT SELECT, INSERT, UPDATE ON duplicate_pair TO indgang_app;
CREATE POLICY duplicate_read ON duplicate_pair FOR SELECT TO indgang_app USING ((SELECT access.may('person.merge'))
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = left_id) AND EXISTS (SELECT 1 FROM person p WHERE p.id = right_id));
CREATE POLICY duplicate_write ON duplicate_pair FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('person.merge')));
CREATE POLICY duplicate_update ON duplicate_pair FOR UPDATE TO indgang_app USING ((SELECT access.may('person.merge'))) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON person_merge TO indgang_app;
CREATE POLICY merge_all ON person_merge TO indgang_app USING ((SELECT access.may('person.merge')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = kept_id))
  WITH CHECK ((SELECT access.may('person.merge')));

-- Outreach: a run's members are ids and groups without names, so the sum holds also for people the reader may not open.
DO $$
DECLARE row record;
BEGIN
  FOR row IN SELECT * FROM (VALUES
    ('run', 'outreach.read', 'outreach.plan'), ('run_member', 'outreach.read', 'outreach.plan'), ('run_file', 'outreach.read', 'outreach.plan'),
    ('talk_slot', 'outreach.read', 'talk.manage'), ('year_event', 'outreach.read', 'event.manage'),
    ('letter_template', 'template.read', 'template.edit'), ('letter_template_version', 'template.read', 'template.edit'),
    ('import_batch', 'import.run', 'import.run'), ('import_row', 'import.run', 'import.run'),
    ('outbox_message', 'outreach.read', 'outreach.record'), ('reply_code', 'outreach.plan', 'outreach.plan'),
    ('job_run', 'job.read', 'job.read'),
    ('partner', 'offer.read', 'offer.manage'), ('offer', 'offer.read', 'offer.manage'),
    ('municipality', 'self', 'municipality.manage'), ('unit', 'self', 'municipality.manage'),
    ('deadline_rule', 'self', 'rule.manage'), ('closing_day', 'self', 'rule.manage'),
    ('app_user', 'self', 'user.manage'), ('role_grant', 'user.manage', 'user.manage'), ('clearance', 'user.manage', 'user.manage')
  ) AS v(tab, read_action, write_action) LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_app', row.tab);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(%L)))', row.tab, row.read_action);
    EXECUTE format('CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may(%L)))', row.tab, row.write_action);
    EXECUTE format('CREATE POLICY app_update ON %I FOR UPDATE TO indgang_app USING ((SELECT access.may(%L))) WITH CHECK (true)', row.tab, row.write_action);
    EXECUTE format('CREATE POLICY app_delete ON %I FOR DELETE TO indgang_app USING ((SELECT access.may(%L)))', row.tab, row.write_action);
  END LOOP;
END $$;
-- Passwords are read by the sign-in function alone.
REVOKE SELECT, INSERT, UPDATE ON app_user FROM indgang_app;
GRANT SELECT (id, email, name, title, phone, unit_id, locale, active, last_sign_in_at, created_at, version) ON app_user TO indgang_app;
GRANT INSERT (id, email, name, title, phone, unit_id, locale, active, issuer, subject), UPDATE (email, name, title, phone, unit_id, locale, active, issuer, subject, version) ON app_user TO indgang_app;
CREATE POLICY app_own_update ON app_user FOR UPDATE TO indgang_app USING (id = (SELECT access.uid())) WITH CHECK (id = (SELECT access.uid()));
REVOKE ALL ON app_user FROM indgang_worker;
GRANT SELECT (id, email, name, title, phone, unit_id, locale, active) ON app_user TO indgang_worker;
GRANT SELECT ON role_grant TO indgang_app;
CREATE POLICY role_grant_own ON role_grant FOR SELECT TO indgang_app USING (user_id = (SELECT access.uid()));
GRANT SELECT, UPDATE ON session TO indgang_app;
REVOKE SELECT ON session FROM indgang_app;
GRANT SELECT (id, user_id, device, created_at, last_seen_at, expires_at, idle_expires_at, revoked_at) ON session TO indgang_app;
CREATE POLICY session_own ON session TO indgang_app USING (user_id = (SELECT access.uid()) OR (SELECT access.may('user.manage')));
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO indgang_app;
CREATE POLICY calendar_feed_own ON calendar_feed TO indgang_app USING (user_id = (SELECT access.uid())) WITH CHECK (user_id = (SELECT access.uid()));
GRANT SELECT, INSERT ON submission TO indgang_app;
CREATE POLICY submission_own ON submission TO indgang_app USING (user_id = (SELECT access.uid())) WITH CHECK (user_id = (SELECT access.uid()));
GRANT SELECT, INSERT ON stored_file TO indgang_app;
CREATE POLICY stored_file_read ON stored_file FOR SELECT TO indgang_app USING (
  (kind = 'letter' AND (SELECT access.may('outreach.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id))
  -- The print file holds every letter of the run, protected addresses too: only for those who release.
  OR (kind IN ('print', 'manifest', 'memo') AND (SELECT access.may('outreach.print')))
  OR (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid())));
CREATE POLICY stored_file_insert ON stored_file FOR INSERT TO indgang_app WITH CHECK (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid()));

-- Audit and history: no UPDATE, no DELETE, no TRUNCATE for anybody the application can become.
GRANT SELECT ON audit_event, audit_subject TO indgang_app;
CREATE POLICY audit_read ON audit_event FOR SELECT TO indgang_app USING ((SELECT access.may('audit.read')));
CREATE POLICY audit_subject_read ON audit_subject FOR SELECT TO indgang_app USING ((SELECT access.may('audit.read')));
GRANT SELECT ON field_history TO indgang_app;
CREATE POLICY history_read ON field_history FOR SELECT TO indgang_app USING (
  (SELECT access.may('person.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = field_history.person_id
    AND (field_history.table_name NOT IN ('address', 'protected_address')
      OR ((SELECT access.may('person.read.address')) AND p.protection NOT IN ('P1', 'P2'))
      OR ((SELECT access.may('person.read.protected-address')) AND (SELECT access.cleared('PROTECTED_ADDRESS'))))));

CREATE FUNCTION access.track_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}'::jsonb ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}'::jsonb ELSE to_jsonb(NEW) END;
  whole jsonb := CASE WHEN TG_OP = 'DELETE' THEN old_row ELSE new_row END;
BEGIN
  -- The first values of a person are the registration itself, not a change.
  IF TG_OP = 'INSERT' AND TG_TABLE_NAME = 'person' THEN RETURN NULL; END IF;
  INSERT INTO field_history (person_id, table_name, row_id, field, old_value, new_value, changed_by)
  SELECT coalesce((whole ->> 'person_id')::uuid, (whole ->> 'id')::uuid), TG_TABLE_NAME, coalesce((whole ->> 'id')::uuid, (whole ->> 'person_id')::uuid),
    k, old_row ->> k, new_row ->> k, access.uid()
  FROM (SELECT jsonb_object_keys(whole) AS k) keys
  WHERE k NOT IN ('id', 'person_id', 'version', 'updated_at', 'created_at', 'created_by', 'search_name', 'search_street')
    AND (old_row ->> k) IS DISTINCT FROM (new_row ->> k);
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'person_role', 'veteran_profile', 'deployment', 'competence', 'relation', 'address', 'protected_address', 'contact_point'] LOOP
    EXECUTE format('CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION access.track_history()', t);
  END LOOP;
END $$;

-- Public pages: published content, and what one reply code opens. Nothing about the person can be read back.
GRANT SELECT ON municipality, unit, partner, offer, year_event, talk_slot, deadline_rule, closing_day TO indgang_public;
CREATE POLICY public_read ON municipality FOR SELECT TO indgang_public USING (true);
CREATE POLICY public_read ON unit FOR SELECT TO indgang_public USING (closed_on IS NULL);
CREATE POLICY public_read ON partner FOR SELECT TO indgang_public USING (true);
CREATE POLICY public_read ON offer FOR SELECT TO indgang_public USING (published_from <= current_date AND (published_to IS NULL OR published_to >= current_date));
CREATE POLICY public_read ON year_event FOR SELECT TO indgang_public USING (cancelled_at IS NULL);
CREATE POLICY public_read ON deadline_rule FOR SELECT TO indgang_public USING (true);
CREATE POLICY public_read ON closing_day FOR SELECT TO indgang_public USING (true);
CREATE POLICY public_read ON talk_slot FOR SELECT TO indgang_public USING ((SELECT access.citizen()) IS NOT NULL AND closed_at IS NULL AND starts_at > now());
GRANT SELECT, INSERT ON submission TO indgang_public;
CREATE POLICY submission_citizen ON submission TO indgang_public USING (user_id IS NULL AND (SELECT access.citizen()) IS NOT NULL)
  WITH CHECK (user_id IS NULL AND (SELECT access.citizen()) IS NOT NULL);
GRANT SELECT, INSERT, UPDATE ON talk, invitation TO indgang_public;
GRANT SELECT, INSERT ON reply, wish, outreach_task TO indgang_public;
GRANT UPDATE (ended_on, end_reason) ON wish TO indgang_public;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['talk', 'invitation', 'reply', 'wish', 'outreach_task'] LOOP
    EXECUTE format('CREATE POLICY citizen_own ON %I TO indgang_public USING (person_id = (SELECT access.citizen())) WITH CHECK (person_id = (SELECT access.citizen()))', t);
  END LOOP;
END $$;
GRANT SELECT (id, person_id, letter_id, event_id) ON reply_code TO indgang_public;
CREATE POLICY citizen_own ON reply_code FOR SELECT TO indgang_public USING (id = (SELECT access.citizen_code()));
-- Which slots are taken, without by whom.
CREATE FUNCTION access.free_slots() RETURNS TABLE (id uuid, starts_at timestamptz, ends_at timestamptz, place text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.starts_at, s.ends_at, s.place FROM talk_slot s
  WHERE access.citizen() IS NOT NULL AND s.closed_at IS NULL AND s.starts_at > now() + interval '1 day'
    AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.slot_id = s.id AND t.cancelled_at IS NULL)
  ORDER BY s.starts_at $$;

-- Sign-in: the only readers of password hashes and session tokens.
CREATE FUNCTION access.credentials(wanted_email text) RETURNS TABLE (id uuid, password_hash text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.password_hash FROM app_user u WHERE lower(u.email) = lower(wanted_email) AND u.active AND u.password_hash IS NOT NULL $$;
CREATE FUNCTION access.user_by_subject(wanted_issuer text, wanted_subject text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id FROM app_user u WHERE u.issuer = wanted_issuer AND u.subject = wanted_subject AND u.active $$;
CREATE FUNCTION access.start_session(user_id uuid, token text, device text, idle interval, absolute interval) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE sid uuid := uuidv7();
BEGIN
  INSERT INTO session (id, user_id, token_hash, device, expires_at, idle_expires_at)
    VALUES (sid, start_session.user_id, sha256(convert_to(token, 'UTF8')), start_session.device, now() + absolute, now() + idle);
  UPDATE app_user SET last_sign_in_at = now() WHERE id = start_session.user_id;
  PERFORM set_config('app.session', token, true);
  PERFORM access.audit('SIGN_IN', 'session.started', NULL, NULL, NULL, '{}', NULL);
  RETURN sid;
END $$;
CREATE FUNCTION access.end_session(token text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session SET revoked_at = now() WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND revoked_at IS NULL $$;
-- Roles of people who sign in through the municipality's identity provider: read again at every sign-in, never edited here.
CREATE FUNCTION access.federated_user(wanted_issuer text, wanted_subject text, wanted_email text, wanted_name text, wanted_roles role[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found uuid;
BEGIN
  -- Mapped on the provider's own id, never on an e-mail address: addresses are given to new people.
  SELECT u.id INTO found FROM app_user u WHERE u.issuer = wanted_issuer AND u.subject = wanted_subject;
  IF found IS NULL THEN
    INSERT INTO app_user (email, name, issuer, subject) VALUES (wanted_email, wanted_name, wanted_issuer, wanted_subject) RETURNING id INTO found;
  ELSIF NOT (SELECT active FROM app_user WHERE id = found) THEN
    RETURN NULL;
  ELSE
    UPDATE app_user SET email = wanted_email, name = wanted_name WHERE id = found AND (email, name) IS DISTINCT FROM (wanted_email, wanted_name);
  END IF;
  UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = found AND (to_day IS NULL OR to_day >= current_date) AND role <> ALL (wanted_roles);
  INSERT INTO role_grant (user_id, role, from_day)
    SELECT found, wanted, current_date FROM unnest(wanted_roles) wanted
    WHERE NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = found AND g.role = wanted AND (g.to_day IS NULL OR g.to_day >= current_date));
  RETURN found;
END $$;

-- Counters of rate-limiter-flexible.
CREATE TABLE access.rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.rate_limit TO indgang_web;

CREATE FUNCTION access.feed_owner(token text) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE calendar_feed f SET last_read_at = now() FROM app_user u
  WHERE f.token_hash = sha256(convert_to(token, 'UTF8')) AND u.id = f.user_id AND u.active RETURNING f.user_id $$;

DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f.signature);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app, indgang_public, indgang_worker', f.signature);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION access.credentials(text), access.user_by_subject(text, text), access.start_session(uuid, text, text, interval, interval),
  access.open_session(text), access.end_session(text), access.feed_owner(text), access.federated_user(text, text, text, text, role[]) FROM indgang_app, indgang_public, indgang_worker;
GRANT EXECUTE ON FUNCTION access.credentials(text), access.user_by_subject(text, text), access.start_session(uuid, text, text, interval, interval),
  access.open_session(text), access.end_session(text), access.feed_owner(text), access.federated_user(text, text, text, text, role[]) TO indgang_web;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO indgang_app, indgang_public, indgang_worker, indgang_definer;
