-- Letters to the people on an event's invitation list, through the same run as the letter of the year, and never taken for it.
ALTER TABLE letter ADD COLUMN invitation boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX run_one_open_per_event ON run (event_id) WHERE event_id IS NOT NULL AND state IN ('DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED');

-- An invitation neither moves the year's date nor starts the ladder; one that comes back says as much about the address as any letter.
CREATE OR REPLACE VIEW access.outreach_known AS
SELECT p.id AS person_id,
  coalesce(v.vulnerable, false) AS vulnerable,
  l.last_letter_sent_on,
  -- The last letter came back and nobody has found the address: not the coordinator (task), not the register (an address newer than the letter).
  CASE WHEN l.returned_sent_on > coalesce(l.last_letter_sent_on, '-infinity') AND NOT coalesce(t.address_found_on >= l.returned_on, false)
    AND NOT coalesce(greatest(a.since, h.since) > l.returned_sent_on, false) THEN l.returned_on END AS returned_on,
  coalesce(l.uncertain_letters, 0) AS uncertain_letters,
  w.kind AS wish_kind, w.given_on AS wish_given_on, w.until_month AS wish_until_month, t.reconsidered_on AS wish_reconsidered_on,
  (a.person_id IS NOT NULL OR h.person_id IS NOT NULL) AS has_address,
  a.postcode, a.town,
  r.last_reply_on,
  coalesce(r.wants_talk, false) AS wants_talk, coalesce(r.wants_call, false) AS wants_call, coalesce(r.says_moved, false) AS says_moved,
  r.waiting_since,
  greatest(c.last_contact_on, k.last_held_on) AS last_contact_on,
  c.last_attempt_on,
  s.attempts AS silence_attempts, s.phone_on AS silence_phone_on, s.other_on AS silence_other_on, s.visit_on AS silence_visit_on,
  coalesce(t.open_tasks, 0) AS open_tasks, t.next_task_due_on, t.postponed_to,
  p.first_name, p.last_name, p.birth_date, p.language, p.registered_on, p.moved_in_on, p.moved_away_on, p.died_on, p.protection, p.digital_post
FROM person p
LEFT JOIN veteran_profile v ON v.person_id = p.id
LEFT JOIN (
  SELECT person_id, max(sent_on) FILTER (WHERE returned_on IS NULL AND NOT invitation) AS last_letter_sent_on,
    max(sent_on) FILTER (WHERE returned_on IS NOT NULL) AS returned_sent_on, max(returned_on) AS returned_on,
    count(*) FILTER (WHERE state = 'UNCERTAIN')::int AS uncertain_letters
  FROM letter GROUP BY person_id
) l ON l.person_id = p.id
LEFT JOIN (
  SELECT DISTINCT ON (person_id) person_id, kind, given_on, until_month FROM wish WHERE ended_on IS NULL ORDER BY person_id, given_on DESC, id DESC
) w ON w.person_id = p.id
-- The address that has not ended, the newest first; no question of today, so that a fact changes only when somebody changes it.
LEFT JOIN (
  SELECT DISTINCT ON (person_id) person_id, postcode, town, from_day AS since FROM address
  WHERE to_day IS NULL ORDER BY person_id, from_day DESC NULLS LAST, id DESC
) a ON a.person_id = p.id
LEFT JOIN (SELECT person_id, max(from_day) AS since FROM protected_address WHERE to_day IS NULL GROUP BY person_id) h ON h.person_id = p.id
LEFT JOIN (
  SELECT person_id, max((received_at AT TIME ZONE 'Europe/Copenhagen')::date) AS last_reply_on,
    bool_or(kind = 'TALK') FILTER (WHERE handled_at IS NULL) AS wants_talk, bool_or(kind = 'CALL') FILTER (WHERE handled_at IS NULL) AS wants_call,
    bool_or(kind = 'MOVED') FILTER (WHERE handled_at IS NULL) AS says_moved,
    min((received_at AT TIME ZONE 'Europe/Copenhagen')::date) FILTER (WHERE handled_at IS NULL) AS waiting_since
  FROM reply GROUP BY person_id
) r ON r.person_id = p.id
LEFT JOIN (
  SELECT person_id, max(happened_on) FILTER (WHERE outcome = 'REACHED') AS last_contact_on, max(happened_on) AS last_attempt_on
  FROM attempt WHERE withdrawn_at IS NULL GROUP BY person_id
) c ON c.person_id = p.id
LEFT JOIN (
  SELECT person_id, max((held_at AT TIME ZONE 'Europe/Copenhagen')::date) AS last_held_on FROM talk WHERE held_at IS NOT NULL GROUP BY person_id
) k ON k.person_id = p.id
LEFT JOIN (
  SELECT person_id, count(*) FILTER (WHERE done_at IS NULL)::int AS open_tasks, min(due_on) FILTER (WHERE done_at IS NULL) AS next_task_due_on,
    -- Put off on purpose: the step of the ladder waits until then.
    max(due_on) FILTER (WHERE done_at IS NULL AND kind IN ('PHONE', 'OTHER_CHANNEL', 'HOME_VISIT') AND postponed_at IS NOT NULL) AS postponed_to,
    max((done_at AT TIME ZONE 'Europe/Copenhagen')::date) FILTER (WHERE kind = 'ADDRESS' AND outcome = 'FOUND') AS address_found_on,
    max((done_at AT TIME ZONE 'Europe/Copenhagen')::date) FILTER (WHERE kind = 'RECONSIDER' AND outcome = 'KEPT') AS reconsidered_on
  FROM outreach_task GROUP BY person_id
) t ON t.person_id = p.id
-- The rungs taken since the last letter; asked only for those who have a ladder.
LEFT JOIN LATERAL (
  SELECT count(*)::int AS attempts, min(happened_on) FILTER (WHERE channel = 'PHONE') AS phone_on,
    min(happened_on) FILTER (WHERE channel IN ('SMS', 'EMAIL', 'LETTER', 'OTHER')) AS other_on, min(happened_on) FILTER (WHERE channel = 'HOME_VISIT') AS visit_on
  FROM attempt WHERE v.vulnerable AND attempt.person_id = p.id AND withdrawn_at IS NULL AND happened_on >= l.last_letter_sent_on
) s ON true
WHERE p.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM person_role pr WHERE pr.person_id = p.id AND pr.kind = 'VETERAN' AND pr.to_day IS NULL)
  AND (SELECT (current_user IN ('indgang_worker', 'indgang_definer') OR 'VETERAN' = ANY (access.programmes('outreach.read'))))
  AND p.id <> ALL ((SELECT CASE WHEN current_user IN ('indgang_worker', 'indgang_definer') THEN '{}' ELSE access.conflicts() END)::uuid[])
  AND (p.protection <> 'P3' OR (SELECT current_user IN ('indgang_worker', 'indgang_definer') OR access.cleared('SHIELDED')));


