-- To whom it is told that a right waits (ADR 0061): everybody else who gives rights in the house, or in the unit of the one it is for. Neither who proposed it nor the one it is for; one row for each, with when the newest
-- of theirs that waits was proposed. For the job that writes the mails; nobody where nothing waits.
CREATE FUNCTION access.right_deciders() RETURNS TABLE (user_id uuid, email text, locale text, newest timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.email, u.locale, max(p.proposed_at)
  FROM right_proposal p JOIN app_user w ON w.id = p.user_id
    JOIN app_user u ON u.active AND NOT u.for_volunteer AND u.id <> p.user_id AND u.id <> p.proposed_by
    JOIN role_grant g ON g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())
    JOIN access.policy a ON a.role = g.role AND a.action = 'right.give' AND (a.scope = 'metadata' OR a.scope = 'unit' AND u.unit_id = w.unit_id)
  WHERE p.outcome IS NULL GROUP BY u.id ORDER BY u.id $$;
ALTER FUNCTION access.right_deciders() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.right_deciders() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.right_deciders() TO indgang_worker;
