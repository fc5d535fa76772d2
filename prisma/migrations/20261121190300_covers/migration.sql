-- Absence and who covers (ADR 0035). A cover is a responsibility like any other, with a last day and the absence it belongs to: the functions of access judge it by the day, and no job ends it.
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "absence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "absence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "absence_user_id_to_day_idx" ON "absence"("user_id", "to_day");
-- One that was called off before it began ends the day before its first.
ALTER TABLE absence ADD CONSTRAINT absence_days CHECK (to_day >= from_day - 1 AND to_day <= from_day + 366);
ALTER TABLE assignment ADD COLUMN "absence_id" UUID,
  ADD CONSTRAINT "assignment_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  -- For the person and not for a case: whoever covers may neither hand a case over nor share it.
  ADD CONSTRAINT assignment_cover CHECK (absence_id IS NULL OR (case_id IS NULL AND to_day IS NOT NULL));
CREATE INDEX "assignment_absence_id_idx" ON "assignment"("absence_id");

ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE absence FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON absence TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON absence TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON absence TO indgang_definer, indgang_worker;
-- Read by whose it is, whoever covers, and those who say who is responsible. Written by functions alone.
GRANT SELECT ON absence TO indgang_app;
CREATE POLICY app_read ON absence FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND (user_id = (SELECT access.uid()) OR (SELECT access.may('assignment.manage'))
  OR EXISTS (SELECT 1 FROM assignment a WHERE a.absence_id = absence.id AND a.user_id = (SELECT access.uid()))));
ALTER POLICY assignment_write ON assignment WITH CHECK (absence_id IS NULL AND access.reaches_lastingly(person_id) AND ((SELECT access.may('assignment.manage')) OR (case_id IS NOT NULL AND user_id = (SELECT access.uid()) AND (SELECT access.may('case.manage'))))
  AND (case_id IS NULL OR access.is_case_of(case_id, person_id)));

-- Until when somebody is responsible for a person themselves, covers left out; NULL when they are not on that day. 'infinity': without an end.
CREATE FUNCTION access.responsible_until(who uuid, wanted uuid, on_day date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(coalesce(a.to_day, 'infinity'::date)) FROM assignment a WHERE a.user_id = who AND a.person_id = wanted AND a.absence_id IS NULL AND a.from_day <= on_day AND (a.to_day IS NULL OR a.to_day >= on_day) $$;
-- Whoever is away themselves on a day of the period covers nobody.
CREATE FUNCTION access.is_away(who uuid, first_day date, last_day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM absence b WHERE b.user_id = who AND b.from_day <= last_day AND b.to_day >= first_day) $$;

-- Says that somebody is away and who covers each of their people: for oneself, or by whoever says who is responsible. Nobody gets a person they could not have, whom the caller does not reach
-- for good, or whom the absent one does not have. How many are covered; or why not.
CREATE FUNCTION access.plan_absence(who uuid, first_day date, last_day date, covers jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid; covered integer;
BEGIN
  IF NOT (access.may('assignment.manage') OR (access.may('case.manage') AND who = access.uid())) THEN RETURN jsonb_build_object('why', 'gone'); END IF;
  IF NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = who AND u.active) THEN RETURN jsonb_build_object('why', 'gone'); END IF;
  IF first_day < access.today() OR last_day < first_day OR last_day > first_day + 366 THEN RETURN jsonb_build_object('why', 'days'); END IF;
  -- Two who plan it at once: the second waits here, and then finds the first.
  PERFORM pg_advisory_xact_lock(hashtextextended('absence ' || who::text, 0));
  IF access.is_away(who, first_day, last_day) THEN RETURN jsonb_build_object('why', 'overlap'); END IF;
  INSERT INTO absence (user_id, from_day, to_day, created_by) VALUES (who, first_day, last_day, access.uid()) RETURNING id INTO made;
  INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, created_by, absence_id)
    SELECT r.person_id, r.user_id, 'cover', first_day, least(last_day, access.responsible_until(who, r.person_id, first_day)), access.uid(), made
    FROM (SELECT DISTINCT ON (c.person_id) c.person_id, c.user_id FROM jsonb_to_recordset(covers) c (person_id uuid, user_id uuid) ORDER BY c.person_id, c.user_id) r
    WHERE r.user_id <> who AND access.responsible_until(who, r.person_id, first_day) IS NOT NULL AND access.reaches_lastingly(r.person_id)
      AND NOT access.is_away(r.user_id, first_day, last_day) AND r.person_id = ANY (access.could_have(r.user_id, ARRAY[r.person_id]));
  GET DIAGNOSTICS covered = ROW_COUNT;
  RETURN jsonb_build_object('id', made, 'covered', covered);
