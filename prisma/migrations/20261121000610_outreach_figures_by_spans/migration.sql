-- The same figures, counted in spans of months instead of person by person and month by month: a letter, a wish or a move holds from one
-- month to another, and between them nothing changes. At 100,000 veterans and 24 months this is the difference between a page and a time-out.
-- Months are numbered from 0; width_bucket(d, days) is the first of them that ends after d, width_bucket(d - 1, days) the first that ends on
-- d or later. tests/integration/outreach/figures-property.test.ts counts the same again, person by person.
CREATE OR REPLACE FUNCTION access.outreach_figures(today date, months integer) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
DECLARE
  exact boolean := access.has_scope('outreach.read', 'programme');
  yearly interval := access.rule_interval('yearly-letter', today);
  first_after interval := access.rule_interval('first-letter', today);
  pause interval := access.rule_interval('pause-no-thanks', today);
  after_pause interval := access.rule_interval('letter-after-pause', today);
  n integer := least(greatest(months, 1), 60);
  firsts date[] := ARRAY(SELECT (date_trunc('month', today) - make_interval(months => i))::date FROM generate_series(n - 1, 0, -1) i);
  -- The last day of each month; of the running one, today.
  days date[] := ARRAY(SELECT least((f + interval '1 month - 1 day')::date, today) FROM unnest(firsts) f);
  result jsonb;
