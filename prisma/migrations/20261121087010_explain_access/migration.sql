-- Who can see whom, and why (ADR 0026). The answer is not worked out beside the policies: a session of the user is made inside a block that is
-- always rolled back, and the conditions of the policies themselves, as they stand in the catalogue, are asked in it.

-- The condition under which the application sees (r) or changes (w) rows of a table: what its policies say, joined as PostgreSQL joins them.
CREATE FUNCTION access.policy_condition(tab regclass, cmd "char") RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT '(' || coalesce(string_agg('(' || pg_get_expr(polqual, polrelid) || ')', ' OR ') FILTER (WHERE polpermissive), 'false') || ')'
    || coalesce(' AND ' || string_agg('(' || pg_get_expr(polqual, polrelid) || ')', ' AND ') FILTER (WHERE NOT polpermissive), '')
  FROM pg_policy WHERE polrelid = tab AND polcmd IN (cmd, '*') AND polqual IS NOT NULL AND 'indgang_app'::regrole::oid = ANY (polroles) $$;

-- What the database answers this user, about a person or (NULL) about how many. For the functions below alone.
CREATE FUNCTION access.seen_as(who uuid, wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  answer jsonb;
  secret text := gen_random_uuid()::text || gen_random_uuid()::text;
  sees text := access.policy_condition('person', 'r');
  changes text := access.policy_condition('person', 'w');
BEGIN
  BEGIN
    INSERT INTO session (id, user_id, token_hash, device, expires_at, idle_expires_at) VALUES (uuidv7(), who, sha256(convert_to(secret, 'UTF8')), 'explained', now() + interval '1 minute', now() + interval '1 minute');
    PERFORM set_config('app.session', secret, true);
    IF wanted IS NULL THEN
      EXECUTE format($q$SELECT jsonb_build_object('sees', count(*), 'responsible', count(*) FILTER (WHERE access.is_responsible(person.id)), 'protected', count(*) FILTER (WHERE protection IN ('P1', 'P2')), 'shielded', count(*) FILTER (WHERE shielded),
        'glass', cardinality(access.open_glass())) FROM person WHERE merged_into_id IS NULL AND %s$q$, sees) INTO answer;
    ELSE
      EXECUTE format($q$SELECT jsonb_build_object('opens', (%1$s), 'changes', (%1$s) AND (%2$s), 'lasting', (%1$s) AND access.reaches_lastingly(id), 'conflict', id = ANY (access.conflicts()), 'shielded', shielded, 'protected', protection IN ('P1', 'P2'),
        'mayAddress', access.cleared('PROTECTED_ADDRESS'), 'mayShielded', access.cleared('SHIELDED'),
        'kinds', (SELECT coalesce(jsonb_agg(DISTINCT r.kind), '[]') FROM person_role r WHERE r.person_id = person.id AND r.to_day IS NULL AND r.kind = ANY (access.programmes('person.read'))),
        'assigned', (SELECT jsonb_build_object('from', a.from_day, 'to', a.to_day) FROM assignment a WHERE a.person_id = person.id AND a.user_id = access.uid() ORDER BY a.to_day DESC NULLS FIRST, a.from_day DESC LIMIT 1),
        'responsible', access.is_responsible(id), 'reasonNeeded', access.reason_needed(id),
        'glass', (SELECT jsonb_build_object('from', g.from_at, 'until', g.until_at, 'code', g.code) FROM access.my_glass() g WHERE g.person_id = person.id)) FROM person WHERE id = $1 AND merged_into_id IS NULL$q$, sees, changes) INTO answer USING wanted;
    END IF;
    SELECT answer || jsonb_build_object('active', access.uid() IS NOT NULL, 'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('action', p.action, 'role', p.role, 'scope', p.scope) ORDER BY p.action, p.role), '[]')
      FROM access.policy p WHERE access.may(p.action) AND p.role IN (SELECT access.live_roles()))) INTO answer;
    -- The session goes with everything else that happened here; what was read is kept.
    RAISE EXCEPTION USING ERRCODE = 'INDG1';
  EXCEPTION WHEN SQLSTATE 'INDG1' THEN NULL;
  END;
  RETURN answer;
END $$;

-- For whoever may ask, about anybody but their own family. NULL as for somebody who is not there.
CREATE FUNCTION access.explain(who uuid, wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.may('access.explain') OR wanted = ANY (access.conflicts()) OR NOT EXISTS (SELECT 1 FROM app_user WHERE id = who) THEN RETURN NULL; END IF;
  RETURN access.seen_as(who, wanted);
END $$;
-- Everybody to whom the database opens this person now.
CREATE FUNCTION access.who_sees(wanted uuid) RETURNS TABLE (id uuid, name text, unit_id uuid, answer jsonb) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE u record; found jsonb;
BEGIN
  IF NOT access.may('access.explain') OR wanted = ANY (access.conflicts()) THEN RETURN; END IF;
  FOR u IN SELECT a.id, a.name, a.unit_id FROM app_user a WHERE a.active AND EXISTS (SELECT 1 FROM role_grant g JOIN access.policy p ON p.role = g.role AND p.action = 'person.read'
      WHERE g.user_id = a.id AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) ORDER BY a.name, a.id LOOP
    found := access.seen_as(u.id, wanted);
    IF (found ->> 'opens')::boolean THEN id := u.id; name := u.name; unit_id := u.unit_id; answer := found; RETURN NEXT; END IF;
  END LOOP;
END $$;
-- Whom the question is about: exactly one, by number or by name and day of birth; nobody of the asker's own family.
CREATE FUNCTION access.explain_subject(number_hash bytea, folded_name text, born date) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM person p
  WHERE access.may('access.explain') AND NOT (p.id = ANY (access.conflicts())) AND p.merged_into_id IS NULL
    AND CASE WHEN number_hash IS NOT NULL THEN EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id AND c.keyed_hash = number_hash)
      ELSE folded_name <> '' AND p.search_name = folded_name AND p.birth_date = born END
  ORDER BY p.id LIMIT 2 $$;

-- Lifting a protection lasts, and emergency access opens nothing lasting.
DO $$
DECLARE text text := pg_get_functiondef('access.lift_protection(uuid, text)'::regprocedure);
  asked text := 'NOT access.sees_person(g.person_id)';
BEGIN
  IF position(asked IN text) = 0 THEN RAISE EXCEPTION 'access.lift_protection asks otherwise than this migration knows'; END IF;
  EXECUTE replace(text, asked, 'NOT access.reaches_lastingly(g.person_id)');
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.policy_condition(regclass, "char")', 'access.seen_as(uuid, uuid)', 'access.explain(uuid, uuid)', 'access.who_sees(uuid)', 'access.explain_subject(bytea, text, date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.explain(uuid, uuid), access.who_sees(uuid), access.explain_subject(bytea, text, date) TO indgang_app;
