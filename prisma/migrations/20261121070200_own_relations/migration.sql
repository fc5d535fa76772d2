-- Members of staff say themselves whom they are close to: themselves, their family, their friends. What they typed is kept and matched whenever
-- it is asked, so that somebody registered next year is closed to them too, and nobody learns by declaring whether a person is in the register.
ALTER TABLE staff_relation ALTER COLUMN person_id DROP NOT NULL;
ALTER TABLE "staff_relation" ADD COLUMN "stated_name" TEXT, ADD COLUMN "stated_born" DATE, ADD COLUMN "stated_hash" BYTEA, ADD COLUMN "stated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD COLUMN "ended_by" UUID;
ALTER TABLE staff_relation ADD CONSTRAINT staff_relation_somebody CHECK (person_id IS NOT NULL OR stated_hash IS NOT NULL OR (stated_name IS NOT NULL AND stated_born IS NOT NULL)),
  ADD CONSTRAINT staff_relation_ended_by_another CHECK (ended_by <> user_id);

-- Asked once per statement. Who is oneself brings the registered family of that record along. A relation that has ended closes nothing any more.
CREATE OR REPLACE FUNCTION access.conflicts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH me AS (SELECT u.id, u.person_id FROM public.app_user u WHERE u.id = (SELECT access.uid())),
    stated AS (SELECT sr.* FROM public.staff_relation sr JOIN me ON me.id = sr.user_id WHERE sr.to_day IS NULL OR sr.to_day >= current_date),
    named AS (
      SELECT person_id, kind FROM stated WHERE person_id IS NOT NULL
      UNION SELECT c.person_id, s.kind FROM stated s JOIN public.person_cpr c ON c.keyed_hash = s.stated_hash
      UNION SELECT p.id, s.kind FROM stated s JOIN public.person p ON p.birth_date = s.stated_born AND p.search_name = access.fold(s.stated_name)),
    self AS (SELECT person_id FROM me WHERE person_id IS NOT NULL UNION SELECT person_id FROM named WHERE kind = 'SELF')
  SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM (
    SELECT person_id FROM self
    UNION SELECT person_id FROM named
    UNION SELECT r.related_person_id FROM public.relation r JOIN self ON self.person_id = r.person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
    UNION SELECT r.person_id FROM public.relation r JOIN self ON self.person_id = r.related_person_id WHERE r.kind NOT IN ('FRIEND', 'COLLEAGUE')
  ) found $$;

-- About oneself, and only more: whoever declares closes something to themselves, and cannot open it again.
CREATE FUNCTION access.declare_relation(what text, full_name text, born date, number_hash bytea) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO staff_relation (id, user_id, kind, from_day, stated_name, stated_born, stated_hash)
  SELECT uuidv7(), access.uid(), what, current_date, full_name, born, number_hash WHERE access.uid() IS NOT NULL RETURNING id $$;
-- What one has declared oneself, as one typed it, and never whom it found.
CREATE FUNCTION access.own_relations() RETURNS TABLE (id uuid, kind text, stated_name text, stated_born date, by_number boolean, since date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.kind, s.stated_name, s.stated_born, s.stated_hash IS NOT NULL, s.from_day FROM staff_relation s
  WHERE s.user_id = access.uid() AND (s.to_day IS NULL OR s.to_day >= current_date) ORDER BY s.from_day, s.id $$;
-- For the administrator who ends one declared by mistake: which kind and since when, not who.
CREATE FUNCTION access.relations_of(who uuid) RETURNS TABLE (id uuid, kind text, since date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.kind, s.from_day FROM staff_relation s
  WHERE access.may('user.manage') AND who <> access.uid() AND s.user_id = who AND (s.to_day IS NULL OR s.to_day >= current_date) ORDER BY s.from_day, s.id $$;
CREATE FUNCTION access.end_relation(wanted uuid) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE staff_relation SET to_day = current_date - 1, ended_by = access.uid()
  WHERE id = wanted AND user_id <> access.uid() AND access.may('user.manage') AND (to_day IS NULL OR to_day >= current_date) RETURNING user_id $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.declare_relation(text, text, date, bytea)', 'access.own_relations()', 'access.relations_of(uuid)', 'access.end_relation(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
