-- Who is asking, asked once. A function in a condition is called for every row of a table that is read from one end to the other, as small ones
-- are: with twenty users this resolved the session twenty times, and the policy of every table of a person asks for it. As a subquery it is
-- called once. Nothing else is changed.
CREATE OR REPLACE FUNCTION access.conflicts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH me AS (SELECT u.id, u.person_id FROM public.app_user u WHERE u.id = (SELECT access.uid()))
  SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM (
    SELECT person_id FROM me WHERE person_id IS NOT NULL
    UNION SELECT sr.person_id FROM public.staff_relation sr JOIN me ON me.id = sr.user_id
    UNION SELECT r.related_person_id FROM public.relation r JOIN me ON me.person_id = r.person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
    UNION SELECT r.person_id FROM public.relation r JOIN me ON me.person_id = r.related_person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
  ) found $$;
