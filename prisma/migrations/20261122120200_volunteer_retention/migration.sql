-- Somebody who has ended as a volunteer is kept for as long as the municipality decides, and then goes with everything that was written about them (ADR 0041). Counted from the day they ended; who came again is kept.
DO $$
DECLARE
  candidates text := pg_get_functiondef('access.retention_candidates()'::regprocedure);
  image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure);
  eraser text := pg_get_functiondef('access.erase_record(text, uuid)'::regprocedure);
  beginning constant text := '  UNION ALL SELECT ''unusual_lookup''';
  part constant text := 'WHEN ''progress_measurement'' THEN jsonb_build_object';
  kinds constant text := 'NOT IN (''attempt'',';
BEGIN
  IF position(beginning IN candidates) = 0 OR position(part IN image) = 0 OR position(kinds IN eraser) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(candidates, beginning, $new$  UNION ALL SELECT 'volunteer', e.volunteer_id, NULL, e.on_day FROM volunteer_step e WHERE e.step = 'ended' AND NOT EXISTS (SELECT 1 FROM volunteer_step n WHERE n.volunteer_id = e.volunteer_id AND n.number > e.number)
$new$ || beginning);
  EXECUTE replace(image, part, $new$WHEN 'volunteer' THEN jsonb_build_object('volunteer_step', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM volunteer_step s WHERE s.volunteer_id = wanted), 'volunteer_paper', (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]') FROM volunteer_paper p WHERE p.volunteer_id = wanted),
          'volunteer_training', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM volunteer_training t WHERE t.volunteer_id = wanted), 'volunteer_language', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM volunteer_language l WHERE l.volunteer_id = wanted))
        $new$ || part);
  EXECUTE replace(eraser, kinds, 'NOT IN (''attempt'', ''volunteer'',');
END $$;
