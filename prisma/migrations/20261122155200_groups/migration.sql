-- Groups (ADR 0051): experience meetings, relatives, veterans for veterans, student ambassadors. What kinds there are is the municipality's own list. Volunteers are members by name; citizens are
-- reached like everything else about them, and whoever leads volunteers hears how many they are.
CREATE TABLE "volunteer_group_kind" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "about_da" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,
    "citizens" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    CONSTRAINT "volunteer_group_kind_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "volunteer_group_kind_code_key" ON "volunteer_group_kind"("code");
CREATE TABLE "volunteer_group" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT,
    "meets" TEXT,
    "seats" INTEGER,
    "leader_id" UUID,
    "closed_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "volunteer_group_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_group_kind_code_fkey" FOREIGN KEY ("kind_code") REFERENCES "volunteer_group_kind"("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "volunteer_group_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "volunteer"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "volunteer_group_leader_id_idx" ON "volunteer_group"("leader_id");
ALTER TABLE volunteer_group ADD CONSTRAINT volunteer_group_texts CHECK (length(name) BETWEEN 1 AND 120 AND length(place) BETWEEN 1 AND 200 AND length(meets) BETWEEN 1 AND 200 AND seats BETWEEN 1 AND 500);
CREATE TABLE "volunteer_group_helper" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "group_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "added_by" UUID NOT NULL,
    CONSTRAINT "volunteer_group_helper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_group_helper_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "volunteer_group"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_group_helper_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_group_helper_volunteer_id_idx" ON "volunteer_group_helper"("volunteer_id");
CREATE UNIQUE INDEX volunteer_group_helper_once ON volunteer_group_helper (group_id, volunteer_id) WHERE to_day IS NULL;
CREATE TABLE "volunteer_group_citizen" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "added_by" UUID NOT NULL,
    CONSTRAINT "volunteer_group_citizen_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_group_citizen_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "volunteer_group"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_group_citizen_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_group_citizen_person_id_idx" ON "volunteer_group_citizen"("person_id");
CREATE INDEX "volunteer_group_citizen_group_id_idx" ON "volunteer_group_citizen"("group_id");
CREATE TABLE "volunteer_group_meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "group_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "volunteers" INTEGER NOT NULL,
    "citizens" INTEGER NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_group_meeting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_group_meeting_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "volunteer_group"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_group_meeting_group_id_idx" ON "volunteer_group_meeting"("group_id");
ALTER TABLE volunteer_group_meeting ADD CONSTRAINT volunteer_group_meeting_numbers CHECK (volunteers BETWEEN 0 AND 500 AND citizens BETWEEN 0 AND 500);

-- How many citizens are in each group now, for whoever leads volunteers and whoever may bring one: a number, and never who.
CREATE FUNCTION access.group_citizens() RETURNS TABLE (group_id uuid, many integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.group_id, count(*)::int FROM volunteer_group_citizen c WHERE c.to_day IS NULL AND ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request'))) GROUP BY 1 $$;

-- Seats are counted while whoever else joins the group waits; a group that is closed takes nobody, and nobody is in it twice. Those who reach the person are told; to others the policy alone answers.
CREATE FUNCTION access.guard_group_citizen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE g record;
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('volunteer.request') AND access.reaches_lastingly(NEW.person_id)) THEN RETURN NEW; END IF;
  SELECT o.seats, o.closed_on, k.citizens INTO g FROM volunteer_group o JOIN volunteer_group_kind k ON k.code = o.kind_code WHERE o.id = NEW.group_id FOR UPDATE OF o;
  IF NEW.to_day IS NULL AND (g.closed_on IS NOT NULL OR NOT g.citizens) THEN RAISE EXCEPTION 'The group takes nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_group_citizen_open'; END IF;
  IF NEW.to_day IS NULL AND EXISTS (SELECT 1 FROM volunteer_group_citizen c WHERE c.group_id = NEW.group_id AND c.person_id = NEW.person_id AND c.to_day IS NULL) THEN RAISE EXCEPTION 'Nobody is in a group twice' USING ERRCODE = 'unique_violation', CONSTRAINT = 'volunteer_group_citizen_once'; END IF;
  IF NEW.to_day IS NULL AND (SELECT count(*) FROM volunteer_group_citizen c WHERE c.group_id = NEW.group_id AND c.to_day IS NULL) >= g.seats THEN RAISE EXCEPTION 'The group is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_group_citizen_seats'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_group_citizen BEFORE INSERT ON volunteer_group_citizen FOR EACH ROW EXECUTE FUNCTION access.guard_group_citizen();

