-- Whoever asks whether a seat is left asks access.seats_taken: the guard, the volunteer's own page and the seat a volunteer takes. Each had counted for itself.
DO $$
DECLARE one record; f regprocedure; text text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    -- A seat that is taken already asks for no other: it was not counted before either.
    ('access.guard_volunteer_seat()', 'NEW.state <> ''gave-up'' AND (SELECT count(*) FROM volunteer_seat s WHERE s.course_id = NEW.course_id AND s.id <> NEW.id AND s.state <> ''gave-up'') >= one.seats', 'NEW.state <> ''gave-up'' AND (TG_OP = ''INSERT'' OR OLD.state = ''gave-up'') AND access.seats_taken(NEW.course_id) >= one.seats'),
    ('access.my_courses()', '(SELECT count(*) FROM volunteer_seat s WHERE s.course_id = c.id AND s.state <> ''gave-up'')', 'access.seats_taken(c.id)'),
    ('access.take_my_seat(uuid)', '(SELECT count(*) FROM volunteer_seat s WHERE s.course_id = wanted AND s.state <> ''gave-up'')', 'access.seats_taken(wanted)')) AS x(name, old, new) LOOP
    f := one.name::regprocedure; text := pg_get_functiondef(f);
    IF (length(text) - length(replace(text, one.old, ''))) / length(one.old) <> 1 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
    EXECUTE replace(text, one.old, one.new);
  END LOOP;
END $$;
