-- A case of a unit that nobody has (ADR 0034): whoever works there sees that it waits, whose it is and what it is about, and can take it. Taken once: of two at a
-- time the second is told who was first.
CREATE FUNCTION access.unclaimed_cases() RETURNS TABLE (id uuid, person_id uuid, name text, kind text, about text, opened_on date, since date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.person_id, p.first_name || ' ' || p.last_name, c.kind, c.about, c.opened_on,
    coalesce((SELECT max(a.to_day) + 1 FROM assignment a WHERE a.case_id = c.id AND a.case_role = 'coordinator' AND a.to_day < access.today()), c.opened_on)
  FROM case_file c JOIN person p ON p.id = c.person_id
  WHERE (SELECT access.may('case.receive')) AND c.unit_id = (SELECT access.my_unit())
    AND NOT EXISTS (SELECT 1 FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.case_id = c.id AND a.case_role = 'coordinator' AND u.active AND (a.to_day IS NULL OR a.to_day >= access.today()))
    AND (SELECT s.state FROM case_state s WHERE s.case_id = c.id ORDER BY s.number DESC LIMIT 1) <> 'closed' AND p.merged_into_id IS NULL AND p.died_on IS NULL
    -- The blocks no role lifts hold here as everywhere.
    AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (NOT p.shielded OR (SELECT access.cleared('SHIELDED'))) $$;

-- Taken by the caller: they have the case from today, and with it the person. Told who was first is only whoever could have taken it this day.
CREATE FUNCTION access.claim_case(wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c record; first record;
BEGIN
  SELECT f.id, f.person_id INTO c FROM case_file f JOIN person p ON p.id = f.person_id WHERE f.id = wanted AND access.may('case.receive') AND f.unit_id = access.my_unit() AND p.merged_into_id IS NULL
    AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (NOT p.shielded OR access.cleared('SHIELDED')) FOR UPDATE OF f;
  IF c.id IS NULL THEN RETURN jsonb_build_object('said', 'gone'); END IF;
  IF NOT EXISTS (SELECT 1 FROM access.unclaimed_cases() o WHERE o.id = wanted) THEN
    SELECT u.name, a.created_at INTO first FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.case_id = wanted AND a.case_role = 'coordinator' AND u.active AND a.from_day = access.today() AND (a.to_day IS NULL OR a.to_day >= access.today()) ORDER BY a.created_at DESC LIMIT 1;
    RETURN CASE WHEN first.name IS NULL THEN jsonb_build_object('said', 'gone') ELSE jsonb_build_object('said', 'taken', 'by', first.name, 'at', first.created_at) END;
  END IF;
  -- Of somebody who is no longer here; and what the caller was on the case until now.
  UPDATE assignment SET to_day = access.today() - 1 WHERE case_id = wanted AND (case_role = 'coordinator' OR user_id = access.uid()) AND (to_day IS NULL OR to_day >= access.today());
  INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role, created_by) VALUES (c.person_id, access.uid(), 'case', access.today(), wanted, 'coordinator', access.uid());
  RETURN jsonb_build_object('said', 'done', 'person', c.person_id);
END $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.unclaimed_cases()', 'access.claim_case(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
