-- The scope once, in conditions the planner can estimate, and no second reading of person: half the time at 100,000 persons. What
-- person's own policies would let through is the same; tests/integration/outreach/due-scope.test.ts compares the two for every kind of reader.
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
  SELECT person_id, max(sent_on) FILTER (WHERE returned_on IS NULL) AS last_letter_sent_on,
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

CREATE OR REPLACE VIEW outreach_fact WITH (security_invoker = true) AS
SELECT k.first_name, k.last_name, k.birth_date, k.language, k.registered_on, k.moved_in_on, k.moved_away_on, k.died_on, k.protection, k.digital_post,
  k.person_id, k.vulnerable, k.last_letter_sent_on, k.returned_on, k.uncertain_letters, k.wish_kind, k.wish_given_on, k.wish_until_month, k.wish_reconsidered_on,
  k.has_address, k.postcode, k.town, k.last_reply_on, k.wants_talk, k.wants_call, k.says_moved, k.waiting_since, k.last_contact_on, k.last_attempt_on,
  k.silence_attempts, k.silence_phone_on, k.silence_other_on, k.silence_visit_on, k.open_tasks, k.next_task_due_on, k.postponed_to
FROM access.outreach_known k;
