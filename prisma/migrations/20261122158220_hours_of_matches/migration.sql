-- Hours volunteers spend with citizens, month by month (ADR 0048): what they logged of meetings in matches, and companion meetings that were held. A companion meeting nobody logged counts by the time
-- that was agreed, without the way there; one that was logged counts once. Beside the hours how much they tell of: how many meetings have hours of the volunteer's own, and in how many of the matches
-- that ran in the month anything was logged.
DO $$
DECLARE f text := pg_get_functiondef('access.volunteer_parts(boolean)'::regprocedure);
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('m AS MATERIALIZED (SELECT m.id,', 'm AS MATERIALIZED (SELECT m.id, m.volunteer_id, m.request_id,'),
    (E'    old AS (SELECT h.months', $new$    month AS (SELECT to_char(d, 'YYYY-MM') AS part, d::date AS first, (d + interval '1 month' - interval '1 day')::date AS last FROM generate_series(date_trunc('month', access.today()::timestamp) - interval '11 months', access.today()::timestamp, interval '1 month') d),
    happened AS (SELECT g.id, m.volunteer_id, g.on_day, g.minutes, g.minutes IS NOT NULL AS own FROM m JOIN volunteer_match_meeting g ON g.match_id = m.id WHERE g.met AND g.taken_back_at IS NULL
      UNION ALL SELECT c.id, m.volunteer_id, (c.starts_at AT TIME ZONE 'Europe/Copenhagen')::date, (extract(epoch FROM c.ends_at - c.starts_at) / 60)::int, false FROM m JOIN companion_meeting c ON c.request_id = m.request_id
        WHERE EXISTS (SELECT 1 FROM companion_step s WHERE s.meeting_id = c.id AND s.step = 'held') AND NOT EXISTS (SELECT 1 FROM volunteer_match_meeting g WHERE g.match_id = m.id AND g.met AND g.taken_back_at IS NULL)),
    old AS (SELECT h.months$new$),
    (E'  UNION ALL SELECT ''hours'', y.year::text', $new$  UNION ALL SELECT 'met', x.part, h.volunteer_id, sum(h.minutes)::int FROM month x JOIN happened h ON h.on_day BETWEEN x.first AND x.last GROUP BY x.part, h.volunteer_id
  UNION ALL SELECT CASE WHEN h.own THEN 'meeting-own' ELSE 'meeting-agreed' END, x.part, h.id, NULL FROM month x JOIN happened h ON h.on_day BETWEEN x.first AND x.last
  UNION ALL SELECT CASE WHEN EXISTS (SELECT 1 FROM volunteer_match_meeting g WHERE g.match_id = m.id AND g.taken_back_at IS NULL AND g.on_day BETWEEN x.first AND x.last) THEN 'logged' ELSE 'not-logged' END, x.part, m.id, NULL
    FROM month x JOIN m ON NOT m.for_meeting AND m.started_on <= x.last AND (m.ended_on IS NULL OR m.ended_on >= x.first)
  UNION ALL SELECT 'hours', y.year::text$new$)) AS x (old, new) LOOP
    IF (length(f) - length(replace(f, one.old, ''))) / length(one.old) <> 1 THEN RAISE EXCEPTION 'access.volunteer_parts counts otherwise than this migration knows: %', one.old; END IF;
    f := replace(f, one.old, one.new);
  END LOOP;
  EXECUTE f;

  f := pg_get_functiondef('access.volunteer_figures()'::regprocedure);
  FOR one IN SELECT * FROM (VALUES
    ('AS ok FROM held h)', $new$AS ok FROM held h),
      -- Of how much of a whole the hours tell.
      coverage AS (SELECT q.one, b.part, coalesce(x.n, 0) AS n, b.n AS of_n FROM (VALUES ('logged', 'not-logged'), ('meeting-own', 'meeting-agreed')) q (one, other)
        CROSS JOIN LATERAL (SELECT c.part, sum(c.n)::bigint AS n FROM c WHERE c.division IN (q.one, q.other) GROUP BY 1) b LEFT JOIN c x ON x.division = q.one AND x.part = b.part)$new$),
    ('''wait'', ''begun'', ''hours'')', '''wait'', ''begun'', ''hours'', ''met'')'),
    -- How much one volunteer did alone is told of nobody.
    ('CASE WHEN exact THEN c.middle WHEN ok THEN round(c.middle / 7.0)::int * 7 END, CASE WHEN exact THEN c.most WHEN ok', 'CASE WHEN c.division IN (''hours'', ''met'') THEN NULL WHEN exact THEN c.middle WHEN ok THEN round(c.middle / 7.0)::int * 7 END, CASE WHEN c.division IN (''hours'', ''met'') THEN NULL WHEN exact THEN c.most WHEN ok'),
    ('FROM held_ok h;', $new$FROM held_ok h
    UNION ALL SELECT o.one, o.part, CASE WHEN k.ok THEN o.n END::int, CASE WHEN k.ok THEN o.of_n END::int, NULL, NULL, NULL FROM coverage o CROSS JOIN LATERAL (SELECT exact OR (access.enough(o.n) AND access.enough(o.of_n) AND access.enough(o.of_n - o.n)) AS ok) k;$new$)) AS x (old, new) LOOP
    IF (length(f) - length(replace(f, one.old, ''))) / length(one.old) <> 1 THEN RAISE EXCEPTION 'access.volunteer_figures counts otherwise than this migration knows: %', one.old; END IF;
    f := replace(f, one.old, one.new);
  END LOOP;
  EXECUTE f;
END $$;
