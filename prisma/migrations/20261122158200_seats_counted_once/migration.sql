-- Seats of courses are counted in one place, whoever has them: also those the reader may know nothing of have a seat.

-- For other functions alone: whoever asks is judged by them.
CREATE FUNCTION access.seats_taken(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM volunteer_seat s WHERE s.course_id = wanted AND s.state <> 'gave-up' $$;

-- For who reads volunteers: how many have a seat and how many took part, and never who.
CREATE FUNCTION access.course_seats(wanted uuid) RETURNS TABLE (taken integer, attended integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.seats_taken(wanted), (SELECT count(*)::int FROM volunteer_seat s WHERE s.course_id = wanted AND s.state = 'attended') WHERE access.may('volunteer.read') $$;

-- A course never has fewer seats than are taken. One that was held stands as it was held: it is in the log of those who took part.
CREATE FUNCTION access.guard_volunteer_course() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT access.may('volunteer.manage') THEN RETURN NEW; END IF;
  IF NEW.seats < access.seats_taken(NEW.id) THEN RAISE EXCEPTION 'More seats are taken' USING ERRCODE = 'check_violation'; END IF;
  IF (NEW.kind, NEW.title, NEW.on_day, NEW.starts, NEW.minutes, NEW.place, NEW.cancelled_on) IS DISTINCT FROM (OLD.kind, OLD.title, OLD.on_day, OLD.starts, OLD.minutes, OLD.place, OLD.cancelled_on)
    AND EXISTS (SELECT 1 FROM volunteer_seat s WHERE s.course_id = NEW.id AND s.state = 'attended') THEN RAISE EXCEPTION 'The course was held' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.seats_taken(uuid)', 'access.course_seats(uuid)', 'access.guard_volunteer_course()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.course_seats(uuid) TO indgang_app;
CREATE TRIGGER guard_volunteer_course BEFORE UPDATE ON volunteer_course FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_course();
DROP FUNCTION access.course_has_seat(uuid);
