-- The unit in figures (ADR 0036). What is counted is said once, in functions that run as whoever asks: behind a figure they see every row, in the list a figure opens
-- only those the reader may see. What is told of the others is decided here and not on the page: no figure under five, and none that two answers taken from each
-- other would give.

-- The unit's cases that are not closed, with the method they follow and the last time the person was reached. Without a search path of its own, so that it is planned
-- together with whatever asks; every name is qualified.
CREATE FUNCTION access.unit_cases(wanted uuid) RETURNS TABLE (case_id uuid, person_id uuid, kind text, method_id uuid, state text, since date, last_on date, bin integer) LANGUAGE sql STABLE AS $$
  SELECT c.id, c.person_id, c.kind, m.method_id, s.state, c.opened_on, r.last_on,
    CASE WHEN r.last_on IS NULL THEN 6 WHEN access.today() - r.last_on <= 7 THEN 1 WHEN access.today() - r.last_on <= 14 THEN 2 WHEN access.today() - r.last_on <= 30 THEN 3 WHEN access.today() - r.last_on <= 60 THEN 4 ELSE 5 END
  FROM public.case_file c
    CROSS JOIN LATERAL (SELECT n.state FROM public.case_state n WHERE n.case_id = c.id ORDER BY n.number DESC LIMIT 1) s
    LEFT JOIN LATERAL (SELECT v.method_id FROM (SELECT t.kind, t.version_id FROM public.case_move t WHERE t.case_id = c.id AND t.kind IN ('follow', 'leave') ORDER BY t.number DESC LIMIT 1) t
      JOIN public.method_version v ON v.id = t.version_id WHERE t.kind = 'follow') m ON true
    LEFT JOIN LATERAL (SELECT (o.happened_at AT TIME ZONE 'Europe/Copenhagen')::date AS last_on FROM public.contact o WHERE o.person_id = c.person_id AND o.outcome = 'reached' AND o.redacted_at IS NULL
      ORDER BY o.happened_at DESC LIMIT 1) r ON true
  WHERE c.unit_id = wanted AND s.state <> 'closed' $$;

-- Opened, closed and opened again. Closed: days since it was opened, or since it was opened again.
CREATE FUNCTION access.unit_case_events(wanted uuid, first date, last date) RETURNS TABLE (what text, case_id uuid, person_id uuid, kind text, method_id uuid, on_day date, days integer) LANGUAGE sql STABLE AS $$
  SELECT e.what, c.id, c.person_id, c.kind, m.method_id, e.on_day, e.days
  FROM public.case_file c
    CROSS JOIN LATERAL (
      SELECT 'opened' AS what, c.opened_on AS on_day, NULL::integer AS days
      UNION ALL SELECT 'closed', s.from_day, s.from_day - (SELECT max(b.from_day) FROM public.case_state b LEFT JOIN public.case_state p ON p.case_id = b.case_id AND p.number = b.number - 1
        WHERE b.case_id = c.id AND b.number < s.number AND b.state = 'open' AND p.state IS DISTINCT FROM 'hold') FROM public.case_state s WHERE s.case_id = c.id AND s.state = 'closed'
      UNION ALL SELECT 'reopened', s.from_day, NULL FROM public.case_state s JOIN public.case_state p ON p.case_id = s.case_id AND p.number = s.number - 1 WHERE s.case_id = c.id AND s.state = 'open' AND p.state = 'closed') e
    LEFT JOIN LATERAL (SELECT v.method_id FROM (SELECT t.kind, t.version_id FROM public.case_move t WHERE t.case_id = c.id AND t.kind IN ('follow', 'leave') ORDER BY t.number DESC LIMIT 1) t
      JOIN public.method_version v ON v.id = t.version_id WHERE t.kind = 'follow') m ON true
  WHERE c.unit_id = wanted AND e.on_day BETWEEN first AND last $$;

