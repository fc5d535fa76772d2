-- Volunteers in figures (ADR 0048). What is counted is said once: who belongs to which part of which division. The figures count them; for whoever leads volunteers a figure opens
-- the same rows. Whoever does not lead them is told no figure of one to four, and none that others taken from each other would give. What people say of their background is told
-- so to everybody, and opens nothing.

-- Who belongs where. `leads`: of citizens' areas and languages only what a live consent names; the rest is unknown. `weight`: free places, days, minutes.
CREATE FUNCTION access.volunteer_parts(leads boolean) RETURNS TABLE (division text, part text, subject uuid, weight integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH v AS MATERIALIZED (SELECT o.* FROM volunteer o WHERE NOT (o.id = ANY ((SELECT access.closed_volunteers())::uuid[]))),
    asks AS (SELECT s.volunteer_id, s.on_day FROM volunteer_pair_step s WHERE s.step = 'asked'
      AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step n WHERE n.request_id = s.request_id AND n.volunteer_id = s.volunteer_id AND n.number = s.number + 1 AND n.step = 'taken-back')),
    newest AS (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.request_id, s.volunteer_id, s.step FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC),
    state AS (SELECT DISTINCT ON (s.request_id) s.request_id, s.state FROM volunteer_request_state s ORDER BY s.request_id, s.number DESC),
    step AS (SELECT DISTINCT ON (s.volunteer_id) s.volunteer_id, s.step FROM volunteer_step s ORDER BY s.volunteer_id, s.number DESC),
    a AS MATERIALIZED (SELECT v.*, (SELECT min(s.on_day) FROM volunteer_step s WHERE s.volunteer_id = v.id AND s.step = 'active') AS since,
        greatest(v.capacity - (SELECT count(*) FROM volunteer_match m WHERE m.volunteer_id = v.id AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id))
          - (SELECT count(*) FROM newest n LEFT JOIN state t ON t.request_id = n.request_id WHERE n.volunteer_id = v.id AND n.step = 'asked' AND coalesce(t.state, 'waiting') = 'waiting'), 0)::int AS free,
        (SELECT count(*) FROM asks k WHERE k.volunteer_id = v.id) AS asked, (SELECT count(*) FROM asks k WHERE k.volunteer_id = v.id AND k.on_day > access.today() - 90) AS lately, (SELECT count(*) FROM asks k WHERE k.volunteer_id = v.id AND date_trunc('month', k.on_day) = date_trunc('month', access.today())) AS this_month
      FROM v JOIN step s ON s.volunteer_id = v.id AND s.step = 'active'),
    area AS (SELECT a.id, x.code FROM a CROSS JOIN LATERAL unnest(CASE WHEN coalesce(cardinality(a.areas), 0) = 0 THEN ARRAY['none'] ELSE a.areas END) x (code)),
    years AS (SELECT y AS year, least(make_date(y, 12, 31), access.today()) AS day FROM generate_series(extract(year FROM access.today())::int - 4, extract(year FROM access.today())::int) y),
    was AS (SELECT y.year, v.id, v.birth_year, v.background FROM years y CROSS JOIN v WHERE (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id AND s.on_day <= y.day ORDER BY s.number DESC LIMIT 1) = 'active'),
    w AS MATERIALIZED (SELECT r.id, r.role_code, access.today() - r.since AS days, CASE WHEN NOT leads OR t.told THEN r.areas END AS areas, CASE WHEN NOT leads OR t.needs THEN r.languages END AS languages
      FROM volunteer_request r JOIN person p ON p.id = r.person_id LEFT JOIN state s ON s.request_id = r.id LEFT JOIN access.waiting_requests() t ON t.id = r.id
      WHERE coalesce(s.state, 'waiting') = 'waiting' AND p.merged_into_id IS NULL AND p.died_on IS NULL AND (NOT leads OR t.id IS NOT NULL)),
    m AS MATERIALIZED (SELECT m.id, m.started_on, e.ended_on, m.started_on - r.since AS waited FROM volunteer_match m JOIN volunteer_request r ON r.id = m.request_id LEFT JOIN volunteer_match_end e ON e.match_id = m.id
      WHERE NOT (m.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) AND NOT (m.person_id = ANY ((SELECT access.conflicts())::uuid[]))),
    old AS (SELECT h.months, m.id, m.ended_on IS NULL OR m.ended_on >= m.started_on + make_interval(months => h.months) AS held FROM m CROSS JOIN (VALUES (3), (6), (12)) h (months)
      WHERE m.started_on + make_interval(months => h.months) <= access.today() AND m.started_on > access.today() - make_interval(months => 36))
  SELECT 'active', 'all', a.id, NULL::int FROM a
  UNION ALL SELECT 'role', x.code, a.id, NULL FROM a CROSS JOIN LATERAL unnest(a.roles) x (code)
  UNION ALL SELECT 'area', area.code, area.id, NULL FROM area
  UNION ALL SELECT 'free', 'all', a.id, a.free FROM a WHERE a.free > 0
  UNION ALL SELECT 'free-role', x.code, a.id, a.free FROM a CROSS JOIN LATERAL unnest(a.roles) x (code) WHERE a.free > 0
  UNION ALL SELECT 'free-area', area.code, area.id, a.free FROM area JOIN a ON a.id = area.id WHERE a.free > 0
  UNION ALL SELECT 'free-language', l.language, a.id, a.free FROM a JOIN volunteer_language l ON l.volunteer_id = a.id WHERE a.free > 0 AND l.language <> 'da'
  UNION ALL SELECT 'age', CASE WHEN a.birth_year IS NULL THEN 'unknown' WHEN extract(year FROM access.today())::int - a.birth_year BETWEEN 15 AND 25 THEN 'young' ELSE 'rest' END, a.id, NULL FROM a
  UNION ALL SELECT CASE WHEN extract(year FROM access.today())::int - a.birth_year BETWEEN 15 AND 25 THEN 'area-young' ELSE 'area-rest' END, area.code, a.id, NULL FROM area JOIN a ON a.id = area.id WHERE a.birth_year IS NOT NULL
  UNION ALL SELECT 'background', coalesce(a.background, 'unknown'), a.id, NULL FROM a
  UNION ALL SELECT 'area-' || a.background, area.code, a.id, NULL FROM area JOIN a ON a.id = area.id WHERE a.background IS NOT NULL
  UNION ALL SELECT 'year', was.year::text, was.id, NULL FROM was
  UNION ALL SELECT CASE WHEN was.year - was.birth_year BETWEEN 15 AND 25 THEN 'year-young' ELSE 'year-rest' END, was.year::text, was.id, NULL FROM was WHERE was.birth_year IS NOT NULL
  UNION ALL SELECT 'year-' || was.background, was.year::text, was.id, NULL FROM was WHERE was.background IS NOT NULL
  UNION ALL SELECT 'asked', 'never', a.id, NULL FROM a WHERE a.asked = 0 AND a.since <= access.today() - 90 AND NOT EXISTS (SELECT 1 FROM volunteer_match o WHERE o.volunteer_id = a.id)
  UNION ALL SELECT 'asked', 'often', a.id, a.lately::int FROM a WHERE a.lately >= 4 OR a.this_month > a.monthly_limit
  UNION ALL SELECT 'wait', 'all', w.id, w.days FROM w
  UNION ALL SELECT 'wait-role', w.role_code, w.id, w.days FROM w
  UNION ALL SELECT 'wait-area', x.code, w.id, w.days FROM w CROSS JOIN LATERAL unnest(CASE WHEN w.areas IS NULL THEN ARRAY['unknown'] WHEN cardinality(w.areas) = 0 THEN ARRAY['none'] ELSE w.areas END) x (code)
  UNION ALL SELECT DISTINCT 'wait-language', x.code, w.id, w.days FROM w CROSS JOIN LATERAL (SELECT 'unknown' WHERE w.languages IS NULL UNION SELECT split_part(l.l, '-', 1) FROM unnest(w.languages) l (l) WHERE l.l NOT LIKE 'da-%') x (code)
  UNION ALL SELECT 'begun', 'all', m.id, m.waited FROM m WHERE m.started_on > access.today() - 365
  UNION ALL SELECT CASE WHEN old.held THEN 'held' ELSE 'not-held' END, old.months::text, old.id, NULL FROM old
  UNION ALL SELECT 'hours', y.year::text, t.volunteer_id, sum(t.minutes)::int FROM years y JOIN volunteer_training t ON extract(year FROM t.on_day)::int = y.year JOIN v ON v.id = t.volunteer_id WHERE t.minutes IS NOT NULL GROUP BY y.year, t.volunteer_id $$;

