-- Protection as grounds, each a row with where it comes from and until when it was stated to hold (ADR 0025). A person may have several, an
-- address and a shield among them. What applies follows from the rows that nobody has lifted in writing: no day that passes, no import, no
-- merge and no household that breaks up shows an address again. person.protection and person.shielded hold the answer for the policies.
CREATE TYPE "protection_basis" AS ENUM ('OWN', 'HOUSEHOLD');
CREATE TABLE "person_protection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "level" "protection" NOT NULL,
    "basis" "protection_basis" NOT NULL DEFAULT 'OWN',
    "via_id" UUID,
    "source" TEXT,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "noted_by" UUID,
    "noted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_by" UUID,
    "lifted_at" TIMESTAMPTZ,
    "lift_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "person_protection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "person_protection_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "person_protection_person_id_idx" ON "person_protection"("person_id");
CREATE INDEX "person_protection_via_id_idx" ON "person_protection"("via_id");
ALTER TABLE person_protection
  ADD CONSTRAINT person_protection_level CHECK (level <> 'P0'),
  ADD CONSTRAINT person_protection_basis CHECK ((basis = 'HOUSEHOLD') = (via_id IS NOT NULL) AND (basis = 'OWN' OR level <> 'P3')),
  ADD CONSTRAINT person_protection_lifted CHECK (num_nonnulls(lifted_at, lift_reason) IN (0, 2) AND (lift_reason IS NULL OR length(lift_reason) >= 10));
ALTER TABLE "person" ADD COLUMN "shielded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "relation" ADD COLUMN "lives_together" BOOLEAN NOT NULL DEFAULT false;

