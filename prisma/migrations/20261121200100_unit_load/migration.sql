-- Caseloads with what they weigh: all that the unit's own staff have, also for another unit (as access.caseloads counts them), and the unit's cases that others or
-- nobody have. Still one definition for the figure and for the rows it opens.
CREATE OR REPLACE FUNCTION access.case_holders(wanted uuid[]) RETURNS TABLE (case_id uuid, user_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT ON (a.case_id) a.case_id, a.user_id FROM assignment a JOIN case_file c ON c.id = a.case_id JOIN app_user u ON u.id = a.user_id
    WHERE a.case_id = ANY (wanted) AND (c.unit_id = mine OR u.unit_id = mine) AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) ORDER BY a.case_id, a.from_day DESC, a.id DESC;
END $$;

DROP FUNCTION access.unit_held(uuid);
CREATE FUNCTION access.unit_held(wanted uuid) RETURNS TABLE (case_id uuid, person_id uuid, state text, weight text, since date, last_on date, holder_id uuid) LANGUAGE sql STABLE AS $$
  WITH c AS MATERIALIZED (
    SELECT f.id FROM public.case_file f WHERE f.unit_id = wanted
    UNION SELECT a.case_id FROM public.app_user u JOIN public.assignment a ON a.user_id = u.id WHERE u.unit_id = wanted AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())
  ), h AS MATERIALIZED (SELECT * FROM access.case_holders(ARRAY(SELECT c.id FROM c)))
  SELECT f.id, f.person_id, s.state, coalesce(w.weight, 'ordinary'), f.opened_on, r.last_on, h.user_id
  FROM c JOIN public.case_file f ON f.id = c.id
    CROSS JOIN LATERAL (SELECT n.state FROM public.case_state n WHERE n.case_id = f.id ORDER BY n.number DESC LIMIT 1) s
    LEFT JOIN LATERAL (SELECT n.weight FROM public.case_weight n WHERE n.case_id = f.id ORDER BY n.number DESC LIMIT 1) w ON true
    LEFT JOIN LATERAL (SELECT (o.happened_at AT TIME ZONE 'Europe/Copenhagen')::date AS last_on FROM public.contact o WHERE o.person_id = f.person_id AND o.outcome = 'reached' AND o.redacted_at IS NULL ORDER BY o.happened_at DESC LIMIT 1) r ON true
    LEFT JOIN h ON h.case_id = f.id
  WHERE s.state <> 'closed' $$;

DROP FUNCTION access.unit_caseload();
CREATE FUNCTION access.unit_caseload() RETURNS TABLE (user_id uuid, name text, active boolean, own boolean, light integer, ordinary integer, heavy integer, hold integer, case_limit integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY
    WITH h AS (SELECT f.holder_id, count(*) FILTER (WHERE f.state = 'open' AND f.weight = 'light')::int AS light, count(*) FILTER (WHERE f.state = 'open' AND f.weight = 'ordinary')::int AS ordinary,
        count(*) FILTER (WHERE f.state = 'open' AND f.weight = 'heavy')::int AS heavy, count(*) FILTER (WHERE f.state = 'hold')::int AS hold FROM access.unit_held(mine) f GROUP BY 1),
      able AS (SELECT u.id FROM app_user u WHERE u.unit_id = mine AND u.active AND EXISTS (SELECT 1 FROM role_grant g JOIN access.policy p ON p.role = g.role AND p.action = 'case.manage'
        WHERE g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())))
    SELECT u.id, u.name, u.active, u.unit_id = mine, coalesce(h.light, 0), coalesce(h.ordinary, 0), coalesce(h.heavy, 0), coalesce(h.hold, 0), CASE WHEN u.unit_id = mine THEN n.case_limit END
    FROM h FULL JOIN able ON able.id = h.holder_id LEFT JOIN app_user u ON u.id = coalesce(h.holder_id, able.id) LEFT JOIN unit n ON n.id = mine ORDER BY u.name, u.id;
END $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.unit_held(uuid)', 'access.unit_caseload()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