-- Tasks of the unit's staff, and of its queue, that were due in the period; dropped ones are not. Kept: done on the day or before.
CREATE FUNCTION access.unit_due_tasks(wanted uuid, first date, last date) RETURNS TABLE (task_id uuid, person_id uuid, owner_id uuid, due_on date, outcome text, moved boolean) LANGUAGE sql STABLE AS $$
  SELECT t.id, t.person_id, t.owner_id, t.due_on,
    CASE WHEN t.state = 'done' THEN CASE WHEN (t.closed_at AT TIME ZONE 'Europe/Copenhagen')::date <= t.due_on THEN 'kept' ELSE 'late' END WHEN t.due_on < access.today() THEN 'overdue' ELSE 'waiting' END,
    EXISTS (SELECT 1 FROM public.task_event e WHERE e.task_id = t.id AND e.kind = 'moved')
  FROM (SELECT o.* FROM public.app_user u JOIN public.task o ON o.owner_id = u.id WHERE u.unit_id = wanted UNION ALL SELECT q.* FROM public.task q WHERE q.owner_id IS NULL AND q.unit_id = wanted) t
  WHERE t.state <> 'dropped' AND t.due_on BETWEEN first AND last $$;

-- Who has these cases today, of one's own unit: for whoever knows which they are.
CREATE FUNCTION access.case_holders(wanted uuid[]) RETURNS TABLE (case_id uuid, user_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT ON (a.case_id) a.case_id, a.user_id FROM assignment a JOIN case_file c ON c.id = a.case_id
    WHERE a.case_id = ANY (wanted) AND c.unit_id = mine AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) ORDER BY a.case_id, a.from_day DESC, a.id DESC;
END $$;
CREATE FUNCTION access.unit_held(wanted uuid) RETURNS TABLE (case_id uuid, person_id uuid, state text, since date, last_on date, holder_id uuid) LANGUAGE sql STABLE AS $$
  WITH f AS MATERIALIZED (SELECT u.case_id, u.person_id, u.state, u.since, u.last_on FROM access.unit_cases(wanted) u), h AS MATERIALIZED (SELECT * FROM access.case_holders(ARRAY(SELECT f.case_id FROM f)))
  SELECT f.*, h.user_id FROM f LEFT JOIN h ON h.case_id = f.case_id $$;

-- Cases by who has them: how much work somebody has is no figure about a citizen. Colleagues who could have cases and have none are there too; without a name: nobody has them.
CREATE FUNCTION access.unit_caseload() RETURNS TABLE (user_id uuid, name text, active boolean, own boolean, open integer, hold integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY
    WITH h AS (SELECT f.holder_id, count(*) FILTER (WHERE f.state = 'open')::int AS open, count(*) FILTER (WHERE f.state = 'hold')::int AS hold FROM access.unit_held(mine) f GROUP BY 1),
      able AS (SELECT u.id FROM app_user u WHERE u.unit_id = mine AND u.active AND EXISTS (SELECT 1 FROM role_grant g JOIN access.policy p ON p.role = g.role AND p.action = 'case.manage'
        WHERE g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())))
    SELECT u.id, u.name, u.active, u.unit_id = mine, coalesce(h.open, 0), coalesce(h.hold, 0) FROM h FULL JOIN able ON able.id = h.holder_id LEFT JOIN app_user u ON u.id = coalesce(h.holder_id, able.id) ORDER BY u.name, u.id;
END $$;

