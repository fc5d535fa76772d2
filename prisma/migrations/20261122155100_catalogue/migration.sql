-- The catalogue (ADR 0051): volunteers who agreed to be shown to citizens by first name and in their own words. Whoever has a citizen in hand shows it to them; what is chosen is a wish on a request, and no rule is set aside by it.
CREATE TABLE "volunteer_showing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "about" TEXT,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_showing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_showing_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_showing_volunteer_id_number_key" ON "volunteer_showing"("volunteer_id", "number");
ALTER TABLE volunteer_showing ADD CONSTRAINT volunteer_showing_about CHECK (shown = (about IS NOT NULL) AND length(about) BETWEEN 10 AND 600), ADD CONSTRAINT volunteer_showing_number CHECK (number >= 1);

ALTER TABLE volunteer_request ADD COLUMN "wished_volunteer_id" UUID,
  ADD CONSTRAINT "volunteer_request_wished_volunteer_id_fkey" FOREIGN KEY ("wished_volunteer_id") REFERENCES "volunteer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "volunteer_request_wished_volunteer_id_idx" ON "volunteer_request"("wished_volunteer_id");

-- Volunteers who agreed to be shown and are active today, for whoever has this citizen lastingly in hand: the written list of fields. Nobody close to the citizen or their caseworker, nobody who as a
-- citizen is shielded or lives in protection, and no area of one whose address is protected.
CREATE FUNCTION access.volunteer_catalogue(wanted uuid) RETURNS TABLE (volunteer_id uuid, first_name text, about text, roles text[], areas text[], languages text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.id, v.first_name, s.about, v.roles, CASE WHEN v.address_protected THEN '{}' ELSE v.areas END, ARRAY(SELECT l.language || '-' || l.level FROM volunteer_language l WHERE l.volunteer_id = v.id ORDER BY l.language)
  FROM volunteer v CROSS JOIN LATERAL (SELECT x.shown, x.about FROM volunteer_showing x WHERE x.volunteer_id = v.id ORDER BY x.number DESC LIMIT 1) s
  WHERE s.shown AND (SELECT access.may('volunteer.request')) AND (SELECT access.reaches_lastingly(wanted))
    AND (SELECT p.step FROM volunteer_step p WHERE p.volunteer_id = v.id ORDER BY p.number DESC LIMIT 1) = 'active'
    AND NOT (v.id = ANY ((SELECT access.closed_volunteers())::uuid[])) AND v.id NOT IN (SELECT c.volunteer_id FROM access.close_pairs(ARRAY[wanted]) c)
    AND NOT EXISTS (SELECT 1 FROM volunteer_tie t JOIN person p ON p.id = t.person_id WHERE t.volunteer_id = v.id AND (p.shielded OR p.protection <> 'P0'))
  ORDER BY v.first_name, v.number LIMIT 500 $$;

-- Whom those who wait have chosen, of everybody whose name may be known.
CREATE FUNCTION access.wished_volunteers() RETURNS TABLE (request_id uuid, volunteer_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, r.wished_volunteer_id FROM access.waiting_requests() w JOIN volunteer_request r ON r.id = w.id WHERE w.told AND r.wished_volunteer_id IS NOT NULL AND NOT (r.wished_volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;

-- A wish is for somebody who stands in the catalogue for this citizen at that moment.
CREATE FUNCTION access.guard_wish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND access.may('volunteer.request') AND access.reaches_lastingly(NEW.person_id) AND NOT EXISTS (SELECT 1 FROM access.volunteer_catalogue(NEW.person_id) c WHERE c.volunteer_id = NEW.wished_volunteer_id) THEN
    RAISE EXCEPTION 'Nobody in the catalogue' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_request_wish';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_wish BEFORE INSERT ON volunteer_request FOR EACH ROW WHEN (NEW.wished_volunteer_id IS NOT NULL) EXECUTE FUNCTION access.guard_wish();

ALTER TABLE volunteer_showing ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_showing FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_showing TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_showing TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_showing TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (id, volunteer_id, number, shown, about, on_day, recorded_by) ON volunteer_showing TO indgang_app;
CREATE POLICY app_read ON volunteer_showing FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_showing.volunteer_id));
CREATE POLICY app_insert ON volunteer_showing FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND recorded_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_showing.volunteer_id));
GRANT INSERT (wished_volunteer_id) ON volunteer_request TO indgang_app;

DO $$
DECLARE f text; image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure); part constant text := 'WHEN ''volunteer'' THEN jsonb_build_object(';
BEGIN
  -- What is erased with a volunteer, and brought back with them.
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, part || '''volunteer_showing'', (SELECT coalesce(jsonb_agg(to_jsonb(c)), ''[]'') FROM volunteer_showing c WHERE c.volunteer_id = wanted), ');
  FOREACH f IN ARRAY ARRAY['access.volunteer_catalogue(uuid)', 'access.wished_volunteers()', 'access.guard_wish()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.volunteer_catalogue(uuid), access.wished_volunteers() TO indgang_app;
