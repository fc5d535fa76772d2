-- Of these people, those a colleague could have: with a role that opens them once they are given, and no rule between the two that no role lifts. Asked in a session of theirs that is always
-- rolled back, as access.seen_as does. The caller learns it of people they see themselves, and not why; of everybody else the answer is no.
CREATE FUNCTION access.could_have(who uuid, wanted uuid[]) RETURNS uuid[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine uuid[]; clear uuid[];
  secret text := gen_random_uuid()::text || gen_random_uuid()::text;
BEGIN
  IF NOT access.may('case.manage') THEN RETURN '{}'; END IF;
  mine := ARRAY(SELECT w FROM unnest(wanted) w WHERE access.sees_person(w));
  BEGIN
    INSERT INTO session (id, user_id, token_hash, device, expires_at, idle_expires_at) VALUES (uuidv7(), who, sha256(convert_to(secret, 'UTF8')), 'explained', now() + interval '1 minute', now() + interval '1 minute');
    PERFORM set_config('app.session', secret, true);
    clear := ARRAY(SELECT p.id FROM person p WHERE p.id = ANY (mine) AND access.may('case.manage')
      AND (access.has_scope('person.read', 'assigned') OR EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (access.programmes('person.read'))))
      AND NOT (p.id = ANY (access.conflicts())) AND (NOT p.shielded OR access.cleared('SHIELDED')));
    RAISE EXCEPTION USING ERRCODE = 'INDG1';
  EXCEPTION WHEN SQLSTATE 'INDG1' THEN NULL;
  END;
  RETURN coalesce(clear, '{}');
END $$;
ALTER FUNCTION access.could_have(uuid, uuid[]) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.could_have(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.could_have(uuid, uuid[]) TO indgang_app;
