-- Searching: words about a person never stand in an address. They are kept sealed for the one who searched, and the address holds the id.
CREATE TABLE "person_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "query" BYTEA NOT NULL,
    "draft" BYTEA,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_search_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_search_user_id_created_at_idx" ON "person_search"("user_id", "created_at");
ALTER TABLE person_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_search FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON person_search TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON person_search TO indgang_worker USING (true) WITH CHECK (true);
CREATE POLICY search_own ON person_search TO indgang_app USING (user_id = (SELECT access.uid())) WITH CHECK (user_id = (SELECT access.uid()));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_search TO indgang_definer, indgang_worker, indgang_app;

-- Does the reader's scope hold this person: the same question as the policies of person, for functions that work past them.
CREATE FUNCTION access.sees_person(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM person p WHERE p.id = wanted
    AND (EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (access.programmes('person.read')))
      OR (access.has_scope('person.read', 'assigned') AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND a.user_id = access.uid()
        AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))))
    AND NOT (p.id = ANY (access.conflicts()))
    AND (p.protection <> 'P3' OR access.cleared('SHIELDED'))) $$;

-- What was merged away has no role of its own: it is as open as the record it lives on in, so that its letters stay readable.
ALTER POLICY person_scope ON person USING (
  EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = person.id AND r.to_day IS NULL AND r.kind = ANY ((SELECT access.programmes('person.read'))::person_role_kind[]))
  OR ((SELECT access.has_scope('person.read', 'assigned')) AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = person.id AND a.user_id = (SELECT access.uid())
      AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)))
  OR (created_by = (SELECT access.uid()) AND created_at = now())
  OR CASE WHEN merged_into_id IS NULL THEN false ELSE access.sees_person(merged_into_id) END);

-- One condition for one folded word. Two letters have no trigram of their own: they must begin a word.
CREATE FUNCTION access.word_condition(col text, word text, fuzzy boolean) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN length(word) < 3 THEN format('(%1$s LIKE %2$L OR %1$s LIKE %3$L)', col, word || '%', '% ' || word || '%')
    WHEN fuzzy AND length(word) > 3 THEN format('%1$s %%> %2$L', col, word)
    ELSE format('%1$s LIKE %2$L', col, '%' || word || '%') END $$;

