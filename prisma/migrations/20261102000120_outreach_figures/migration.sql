-- Figures without people. Whoever may read the people gets the numbers as they are; others never receive a number from 1 to 4 (-1 stands for
-- it), nor two numbers whose difference is one: where all but a few are covered, the covered are kept back too. Each list of parts is
-- given without its sum, and no set is split in two ways.
CREATE FUNCTION access.shy(n bigint, exact boolean) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN exact OR n = 0 OR n >= 5 THEN n ELSE -1 END $$;

-- The length of a deadline in force that day. Working days as calendar days: near enough for a curve, and no outreach rule of letters has them.
CREATE FUNCTION access.rule_interval(wanted text, today date) RETURNS interval LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE r.unit WHEN 'MONTH' THEN make_interval(months => r.length) WHEN 'YEAR' THEN make_interval(years => r.length)
    WHEN 'WORKING_DAY' THEN make_interval(days => r.length * 7 / 5) ELSE make_interval(days => r.length) END
  FROM deadline_rule r WHERE r.code = wanted AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today) ORDER BY r.valid_from DESC LIMIT 1 $$;

CREATE FUNCTION access.outreach_figures(today date, months integer) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  exact boolean := access.has_scope('outreach.read', 'programme');
  yearly interval := access.rule_interval('yearly-letter', today);
  first_after interval := access.rule_interval('first-letter', today);
  pause interval := access.rule_interval('pause-no-thanks', today);
  after_pause interval := access.rule_interval('letter-after-pause', today);
  result jsonb;
