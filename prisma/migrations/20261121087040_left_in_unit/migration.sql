-- What those who have left leave behind, for who answers for their unit: how many people without anybody responsible and how many booked talks,
-- never who. The people themselves stand in the coordinators' list.
CREATE FUNCTION access.left_in_unit() RETURNS TABLE (id uuid, name text, people bigint, talks bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM (
    SELECT u.id, u.name,
      (SELECT count(DISTINCT a.person_id) FROM assignment a JOIN person p ON p.id = a.person_id WHERE a.user_id = u.id AND a.to_day < current_date AND p.merged_into_id IS NULL AND p.died_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.person_id = a.person_id AND (b.to_day IS NULL OR b.to_day > a.to_day))) AS people,
      (SELECT count(*) FROM talk t JOIN talk_slot s ON s.id = t.slot_id WHERE s.user_id = u.id AND t.cancelled_at IS NULL AND s.starts_at > now()) AS talks
    FROM app_user u WHERE NOT u.active AND (access.answers_for(u.id) OR access.may('user.manage'))) q
  WHERE q.people + q.talks > 0 ORDER BY q.name, q.id $$;
ALTER FUNCTION access.left_in_unit() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.left_in_unit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.left_in_unit() TO indgang_app;
