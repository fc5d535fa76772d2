-- A volunteer's own dates in their own calendar (ADR 0055): an address with a secret, as staff have. Times alone, and of a course where it is; of a meeting one goes along to never where, with whom or what
-- for. Each reading asks the consent anew, so that what has ended is not there at the next look of the calendar.

CREATE FUNCTION access.own_feed(token text) RETURNS TABLE (kind text, id uuid, starts_at timestamptz, ends_at timestamptz, place text, sequence integer, cancelled boolean, language text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH owner AS MATERIALIZED (SELECT access.feed_owner(token) AS user_id),
    me AS (SELECT l.volunteer_id, v.language FROM owner o JOIN volunteer_login l ON l.user_id = o.user_id AND l.ended_at IS NULL JOIN volunteer v ON v.id = l.volunteer_id
      WHERE access.volunteer_stands(l.volunteer_id) IN ('active', 'paused') AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = o.user_id AND g.role = 'VOLUNTEER' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)))
  SELECT 'course', c.id, at.starts, at.starts + make_interval(mins => coalesce(c.minutes, 60)), c.place, c.version - 1 + (c.cancelled_on IS NOT NULL)::int, c.cancelled_on IS NOT NULL, me.language
  FROM me JOIN volunteer_seat s ON s.volunteer_id = me.volunteer_id AND s.state IN ('signed', 'attended') JOIN volunteer_course c ON c.id = s.course_id
    CROSS JOIN LATERAL (SELECT (c.on_day + c.starts::time) AT TIME ZONE 'Europe/Copenhagen' AS starts) at WHERE c.on_day >= access.today() - 90
  UNION ALL
  SELECT 'meeting', m.id, f.starts_at, f.ends_at, NULL, 0, false, me.language
  FROM me JOIN volunteer_match m ON m.volunteer_id = me.volunteer_id CROSS JOIN LATERAL access.companion_facts(m.request_id, m.volunteer_id) f WHERE f.told $$;
ALTER FUNCTION access.own_feed(text) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.own_feed(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.own_feed(text) TO indgang_web;

-- As before, and the secret address goes as well: whoever is let in again makes a new one.
CREATE OR REPLACE FUNCTION access.volunteer_user_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE volunteer_login SET ended_at = now(), ended_by = access.uid() WHERE user_id = NEW.id AND ended_at IS NULL;
  DELETE FROM calendar_feed WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
