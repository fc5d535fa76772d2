-- How many days without a talk are too many: what a unit says for its cases, and what a method says for those that follow it. What tells a manager how long since
-- people were reached is divided at the same number: a quarter, half, all and double of it.
ALTER TABLE unit ADD COLUMN "silent_days" INTEGER NOT NULL DEFAULT 30, ADD CONSTRAINT unit_silent_days CHECK (silent_days BETWEEN 8 AND 365);
ALTER TABLE method_version ADD COLUMN "silent_days" INTEGER, ADD CONSTRAINT method_version_silent_days CHECK (silent_days BETWEEN 1 AND 365);

CREATE OR REPLACE FUNCTION access.unit_cases(wanted uuid) RETURNS TABLE (case_id uuid, person_id uuid, kind text, method_id uuid, state text, since date, last_on date, bin integer) LANGUAGE sql STABLE AS $$
  SELECT c.id, c.person_id, c.kind, m.method_id, s.state, c.opened_on, r.last_on,
    CASE WHEN r.last_on IS NULL THEN 6 WHEN access.today() - r.last_on <= n.silent_days / 4 THEN 1 WHEN access.today() - r.last_on <= n.silent_days / 2 THEN 2 WHEN access.today() - r.last_on <= n.silent_days THEN 3 WHEN access.today() - r.last_on <= n.silent_days * 2 THEN 4 ELSE 5 END
  FROM public.case_file c JOIN public.unit n ON n.id = c.unit_id
    CROSS JOIN LATERAL (SELECT n.state FROM public.case_state n WHERE n.case_id = c.id ORDER BY n.number DESC LIMIT 1) s
    LEFT JOIN LATERAL (SELECT v.method_id FROM (SELECT t.kind, t.version_id FROM public.case_move t WHERE t.case_id = c.id AND t.kind IN ('follow', 'leave') ORDER BY t.number DESC LIMIT 1) t
      JOIN public.method_version v ON v.id = t.version_id WHERE t.kind = 'follow') m ON true
    LEFT JOIN LATERAL (SELECT (o.happened_at AT TIME ZONE 'Europe/Copenhagen')::date AS last_on FROM public.contact o WHERE o.person_id = c.person_id AND o.outcome = 'reached' AND o.redacted_at IS NULL
      ORDER BY o.happened_at DESC LIMIT 1) r ON true
  WHERE c.unit_id = wanted AND s.state <> 'closed' $$;
