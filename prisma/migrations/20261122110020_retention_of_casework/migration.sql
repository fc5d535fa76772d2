-- How long measurements and tasks are kept (ADR 0040, ADR 0019): two more kinds, off until the municipality decides, with the dry run, the second person and the archive of all the others.
DO $$
DECLARE
  candidates text := pg_get_functiondef('access.retention_candidates()'::regprocedure);
  image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure);
  eraser text := pg_get_functiondef('access.erase_record(text, uuid)'::regprocedure);
  beginning constant text := '  UNION ALL SELECT ''attempt'', a.id, a.person_id, a.happened_on FROM attempt a';
  ending constant text := 'HAVING count(*) > 0), ''{}'') END;';
  kinds constant text := '''subject_request'', ''unusual_lookup'')';
BEGIN
  IF position(beginning IN candidates) = 0 OR position(ending IN image) = 0 OR position(kinds IN eraser) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(candidates, beginning, beginning || $new$
  -- What is measured is compared with what was measured first: not while a case of the person is open, and from the end of the last one and its aftercare.
  UNION ALL SELECT 'progress_measurement', m.id, m.person_id, greatest(m.measured_on, f.ended) FROM progress_measurement m LEFT JOIN (
    SELECT c.person_id, bool_or(s.state <> 'closed') AS open, max(greatest(s.from_day, s.until_day)) AS ended FROM case_file c
      CROSS JOIN LATERAL (SELECT x.state, x.from_day, x.until_day FROM case_state x WHERE x.case_id = c.id ORDER BY x.number DESC LIMIT 1) s GROUP BY c.person_id) f ON f.person_id = m.person_id
    WHERE NOT coalesce(f.open, false)
  UNION ALL SELECT 'task', t.id, t.person_id, (t.closed_at AT TIME ZONE 'Europe/Copenhagen')::date FROM task t WHERE t.closed_at IS NOT NULL$new$);
  EXECUTE replace(image, ending, $new$HAVING count(*) > 0), '{}') || CASE wanted_kind
        WHEN 'progress_measurement' THEN jsonb_build_object('progress_value', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM progress_value v WHERE v.measurement_id = wanted))
        WHEN 'task' THEN jsonb_build_object('task_event', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM task_event e WHERE e.task_id = wanted)) ELSE '{}' END END;$new$);
  EXECUTE replace(eraser, kinds, '''subject_request'', ''unusual_lookup'', ''progress_measurement'', ''task'')');
END $$;
