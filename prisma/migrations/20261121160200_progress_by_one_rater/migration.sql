-- Compared is the last rating of whoever rated last among those who rated twice: somebody who rated once, and last, took the whole comparison away.
CREATE OR REPLACE FUNCTION access.unit_progress() RETURNS TABLE (scale_code text, dimension_code text, people integer, improved integer, unchanged integer, worse integer, compared integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit(); d record; shown integer[];
BEGIN
  IF NOT access.may('progress.overview') OR mine IS NULL THEN RETURN; END IF;
  FOR d IN
    WITH reached AS (
      SELECT DISTINCT a.person_id FROM assignment a JOIN app_user u ON u.id = a.user_id JOIN person p ON p.id = a.person_id
      WHERE u.unit_id = mine AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) AND p.merged_into_id IS NULL
    ), rated AS (
      SELECT v.person_id, v.dimension_code AS dimension, v.rating, s.noise, s.start, CASE s.better WHEN 'higher' THEN 1 ELSE -1 END AS way, m.measured_on, m.recorded_at, m.id,
        first_value(v.rating) OVER one AS first, row_number() OVER one AS nth
      FROM reached r JOIN progress_value v ON v.person_id = r.person_id JOIN progress_measurement m ON m.id = v.measurement_id JOIN progress_scale s ON s.code = m.scale_code
      WHERE v.rating IS NOT NULL AND v.aim_id IS NULL AND m.taken_back_at IS NULL
      WINDOW one AS (PARTITION BY v.person_id, v.dimension_code, m.rated_by ORDER BY m.measured_on, m.recorded_at, m.id)
    ), steps AS (
      SELECT DISTINCT ON (person_id, dimension) person_id, dimension, noise, (rating - coalesce(start, first)) * way AS step FROM rated
      WHERE start IS NOT NULL OR nth > 1 ORDER BY person_id, dimension, measured_on DESC, recorded_at DESC, id DESC
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
