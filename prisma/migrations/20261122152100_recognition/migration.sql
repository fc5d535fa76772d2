-- What volunteers are thanked for, and courses they are offered (ADR 0048). Thanks are added and never changed; each anniversary is celebrated once.
CREATE TABLE "volunteer_thanks" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "years" INTEGER,
    "on_day" DATE NOT NULL,
    "from_whom" TEXT NOT NULL,
    "words" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_thanks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_thanks_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_thanks_volunteer_id_years_key" ON "volunteer_thanks"("volunteer_id", "years");
ALTER TABLE volunteer_thanks
  ADD CONSTRAINT volunteer_thanks_years CHECK (years BETWEEN 1 AND 80),
  ADD CONSTRAINT volunteer_thanks_words CHECK (length(from_whom) BETWEEN 1 AND 120 AND length(words) BETWEEN 1 AND 500 AND (years IS NOT NULL OR words IS NOT NULL));

CREATE TABLE "volunteer_course" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "starts" TEXT NOT NULL,
    "minutes" INTEGER,
    "place" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "cancelled_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "volunteer_course_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "volunteer_course_on_day_idx" ON "volunteer_course"("on_day");
ALTER TABLE volunteer_course
  ADD CONSTRAINT volunteer_course_kind CHECK (kind IN ('course', 'supervision', 'meeting')),
  ADD CONSTRAINT volunteer_course_words CHECK (length(title) BETWEEN 1 AND 120 AND length(place) BETWEEN 1 AND 120),
  ADD CONSTRAINT volunteer_course_time CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND minutes BETWEEN 1 AND 6000),
  ADD CONSTRAINT volunteer_course_seats CHECK (seats BETWEEN 1 AND 500);

CREATE TABLE "volunteer_seat" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "course_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_seat_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_seat_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "volunteer_course"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "volunteer_seat_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_seat_course_id_volunteer_id_key" ON "volunteer_seat"("course_id", "volunteer_id");
CREATE INDEX "volunteer_seat_volunteer_id_idx" ON "volunteer_seat"("volunteer_id");
ALTER TABLE volunteer_seat ADD CONSTRAINT volunteer_seat_state CHECK (state IN ('signed', 'gave-up', 'attended', 'absent'));

-- Never more than there are seats, whoever takes the last two at once; none at a course that is cancelled. That somebody took part is not taken back: it stands in the log as well.
CREATE FUNCTION access.guard_volunteer_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one volunteer_course;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'attended' AND NEW.state <> 'attended' THEN RAISE EXCEPTION 'Who took part has taken part' USING ERRCODE = 'check_violation'; END IF;
  SELECT * INTO one FROM volunteer_course c WHERE c.id = NEW.course_id FOR UPDATE;
  IF NEW.state = 'signed' AND one.cancelled_on IS NOT NULL THEN RAISE EXCEPTION 'The course is cancelled' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.state <> 'gave-up' AND (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = NEW.course_id AND s.id <> NEW.id AND s.state <> 'gave-up') >= one.seats THEN RAISE EXCEPTION 'The course is full' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION access.guard_volunteer_seat() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.guard_volunteer_seat() FROM PUBLIC;
CREATE TRIGGER guard_volunteer_seat BEFORE INSERT OR UPDATE ON volunteer_seat FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_seat();

-- Whether a seat is left, those counted as well whom the reader may know nothing of.
CREATE FUNCTION access.course_has_seat(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('volunteer.read') AND EXISTS (SELECT 1 FROM volunteer_course c WHERE c.id = wanted AND c.seats > (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = c.id AND s.state <> 'gave-up')) $$;
ALTER FUNCTION access.course_has_seat(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.course_has_seat(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.course_has_seat(uuid) TO indgang_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_thanks', 'volunteer_course', 'volunteer_seat'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
  END LOOP;
  -- With the volunteer, whose own policy says who reads.
  FOREACH t IN ARRAY ARRAY['volunteer_thanks', 'volunteer_seat'] LOOP
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM volunteer v WHERE v.id = %I.volunteer_id))$p$, t, t);
    EXECUTE format($p$CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND recorded_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = %I.volunteer_id))$p$, t, t);
  END LOOP;
END $$;
GRANT INSERT (id, volunteer_id, years, on_day, from_whom, words, recorded_by) ON volunteer_thanks TO indgang_app;
CREATE POLICY app_read ON volunteer_course FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')));
GRANT INSERT (id, kind, title, on_day, starts, minutes, place, seats, created_by, version), UPDATE (kind, title, on_day, starts, minutes, place, seats, cancelled_on, version) ON volunteer_course TO indgang_app;
CREATE POLICY app_insert ON volunteer_course FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND created_by = (SELECT access.uid()));
CREATE POLICY app_update ON volunteer_course FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage')));
GRANT INSERT (id, course_id, volunteer_id, state, recorded_by), UPDATE (state, recorded_by) ON volunteer_seat TO indgang_app;
CREATE POLICY app_update ON volunteer_seat FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage')) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_seat.volunteer_id)) WITH CHECK (recorded_by = (SELECT access.uid()));

DO $$
DECLARE
  image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure);
  part constant text := '''volunteer_training'', (SELECT';
BEGIN
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, $new$'volunteer_thanks', (SELECT coalesce(jsonb_agg(to_jsonb(k)), '[]') FROM volunteer_thanks k WHERE k.volunteer_id = wanted), 'volunteer_seat', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM volunteer_seat s WHERE s.volunteer_id = wanted),
          $new$ || part);
END $$;
