-- Who may sign in for an association, and what they see: functions that take no id of an association and answer with the columns of lib/associations/own/fields.ts, and nothing else (ADR 0047).
-- Never a volunteer, never a citizen, never a note of those who lead volunteers.
ALTER TABLE association ADD COLUMN "offers" TEXT;
ALTER TABLE association ADD CONSTRAINT association_offers CHECK (length(offers) BETWEEN 1 AND 2000);
GRANT INSERT (offers), UPDATE (offers) ON association TO indgang_app;

CREATE TABLE "association_representative" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "recorded_by" UUID NOT NULL,
    CONSTRAINT "association_representative_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "association_representative_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "association_representative_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "association_representative_association_id_idx" ON "association_representative"("association_id");
CREATE INDEX "association_representative_user_id_idx" ON "association_representative"("user_id");
-- Ended at once its last day is yesterday.
ALTER TABLE association_representative ADD CONSTRAINT association_representative_period CHECK (to_day >= from_day - 1);
ALTER TABLE association_representative ENABLE ROW LEVEL SECURITY;
ALTER TABLE association_representative FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON association_representative TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON association_representative TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON association_representative TO indgang_definer, indgang_worker;
GRANT SELECT, UPDATE (to_day) ON association_representative TO indgang_app;
CREATE POLICY app_read ON association_representative FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')));
CREATE POLICY app_update ON association_representative FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));

-- Whom an association can be tied to: users with the role of a representative and no other, who speak for none today. For those who may tie them.
CREATE FUNCTION access.free_representatives() RETURNS TABLE (id uuid, name text, email text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.email FROM app_user u WHERE access.may('association.manage') AND u.active
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'ASSOCIATION_REPRESENTATIVE' AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today()))
    AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role <> 'ASSOCIATION_REPRESENTATIVE' AND (g.to_day IS NULL OR g.to_day >= access.today()))
    AND NOT EXISTS (SELECT 1 FROM association_representative r WHERE r.user_id = u.id AND (r.to_day IS NULL OR r.to_day >= access.today()))
  ORDER BY u.name, u.id $$;

-- Under a lock of the user: of two who tie one to two associations the second finds nobody free.
CREATE FUNCTION access.tie_representative(wanted uuid, who uuid, last date) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('representative ' || who::text, 0));
  IF NOT EXISTS (SELECT 1 FROM access.free_representatives() f WHERE f.id = who) OR last < access.today() THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT 1 FROM association a WHERE a.id = wanted AND a.closed_on IS NULL) OR EXISTS (SELECT 1 FROM association_signup s WHERE s.association_id = wanted AND s.accepted IS NULL) THEN RETURN false; END IF;
  INSERT INTO association_representative (association_id, user_id, from_day, to_day, recorded_by) VALUES (wanted, who, access.today(), last, access.uid());
  RETURN true;
END $$;