BEGIN
  IF NOT access.may('outreach.figures') THEN RAISE EXCEPTION 'No right to figures' USING ERRCODE = 'insufficient_privilege'; END IF;

  WITH m AS (
    SELECT first, least((first + interval '1 month - 1 day')::date, today) AS day
    FROM (SELECT (date_trunc('month', today) - make_interval(months => i))::date AS first FROM generate_series(0, least(greatest(months, 1), 60) - 1) i) q
  ), v AS (
    SELECT p.id, p.registered_on, p.moved_in_on, p.moved_away_on, p.died_on FROM person p
    WHERE p.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL)
  ), last_letter AS (
    SELECT l.person_id, m.first, max(l.sent_on) AS sent_on FROM letter l JOIN m ON l.sent_on <= m.day AND (l.returned_on IS NULL OR l.returned_on > m.day) GROUP BY 1, 2
  ), wish_then AS (
    SELECT DISTINCT ON (w.person_id, m.first) w.person_id, m.first, w.kind,
      CASE w.kind WHEN 'LATER' THEN coalesce(w.until_month, w.given_on) WHEN 'NOT_THIS_YEAR' THEN (w.given_on + pause)::date END AS opens
    FROM wish w JOIN m ON w.given_on <= m.day AND (w.ended_on IS NULL OR w.ended_on > m.day) ORDER BY w.person_id, m.first, w.given_on DESC, w.id DESC
  ), here AS (
    SELECT m.first, count(*) AS population,
      count(*) FILTER (WHERE (l.sent_on + interval '12 months')::date >= m.day) AS covered,
      -- The wish goes before the year, as in lib/outreach/due/rules.ts: a month asked for, or the pause and then a month.
      count(*) FILTER (WHERE w.kind IS DISTINCT FROM 'NEVER' AND CASE
        WHEN w.opens IS NULL OR l.sent_on >= w.opens THEN b.due_on
        WHEN w.kind = 'LATER' THEN (date_trunc('month', w.opens) + interval '1 month - 1 day')::date
        ELSE greatest(b.due_on, (w.opens + after_pause)::date) END < m.day) AS overdue
    FROM m JOIN v ON v.registered_on <= m.day AND NOT coalesce(v.died_on <= m.day, false)
      AND NOT coalesce(v.moved_away_on <= m.day AND NOT coalesce(v.moved_in_on > v.moved_away_on AND v.moved_in_on <= m.day, false), false)
    LEFT JOIN last_letter l ON l.person_id = v.id AND l.first = m.first
    LEFT JOIN wish_then w ON w.person_id = v.id AND w.first = m.first
    -- Who moved away and in again begins anew.
    CROSS JOIN LATERAL (SELECT coalesce((CASE WHEN NOT coalesce(v.moved_in_on > v.moved_away_on AND v.moved_in_on <= m.day AND l.sent_on < v.moved_in_on, false) THEN l.sent_on END + yearly)::date, (greatest(v.registered_on, CASE WHEN v.moved_in_on <= m.day THEN v.moved_in_on END) + first_after)::date) AS due_on) b
    GROUP BY m.first
  ), sent AS (
    SELECT m.first, count(*) FILTER (WHERE l.nth = 1) AS first_letters, count(*) FILTER (WHERE l.nth > 1) AS yearly_letters
    FROM m JOIN (SELECT sent_on, row_number() OVER (PARTITION BY person_id ORDER BY sent_on, id) AS nth FROM letter WHERE sent_on IS NOT NULL) l
      ON l.sent_on BETWEEN m.first AND m.day GROUP BY m.first
  ), answers AS (
    SELECT k.first, jsonb_object_agg(k.kind, access.shy(k.n, exact)) AS kinds FROM (
      SELECT m.first, r.kind::text, count(*) AS n FROM m JOIN reply r ON (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN m.first AND m.day GROUP BY 1, 2) k GROUP BY k.first
  ), tries AS (
    SELECT k.first, jsonb_object_agg(k.step, access.shy(k.n, exact)) AS steps FROM (
      SELECT m.first, CASE a.channel WHEN 'PHONE' THEN 'PHONE' WHEN 'HOME_VISIT' THEN 'HOME_VISIT' ELSE 'OTHER_CHANNEL' END AS step, count(*) AS n
      FROM m JOIN attempt a ON a.happened_on BETWEEN m.first AND m.day AND a.withdrawn_at IS NULL GROUP BY 1, 2) k GROUP BY k.first
  ), begun AS (SELECT (SELECT min(sent_on) FROM letter) AS letters, (SELECT min((received_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM reply) AS replies, (SELECT min(happened_on) FROM attempt) AS attempts)
  SELECT jsonb_agg(jsonb_build_object('month', m.first, 'day', m.day,
    -- Before the first letter there was no register to count in: no data, which is not 0.
    'population', CASE WHEN b.letters <= m.day AND h.population > 0 THEN access.shy(h.population, exact) END,
    'covered', CASE WHEN b.letters <= m.day AND h.population > 0 THEN CASE WHEN NOT exact AND h.population - h.covered BETWEEN 1 AND 4 THEN -1 ELSE access.shy(h.covered, exact) END END,
    'overdue', CASE WHEN b.letters <= m.day AND h.population > 0 THEN CASE WHEN NOT exact AND (h.population - h.overdue BETWEEN 1 AND 4 OR abs(h.population - h.covered - h.overdue) BETWEEN 1 AND 4) THEN -1 ELSE access.shy(h.overdue, exact) END END,
    'letters', CASE WHEN b.letters <= m.day THEN jsonb_build_object('first', access.shy(coalesce(s.first_letters, 0), exact), 'yearly', access.shy(coalesce(s.yearly_letters, 0), exact)) END,
    'replies', CASE WHEN b.replies <= m.day THEN coalesce(a.kinds, '{}') END,
    'steps', CASE WHEN b.attempts <= m.day THEN coalesce(t.steps, '{}') END) ORDER BY m.first)
  INTO result FROM m CROSS JOIN begun b LEFT JOIN here h ON h.first = m.first LEFT JOIN sent s ON s.first = m.first LEFT JOIN answers a ON a.first = m.first LEFT JOIN tries t ON t.first = m.first;
  RETURN result;
END $$;

ALTER FUNCTION access.shy(bigint, boolean) OWNER TO indgang_definer;
ALTER FUNCTION access.rule_interval(text, date) OWNER TO indgang_definer;
ALTER FUNCTION access.outreach_figures(date, integer) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.shy(bigint, boolean), access.rule_interval(text, date), access.outreach_figures(date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.outreach_figures(date, integer) TO indgang_app;
