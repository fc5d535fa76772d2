-- Volunteers take and give up their seats themselves (ADR 0055), until the day before: on the day itself somebody must hear it, so they ring.

-- As before, and of one's own seat as of those the lead writes: never more than there are seats, none at a course that is cancelled, and who took part has taken part.
CREATE OR REPLACE FUNCTION access.guard_volunteer_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one volunteer_course;
BEGIN
  -- Whoever may not write here is answered by the policy alone, and holds no course for others.
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('volunteer.manage') OR coalesce(NEW.volunteer_id = access.my_volunteer(), false)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'attended' AND NEW.state <> 'attended' THEN RAISE EXCEPTION 'Who took part has taken part' USING ERRCODE = 'check_violation'; END IF;
  SELECT * INTO one FROM volunteer_course c WHERE c.id = NEW.course_id FOR UPDATE;
  IF NEW.state = 'signed' AND one.cancelled_on IS NOT NULL THEN RAISE EXCEPTION 'The course is cancelled' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.state <> 'gave-up' AND (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = NEW.course_id AND s.id <> NEW.id AND s.state <> 'gave-up') >= one.seats THEN RAISE EXCEPTION 'The course is full' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

-- A course to come that was cancelled is told of to whoever has a seat at it, until its day has passed; to nobody else.
DROP FUNCTION access.my_courses();
CREATE FUNCTION access.my_courses() RETURNS TABLE (id uuid, kind text, title text, on_day date, starts text, minutes integer, place text, signed boolean, room boolean, cancelled boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.kind, c.title, c.on_day, c.starts, c.minutes, c.place, coalesce(mine.state = 'signed', false), c.seats > (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = c.id AND s.state <> 'gave-up'), c.cancelled_on IS NOT NULL
  FROM volunteer_course c LEFT JOIN volunteer_seat mine ON mine.course_id = c.id AND mine.volunteer_id = access.my_volunteer()
  WHERE access.my_volunteer() IS NOT NULL AND c.on_day >= access.today() AND (c.cancelled_on IS NULL OR mine.state = 'signed') ORDER BY c.on_day, c.starts, c.id $$;

-- 'gone' where there is no such course to come or it is cancelled, 'day' from its day on, 'already', 'full', or 'done'. Of two who take the last seat the second waits for the first, and is told.
CREATE FUNCTION access.take_my_seat(wanted uuid) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.my_volunteer(); one volunteer_course;
BEGIN
  IF me IS NULL THEN RETURN 'gone'; END IF;
  SELECT * INTO one FROM volunteer_course c WHERE c.id = wanted FOR UPDATE;
  IF one.id IS NULL OR one.cancelled_on IS NOT NULL OR one.on_day < access.today() THEN RETURN 'gone'; END IF;
  IF one.on_day = access.today() THEN RETURN 'day'; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_seat s WHERE s.course_id = wanted AND s.volunteer_id = me AND s.state <> 'gave-up') THEN RETURN 'already'; END IF;
  IF (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = wanted AND s.state <> 'gave-up') >= one.seats THEN RETURN 'full'; END IF;
  INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) VALUES (wanted, me, 'signed', access.uid()) ON CONFLICT (course_id, volunteer_id) DO UPDATE SET state = 'signed', recorded_by = access.uid();
  RETURN 'done';
END $$;

-- 'gone' where one has none, 'day' from its day on, or 'done'.
CREATE FUNCTION access.give_up_my_seat(wanted uuid) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE day date;
BEGIN
  SELECT c.on_day INTO day FROM volunteer_seat s JOIN volunteer_course c ON c.id = s.course_id WHERE c.id = wanted AND s.volunteer_id = access.my_volunteer() AND s.state = 'signed' AND c.cancelled_on IS NULL AND c.on_day >= access.today();
  IF day IS NULL THEN RETURN 'gone'; END IF;
  IF day = access.today() THEN RETURN 'day'; END IF;
  UPDATE volunteer_seat s SET state = 'gave-up', recorded_by = access.uid() WHERE s.course_id = wanted AND s.volunteer_id = access.my_volunteer() AND s.state = 'signed';
  RETURN CASE WHEN FOUND THEN 'done' ELSE 'gone' END;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.my_courses()', 'access.take_my_seat(uuid)', 'access.give_up_my_seat(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