-- None, or five and more.
CREATE FUNCTION access.enough(many bigint) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$ SELECT many NOT BETWEEN 1 AND 4 $$;

-- Every part with how many there are, of how many, and the middle, the largest and the sum of what they weigh. `n` null: kept back. Part `others`: those of parts that are told as one.
CREATE FUNCTION access.volunteer_figures() RETURNS TABLE (division text, part text, n integer, of_n integer, middle integer, most integer, total integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE exact boolean := access.may('volunteer.read'); leads boolean := access.may('volunteer.match');
BEGIN
  IF NOT access.may('volunteer.figures') THEN RETURN; END IF;
  RETURN QUERY
    WITH p AS MATERIALIZED (SELECT q.division, q.part, q.subject, max(q.weight) AS weight FROM access.volunteer_parts(leads) q GROUP BY 1, 2, 3),
      c AS MATERIALIZED (SELECT p.division, p.part, count(*) AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY p.weight) AS middle, max(p.weight) AS most, sum(p.weight) AS total FROM p GROUP BY 1, 2),
      -- Told one by one, the smallest first: each of five at least, and those told as one of five at least.
      apart AS (SELECT c.division, c.part, c.n, row_number() OVER (PARTITION BY c.division ORDER BY c.n, c.part) AS nth FROM c WHERE c.division IN ('role', 'area', 'free-role', 'free-area', 'free-language', 'wait-role', 'wait-area', 'wait-language')),
      first AS (SELECT p.division, p.subject, min(r.nth) AS nth FROM p JOIN apart r ON r.division = p.division AND r.part = p.part GROUP BY 1, 2),
      joined AS (SELECT r.division, r.nth, (SELECT count(*) FROM first f WHERE f.division = r.division AND f.nth <= r.nth) AS many FROM apart r),
      small AS (SELECT r.division, count(*) FILTER (WHERE NOT exact AND NOT access.enough(r.n)) AS parts FROM apart r GROUP BY 1),
      upto AS (SELECT s.division, CASE WHEN s.parts = 0 THEN 0 ELSE coalesce((SELECT min(j.nth) FROM joined j WHERE j.division = s.division AND j.nth >= s.parts AND access.enough(j.many)), (SELECT max(j.nth) FROM joined j WHERE j.division = s.division)) END AS nth FROM small s),
      -- Somebody may be in several parts: all but one to four of the whole is as small a figure.
      whole AS (SELECT DISTINCT r.division, c.n FROM apart r JOIN c ON c.division = CASE split_part(r.division, '-', 1) WHEN 'wait' THEN 'wait' WHEN 'free' THEN 'free' ELSE 'active' END AND c.part = 'all'),
      -- Two sides of one whole, in parts: told where both sides and those of whom it is not known are enough.
      sides AS (SELECT s.one, s.whole, b.part, coalesce(x.n, 0) AS n, coalesce(y.n, 0) AS rest, b.n AS whole_n
        FROM (VALUES ('area-young', 'area-rest', 'area', true), ('year-young', 'year-rest', 'year', true), ('area-other', 'area-danish', 'area', false), ('year-other', 'year-danish', 'year', false)) s (one, other, whole, open)
          JOIN c b ON b.division = s.whole LEFT JOIN c x ON x.division = s.one AND x.part = b.part LEFT JOIN c y ON y.division = s.other AND y.part = b.part),
      side_ok AS (SELECT s.*, (exact AND s.one LIKE '%-young') OR (access.enough(s.n) AND access.enough(s.rest) AND access.enough(s.whole_n - s.n - s.rest) AND access.enough(s.whole_n)) AS ok FROM sides s),
      held AS (SELECT h.months, coalesce(x.n, 0) AS n, coalesce(x.n, 0) + coalesce(y.n, 0) AS of_n FROM (VALUES ('3'), ('6'), ('12')) h (months) LEFT JOIN c x ON x.division = 'held' AND x.part = h.months LEFT JOIN c y ON y.division = 'not-held' AND y.part = h.months),
      held_ok AS (SELECT h.*, exact OR (SELECT bool_and(access.enough(o.n) AND access.enough(o.of_n - o.n) AND access.enough(abs(o.n - g.n)) AND access.enough(abs(o.of_n - g.of_n))) FROM held o CROSS JOIN held g) AS ok FROM held h)
    -- One number each.
    SELECT c.division, c.part, CASE WHEN ok THEN c.n END::int, NULL::int, CASE WHEN exact THEN c.middle WHEN ok THEN round(c.middle / 7.0)::int * 7 END, CASE WHEN exact THEN c.most WHEN ok THEN round(c.most / 7.0)::int * 7 END, CASE WHEN ok THEN c.total END::int
      FROM c CROSS JOIN LATERAL (SELECT exact OR (access.enough(c.n) AND (c.division <> 'free' OR access.enough((SELECT b.n FROM c b WHERE b.division = 'active') - c.n))) AS ok) o WHERE c.division IN ('active', 'free', 'wait', 'begun', 'hours')
    UNION ALL SELECT c.division, c.part, CASE WHEN exact OR (access.enough(c.n) AND access.enough(b.n - c.n)) THEN c.n END::int, NULL, NULL, NULL, NULL FROM c JOIN c b ON b.division = 'active' WHERE c.division = 'asked'
    -- Parts, and those told as one.
    UNION ALL SELECT r.division, r.part, CASE WHEN r.nth > u.nth AND (exact OR access.enough(b.n - r.n)) THEN r.n END::int, NULL, CASE WHEN r.nth <= u.nth OR r.division NOT LIKE 'wait%' THEN NULL WHEN exact THEN c.middle ELSE round(c.middle / 7.0)::int * 7 END,
        CASE WHEN r.nth <= u.nth OR r.division NOT LIKE 'wait%' THEN NULL WHEN exact THEN c.most ELSE round(c.most / 7.0)::int * 7 END, NULL
      FROM apart r JOIN upto u ON u.division = r.division JOIN c ON c.division = r.division AND c.part = r.part JOIN whole b ON b.division = r.division
    UNION ALL SELECT u.division, 'others', j.many::int, NULL, NULL, NULL, NULL FROM upto u JOIN joined j ON j.division = u.division AND j.nth = u.nth JOIN whole b ON b.division = u.division WHERE access.enough(j.many) AND access.enough(b.n - j.many)
    -- All parts of these or none.
    UNION ALL SELECT c.division, c.part, CASE WHEN (exact AND c.division = 'age') OR bool_and(access.enough(c.n)) OVER (PARTITION BY c.division) THEN c.n END::int, NULL, NULL, NULL, NULL FROM c WHERE c.division IN ('age', 'background')
    UNION ALL SELECT s.one, s.part, CASE WHEN bool_and(s.ok) OVER (PARTITION BY s.one) THEN s.n END::int, CASE WHEN bool_and(s.ok) OVER (PARTITION BY s.one) THEN s.n + s.rest END::int, NULL, NULL, NULL FROM side_ok s WHERE s.whole = 'area'
    UNION ALL SELECT s.one, s.part, CASE WHEN s.ok THEN s.n END::int, CASE WHEN s.ok THEN s.n + s.rest END::int, NULL, NULL, NULL FROM side_ok s WHERE s.whole = 'year'
    UNION ALL SELECT c.division, c.part, CASE WHEN exact OR access.enough(c.n) THEN c.n END::int, NULL, NULL, NULL, NULL FROM c WHERE c.division = 'year'
    UNION ALL SELECT 'held', h.months, CASE WHEN h.ok THEN h.n END::int, CASE WHEN h.ok THEN h.of_n END::int, NULL, NULL, NULL FROM held_ok h;
END $$;

-- The rows behind a figure, for whoever leads volunteers; of backgrounds none. What they are is read by the right to them.
CREATE FUNCTION access.volunteer_figure_rows(wanted text, of_part text) RETURNS TABLE (subject uuid, weight integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.subject, max(q.weight) FROM access.volunteer_parts(true) q WHERE access.may('volunteer.figures') AND access.may('volunteer.read') AND access.may('volunteer.match')
    AND q.division = wanted AND q.part = of_part AND q.division <> 'background' AND q.division NOT LIKE '%-other' AND q.division NOT LIKE '%-danish' GROUP BY 1 $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.volunteer_parts(boolean)', 'access.enough(bigint)', 'access.volunteer_figures()', 'access.volunteer_figure_rows(text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.volunteer_figures(), access.volunteer_figure_rows(text, text) TO indgang_app;

-- What the parts are called.
ALTER POLICY app_read ON volunteer_role USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')) OR (SELECT access.may('volunteer.figures')));
ALTER POLICY app_read ON local_area USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')) OR (SELECT access.may('volunteer.figures')));
