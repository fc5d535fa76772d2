-- What there is to choose among is the municipality's own (ADR 0053): roles and what they ask for, papers and how long they hold, areas, kinds of groups. They are named, ordered and taken out of use by
-- whoever may; nothing of them is deleted, because somebody has it still.
ALTER TABLE volunteer_role ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE volunteer_paper_kind ADD COLUMN "retired_on" DATE, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE local_area ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE volunteer_group_kind ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE volunteer_role ADD CONSTRAINT volunteer_role_texts CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND length(description_da) BETWEEN 1 AND 300 AND length(description_en) BETWEEN 1 AND 300 AND position BETWEEN 0 AND 999 AND cardinality(papers) <= 30);
ALTER TABLE volunteer_paper_kind ADD CONSTRAINT volunteer_paper_kind_texts CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND position BETWEEN 0 AND 999);
ALTER TABLE local_area ADD CONSTRAINT local_area_texts CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND position BETWEEN 0 AND 999 AND cardinality(postcodes) <= 60 AND array_to_string(postcodes, ',') ~ '^([0-9]{4}(,|$))*$');
ALTER TABLE volunteer_group_kind ADD CONSTRAINT volunteer_group_kind_texts CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND length(about_da) BETWEEN 1 AND 300 AND length(about_en) BETWEEN 1 AND 300 AND position BETWEEN 0 AND 999);

