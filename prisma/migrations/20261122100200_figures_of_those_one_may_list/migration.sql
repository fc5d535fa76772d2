-- Whoever may open the people is told numbers as they are, and their lists leave out those no role opens to them: shielded people without the clearance, and their own
-- family. What the figures said more than the list held was the number of those, mostly a small one. Now the figures of a reader who has the lists are of the people on
-- them. Whoever sees no people is told of all, with small numbers kept back, as before.
DO $$
DECLARE text text := pg_get_functiondef('access.outreach_figures(date, integer)'::regprocedure); pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ARRAY['  result jsonb;', '  hidden uuid[] := CASE WHEN exact THEN ARRAY(SELECT p.id FROM person p WHERE p.id = ANY (access.conflicts()) OR (p.shielded AND NOT access.cleared(''SHIELDED''))) ELSE ''{}'' END;
  result jsonb;'],
    ARRAY['WHERE p.merged_into_id IS NULL AND EXISTS', 'WHERE p.merged_into_id IS NULL AND NOT (p.id = ANY (hidden)) AND EXISTS'],
    ARRAY['FROM letter WHERE sent_on <= today', 'FROM letter WHERE sent_on <= today AND NOT (person_id = ANY (hidden))'],
    ARRAY['FROM letter WHERE returned_on IS NOT NULL', 'FROM letter WHERE NOT (person_id = ANY (hidden)) AND returned_on IS NOT NULL'],
    ARRAY['FROM letter WHERE sent_on IS NOT NULL', 'FROM letter WHERE NOT (person_id = ANY (hidden)) AND sent_on IS NOT NULL'],
    ARRAY['FROM reply GROUP BY', 'FROM reply WHERE NOT (person_id = ANY (hidden)) GROUP BY'],
    ARRAY['FROM attempt WHERE withdrawn_at IS NULL', 'FROM attempt WHERE NOT (person_id = ANY (hidden)) AND withdrawn_at IS NULL']
  ] LOOP
    IF length(text) - length(replace(text, pair[1], '')) <> length(pair[1]) THEN RAISE EXCEPTION 'access.outreach_figures counts otherwise than this migration knows: %', pair[1]; END IF;
    text := replace(text, pair[1], pair[2]);
  END LOOP;
  EXECUTE text;
END $$;
