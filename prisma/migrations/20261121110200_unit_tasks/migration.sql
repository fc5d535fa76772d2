-- For who answers for a unit: how many tasks each colleague has, how many are late, and how many are about somebody the colleague no longer reaches, who will
-- therefore not do them. Numbers alone: no task and no citizen.

-- Asked of the policies as they stand in the catalogue, in a session that is always rolled back (as access.seen_as does): one for each colleague, not one for each task.
CREATE FUNCTION access.tasks_unseen_by(who uuid) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found integer;
  secret text := gen_random_uuid()::text || gen_random_uuid()::text;
BEGIN
  BEGIN
    INSERT INTO session (id, user_id, token_hash, device, expires_at, idle_expires_at) VALUES (uuidv7(), who, sha256(convert_to(secret, 'UTF8')), 'explained', now() + interval '1 minute', now() + interval '1 minute');
    PERFORM set_config('app.session', secret, true);
    EXECUTE format('SELECT count(*)::int FROM task t WHERE t.owner_id = $1 AND t.state = ''open'' AND t.person_id IS NOT NULL AND NOT (access.may(''task.read'') AND EXISTS (SELECT 1 FROM person WHERE person.id = t.person_id AND %s))',
      access.policy_condition('person', 'r')) INTO found USING who;
    RAISE EXCEPTION USING ERRCODE = 'INDG1';
  EXCEPTION WHEN SQLSTATE 'INDG1' THEN NULL;
  END;
  RETURN found;
END $$;

-- By colleague, also those who have left and still have some; the row without a name is the unit's queue.
CREATE FUNCTION access.unit_tasks() RETURNS TABLE (user_id uuid, name text, active boolean, open integer, overdue integer, unseen integer) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE u record; mine uuid := access.my_unit();
BEGIN
  IF NOT access.may('task.overview') OR mine IS NULL THEN RETURN; END IF;
  FOR u IN SELECT a.id, a.name, a.active, count(*)::int AS open, count(*) FILTER (WHERE t.due_on < access.today())::int AS overdue FROM app_user a JOIN task t ON t.owner_id = a.id AND t.state = 'open'
      WHERE a.unit_id = mine GROUP BY a.id ORDER BY a.name, a.id LOOP
    user_id := u.id; name := u.name; active := u.active; open := u.open; overdue := u.overdue; unseen := access.tasks_unseen_by(u.id);
    RETURN NEXT;
  END LOOP;
  user_id := NULL; name := NULL; active := NULL; unseen := 0;
  SELECT count(*)::int, count(*) FILTER (WHERE t.due_on < access.today())::int INTO open, overdue FROM task t WHERE t.owner_id IS NULL AND t.unit_id = mine AND t.state = 'open';
  RETURN NEXT;
END $$;
ALTER FUNCTION access.tasks_unseen_by(uuid) OWNER TO indgang_definer;
ALTER FUNCTION access.unit_tasks() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.tasks_unseen_by(uuid), access.unit_tasks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.unit_tasks() TO indgang_app;