DO $$
DECLARE t text; f text; text text := pg_get_functiondef('access.person_tables()'::regprocedure); image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure); part constant text := 'WHEN ''volunteer'' THEN jsonb_build_object(';
BEGIN
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, part || '''volunteer_group_helper'', (SELECT coalesce(jsonb_agg(to_jsonb(c)), ''[]'') FROM volunteer_group_helper c WHERE c.volunteer_id = wanted), ');
  FOREACH t IN ARRAY ARRAY['volunteer_group_kind', 'volunteer_group', 'volunteer_group_helper', 'volunteer_group_citizen', 'volunteer_group_meeting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.group_citizens()', 'access.guard_group_citizen()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF position('(''volunteer_pair_step'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''volunteer_pair_step'', ''id'', false)', '(''volunteer_pair_step'', ''id'', false), (''volunteer_group_citizen'', ''id'', false)');
END $$;
GRANT EXECUTE ON FUNCTION access.group_citizens() TO indgang_app;
-- Groups are told of to whoever may bring a citizen; who helps in them and how they went only to those who lead.
CREATE POLICY app_read ON volunteer_group_kind FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')));
CREATE POLICY app_read ON volunteer_group FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')));
CREATE POLICY app_read ON volunteer_group_helper FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_group_helper.volunteer_id));
CREATE POLICY app_read ON volunteer_group_meeting FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')));
CREATE POLICY app_read ON volunteer_group_citizen FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.request')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer_group_citizen.person_id));
GRANT INSERT (id, kind_code, name, place, meets, seats, leader_id, created_by, version), UPDATE (kind_code, name, place, meets, seats, leader_id, closed_on, version) ON volunteer_group TO indgang_app;
CREATE POLICY app_insert ON volunteer_group FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND created_by = (SELECT access.uid()) AND (leader_id IS NULL OR EXISTS (SELECT 1 FROM volunteer v WHERE v.id = leader_id)));
CREATE POLICY app_update ON volunteer_group FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage'))) WITH CHECK ((SELECT access.may('volunteer.manage')) AND (leader_id IS NULL OR EXISTS (SELECT 1 FROM volunteer v WHERE v.id = leader_id)));
GRANT INSERT (id, group_id, volunteer_id, from_day, added_by), UPDATE (to_day) ON volunteer_group_helper TO indgang_app;
CREATE POLICY app_insert ON volunteer_group_helper FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND added_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_group_helper.volunteer_id));
CREATE POLICY app_update ON volunteer_group_helper FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage')) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_group_helper.volunteer_id)) WITH CHECK ((SELECT access.may('volunteer.manage')));
GRANT INSERT (id, group_id, on_day, volunteers, citizens, recorded_by) ON volunteer_group_meeting TO indgang_app;
CREATE POLICY app_insert ON volunteer_group_meeting FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND recorded_by = (SELECT access.uid()));
GRANT INSERT (id, group_id, person_id, from_day, added_by), UPDATE (to_day) ON volunteer_group_citizen TO indgang_app;
CREATE POLICY app_insert ON volunteer_group_citizen FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.request')) AND added_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer_group_citizen.person_id AND p.merged_into_id IS NULL));
CREATE POLICY app_update ON volunteer_group_citizen FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.request')) AND access.reaches_lastingly(person_id)) WITH CHECK ((SELECT access.may('volunteer.request')) AND access.reaches_lastingly(person_id));
