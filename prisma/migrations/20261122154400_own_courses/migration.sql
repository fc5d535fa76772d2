-- Courses to come, on a volunteer's own page (ADR 0048, 0050): those one has a seat at, and those that are offered. Nothing of who else comes.
CREATE FUNCTION access.my_courses() RETURNS TABLE (id uuid, kind text, title text, on_day date, starts text, minutes integer, place text, signed boolean, room boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.kind, c.title, c.on_day, c.starts, c.minutes, c.place, EXISTS (SELECT 1 FROM volunteer_seat s WHERE s.course_id = c.id AND s.volunteer_id = access.my_volunteer() AND s.state = 'signed'),
    c.seats > (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = c.id AND s.state <> 'gave-up')
  FROM volunteer_course c WHERE access.my_volunteer() IS NOT NULL AND c.on_day >= access.today() AND c.cancelled_on IS NULL ORDER BY c.on_day, c.starts, c.id $$;
ALTER FUNCTION access.my_courses() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.my_courses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_courses() TO indgang_app;