-- How long ago the people of the open cases were reached, together and by kind and method. As fine as it can be told: six bins, four, two, or how many there are;
-- all parts of a division alike, so that no part can be taken from the whole. `bin`: the first of those told as one.
CREATE FUNCTION access.unit_contacts() RETURNS TABLE (split text, part text, level integer, bin integer, cases integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit(); reads boolean := access.may('case.read');
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY
    WITH f AS MATERIALIZED (SELECT u.kind, u.method_id, u.bin, CASE WHEN reads THEN NOT access.sees_person(u.person_id) ELSE true END AS hidden FROM access.unit_cases(mine) u WHERE u.state = 'open'),
      p AS (SELECT v.split, v.part, f.bin, count(*) AS n, count(*) FILTER (WHERE f.hidden) AS h FROM f CROSS JOIN LATERAL (VALUES ('all', 'all'), ('kind', f.kind), ('method', coalesce(f.method_id::text, 'none'))) v (split, part) GROUP BY 1, 2, 3),
      g AS (SELECT p.split, p.part, l.level, l.first, sum(p.n)::int AS n, sum(p.h) AS h FROM p
        JOIN (SELECT b.bin, 3 AS level, b.bin AS first FROM generate_series(1, 6) b (bin)
          UNION ALL SELECT b.bin, 2, CASE b.bin WHEN 2 THEN 1 WHEN 6 THEN 5 ELSE b.bin END FROM generate_series(1, 6) b (bin)
          UNION ALL SELECT b.bin, 1, CASE WHEN b.bin <= 3 THEN 1 ELSE 4 END FROM generate_series(1, 6) b (bin) UNION ALL SELECT b.bin, 0, 1 FROM generate_series(1, 6) b (bin)) l ON l.bin = p.bin GROUP BY 1, 2, 3, 4),
      told AS (SELECT g.split, g.level FROM g GROUP BY 1, 2 HAVING bool_and(g.h NOT BETWEEN 1 AND 4) OR (g.split = 'all' AND g.level = 0)),
      best AS (SELECT told.split, max(told.level) AS level FROM told GROUP BY 1)
    SELECT g.split, g.part, g.level, g.first, g.n FROM g JOIN best ON best.split = g.split AND best.level = g.level ORDER BY 1, 2, 4;
END $$;

-- Opened, closed, opened again, in whole calendar months (the running one up to today): month by month and for the period (`month` null), together and by kind and
-- method; of those closed the quartiles of their days as whole weeks. Years, quarters and months are told from above: the quarters of a year only where every one of
-- them can be, so that none is what is left of the year. A period is told that is made of what can be told.
CREATE FUNCTION access.unit_flow(first date, last date) RETURNS TABLE (split text, part text, what text, month date, cases integer, low integer, middle integer, high integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine uuid := access.my_unit(); reads boolean := access.may('case.read');
  begins date := date_trunc('month', first); ends date := least(date_trunc('month', last), date_trunc('month', access.today()));
  year_begins date := date_trunc('year', begins); year_ends date := (date_trunc('year', ends) + interval '1 year - 1 day');
  -- After the running month nothing has happened: it completes its quarter and its year.
  until date := CASE WHEN ends = date_trunc('month', access.today()) THEN date_trunc('year', ends) + interval '11 months' ELSE ends END;
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL OR ends < begins OR ends > begins + interval '5 years' THEN RETURN; END IF;
  RETURN QUERY
    WITH e AS MATERIALIZED (SELECT u.what, u.kind, u.method_id, date_trunc('month', u.on_day)::date AS month, u.days, CASE WHEN reads THEN NOT access.sees_person(u.person_id) ELSE true END AS hidden
        FROM access.unit_case_events(mine, year_begins, least(year_ends, access.today())) u),
      x AS MATERIALIZED (SELECT v.split, v.part, e.what, e.month, e.days, e.hidden FROM e CROSS JOIN LATERAL (VALUES ('all', 'all'), ('kind', e.kind), ('method', coalesce(e.method_id::text, 'none'))) v (split, part)),
      cell AS (SELECT x.split, x.part, x.what, x.month, count(*)::int AS n, count(*) FILTER (WHERE x.hidden)::int AS h FROM x GROUP BY 1, 2, 3, 4),
      of_year AS (SELECT y.split, y.what, y.year, bool_and(y.h NOT BETWEEN 1 AND 4) AS ok FROM (SELECT c.split, c.part, c.what, date_trunc('year', c.month)::date AS year, sum(c.h) AS h FROM cell c GROUP BY 1, 2, 3, 4) y GROUP BY 1, 2, 3),
      of_quarters AS (SELECT q.split, q.what, date_trunc('year', q.quarter)::date AS year, bool_and(q.h NOT BETWEEN 1 AND 4) AS ok FROM (SELECT c.split, c.part, c.what, date_trunc('quarter', c.month)::date AS quarter, sum(c.h) AS h FROM cell c GROUP BY 1, 2, 3, 4) q GROUP BY 1, 2, 3),
      of_months AS (SELECT c.split, c.what, date_trunc('quarter', c.month)::date AS quarter, bool_and(c.h NOT BETWEEN 1 AND 4) AS ok FROM cell c GROUP BY 1, 2, 3),
      told AS (SELECT s.split, w.what, m.month::date AS month, date_trunc('quarter', m.month)::date AS quarter, date_trunc('year', m.month)::date AS year, coalesce(y.ok, true) AS as_year, coalesce(y.ok AND q.ok, true) AS as_quarter, coalesce(y.ok AND q.ok AND o.ok, true) AS as_month
        FROM unnest(ARRAY['all', 'kind', 'method']) s (split) CROSS JOIN unnest(ARRAY['opened', 'closed', 'reopened']) w (what) CROSS JOIN generate_series(begins, ends, interval '1 month') m (month)
          LEFT JOIN of_year y ON y.split = s.split AND y.what = w.what AND y.year = date_trunc('year', m.month)
          LEFT JOIN of_quarters q ON q.split = s.split AND q.what = w.what AND q.year = date_trunc('year', m.month)
          LEFT JOIN of_months o ON o.split = s.split AND o.what = w.what AND o.quarter = date_trunc('quarter', m.month)),
      whole AS (SELECT t.split, t.what, bool_and(CASE WHEN t.year >= begins AND t.year + interval '11 months' <= until THEN t.as_year WHEN t.quarter >= begins AND t.quarter + interval '2 months' <= until THEN t.as_quarter ELSE t.as_month END) AS ok FROM told t GROUP BY 1, 2),
      parts AS (SELECT 'all' AS split, 'all' AS part UNION ALL SELECT 'kind', unnest(ARRAY['veteran', 'integration', 'employment', 'other']) UNION ALL SELECT 'method', m.id::text FROM method m UNION ALL SELECT 'method', 'none'),
      spans AS (SELECT x.split, x.part, x.what, count(*)::int AS n, percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY x.days) AS q FROM x WHERE x.month BETWEEN begins AND ends GROUP BY 1, 2, 3)
    SELECT t.split, p.part, t.what, t.month, CASE WHEN t.as_month THEN coalesce(c.n, 0) END, NULL::integer, NULL::integer, NULL::integer FROM told t JOIN parts p ON p.split = t.split LEFT JOIN cell c ON c.split = t.split AND c.part = p.part AND c.what = t.what AND c.month = t.month
    UNION ALL SELECT w.split, p.part, w.what, NULL, CASE WHEN w.ok THEN coalesce(s.n, 0) END, CASE WHEN w.ok THEN round(s.q[1] / 7)::int END, CASE WHEN w.ok THEN round(s.q[2] / 7)::int END, CASE WHEN w.ok THEN round(s.q[3] / 7)::int END
      FROM whole w JOIN parts p ON p.split = w.split LEFT JOIN spans s ON s.split = w.split AND s.part = p.part AND s.what = w.what;
END $$;

-- Deadlines of the unit's staff: work, and no figure about a citizen.
CREATE FUNCTION access.unit_deadlines(first date, last date) RETURNS TABLE (outcome text, tasks integer, moved integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('management.read') OR mine IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT d.outcome, count(*)::int, count(*) FILTER (WHERE d.moved)::int FROM access.unit_due_tasks(mine, first, last) d GROUP BY 1;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.unit_cases(uuid)', 'access.unit_case_events(uuid, date, date)', 'access.unit_due_tasks(uuid, date, date)', 'access.case_holders(uuid[])', 'access.unit_held(uuid)',
      'access.unit_caseload()', 'access.unit_contacts()', 'access.unit_flow(date, date)', 'access.unit_deadlines(date, date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