CREATE FUNCTION access.representatives_of(wanted uuid) RETURNS TABLE (id uuid, name text, email text, from_day date, to_day date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, u.name, u.email, r.from_day, r.to_day FROM association_representative r JOIN app_user u ON u.id = r.user_id WHERE access.may('association.read') AND r.association_id = wanted ORDER BY r.to_day IS NOT NULL, r.to_day DESC, u.name $$;

-- The association whoever is signed in speaks for today; none where the tie has ended, the association is closed, or it was never accepted.
CREATE FUNCTION access.my_association() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.association_id FROM association_representative r JOIN association a ON a.id = r.association_id AND a.closed_on IS NULL
  WHERE r.user_id = access.uid() AND access.may('association.own') AND r.from_day <= access.today() AND (r.to_day IS NULL OR r.to_day >= access.today())
    AND NOT EXISTS (SELECT 1 FROM association_signup s WHERE s.association_id = a.id AND s.accepted IS DISTINCT FROM true) ORDER BY r.from_day DESC, r.id DESC LIMIT 1 $$;

-- How many active volunteers come by them: none that is under five, and then not whether there is anybody.
CREATE FUNCTION access.own_association() RETURNS TABLE (name text, kind text, about text, offers text, areas text[], website text, version integer, active integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.name, a.kind, a.about, a.offers, a.areas, a.website, a.version, CASE WHEN n.active >= 5 THEN n.active END
  FROM association a CROSS JOIN LATERAL (SELECT count(*)::int AS active FROM volunteer v WHERE v.association_id = a.id AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active') n
  WHERE a.id = access.my_association() $$;

CREATE FUNCTION access.own_association_contacts() RETURNS TABLE (id uuid, name text, title text, email text, phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.name, c.title, c.email, c.phone FROM association_contact c WHERE c.association_id = access.my_association() AND c.to_day IS NULL ORDER BY c.name, c.id $$;

CREATE FUNCTION access.own_agreements() RETURNS TABLE (number integer, from_day date, to_day date, review_on date, responsibilities text, contributions text, goals text, insurance text, data_terms text, places integer, signed_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.number, p.from_day, p.to_day, p.review_on, p.responsibilities, p.contributions, p.goals, p.insurance, p.data_terms, p.places, (SELECT f.id FROM partnership_file f WHERE f.partnership_id = p.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1)
  FROM partnership p WHERE p.association_id = access.my_association() ORDER BY p.number DESC $$;

CREATE FUNCTION access.own_signed_file(wanted uuid) RETURNS TABLE (bytes bytea, mime text, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.bytes, s.mime, s.name FROM partnership_file f JOIN partnership p ON p.id = f.partnership_id JOIN stored_file s ON s.id = f.file_id WHERE f.id = wanted AND p.association_id = access.my_association() $$;

CREATE FUNCTION access.own_dialogues() RETURNS TABLE (id uuid, on_day date, agenda text, participants text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, m.on_day, m.agenda, m.participants FROM dialogue_meeting m WHERE m.association_id = access.my_association() AND m.cancelled_on IS NULL ORDER BY m.on_day DESC, m.id DESC $$;

CREATE FUNCTION access.own_dialogue_points() RETURNS TABLE (meeting_id uuid, words text, due_on date, done_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.meeting_id, d.words, d.due_on, d.done_on FROM dialogue_point d JOIN dialogue_meeting m ON m.id = d.meeting_id WHERE m.association_id = access.my_association() AND m.cancelled_on IS NULL ORDER BY d.due_on, d.id $$;

-- What holds at the workplaces where volunteers come: the newest of each.
CREATE FUNCTION access.own_ground_rules() RETURNS TABLE (workplace text, from_day date, volunteers text, staff text, together text, agreed_with text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (w.name, w.id) w.name, g.from_day, g.volunteers, g.staff, g.together, g.agreed_with FROM workplace w JOIN ground_rules g ON g.workplace_id = w.id
  WHERE w.closed_on IS NULL AND access.my_association() IS NOT NULL ORDER BY w.name, w.id, g.number DESC $$;

-- Whom to call: the unit that leads volunteers.
CREATE FUNCTION access.own_association_unit(speaks text) RETURNS TABLE (unit text, phone text, email text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE speaks WHEN 'en' THEN u.name_en ELSE u.name_da END, u.phone, u.email FROM unit u WHERE u.kind = 'VOLUNTEERING' AND u.closed_on IS NULL AND access.my_association() IS NOT NULL ORDER BY u.opened_on NULLS FIRST, u.id LIMIT 1 $$;

CREATE FUNCTION access.association_areas() RETURNS TABLE (code text, name_da text, name_en text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.code, a.name_da, a.name_en FROM local_area a WHERE a.retired_on IS NULL AND access.my_association() IS NOT NULL ORDER BY a.position $$;

-- What an association says about itself. Its name and its kind are for those who lead volunteers to put right: agreements are known by them. 'gone', 'meanwhile' where the record is another than the form was made from, or 'done'.
CREATE FUNCTION access.set_own_association(does text, gives text, wanted_areas text[], site text, seen integer) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_association();
BEGIN
  IF mine IS NULL THEN RETURN 'gone'; END IF;
  UPDATE association a SET about = does, offers = gives, website = site, areas = ARRAY(SELECT l.code FROM local_area l WHERE l.code = ANY (wanted_areas) AND (l.retired_on IS NULL OR l.code = ANY (a.areas)) ORDER BY l.position), version = a.version + 1 WHERE a.id = mine AND a.version = seen;
  RETURN CASE WHEN FOUND THEN 'done' ELSE 'meanwhile' END;
END $$;

CREATE FUNCTION access.add_own_contact(person text, hat text, mail text, tel text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO association_contact (association_id, name, title, email, phone, from_day, recorded_by) SELECT m, person, hat, mail, tel, access.today(), access.uid() FROM access.my_association() m
    WHERE m IS NOT NULL AND (SELECT count(*) FROM association_contact c WHERE c.association_id = m AND c.to_day IS NULL) < 20;
  RETURN FOUND;
END $$;

CREATE FUNCTION access.end_own_contact(wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE association_contact c SET to_day = access.today() WHERE c.id = wanted AND c.association_id = access.my_association() AND c.to_day IS NULL;
  RETURN FOUND;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['free_representatives()', 'tie_representative(uuid, uuid, date)', 'representatives_of(uuid)', 'my_association()', 'own_association()', 'own_association_contacts()', 'own_agreements()', 'own_signed_file(uuid)', 'own_dialogues()', 'own_dialogue_points()',
    'own_ground_rules()', 'own_association_unit(text)', 'association_areas()', 'set_own_association(text, text, text[], text, integer)', 'add_own_contact(text, text, text, text)', 'end_own_contact(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION access.%s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO indgang_app', f);
  END LOOP;
END $$;
