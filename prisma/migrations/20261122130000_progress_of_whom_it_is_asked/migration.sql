-- Coverage is of those the scale is asked of: everybody of the unit below a scale that one method uses says that a tenth is measured, where all are.
-- How many are left out tells nobody's outcome: where they are few, of how many is kept back, and the figures stand.
DROP FUNCTION access.unit_progress();
CREATE FUNCTION access.unit_progress() RETURNS TABLE (scale_code text, dimension_code text, people integer, asked integer, improved integer, unchanged integer, worse integer, compared integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit(); d record; shown integer[]; outside integer;
BEGIN
  IF NOT access.may('progress.overview') OR mine IS NULL THEN RETURN; END IF;
  FOR d IN
    WITH reached AS (
      SELECT DISTINCT a.person_id FROM assignment a JOIN app_user u ON u.id = a.user_id JOIN person p ON p.id = a.person_id
      WHERE u.unit_id = mine AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) AND p.merged_into_id IS NULL
    ), asked AS (
      SELECT moved.scale, r.person_id FROM reached r CROSS JOIN LATERAL (
        SELECT v.scale_code AS scale FROM case_move m JOIN method_version v ON v.id = m.version_id WHERE m.person_id = r.person_id AND v.scale_code IS NOT NULL ORDER BY m.recorded_at DESC, m.number DESC LIMIT 1) moved
      UNION SELECT m.scale_code, m.person_id FROM reached r JOIN progress_measurement m ON m.person_id = r.person_id WHERE m.taken_back_at IS NULL
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
    SELECT ps.code AS scale, pd.code AS dimension, (SELECT count(*)::int FROM reached) AS people, (SELECT count(*)::int FROM asked WHERE asked.scale = ps.code) AS asked, count(st.person_id)::int AS compared,
      count(*) FILTER (WHERE st.step >= st.noise)::int AS better, count(*) FILTER (WHERE st.step <= -st.noise)::int AS worse
    FROM progress_scale ps JOIN progress_dimension pd ON pd.scale_code = ps.code LEFT JOIN steps st ON st.dimension = pd.code
    WHERE EXISTS (SELECT 1 FROM rated r JOIN progress_dimension one ON one.code = r.dimension WHERE one.scale_code = ps.code)
    GROUP BY ps.code, ps.position, pd.code, pd.position ORDER BY ps.position, ps.code, pd.position, pd.code
  LOOP
    outside := d.asked - d.compared;
    shown := access.kept_back(d.better, d.compared - d.better - d.worse, d.worse, CASE WHEN outside BETWEEN 1 AND 4 THEN 0 ELSE outside END);
    scale_code := d.scale; dimension_code := d.dimension; people := CASE WHEN d.people >= 5 THEN d.people END;
    asked := CASE WHEN d.asked >= 5 AND outside NOT BETWEEN 1 AND 4 AND d.people - d.asked NOT BETWEEN 1 AND 4 THEN d.asked END;
    improved := shown[1]; unchanged := shown[2]; worse := shown[3]; compared := CASE WHEN shown[4] IS NOT NULL THEN d.compared END;
    RETURN NEXT;
  END LOOP;
END $$;
ALTER FUNCTION access.unit_progress() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.unit_progress() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.unit_progress() TO indgang_app;
