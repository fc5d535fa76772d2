-- For the report "who has looked at me?". The data protection officer may not open people: these answer with ids alone.

-- The person and every record that was merged into theirs: what was looked up then was looked up about them.
CREATE FUNCTION access.same_person(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE top AS (
    SELECT p.id, p.merged_into_id, 0 AS steps FROM person p WHERE p.id = wanted
    UNION ALL SELECT p.id, p.merged_into_id, top.steps + 1 FROM person p JOIN top ON p.id = top.merged_into_id WHERE top.steps < 50
  ), same AS (
    SELECT id FROM (SELECT id FROM top ORDER BY steps DESC LIMIT 1) t
    UNION SELECT p.id FROM person p JOIN same ON p.merged_into_id = same.id
  )
  SELECT id FROM same WHERE access.may('audit.read') AND NOT EXISTS (SELECT 1 FROM same s WHERE s.id = ANY (access.conflicts())) $$;

-- Whom a citizen who asks is: by number, or by name and day of birth. At most five; nobody of the asker's own family.
CREATE FUNCTION access.report_subjects(number_hash bytea, folded_name text, born date) RETURNS TABLE (id uuid, registered_on date) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.registered_on FROM person p
  WHERE access.may('audit.read') AND NOT (p.id = ANY (access.conflicts())) AND p.merged_into_id IS NULL
    AND CASE WHEN number_hash IS NOT NULL THEN EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id AND c.keyed_hash = number_hash)
      ELSE folded_name <> '' AND p.search_name = folded_name AND p.birth_date = born END
  ORDER BY p.registered_on, p.id LIMIT 5 $$;

ALTER FUNCTION access.same_person(uuid) OWNER TO indgang_definer;
ALTER FUNCTION access.report_subjects(bytea, text, date) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.same_person(uuid), access.report_subjects(bytea, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.same_person(uuid), access.report_subjects(bytea, text, date) TO indgang_app;