GRANT INSERT (code, name_da, name_en, description_da, description_en, papers, course, position, version), UPDATE (name_da, name_en, description_da, description_en, papers, course, position, retired_on, version) ON volunteer_role TO indgang_app;
GRANT INSERT (code, name_da, name_en, months, everybody, position, version), UPDATE (name_da, name_en, months, everybody, position, retired_on, version) ON volunteer_paper_kind TO indgang_app;
GRANT INSERT (code, name_da, name_en, postcodes, position, version), UPDATE (name_da, name_en, postcodes, position, retired_on, version) ON local_area TO indgang_app;
GRANT INSERT (code, name_da, name_en, about_da, about_en, citizens, position, version), UPDATE (name_da, name_en, about_da, about_en, citizens, position, retired_on, version) ON volunteer_group_kind TO indgang_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer_group_kind'] LOOP
    EXECUTE format($p$CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.setup')))$p$, t);
    EXECUTE format($p$CREATE POLICY app_update ON %I FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.setup')))$p$, t);
  END LOOP;
END $$;
ALTER POLICY app_read ON volunteer_role USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')) OR (SELECT access.may('volunteer.figures')) OR (SELECT access.may('volunteer.setup')));
ALTER POLICY app_read ON local_area USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')) OR (SELECT access.may('volunteer.figures')) OR (SELECT access.may('volunteer.setup')));
ALTER POLICY app_read ON volunteer_paper_kind USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.setup')));
ALTER POLICY app_read ON volunteer_group_kind USING ((SELECT access.may('volunteer.read')) OR (SELECT access.may('volunteer.request')) OR (SELECT access.may('volunteer.setup')));

-- Who asks and who takes out of use at the same moment wait for each other: a role out of use is asked for by nobody anew. Whoever may not write here is answered by the policy alone.
CREATE FUNCTION access.guard_retired_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE since date;
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('volunteer.match') OR access.may('volunteer.request') AND access.reaches_lastingly(NEW.person_id)) THEN RETURN NEW; END IF;
  SELECT r.retired_on INTO since FROM volunteer_role r WHERE r.code = NEW.role_code FOR SHARE;
  IF since IS NOT NULL THEN RAISE EXCEPTION 'The role is out of use' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_request_role_used'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_retired_role BEFORE INSERT ON volunteer_request FOR EACH ROW EXECUTE FUNCTION access.guard_retired_role();

-- A group keeps the kind it has; a new one, and one that changes its kind, has a kind of today.
CREATE FUNCTION access.guard_retired_group_kind() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE since date;
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT access.may('volunteer.manage') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.kind_code = OLD.kind_code THEN RETURN NEW; END IF;
  SELECT k.retired_on INTO since FROM volunteer_group_kind k WHERE k.code = NEW.kind_code FOR SHARE;
  IF since IS NOT NULL THEN RAISE EXCEPTION 'The kind of group is out of use' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_group_kind_used'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_retired_group_kind BEFORE INSERT OR UPDATE OF kind_code ON volunteer_group FOR EACH ROW EXECUTE FUNCTION access.guard_retired_group_kind();

-- How many have each: volunteers who have not ended, citizens who wait, matches that run, papers that hold, open groups. Of people none under five for those who do not lead volunteers: null is *fewer than five*.
CREATE FUNCTION access.volunteer_setup_uses() RETURNS TABLE (list text, entry text, use text, many integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS (SELECT v.id, v.roles, v.areas FROM volunteer v WHERE (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) <> 'ended'),
  counted (list, entry, use, many, people) AS (
    SELECT 'roles', c.code, 'volunteers', count(*)::int, true FROM live v, unnest(v.roles) c(code) GROUP BY 2
    UNION ALL SELECT 'roles', r.role_code, 'waiting', count(*)::int, true FROM volunteer_request r JOIN person p ON p.id = r.person_id WHERE p.merged_into_id IS NULL AND p.died_on IS NULL
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting' GROUP BY 2
    UNION ALL SELECT 'roles', m.role_code, 'matches', count(*)::int, true FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) GROUP BY 2
    UNION ALL SELECT 'papers', c.code, 'roles', count(*)::int, false FROM volunteer_role r, unnest(r.papers) c(code) WHERE r.retired_on IS NULL GROUP BY 2
    UNION ALL SELECT 'papers', k.code, 'volunteers', count(*)::int, true FROM live v CROSS JOIN volunteer_paper_kind k
      JOIN LATERAL (SELECT p.state, p.expires_on FROM volunteer_paper p WHERE p.volunteer_id = v.id AND p.kind_code = k.code AND p.state <> 'asked' ORDER BY p.number DESC LIMIT 1) o ON o.state = 'approved' AND (o.expires_on IS NULL OR o.expires_on >= access.today()) GROUP BY 2
    UNION ALL SELECT 'areas', c.code, 'volunteers', count(*)::int, true FROM live v, unnest(v.areas) c(code) GROUP BY 2
    UNION ALL SELECT 'areas', c.code, 'associations', count(*)::int, false FROM association a, unnest(a.areas) c(code) WHERE a.closed_on IS NULL GROUP BY 2
    UNION ALL SELECT 'groups', g.kind_code, 'groups', count(*)::int, false FROM volunteer_group g WHERE g.closed_on IS NULL GROUP BY 2)
  SELECT c.list, c.entry, c.use, CASE WHEN c.many >= 5 OR NOT c.people OR (SELECT access.may('volunteer.read')) THEN c.many END FROM counted c WHERE (SELECT access.may('volunteer.setup')) $$;

-- As before; a paper out of use is needed by nobody.
CREATE OR REPLACE FUNCTION access.my_papers(speaks text) RETURNS TABLE (kind text, name text, needed boolean, number integer, state text, on_day date, expires_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.code, CASE speaks WHEN 'en' THEN k.name_en ELSE k.name_da END, n.needed, p.number, p.state, p.on_day, p.expires_on
  FROM volunteer v CROSS JOIN volunteer_paper_kind k CROSS JOIN LATERAL (SELECT k.retired_on IS NULL AND (k.everybody OR EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ANY (v.roles) AND k.code = ANY (r.papers))) AS needed) n
    LEFT JOIN volunteer_paper p ON p.volunteer_id = v.id AND p.kind_code = k.code
  WHERE v.id = access.my_volunteer() AND (n.needed OR p.id IS NOT NULL) ORDER BY k.position, k.code, p.number $$;

DO $$
DECLARE f regprocedure := 'access.ask_anew(uuid)'::regprocedure; text text := pg_get_functiondef(f); name text;
BEGIN
  -- Nobody waits anew for a role out of use.
  IF position('  IF r.id IS NULL THEN RETURN NULL; END IF;' IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  EXECUTE replace(text, '  IF r.id IS NULL THEN RETURN NULL; END IF;', '  IF r.id IS NULL OR EXISTS (SELECT 1 FROM volunteer_role o WHERE o.code = r.role_code AND o.retired_on IS NOT NULL) THEN RETURN NULL; END IF;');
  FOREACH name IN ARRAY ARRAY['access.guard_retired_role()', 'access.guard_retired_group_kind()', 'access.volunteer_setup_uses()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.volunteer_setup_uses() TO indgang_app;
