-- How many of a unit's people got further, for who answers for the unit: figures with what they cover, and no name (ADR 0032). What is small is kept back here and
-- not on the page: nobody who asks the database gets it.

-- Better, unchanged, worse, and those who cannot be compared: none under five is shown (0 is nobody's), and none that one could be worked out from. Where unchanged or
-- worse is too small they are one figure; where that or better is too small, the coverage alone is left. Never the smallest part alone: which one is left out would
-- tell, to whoever knows the rule, how large it is.
CREATE FUNCTION access.kept_back(better integer, same integer, worse integer, rest integer) RETURNS integer[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN better + same + worse BETWEEN 1 AND 4 OR rest BETWEEN 1 AND 4 OR better + same + worse + rest < 5 THEN ARRAY[NULL, NULL, NULL, NULL]::integer[]
    WHEN better BETWEEN 1 AND 4 OR same + worse BETWEEN 1 AND 4 THEN ARRAY[NULL, NULL, NULL, rest]
    WHEN same BETWEEN 1 AND 4 OR worse BETWEEN 1 AND 4 THEN ARRAY[better, NULL, NULL, rest] ELSE ARRAY[better, same, worse, rest] END $$;

-- Those the unit's staff are responsible for today, and for each dimension how their last rating compares with the first by the same rater (or with the start the
-- scale itself counts from). One cut and no choice of period or group: two answers cannot be taken from each other.
CREATE FUNCTION access.unit_progress() RETURNS TABLE (scale_code text, dimension_code text, people integer, improved integer, unchanged integer, worse integer, compared integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit(); d record; shown integer[];
BEGIN
  IF NOT access.may('progress.overview') OR mine IS NULL THEN RETURN; END IF;
  FOR d IN
    WITH reached AS (
      SELECT DISTINCT a.person_id FROM assignment a JOIN app_user u ON u.id = a.user_id JOIN person p ON p.id = a.person_id
      WHERE u.unit_id = mine AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) AND p.merged_into_id IS NULL
    ), rated AS (
      SELECT v.person_id, v.dimension_code AS dimension, m.rated_by, v.rating, row_number() OVER (PARTITION BY v.person_id, v.dimension_code ORDER BY m.measured_on DESC, m.recorded_at DESC, m.id DESC) AS newest,
        row_number() OVER (PARTITION BY v.person_id, v.dimension_code, m.rated_by ORDER BY m.measured_on, m.recorded_at, m.id) AS oldest, m.id
      FROM reached r JOIN progress_value v ON v.person_id = r.person_id JOIN progress_measurement m ON m.id = v.measurement_id
      WHERE v.rating IS NOT NULL AND v.aim_id IS NULL AND m.taken_back_at IS NULL
    ), steps AS (
      SELECT last.person_id, last.dimension, s.noise, (last.rating - coalesce(s.start, first.rating)) * CASE s.better WHEN 'higher' THEN 1 ELSE -1 END AS step
      FROM rated last JOIN progress_dimension pd ON pd.code = last.dimension JOIN progress_scale s ON s.code = pd.scale_code
      LEFT JOIN rated first ON first.person_id = last.person_id AND first.dimension = last.dimension AND first.rated_by = last.rated_by AND first.oldest = 1 AND first.id <> last.id
      WHERE last.newest = 1 AND (s.start IS NOT NULL OR first.id IS NOT NULL)
    )
    SELECT ps.code AS scale, pd.code AS dimension, (SELECT count(*)::int FROM reached) AS people, count(st.person_id)::int AS compared,
      count(*) FILTER (WHERE st.step >= st.noise)::int AS better, count(*) FILTER (WHERE st.step <= -st.noise)::int AS worse
    FROM progress_scale ps JOIN progress_dimension pd ON pd.scale_code = ps.code LEFT JOIN steps st ON st.dimension = pd.code
    WHERE EXISTS (SELECT 1 FROM rated r JOIN progress_dimension one ON one.code = r.dimension WHERE one.scale_code = ps.code)
    GROUP BY ps.code, ps.position, pd.code, pd.position ORDER BY ps.position, ps.code, pd.position, pd.code
  LOOP
    shown := access.kept_back(d.better, d.compared - d.better - d.worse, d.worse, d.people - d.compared);
    scale_code := d.scale; dimension_code := d.dimension; people := CASE WHEN d.people >= 5 THEN d.people END;
    improved := shown[1]; unchanged := shown[2]; worse := shown[3]; compared := CASE WHEN shown[4] IS NOT NULL THEN d.compared END;
    RETURN NEXT;
  END LOOP;
END $$;
ALTER FUNCTION access.kept_back(integer, integer, integer, integer) OWNER TO indgang_definer;
ALTER FUNCTION access.unit_progress() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.kept_back(integer, integer, integer, integer), access.unit_progress() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.unit_progress() TO indgang_app;