BEGIN
  IF NOT access.may('outreach.figures') THEN RAISE EXCEPTION 'No right to figures' USING ERRCODE = 'insufficient_privilege'; END IF;

  WITH m AS (
    SELECT (f.nth - 1)::integer AS i, f.day AS first, days[f.nth] AS day FROM unnest(firsts) WITH ORDINALITY f (day, nth)
  ), v AS (
    SELECT p.id, p.registered_on, p.moved_in_on, p.moved_in_on > p.moved_away_on AS came_back, width_bucket(p.registered_on - 1, days) AS known,
      coalesce(width_bucket(p.died_on - 1, days), n) AS died, coalesce(width_bucket(p.moved_away_on - 1, days), n) AS away, coalesce(width_bucket(p.moved_in_on - 1, days), n) AS came
    FROM person p
    WHERE p.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL)
  ), stay AS (
    -- The months somebody belongs to: registered, alive and not away; before the day they moved in, and after it.
    SELECT id, registered_on, moved_in_on, came_back, false AS moved, known AS lo, least(died, away, came) AS hi FROM v WHERE known < least(died, away, came)
    UNION ALL SELECT id, registered_on, moved_in_on, came_back, true, greatest(known, came), least(died, CASE WHEN came_back THEN n ELSE away END) FROM v
      WHERE came < n AND greatest(known, came) < least(died, CASE WHEN came_back THEN n ELSE away END)
  ), letter_day AS (
    SELECT person_id, sent_on, width_bucket(sent_on - 1, days) AS lo, coalesce(width_bucket(returned_on - 1, days), n) AS hi FROM letter WHERE sent_on <= today
  ), came_back AS (
    SELECT DISTINCT person_id FROM letter WHERE returned_on IS NOT NULL AND sent_on <= today
  ), in_turn AS (
    -- Where no letter ever came back each holds until the next.
    SELECT person_id, sent_on, lo, lag(lo, 1, n) OVER newest_first AS hi, lead(sent_on) OVER newest_first IS NULL AS first
    FROM letter_day l WHERE NOT EXISTS (SELECT 1 FROM came_back c WHERE c.person_id = l.person_id)
    WINDOW newest_first AS (PARTITION BY person_id ORDER BY sent_on DESC)
  ), with_gaps AS (
    -- The others: the newest that is not back yet holds, and where none does there is no letter.
    SELECT person_id, sent_on, int4multirange(held) - coalesce(range_agg(held) OVER newer, '{}') AS held
    FROM (SELECT person_id, sent_on, int4range(lo, greatest(lo, hi)) AS held FROM letter_day JOIN came_back USING (person_id) UNION ALL SELECT person_id, NULL, int4range(0, n) FROM came_back) l
    WINDOW newer AS (PARTITION BY person_id ORDER BY sent_on DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ), last_letter AS (
    SELECT person_id, sent_on, lo, hi FROM in_turn WHERE lo < hi
    UNION ALL SELECT person_id, NULL, 0, lo FROM in_turn WHERE first AND lo > 0
    UNION ALL SELECT person_id, sent_on, lower(r), upper(r) FROM with_gaps, unnest(held) r
  ), wish_hold AS (
    SELECT w.person_id, w.id, w.kind, w.given_on,
      CASE w.kind WHEN 'LATER' THEN coalesce(w.until_month, w.given_on) WHEN 'NOT_THIS_YEAR' THEN (w.given_on + pause)::date END AS opens,
      int4range(width_bucket(w.given_on - 1, days), greatest(width_bucket(w.given_on - 1, days), coalesce(width_bucket(w.ended_on - 1, days), n))) AS held
    FROM wish w WHERE w.given_on <= today
    UNION ALL SELECT DISTINCT w.person_id, NULL::uuid, NULL::wish_kind, NULL::date, NULL::date, int4range(0, n) FROM wish w WHERE w.given_on <= today
  ), last_wish AS (
    SELECT person_id, kind, opens, lower(r) AS lo, upper(r) AS hi FROM (
      SELECT person_id, kind, opens, int4multirange(held) - coalesce(range_agg(held) OVER newer, '{}') AS held FROM wish_hold
      WINDOW newer AS (PARTITION BY person_id ORDER BY given_on DESC NULLS LAST, id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) w, unnest(w.held) r
  ), held AS (
    -- A stretch of months in which one letter and one wish hold. Who moved away and in again begins anew. People of whom the same is true are
    -- counted together: there are far fewer days than people.
    SELECT greatest(v.lo, l.lo, w.lo) AS lo, least(v.hi, l.hi, w.hi) AS hi, l.sent_on, w.kind, w.opens,
      v.came_back AND v.moved AND l.sent_on < v.moved_in_on AS anew,
      CASE WHEN l.sent_on IS NULL OR v.moved THEN greatest(v.registered_on, CASE WHEN v.moved THEN v.moved_in_on END) END AS begins_on, count(*) AS people
    FROM stay v LEFT JOIN last_letter l ON l.person_id = v.id AND l.lo < v.hi AND v.lo < l.hi LEFT JOIN last_wish w ON w.person_id = v.id
    GROUP BY 1, 2, 3, 4, 5, 6, 7
  ), alike AS (
    SELECT lo, hi, people, width_bucket((sent_on + interval '12 months')::date, days) AS covered_until,
      width_bucket(
        -- The wish goes before the year, as in lib/outreach/due/rules.ts: a month asked for, or the pause and then a month.
        CASE WHEN kind = 'NEVER' THEN NULL WHEN opens IS NULL OR sent_on >= opens THEN b.due_on
          WHEN kind = 'LATER' THEN (date_trunc('month', opens) + interval '1 month - 1 day')::date
          ELSE greatest(b.due_on, (opens + after_pause)::date) END, days) AS overdue_from
    FROM held CROSS JOIN LATERAL (SELECT coalesce((CASE WHEN anew IS NOT TRUE THEN sent_on END + yearly)::date, (begins_on + first_after)::date) AS due_on) b
    WHERE lo < hi
  ), here AS (
    SELECT m.first, sum(people)::bigint AS population, coalesce(sum(people) FILTER (WHERE m.i < covered_until), 0)::bigint AS covered,
      coalesce(sum(people) FILTER (WHERE m.i >= overdue_from), 0)::bigint AS overdue
    FROM m JOIN alike ON m.i >= alike.lo AND m.i < alike.hi GROUP BY m.first
  ), sent_day AS MATERIALIZED (
    SELECT sent_on AS day, count(*) AS letters FROM letter WHERE sent_on IS NOT NULL GROUP BY 1
  ), first_day AS (
    SELECT day, count(*) AS letters FROM (SELECT sent_on AS day FROM in_turn WHERE first
      UNION ALL SELECT min(sent_on) FROM letter_day JOIN came_back USING (person_id) GROUP BY person_id) f GROUP BY 1
  ), sent AS (
    SELECT m.first, coalesce(sum(f.letters), 0)::bigint AS first_letters, (sum(s.letters) - coalesce(sum(f.letters), 0))::bigint AS yearly_letters
    FROM m JOIN sent_day s ON s.day BETWEEN m.first AND m.day LEFT JOIN first_day f ON f.day = s.day GROUP BY m.first
  ), reply_day AS MATERIALIZED (
    SELECT (received_at AT TIME ZONE 'Europe/Copenhagen')::date AS day, kind, count(*) AS n FROM reply GROUP BY 1, 2
  ), answers AS (
    SELECT k.first, jsonb_object_agg(k.kind, access.shy(k.n, exact)) AS kinds FROM (
      SELECT m.first, r.kind::text, sum(r.n)::bigint AS n FROM m JOIN reply_day r ON r.day BETWEEN m.first AND m.day GROUP BY 1, 2) k GROUP BY k.first
  ), tries AS (
    SELECT k.first, jsonb_object_agg(k.step, access.shy(k.n, exact)) AS steps FROM (
      SELECT m.first, CASE a.channel WHEN 'PHONE' THEN 'PHONE' WHEN 'HOME_VISIT' THEN 'HOME_VISIT' ELSE 'OTHER_CHANNEL' END AS step, sum(a.n)::bigint AS n
      FROM m JOIN (SELECT happened_on, channel, count(*) AS n FROM attempt WHERE withdrawn_at IS NULL GROUP BY 1, 2) a ON a.happened_on BETWEEN m.first AND m.day GROUP BY 1, 2) k GROUP BY k.first
  ), begun AS MATERIALIZED (
    SELECT (SELECT min(day) FROM sent_day) AS letters, (SELECT min(day) FROM reply_day) AS replies, (SELECT min(happened_on) FROM attempt) AS attempts
  )
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
