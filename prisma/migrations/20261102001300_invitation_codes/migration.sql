-- The application makes no codes of its own accord: whoever can write a hash here can answer as anybody. Invitations by mail need one each,
-- so this makes them, only for people on the event's list that the caller may see, and only one per person and event.
CREATE FUNCTION access.invitation_codes(wanted_event uuid, people uuid[], hashes bytea[], until timestamptz) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO reply_code (person_id, event_id, code_hash, expires_at)
  SELECT n.person, wanted_event, n.hash, until FROM unnest(people, hashes) AS n (person, hash)
  JOIN invitation i ON i.event_id = wanted_event AND i.person_id = n.person AND i.withdrawn_at IS NULL
  WHERE access.may('event.manage') AND NOT (n.person = ANY (access.conflicts()))
    AND NOT EXISTS (SELECT 1 FROM reply_code r WHERE r.event_id = wanted_event AND r.person_id = n.person)
  RETURNING person_id $$;
-- Who on the list has a code already: the fact, never the code.
CREATE FUNCTION access.has_invitation_code(wanted_event uuid, wanted_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT access.may('event.manage') AND EXISTS (SELECT 1 FROM reply_code r WHERE r.event_id = wanted_event AND r.person_id = wanted_person) $$;
ALTER FUNCTION access.invitation_codes(uuid, uuid[], bytea[], timestamptz) OWNER TO indgang_definer;
ALTER FUNCTION access.has_invitation_code(uuid, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.invitation_codes(uuid, uuid[], bytea[], timestamptz), access.has_invitation_code(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.invitation_codes(uuid, uuid[], bytea[], timestamptz), access.has_invitation_code(uuid, uuid) TO indgang_app;
