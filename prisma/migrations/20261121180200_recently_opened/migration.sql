-- Whom the caller opened last: from their own rows of the log, which is theirs to know; who these people are is read under the policies of the person, so that
-- somebody one may no longer see is not among them.
CREATE FUNCTION access.recently_opened() RETURNS TABLE (person_id uuid, at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.person_id, max(e.at) FROM audit_event e WHERE e.actor_user_id = access.uid() AND e.kind = 'VIEW' AND e.person_id IS NOT NULL AND e.at > now() - interval '14 days' AND access.may('person.read')
  GROUP BY e.person_id ORDER BY max(e.at) DESC LIMIT 30 $$;
ALTER FUNCTION access.recently_opened() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.recently_opened() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.recently_opened() TO indgang_app;
