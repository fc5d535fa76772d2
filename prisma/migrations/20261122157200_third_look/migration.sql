-- What a third reading found.

-- A trigger answers before the policy does. Whoever may not write here is answered by the policy alone, and holds no course for others.
DO $$
DECLARE one record; f regprocedure; text text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('access.guard_expense_step()', 'access.may(''expense.record'') OR access.may(''expense.approve'')'),
    ('access.guard_volunteer_seat()', 'access.may(''volunteer.manage'')'),
    ('access.guard_volunteer_request_state()', 'access.may(''volunteer.request'') AND access.reaches_lastingly(NEW.person_id)')) AS x(name, may) LOOP
    f := one.name::regprocedure; text := pg_get_functiondef(f);
    IF (length(text) - length(replace(text, E'\nBEGIN\n', ''))) / length(E'\nBEGIN\n') <> 1 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
    EXECUTE replace(text, E'\nBEGIN\n', format(E'\nBEGIN\n  IF current_setting(''role'') = ''indgang_app'' AND NOT (%s) THEN RETURN NEW; END IF;\n', one.may));
  END LOOP;
  -- With a volunteer goes what was kept of those they were asked for: not while one of them is held.
  f := 'access.retention_candidates()'::regprocedure; text := pg_get_functiondef(f);
  IF position('n.volunteer_id = e.volunteer_id AND n.number > e.number)' IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  EXECUTE replace(text, 'n.volunteer_id = e.volunteer_id AND n.number > e.number)', 'n.volunteer_id = e.volunteer_id AND n.number > e.number) AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step h WHERE h.volunteer_id = e.volunteer_id AND access.held(h.person_id))');
END $$;
