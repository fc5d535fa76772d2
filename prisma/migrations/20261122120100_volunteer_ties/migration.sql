-- A volunteer who is a citizen as well (ADR 0041). The tie is made by somebody who reaches the citizen, with the number the volunteer gave them; names must agree, and the one answer to
-- every wrong try is no. Nobody reads a name across it. What it does: the blocks no role lifts hold for the volunteer too, and an address that is protected there is protected here.
CREATE TABLE "volunteer_tie" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tied_by" UUID NOT NULL,
    "tied_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_tie_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_tie_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_tie_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_tie_volunteer_id_key" ON "volunteer_tie"("volunteer_id");
CREATE INDEX "volunteer_tie_person_id_idx" ON "volunteer_tie"("person_id");

-- First word of the first names and last of the last: middle names are given in one place and not in the other.
CREATE FUNCTION access.same_name(first text, last text, other_first text, other_last text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.fold(split_part(btrim(first), ' ', 1)) = access.fold(split_part(btrim(other_first), ' ', 1)) AND access.fold(regexp_replace(btrim(last), '^.* ', '')) = access.fold(regexp_replace(btrim(other_last), '^.* ', '')) $$;

-- The volunteer's id, for the log; nothing where there is no such number, of another name, tied already, or of somebody the caller does not have in hand.
CREATE FUNCTION access.tie_volunteer(wanted uuid, wanted_number integer) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one uuid;
BEGIN
  IF NOT (access.may('volunteer.tie') AND access.reaches_lastingly(wanted)) THEN RETURN NULL; END IF;
  SELECT v.id INTO one FROM volunteer v JOIN person p ON p.id = wanted AND p.merged_into_id IS NULL AND access.same_name(v.first_name, v.last_name, p.first_name, p.last_name) WHERE v.number = wanted_number FOR UPDATE OF v;
  IF one IS NULL THEN RETURN NULL; END IF;
  INSERT INTO volunteer_tie (volunteer_id, person_id, tied_by) VALUES (one, wanted, access.uid()) ON CONFLICT (volunteer_id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN one;
END $$;

-- Volunteers the caller may know nothing of: themselves, their own family, and somebody shielded without the clearance for it.
CREATE FUNCTION access.closed_volunteers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(t.volunteer_id), '{}') FROM volunteer_tie t JOIN person p ON p.id = t.person_id WHERE p.id = ANY (access.conflicts()) OR (p.shielded AND NOT access.cleared('SHIELDED')) $$;

-- Whoever is protected as a citizen is protected as a volunteer, whatever the form says.
CREATE FUNCTION access.protect_volunteer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM volunteer_tie t JOIN person p ON p.id = t.person_id WHERE t.volunteer_id = NEW.id AND p.protection IN ('P1', 'P2')) THEN
    NEW.address_protected := true;
    NEW.postcode := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER protect_volunteer BEFORE UPDATE OF address_protected, postcode ON volunteer FOR EACH ROW EXECUTE FUNCTION access.protect_volunteer();
CREATE FUNCTION access.protect_tied() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Nobody reads the version across the tie: a form that was read before is told that something changed.
  UPDATE volunteer v SET address_protected = true, postcode = NULL, version = v.version + 1 FROM volunteer_tie t JOIN person p ON p.id = t.person_id
    WHERE v.id = t.volunteer_id AND p.protection IN ('P1', 'P2') AND NOT v.address_protected AND (to_jsonb(NEW) ->> 'person_id' = p.id::text OR NEW.id = p.id);
  RETURN NULL;
END $$;
CREATE TRIGGER protect_tied AFTER INSERT OR UPDATE OF person_id ON volunteer_tie FOR EACH ROW EXECUTE FUNCTION access.protect_tied();
CREATE TRIGGER protect_tied AFTER UPDATE OF protection ON person FOR EACH ROW WHEN (NEW.protection IN ('P1', 'P2')) EXECUTE FUNCTION access.protect_tied();

ALTER TABLE volunteer_tie ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_tie FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_tie TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_tie TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_tie TO indgang_definer, indgang_worker;
GRANT SELECT, DELETE ON volunteer_tie TO indgang_app;
-- By the reach of the citizen alone: those who lead volunteers see no tie. That it was made outlasts the hours of emergency access: reading only.
CREATE POLICY app_read ON volunteer_tie FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.tie')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer_tie.person_id));
CREATE POLICY app_delete ON volunteer_tie FOR DELETE TO indgang_app USING ((SELECT access.may('volunteer.tie')) AND access.reaches_lastingly(person_id));
CREATE POLICY core_closed ON volunteer AS RESTRICTIVE TO indgang_app USING (NOT (id = ANY ((SELECT access.closed_volunteers())::uuid[]))) WITH CHECK (true);

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.same_name(text, text, text, text)', 'access.tie_volunteer(uuid, integer)', 'access.closed_volunteers()', 'access.protect_volunteer()', 'access.protect_tied()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.tie_volunteer(uuid, integer), access.closed_volunteers() TO indgang_app;

-- A merge moves the tie with the person.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''meeting_minute'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''meeting_minute'', ''id'', false)', '(''meeting_minute'', ''id'', false), (''volunteer_tie'', ''id'', false)');
END $$;