END $$;

-- Ended early, or lengthened: the covers go along, as far as whoever is away is responsible and the cover could still have the person.
CREATE FUNCTION access.change_absence(wanted uuid, last_day date, seen integer) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE b absence%ROWTYPE;
BEGIN
  SELECT x.* INTO b FROM absence x WHERE x.id = wanted FOR UPDATE;
  IF b.id IS NULL OR NOT (access.may('assignment.manage') OR (access.may('case.manage') AND b.user_id = access.uid())) OR b.to_day < access.today() THEN RETURN 'gone'; END IF;
  IF b.version <> seen THEN RETURN 'meanwhile'; END IF;
  IF last_day < access.today() - 1 OR last_day < b.from_day - 1 OR last_day > b.from_day + 366 THEN RETURN 'days'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('absence ' || b.user_id::text, 0));
  IF EXISTS (SELECT 1 FROM absence o WHERE o.user_id = b.user_id AND o.id <> b.id AND o.from_day <= last_day AND o.to_day >= b.from_day) THEN RETURN 'overlap'; END IF;
  UPDATE absence SET to_day = last_day, version = version + 1 WHERE id = wanted;
  UPDATE assignment SET to_day = last_day WHERE absence_id = wanted AND to_day > last_day;
  UPDATE assignment a SET to_day = least(last_day, access.responsible_until(b.user_id, a.person_id, access.today())) WHERE a.absence_id = wanted AND a.to_day = b.to_day AND last_day > b.to_day
    AND access.responsible_until(b.user_id, a.person_id, access.today()) > b.to_day AND NOT access.is_away(a.user_id, b.to_day, last_day) AND a.person_id = ANY (access.could_have(a.user_id, ARRAY[a.person_id]));
  RETURN 'done';
END $$;

-- A cover never outlasts the one it is for: a case that goes to another unit takes the person away from both.
CREATE FUNCTION access.cover_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE until date := coalesce((SELECT max(coalesce(a.to_day, 'infinity'::date)) FROM assignment a WHERE a.user_id = NEW.user_id AND a.person_id = NEW.person_id AND a.absence_id IS NULL), NEW.to_day);
BEGIN
  UPDATE assignment c SET to_day = until FROM absence b WHERE b.id = c.absence_id AND b.user_id = NEW.user_id AND c.person_id = NEW.person_id AND c.to_day > until;
  RETURN NULL;
END $$;
CREATE TRIGGER cover_follows AFTER UPDATE OF to_day ON assignment FOR EACH ROW WHEN (NEW.absence_id IS NULL AND NEW.to_day IS NOT NULL) EXECUTE FUNCTION access.cover_follows();

-- Who covers whom in an absence: for whoever is away, for those who say who is responsible, and for a cover their own.
CREATE FUNCTION access.covers_of(wanted uuid) RETURNS TABLE (person_id uuid, user_id uuid, name text, from_day date, to_day date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.person_id, a.user_id, u.name, a.from_day, a.to_day FROM absence b JOIN assignment a ON a.absence_id = b.id JOIN app_user u ON u.id = a.user_id
  WHERE b.id = wanted AND access.may('case.read') AND (b.user_id = access.uid() OR a.user_id = access.uid() OR access.may('assignment.manage')) $$;
-- Colleagues of somebody's unit who have people in hand: for whoever plans who covers.
CREATE FUNCTION access.cover_candidates(who uuid) RETURNS TABLE (id uuid, name text, title text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.title FROM app_user me JOIN app_user u ON u.unit_id = me.unit_id WHERE me.id = who AND u.id <> who AND u.active AND access.may('case.manage') AND (who = access.uid() OR access.may('assignment.manage'))
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role IN ('VETERAN_COORDINATOR', 'CASEWORKER') AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())) ORDER BY u.name, u.id $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.covers_of(uuid)', 'access.cover_candidates(uuid)', 'access.responsible_until(uuid, uuid, date)', 'access.is_away(uuid, date, date)', 'access.plan_absence(uuid, date, date, jsonb)', 'access.change_absence(uuid, date, integer)', 'access.cover_follows()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.covers_of(uuid), access.cover_candidates(uuid), access.plan_absence(uuid, date, date, jsonb), access.change_absence(uuid, date, integer) TO indgang_app;