-- Trigram and LIKE operators are not leakproof, so under row-level security they could not use an index: this function applies the
-- caller's scope itself. Nobody outside it comes back or is counted. Words are folded here; a fuzzy search only follows one that found little.
CREATE FUNCTION access.find_people(words text[], born date, phone text, cpr_hash bytea, wanted_roles person_role_kind[], gone boolean, wanted int, skip int)
RETURNS TABLE (id uuid, first_name text, last_name text, birth_date date, protection protection, died_on date, moved_away_on date, vulnerable boolean,
  roles text[], town text, matched text, total bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET pg_trgm.word_similarity_threshold = 0.5 AS $$
#variable_conflict use_column
DECLARE
  folded text[] := ARRAY(SELECT f FROM (SELECT access.fold(regexp_replace(w, '[%_\\]', '', 'g')) AS f FROM unnest(words) w) q WHERE f <> '' LIMIT 6);
  -- A folded word may hold a space ('Anne-Marie').
  parts text[] := ARRAY(SELECT DISTINCT p FROM unnest(folded) f, unnest(string_to_array(f, ' ')) p WHERE p <> '' LIMIT 8);
  whole text := array_to_string(folded, ' ');
  streets boolean := access.may('person.read.address');
  hits text[] := '{}'; scope text; body text; fuzzy boolean; seen int;
BEGIN
  IF NOT access.may('person.search') THEN RETURN; END IF;
  scope := format('p.merged_into_id IS NULL AND NOT (p.id = ANY (%L::uuid[])) AND (p.protection <> ''P3'' OR %L::boolean)
    AND (EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (%L::person_role_kind[])) OR (%L::boolean
      AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND a.user_id = %L AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))))',
    access.conflicts(), access.cleared('SHIELDED'), access.programmes('person.search'), access.has_scope('person.search', 'assigned'), access.uid());
  IF wanted_roles IS NOT NULL AND cardinality(wanted_roles) > 0 THEN
    scope := scope || format(' AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (%L::person_role_kind[]))', wanted_roles);
  END IF;
  IF NOT gone THEN scope := scope || ' AND p.died_on IS NULL AND (p.moved_away_on IS NULL OR p.moved_away_on > current_date OR p.moved_in_on > p.moved_away_on)'; END IF;

  FOREACH fuzzy IN ARRAY CASE WHEN cardinality(parts) > 0 THEN ARRAY[false, true] ELSE ARRAY[false] END LOOP
    hits := '{}';
    IF cpr_hash IS NOT NULL AND access.may('person.read.cpr') THEN
      hits := hits || format('SELECT coalesce(n.merged_into_id, n.id), ''cpr'', 9::real FROM person_cpr c JOIN person n ON n.id = c.person_id WHERE c.keyed_hash = %L::bytea', cpr_hash);
    END IF;
    IF phone IS NOT NULL THEN
      hits := hits || format('SELECT c.person_id, ''phone'', 8::real FROM contact_point c WHERE c.value = %L AND (c.to_day IS NULL OR c.to_day >= current_date)', phone);
    END IF;
    IF cardinality(parts) = 0 AND born IS NOT NULL THEN
      hits := hits || format('SELECT n.id, ''birth-date'', 7::real FROM person n WHERE n.birth_date = %L::date', born);
    END IF;
    IF cardinality(parts) > 0 THEN
      -- A misspelt common name is like thousands of others: enough of those in scope are weighed, not all.
      hits := hits || format('(SELECT p.id, ''name'', (CASE WHEN p.search_name = %1$L THEN 6 WHEN '' '' || p.search_name LIKE ALL (%2$L::text[]) THEN 4 ELSE 2 END)::real + %3$s FROM person p WHERE %4$s%5$s%6$s)',
        whole, ARRAY(SELECT '% ' || w || '%' FROM unnest(parts) w), CASE WHEN fuzzy THEN format('similarity(p.search_name, %L)', whole) ELSE '0' END,
        (SELECT string_agg(access.word_condition('p.search_name', w, fuzzy), ' AND ') FROM unnest(parts) w), CASE WHEN born IS NULL THEN '' ELSE format(' AND p.birth_date = %L::date', born) END,
        CASE WHEN fuzzy THEN ' AND ' || scope || ' LIMIT 1500' ELSE '' END);
      -- A protected address is in another table and cannot be met here.
      IF streets AND born IS NULL THEN
        hits := hits || format('SELECT s.person_id, ''street'', 1::real FROM address s WHERE (s.to_day IS NULL OR s.to_day >= current_date) AND %s',
          (SELECT string_agg(CASE WHEN w ~ '^\d' THEN format(''' '' || s.search_street LIKE %L', '% ' || w || '%') ELSE access.word_condition('s.search_street', w, fuzzy) END, ' AND ') FROM unnest(parts) w));
      END IF;
    END IF;
    IF cardinality(hits) = 0 THEN RETURN; END IF;
    body := format('WITH hit AS (SELECT DISTINCT ON (person_id) * FROM (%s) h (person_id, matched, rank) ORDER BY person_id, rank DESC),
      ranked AS (SELECT p.id, p.first_name, p.last_name, p.birth_date, p.protection, p.died_on, p.moved_away_on, hit.matched, hit.rank, count(*) OVER () AS total
        FROM hit JOIN person p ON p.id = hit.person_id WHERE %s ORDER BY hit.rank DESC, p.last_name, p.first_name, p.id LIMIT %s OFFSET %s)
      SELECT r.id, r.first_name, r.last_name, r.birth_date, r.protection, r.died_on, r.moved_away_on, coalesce(v.vulnerable, false),
        ARRAY(SELECT k.kind::text FROM person_role k WHERE k.person_id = r.id AND k.to_day IS NULL AND (k.kind = ANY (%L::person_role_kind[]) OR %L::boolean) ORDER BY k.kind),
        CASE WHEN %L::boolean THEN (SELECT a.town FROM address a WHERE a.person_id = r.id AND a.to_day IS NULL ORDER BY a.from_day DESC NULLS LAST LIMIT 1) END,
        r.matched, r.total
      FROM ranked r LEFT JOIN veteran_profile v ON v.person_id = r.id ORDER BY r.rank DESC, r.last_name, r.first_name, r.id',
      array_to_string(hits, ' UNION ALL '), scope, greatest(wanted, 0), greatest(skip, 0), access.programmes('person.search'), access.has_scope('person.search', 'assigned'), streets);
    RETURN QUERY EXECUTE body;
    GET DIAGNOSTICS seen = ROW_COUNT;
    -- Good answers need no doubtful ones behind them; a later page of a long answer never falls through to the fuzzy one.
    EXIT WHEN seen > 0 OR (skip > 0 AND NOT fuzzy);
  END LOOP;
END $$;

-- How much of the timeline the reader's rights leave out: that something is hidden is said, not what.
CREATE FUNCTION access.hidden_outreach(wanted uuid[]) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN access.may('outreach.read') OR NOT EXISTS (SELECT 1 FROM unnest(wanted) w WHERE access.sees_person(w)) THEN 0 ELSE
    (SELECT count(*) FROM letter WHERE person_id = ANY (wanted) AND sent_on IS NOT NULL) + (SELECT count(*) FROM reply WHERE person_id = ANY (wanted))
    + (SELECT count(*) FROM attempt WHERE person_id = ANY (wanted)) + (SELECT count(*) FROM talk WHERE person_id = ANY (wanted))
    + (SELECT count(*) FROM wish WHERE person_id = ANY (wanted)) + (SELECT count(*) FROM outreach_task WHERE person_id = ANY (wanted)) END $$;

-- A protection taken away by mistake shows an address to everybody. Only who may read the address may lift it, and then it follows.
CREATE OR REPLACE FUNCTION access.protect_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.protection IN ('P1', 'P2') AND OLD.protection NOT IN ('P1', 'P2') THEN
    INSERT INTO protected_address (person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day)
      SELECT person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day FROM address WHERE person_id = NEW.id;
    DELETE FROM address WHERE person_id = NEW.id;
  ELSIF OLD.protection IN ('P1', 'P2') AND NEW.protection NOT IN ('P1', 'P2') THEN
    IF current_setting('role') = 'indgang_app' AND NOT access.cleared('PROTECTED_ADDRESS') THEN
      RAISE EXCEPTION 'Lifting a protection needs the clearance to read the address' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO address (person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day)
      SELECT person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day FROM protected_address WHERE person_id = NEW.id;
    DELETE FROM protected_address WHERE person_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
-- An address that changes owner goes by the new owner's protection.
CREATE FUNCTION access.guard_moved_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT protection FROM person WHERE id = NEW.person_id) IN ('P1', 'P2') THEN
    INSERT INTO protected_address (person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day)
    VALUES (NEW.person_id, NEW.care_of, NEW.street, NEW.number, NEW.floor, NEW.door, NEW.postcode, NEW.town, NEW.source, NEW.from_day, NEW.to_day);
    DELETE FROM address WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER address_guard_move AFTER UPDATE OF person_id ON address FOR EACH ROW WHEN (NEW.person_id <> OLD.person_id) EXECUTE FUNCTION access.guard_moved_address();

-- A protected person's next address ends the one before it, also for whoever may not read it.
CREATE FUNCTION access.end_former_protected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE protected_address SET to_day = NEW.from_day - 1
    WHERE person_id = NEW.person_id AND id <> NEW.id AND to_day IS NULL AND (from_day IS NULL OR from_day < NEW.from_day);
  RETURN NULL;
END $$;
CREATE TRIGGER end_former AFTER INSERT ON protected_address FOR EACH ROW WHEN (NEW.to_day IS NULL AND NEW.from_day IS NOT NULL) EXECUTE FUNCTION access.end_former_protected();

-- Whom a person can be given to. Who has which role is otherwise the administrator's to read.
CREATE FUNCTION access.assignable_users() RETURNS TABLE (id uuid, name text, title text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.name, u.title FROM app_user u WHERE access.may('assignment.manage') AND u.active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id
    AND g.role IN ('VETERAN_COORDINATOR', 'CASEWORKER') AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) ORDER BY u.name $$;

-- A replaced number stays in the history, masked: neither cipher nor hash belongs in a text column.
CREATE FUNCTION access.track_cpr() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  former text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.birth_part || '-•••• ' || OLD.kind END;
  latter text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.birth_part || '-•••• ' || NEW.kind END;
  owner uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.keyed_hash = NEW.keyed_hash THEN RETURN NULL; END IF;
  INSERT INTO field_history (person_id, table_name, row_id, field, old_value, new_value, changed_by) VALUES (owner, 'person_cpr', owner, 'cpr', former, latter, access.uid());
  RETURN NULL;
END $$;
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON person_cpr FOR EACH ROW EXECUTE FUNCTION access.track_cpr();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.sees_person(uuid)', 'access.word_condition(text, text, boolean)', 'access.hidden_outreach(uuid[])', 'access.track_cpr()', 'access.protect_person()', 'access.guard_moved_address()', 'access.end_former_protected()', 'access.assignable_users()',
    'access.find_people(text[], date, text, bytea, person_role_kind[], boolean, int, int)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.assignable_users(), access.sees_person(uuid), access.hidden_outreach(uuid[]), access.find_people(text[], date, text, bytea, person_role_kind[], boolean, int, int) TO indgang_app;