-- Nor does it count as a letter of the year in the figures.
CREATE OR REPLACE FUNCTION access.outreach_figures(today date, months integer) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
    SELECT l.person_id, m.first, max(l.sent_on) AS sent_on FROM letter l JOIN m ON l.sent_on <= m.day AND (l.returned_on IS NULL OR l.returned_on > m.day) AND NOT l.invitation GROUP BY 1, 2
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
    FROM m JOIN (SELECT sent_on, row_number() OVER (PARTITION BY person_id ORDER BY sent_on, id) AS nth FROM letter WHERE sent_on IS NOT NULL AND NOT invitation) l
      ON l.sent_on BETWEEN m.first AND m.day GROUP BY m.first
  ), answers AS (
    SELECT k.first, jsonb_object_agg(k.kind, access.shy(k.n, exact)) AS kinds FROM (
      SELECT m.first, r.kind::text, count(*) AS n FROM m JOIN reply r ON (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN m.first AND m.day GROUP BY 1, 2) k GROUP BY k.first
  ), tries AS (
    SELECT k.first, jsonb_object_agg(k.step, access.shy(k.n, exact)) AS steps FROM (
      SELECT m.first, CASE a.channel WHEN 'PHONE' THEN 'PHONE' WHEN 'HOME_VISIT' THEN 'HOME_VISIT' ELSE 'OTHER_CHANNEL' END AS step, count(*) AS n
      FROM m JOIN attempt a ON a.happened_on BETWEEN m.first AND m.day AND a.withdrawn_at IS NULL GROUP BY 1, 2) k GROUP BY k.first
  ), begun AS (SELECT (SELECT min(sent_on) FROM letter WHERE NOT invitation) AS letters, (SELECT min((received_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM reply) AS replies, (SELECT min(happened_on) FROM attempt) AS attempts)
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


-- 'invited' is owed a letter like the two others. Names and order as placementOf() of lib/outreach/runs/groups.ts.
CREATE OR REPLACE FUNCTION access.placements(wanted_run uuid, persons uuid[], day date)
RETURNS TABLE (member_id uuid, new_group run_group, new_reason text, new_channel letter_channel) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE fact_join text;
BEGIN
  -- For a few people one look-up each, for a whole run one pass over all: without OFFSET 0 the planner would count every letter there is.
  fact_join := CASE WHEN persons IS NULL THEN 'LEFT JOIN outreach_fact v ON v.person_id = m.person_id'
    ELSE 'LEFT JOIN LATERAL (SELECT * FROM outreach_fact o WHERE o.person_id = m.person_id OFFSET 0) v ON true' END;
  RETURN QUERY EXECUTE format($q$
    SELECT s.id, s.placed[1]::run_group, s.placed[2],
      CASE WHEN s.placed[1] IN ('TO_SEND', 'NO_ADDRESS') THEN s.channel WHEN s.placed[1] = 'BY_HAND' THEN 'BY_HAND'::letter_channel ELSE s.old_channel END
    FROM (
      SELECT m.id, m.run_group AS old_group, m.reason AS old_reason, m.channel AS old_channel,
        CASE WHEN p.digital_post = 'YES' AND EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id) THEN 'DIGITAL_POST'::letter_channel
          WHEN f.has_address THEN 'PAPER'::letter_channel END AS channel,
        CASE
          WHEN l.sent_on IS NOT NULL AND l.returned_on IS NULL THEN ARRAY['SENT', 'letter-sent']
          WHEN m.scope NOT IN ('first-letter-due', 'yearly-letter-due', 'invited') THEN ARRAY['OUT', m.scope]
          WHEN p.merged_into_id IS NOT NULL THEN ARRAY['OUT', 'merged']
          WHEN m.excluded_at IS NOT NULL AND l.returned_on IS NULL THEN ARRAY['OUT', 'excluded']
          WHEN p.died_on <= $3 THEN ARRAY['DEAD', 'dead']
          WHEN p.moved_away_on <= $3 AND NOT coalesce(p.moved_in_on > p.moved_away_on AND p.moved_in_on <= $3, false) THEN ARRAY['MOVED_AWAY', 'moved-away']
          WHEN f.wish_kind = 'NEVER' THEN ARRAY['OPTED_OUT', 'wish-never']
          WHEN f.wish_kind = 'NOT_THIS_YEAR' AND r.letter_date < access.rule_day('pause-no-thanks', f.wish_given_on) THEN ARRAY['OPTED_OUT', 'wish-not-this-year']
          WHEN f.wish_kind = 'LATER' AND r.letter_date < f.wish_until_month THEN ARRAY['LATER', 'wish-later']
          WHEN p.protection <> 'P0' THEN ARRAY['BY_HAND', 'protected']
          WHEN l.returned_on IS NOT NULL THEN ARRAY['RETURNED', 'letter-returned']
          WHEN f.returned_on IS NOT NULL OR NOT coalesce(f.has_address OR p.digital_post = 'YES', false) THEN ARRAY['NO_ADDRESS', 'no-address']
          ELSE ARRAY['TO_SEND', m.scope]
        END AS placed
      FROM run_member m JOIN run r ON r.id = m.run_id JOIN person p ON p.id = m.person_id
      LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id
      %s
      -- A relative on an invitation list has no row among the veterans' facts: the same three questions, asked of the tables.
      LEFT JOIN LATERAL (
        SELECT EXISTS (SELECT 1 FROM address a WHERE a.person_id = m.person_id AND a.to_day IS NULL)
            OR EXISTS (SELECT 1 FROM protected_address a WHERE a.person_id = m.person_id AND a.to_day IS NULL) AS has_address,
          w.kind, w.given_on, w.until_month
        FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT kind, given_on, until_month FROM wish WHERE person_id = m.person_id AND ended_on IS NULL ORDER BY given_on DESC, id DESC LIMIT 1) w ON true
      ) o ON v.person_id IS NULL
      CROSS JOIN LATERAL (SELECT coalesce(v.has_address, o.has_address) AS has_address, coalesce(v.wish_kind, o.kind) AS wish_kind,
        coalesce(v.wish_given_on, o.given_on) AS wish_given_on, coalesce(v.wish_until_month, o.until_month) AS wish_until_month, v.returned_on) f
      WHERE m.run_id = $1 AND ($2 IS NULL OR m.person_id = ANY ($2))
    ) s
    WHERE (s.placed[1], s.placed[2]) IS DISTINCT FROM (s.old_group::text, s.old_reason)
      OR (s.placed[1] = 'TO_SEND' AND s.channel IS DISTINCT FROM s.old_channel)
    $q$, fact_join) USING wanted_run, persons, day;
END $$;


-- A letter with a code is an invitation too: whoever has one gets no mail with another.
CREATE OR REPLACE FUNCTION access.has_invitation_code(wanted_event uuid, wanted_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT access.may('event.manage') AND (EXISTS (SELECT 1 FROM reply_code r WHERE r.event_id = wanted_event AND r.person_id = wanted_person)
    OR EXISTS (SELECT 1 FROM letter l JOIN run ON run.id = l.run_id WHERE l.person_id = wanted_person AND run.event_id = wanted_event AND l.state NOT IN ('CANCELLED', 'FAILED') AND l.returned_on IS NULL)) $$;
CREATE OR REPLACE FUNCTION access.invitation_codes(wanted_event uuid, people uuid[], hashes bytea[], until timestamptz) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO reply_code (person_id, event_id, code_hash, expires_at)
  SELECT n.person, wanted_event, n.hash, until FROM unnest(people, hashes) AS n (person, hash)
  JOIN invitation i ON i.event_id = wanted_event AND i.person_id = n.person AND i.withdrawn_at IS NULL
  WHERE access.may('event.manage') AND NOT (n.person = ANY (access.conflicts()))
    AND NOT access.has_invitation_code(wanted_event, n.person)
  RETURNING person_id $$;