-- What the grounds of a person come to: the address first, the shield by itself.
CREATE FUNCTION access.protection_of(wanted uuid) RETURNS TABLE (level protection, shielded boolean, source text, review_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(max(g.level) FILTER (WHERE g.level IN ('P1', 'P2')), max(g.level), 'P0'), coalesce(bool_or(g.level = 'P3'), false),
    (array_agg(g.source ORDER BY g.level = 'P3', g.level DESC, g.basis, g.noted_at DESC))[1], min(g.to_day)
  FROM person_protection g WHERE g.person_id = wanted AND g.lifted_at IS NULL $$;

-- Whoever writes the column asks for more protection and never for less: an import, a merge and a form of yesterday alike.
CREATE FUNCTION access.hold_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held record;
BEGIN
  SELECT * INTO held FROM access.protection_of(NEW.id);
  NEW.shielded := held.shielded OR NEW.protection = 'P3';
  IF held.level IN ('P1', 'P2') AND NEW.protection IS DISTINCT FROM 'P2' THEN NEW.protection := held.level;
  ELSIF held.level = 'P3' AND NEW.protection = 'P0' THEN NEW.protection := 'P3'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_protection_held BEFORE INSERT OR UPDATE OF protection, shielded ON person FOR EACH ROW EXECUTE FUNCTION access.hold_protection();
CREATE FUNCTION access.note_ground() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO person_protection (person_id, level, source, from_day, to_day)
  SELECT NEW.id, asked, NEW.protection_source, current_date, NEW.protection_review_on FROM unnest(ARRAY[NEW.protection, CASE WHEN NEW.shielded THEN 'P3'::protection END]) asked
  WHERE asked <> 'P0' AND NOT EXISTS (SELECT 1 FROM person_protection g WHERE g.person_id = NEW.id AND g.lifted_at IS NULL AND g.level = asked) GROUP BY asked;
  RETURN NULL;
END $$;
CREATE TRIGGER person_ground_noted AFTER INSERT OR UPDATE OF protection, shielded ON person FOR EACH ROW WHEN (NEW.protection <> 'P0') EXECUTE FUNCTION access.note_ground();

-- Do two people live at one address, as far as we know? A floor that is missing may be the same floor: doubt closes.
CREATE FUNCTION access.same_home(a uuid, b uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH homes AS (
    SELECT person_id, access.fold(street) AS street, lower(replace(number, ' ', '')) AS number, postcode, nullif(lower(btrim(floor)), '') AS floor, nullif(lower(btrim(door)), '') AS door
    FROM (SELECT person_id, street, number, floor, door, postcode, to_day FROM address WHERE person_id IN (a, b)
      UNION ALL SELECT person_id, street, number, floor, door, postcode, to_day FROM protected_address WHERE person_id IN (a, b)) q
    WHERE to_day IS NULL OR to_day >= current_date)
  SELECT EXISTS (SELECT 1 FROM homes x JOIN homes y USING (street, number, postcode) WHERE x.person_id = a AND y.person_id = b
    AND (x.floor = y.floor) IS NOT FALSE AND (x.door = y.door) IS NOT FALSE) $$;
-- The household: those reached over family at the same address, and over relations with the tick that they live together.
CREATE FUNCTION access.household(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE home AS (
    SELECT wanted AS id
    UNION SELECT r.other FROM home CROSS JOIN LATERAL (
        SELECT related_person_id AS other, kind, lives_together FROM relation WHERE person_id = home.id AND (to_day IS NULL OR to_day > current_date)
        UNION ALL SELECT person_id, kind, lives_together FROM relation WHERE related_person_id = home.id AND (to_day IS NULL OR to_day > current_date)) r
      WHERE r.lives_together OR (r.kind IN ('SPOUSE', 'PARTNER', 'PARENT', 'CHILD') AND access.same_home(home.id, r.other)))
  SELECT id FROM home $$;

-- Brings what a household inherits into line: joined, joined again, raised, or left. Left still hides, and waits for somebody to decide.
CREATE FUNCTION access.settle_household(wanted uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE home uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM person_protection WHERE wanted IN (person_id, via_id) AND lifted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM relation WHERE person_id = wanted) AND NOT EXISTS (SELECT 1 FROM relation WHERE related_person_id = wanted) THEN RETURN; END IF;
  home := ARRAY(SELECT access.household(wanted));
  INSERT INTO person_protection (person_id, level, basis, via_id, source, from_day)
    SELECT m, max(g.level), 'HOUSEHOLD', g.person_id, 'household', current_date FROM unnest(home) m JOIN person_protection g ON g.person_id = ANY (home) AND g.person_id <> m
    WHERE g.basis = 'OWN' AND g.level <> 'P3' AND g.lifted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM person_protection h WHERE h.person_id = m AND h.via_id = g.person_id AND h.lifted_at IS NULL)
    GROUP BY m, g.person_id;
  UPDATE person_protection h SET to_day = NULL, level = greatest(h.level, s.level), version = h.version + 1
    FROM (SELECT person_id, max(level) AS level FROM person_protection WHERE person_id = ANY (home) AND basis = 'OWN' AND level <> 'P3' AND lifted_at IS NULL GROUP BY person_id) s
    WHERE h.basis = 'HOUSEHOLD' AND h.lifted_at IS NULL AND h.via_id = s.person_id AND h.person_id = ANY (home) AND (h.to_day IS NOT NULL OR h.level < s.level);
  UPDATE person_protection h SET to_day = current_date - 1, version = h.version + 1
    WHERE h.basis = 'HOUSEHOLD' AND h.lifted_at IS NULL AND h.to_day IS NULL
      AND h.via_id IN (SELECT wanted UNION SELECT via_id FROM person_protection WHERE person_id = ANY (home) AND basis = 'HOUSEHOLD' AND lifted_at IS NULL)
      AND (h.person_id NOT IN (SELECT access.household(h.via_id))
        OR NOT EXISTS (SELECT 1 FROM person_protection g WHERE g.person_id = h.via_id AND g.basis = 'OWN' AND g.level <> 'P3' AND g.lifted_at IS NULL));
END $$;

CREATE FUNCTION access.settle_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE g person_protection := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  -- A merge moves a person's grounds, and with them what others inherit. The record left behind keeps what it had: it is not lifted.
  IF TG_OP = 'UPDATE' THEN
    IF OLD.person_id <> NEW.person_id THEN UPDATE person_protection SET via_id = NEW.person_id WHERE via_id = OLD.person_id AND person_id <> NEW.person_id; END IF;
  END IF;
  UPDATE person p SET protection = h.level, shielded = h.shielded, protection_source = h.source, protection_review_on = h.review_on FROM access.protection_of(g.person_id) h
    WHERE p.id = g.person_id AND (p.protection, p.shielded, p.protection_source, p.protection_review_on) IS DISTINCT FROM (h.level, h.shielded, h.source, h.review_on);
  IF g.basis = 'OWN' AND g.level <> 'P3' THEN PERFORM access.settle_household(g.person_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER protection_settled AFTER INSERT OR UPDATE OR DELETE ON person_protection FOR EACH ROW EXECUTE FUNCTION access.settle_protection();
CREATE FUNCTION access.stamp_ground() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.noted_by := coalesce(access.uid(), NEW.noted_by);
  RETURN NEW;
END $$;
CREATE TRIGGER ground_stamped BEFORE INSERT ON person_protection FOR EACH ROW EXECUTE FUNCTION access.stamp_ground();

CREATE FUNCTION access.settle_home() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE rows jsonb[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END];
BEGIN
  PERFORM access.settle_household(who) FROM (SELECT DISTINCT x::uuid AS who FROM unnest(rows) r, unnest(ARRAY[r ->> 'person_id', r ->> 'related_person_id']) x WHERE x IS NOT NULL) q;
  RETURN NULL;
END $$;
CREATE TRIGGER household_settled AFTER INSERT OR UPDATE OR DELETE ON relation FOR EACH ROW EXECUTE FUNCTION access.settle_home();
CREATE TRIGGER household_settled AFTER INSERT OR UPDATE OR DELETE ON address FOR EACH ROW EXECUTE FUNCTION access.settle_home();
CREATE TRIGGER household_settled AFTER INSERT OR UPDATE OR DELETE ON protected_address FOR EACH ROW EXECUTE FUNCTION access.settle_home();

-- The one way an address (or a shielded person) comes back into the open: in writing, by somebody who may see what it hides. Those who
-- inherit from it and still live there follow. Answers 'done', or why not: 'gone', 'clearance', 'household'.
CREATE FUNCTION access.lift_protection(wanted uuid, reason text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE g person_protection; others uuid[] := '{}';
BEGIN
  SELECT * INTO g FROM person_protection WHERE id = wanted FOR UPDATE;
  IF g.id IS NULL OR g.lifted_at IS NOT NULL OR NOT access.may('protection.lift') OR NOT access.sees_person(g.person_id) THEN RETURN 'gone'; END IF;
  IF NOT access.cleared(CASE WHEN g.level = 'P3' THEN 'SHIELDED' ELSE 'PROTECTED_ADDRESS' END::clearance_kind) THEN RETURN 'clearance'; END IF;
  -- Who lives with a protected person shows where they live.
  IF g.basis = 'HOUSEHOLD' AND g.to_day IS NULL THEN RETURN 'household'; END IF;
  IF g.basis = 'OWN' AND g.level <> 'P3' AND NOT EXISTS (SELECT 1 FROM person_protection o WHERE o.person_id = g.person_id AND o.id <> g.id AND o.basis = 'OWN' AND o.level <> 'P3' AND o.lifted_at IS NULL) THEN
    others := ARRAY(SELECT id FROM person_protection WHERE via_id = g.person_id AND lifted_at IS NULL AND to_day IS NULL);
  END IF;
  UPDATE person_protection SET lifted_at = now(), lifted_by = access.uid(), lift_reason = reason, version = version + 1 WHERE id = wanted;
  -- After their source: as long as that holds, they would inherit it anew.
  UPDATE person_protection SET lifted_at = now(), lifted_by = access.uid(), lift_reason = reason, version = version + 1 WHERE id = ANY (others);
  RETURN 'done';
END $$;

-- Whoever may not be seen is asked by the shield alone from here on, everywhere the database asks it.
DROP TRIGGER person_shielded ON person;
CREATE TRIGGER person_shielded BEFORE UPDATE OF protection, shielded ON person FOR EACH ROW WHEN (NEW.shielded AND NOT OLD.shielded) EXECUTE FUNCTION access.note_shielded();
ALTER POLICY core_shielded ON person USING (CASE WHEN NOT shielded THEN true WHEN (SELECT access.cleared('SHIELDED')) THEN true ELSE access.shielded_by_me(id) END);
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid, pg_get_functiondef(p.oid) AS body FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~ 'protection <> ''+P3''+' LOOP
    -- A variable of that name would be taken for the column.
    EXECUTE regexp_replace(regexp_replace(f.body, '\mshielded\M', 'sees_shielded', 'g'), '(\w+\.)protection <> (''+)P3\2', 'NOT \1shielded', 'g');
  END LOOP;
  FOR f IN SELECT c.oid::regclass AS name, pg_get_viewdef(c.oid) AS body FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'access') AND c.relkind = 'v' AND pg_get_viewdef(c.oid) ~ 'protection <> ''P3''' LOOP
    EXECUTE format('CREATE OR REPLACE VIEW %s AS %s', f.name, regexp_replace(f.body, '(\w+\.)protection <> ''P3''(::\w+)?', 'NOT \1shielded', 'g'));
  END LOOP;
END $$;

INSERT INTO person_protection (person_id, level, source, from_day, to_day)
  SELECT id, protection, protection_source, current_date, protection_review_on FROM person WHERE protection <> 'P0';

ALTER TABLE person_protection ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_protection FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON person_protection TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON person_protection TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON person_protection TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (person_id, level, source, from_day, to_day), UPDATE (source, to_day, version) ON person_protection TO indgang_app;
CREATE POLICY app_read ON person_protection FOR SELECT TO indgang_app USING ((SELECT access.may('person.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_protection.person_id));
CREATE POLICY app_insert ON person_protection FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('person.update')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_protection.person_id));
-- What is inherited follows the household and is nobody's to change.
CREATE POLICY app_update ON person_protection FOR UPDATE TO indgang_app
  USING (basis = 'OWN' AND lifted_at IS NULL AND (SELECT access.may('person.update')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_protection.person_id))
  WITH CHECK (basis = 'OWN' AND lifted_at IS NULL AND (SELECT access.may('person.update')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_protection.person_id));

-- Where a person's address has been in view: screens, files, letters. Answers nobody but those who may see the address and, about
-- anybody but their own family, the data protection officer. A page that shows the address only in the open counts as long as it was open.
CREATE FUNCTION access.address_shown(wanted uuid, since timestamptz) RETURNS TABLE (at timestamptz, how text, action text, who text, purpose text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH allowed AS MATERIALIZED (SELECT 1 WHERE CASE WHEN access.may('audit.read') THEN NOT (wanted = ANY (access.conflicts())) ELSE false END
      OR (access.may('person.read.protected-address') AND access.cleared('PROTECTED_ADDRESS') AND access.sees_person(wanted))),
    same AS (SELECT p.id FROM person p, allowed WHERE p.id = wanted OR p.merged_into_id = wanted),
    ways (action, how, page, needs_open) AS (VALUES
      ('person.protected-address-viewed', 'screen', NULL, false), ('person.viewed', 'screen', 'overview', true), ('person.viewed', 'screen', 'data', true),
      ('person.compared', 'screen', NULL, true), ('letter.opened', 'letter', NULL, false), ('letter.viewed', 'letter', NULL, false), ('letter.previewed', 'letter', NULL, false),
      ('run.file-fetched', 'print', NULL, false), ('outreach.exported', 'export', NULL, true), ('subject.made', 'export', NULL, false), ('subject.fetched', 'export', NULL, false), ('import.rows-viewed', 'import', NULL, true)),
    events AS (
      SELECT e.* FROM audit_event e WHERE e.at >= since AND e.person_id IN (SELECT id FROM same)
      UNION SELECT e.* FROM audit_event e JOIN audit_subject s ON s.event_id = e.id WHERE e.at >= since AND s.person_id IN (SELECT id FROM same))
  SELECT e.at, w.how, e.action, u.name, e.purpose FROM events e JOIN ways w ON w.action = e.action AND (w.page IS NULL OR w.page = e.details ->> 'page') LEFT JOIN app_user u ON u.id = e.actor_user_id
    WHERE e.kind IN ('VIEW', 'LIST', 'DISCLOSURE') AND NOT (w.needs_open AND EXISTS (SELECT 1 FROM person_protection g
      WHERE g.person_id = wanted AND g.level <> 'P3' AND g.noted_at <= e.at AND (g.lifted_at IS NULL OR g.lifted_at > e.at)))
  UNION ALL
  SELECT l.sent_at, 'sent', 'letter.sent', NULL, l.channel::text FROM letter l WHERE l.person_id IN (SELECT id FROM same) AND l.sent_at >= since
  ORDER BY 1 DESC $$;

-- An import brings a ground with the person. One that somebody added afterwards is theirs, and keeps the person from being taken back.
CREATE OR REPLACE FUNCTION access.people_in_use(people uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE link record;
BEGIN
  FOR link IN
    SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'public.person'::regclass AND c.conrelid::regclass::text NOT IN
      ('person_cpr', 'person_role', 'veteran_profile', 'deployment', 'address', 'protected_address', 'contact_point', 'external_key', 'person_protection')
    UNION ALL SELECT v.tab::regclass, v.col FROM (VALUES ('app_user', 'person_id'), ('person_merge', 'kept_id'), ('person_merge', 'merged_id'), ('stored_file', 'person_id')) AS v(tab, col)
  LOOP
    RETURN QUERY EXECUTE format('SELECT DISTINCT %1$I FROM %2$s WHERE %1$I = ANY ($1)', link.col, link.tab) USING people;
  END LOOP;
  RETURN QUERY SELECT g.person_id FROM person_protection g JOIN person p ON p.id = g.person_id WHERE p.id = ANY (people) AND g.noted_at > p.created_at;
  RETURN QUERY SELECT p.id FROM person p WHERE p.id = ANY (people) AND p.merged_into_id IS NOT NULL;
  RETURN QUERY SELECT d.left_id FROM duplicate_pair d WHERE d.left_id = ANY (people) AND d.state <> 'OPEN' UNION SELECT d.right_id FROM duplicate_pair d WHERE d.right_id = ANY (people) AND d.state <> 'OPEN';
END $$;

CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.protection_of(uuid)', 'access.hold_protection()', 'access.note_ground()', 'access.same_home(uuid, uuid)', 'access.household(uuid)', 'access.settle_household(uuid)',
    'access.settle_protection()', 'access.stamp_ground()', 'access.settle_home()', 'access.lift_protection(uuid, text)', 'access.address_shown(uuid, timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.lift_protection(uuid, text), access.address_shown(uuid, timestamptz) TO indgang_app;
