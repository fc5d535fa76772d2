-- Imports: rows wait in the database from the moment a file is read, and a job works on them in the name of the person who sent for it.

ALTER TYPE import_state ADD VALUE 'PREVIEWING' AFTER 'MAPPED';
ALTER TYPE import_state ADD VALUE 'UNDOING' AFTER 'CONFIRMED';

ALTER TABLE import_batch
  -- Whether the file is the whole register: only then does a person who is not in it mean anything.
  ADD COLUMN complete boolean NOT NULL DEFAULT true,
  -- Words in choice columns that nobody has decided yet, with counts.
  ADD COLUMN unknown_values jsonb,
  -- When a job last said how far it is.
  ADD COLUMN progress_at timestamptz;
CREATE INDEX import_batch_sha_idx ON import_batch (kind, sha256);
CREATE INDEX import_batch_created_idx ON import_batch (created_at DESC);

ALTER TABLE import_row
  ALTER COLUMN verdict DROP NOT NULL,
  -- What is wrong with the row as such, found when the file was read.
  ADD COLUMN problem jsonb,
  ADD COLUMN reason_codes text[] DEFAULT '{}',
  -- Keyed: what the row would do, so that confirming does exactly what was shown or nothing.
  ADD COLUMN fingerprint bytea;
CREATE INDEX import_row_person_idx ON import_row (person_id);
CREATE INDEX import_row_reason_idx ON import_row USING gin (reason_codes);

-- The cells hold what the register says about people, also those the reader may not open here. Like the file, they are for the one who
-- sent it in; everybody with the right to import sees that the import happened and what it came to.
DROP POLICY app_read ON import_row;
DROP POLICY app_insert ON import_row;
DROP POLICY app_update ON import_row;
DROP POLICY app_delete ON import_row;
CREATE POLICY import_row_own ON import_row TO indgang_app
  USING ((SELECT access.may('import.run')) AND batch_id IN (SELECT b.id FROM import_batch b WHERE b.created_by = (SELECT access.uid())))
  WITH CHECK ((SELECT access.may('import.run')) AND batch_id IN (SELECT b.id FROM import_batch b WHERE b.created_by = (SELECT access.uid())));

-- A job that works for somebody: their scope, their name in the audit log and in the field history. Only the worker's role is believed.
CREATE FUNCTION access.on_behalf() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id FROM public.app_user u WHERE current_setting('role', true) = 'indgang_worker'
    AND u.id = nullif(current_setting('app.on_behalf', true), '')::uuid AND u.active $$;
CREATE OR REPLACE FUNCTION access.uid() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce((SELECT s.user_id FROM public.session s WHERE s.id = access.session_id()), access.on_behalf()) $$;

-- Who in the register the rows are about. Matches outside the caller's scope (another programme, own family, shielded) are told as
-- "not open to you" without saying who or why, and every such question is written in the log. A name and birth date tell nothing of them.
CREATE FUNCTION access.import_lookup(wanted_register text, hashes bytea[], keys text[], names text[], births date[])
RETURNS TABLE (matched text, match_key text, found_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  conflicts uuid[] := access.conflicts();
  shielded boolean := access.cleared('SHIELDED');
  kinds person_role_kind[] := access.programmes('person.read');
  found jsonb;
  withheld uuid[];
BEGIN
  IF NOT access.may('import.run') THEN RAISE EXCEPTION 'import.run' USING ERRCODE = 'insufficient_privilege'; END IF;
  WITH hits AS (
    SELECT 'cpr' AS how, encode(h, 'hex') AS given, c.person_id AS pid FROM unnest(hashes) h JOIN person_cpr c ON c.keyed_hash = h
    UNION ALL SELECT 'key', k, e.person_id FROM unnest(keys) k JOIN external_key e ON e.register = wanted_register AND e.key = k
    UNION ALL SELECT 'name', w.n || '|' || w.b, p.id FROM unnest(names, births) AS w(n, b) JOIN person p ON p.birth_date = w.b AND p.search_name = w.n
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('how', h.how, 'given', h.given, 'id', p.id,
    'open', NOT (p.id = ANY (conflicts)) AND (p.protection <> 'P3' OR shielded)
      AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND r.kind = ANY (kinds)))), '[]')
    INTO found FROM hits h JOIN person m ON m.id = h.pid JOIN person p ON p.id = coalesce(m.merged_into_id, m.id);
  SELECT array_agg(DISTINCT f.id) INTO withheld FROM jsonb_to_recordset(found) AS f(how text, id uuid, open boolean) WHERE NOT f.open AND f.how <> 'name';
  IF withheld IS NOT NULL THEN PERFORM access.audit('LIST', 'import.matched-outside', NULL, NULL, NULL, withheld, NULL); END IF;
  RETURN QUERY SELECT f.how, f.given, CASE WHEN f.open THEN f.id END FROM jsonb_to_recordset(found) AS f(how text, given text, id uuid, open boolean)
    WHERE f.open OR f.how <> 'name';
END $$;

GRANT EXECUTE ON FUNCTION access.sees_person(uuid) TO indgang_worker;

-- People something else hangs on than what an import gives them. Asks the catalogue, so that a table of tomorrow is not forgotten.
CREATE FUNCTION access.people_in_use(people uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE link record;
BEGIN
  FOR link IN
    SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'public.person'::regclass AND c.conrelid::regclass::text NOT IN
      ('person_cpr', 'person_role', 'veteran_profile', 'deployment', 'address', 'protected_address', 'contact_point', 'external_key')
    UNION ALL SELECT v.tab::regclass, v.col FROM (VALUES ('app_user', 'person_id'), ('person_merge', 'kept_id'), ('person_merge', 'merged_id'), ('stored_file', 'person_id')) AS v(tab, col)
  LOOP
    RETURN QUERY EXECUTE format('SELECT DISTINCT %1$I FROM %2$s WHERE %1$I = ANY ($1)', link.col, link.tab) USING people;
  END LOOP;
  RETURN QUERY SELECT p.id FROM person p WHERE p.id = ANY (people) AND p.merged_into_id IS NOT NULL;
  RETURN QUERY SELECT d.left_id FROM duplicate_pair d WHERE d.left_id = ANY (people) AND d.state <> 'OPEN' UNION SELECT d.right_id FROM duplicate_pair d WHERE d.right_id = ANY (people) AND d.state <> 'OPEN';
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.on_behalf()', 'access.import_lookup(text, bytea[], text[], text[], date[])', 'access.people_in_use(uuid[])'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_worker', f);
  END LOOP;
END $$;
-- An answer about a doubtful row is judged at once, in the request of the person who gave it.
GRANT EXECUTE ON FUNCTION access.import_lookup(text, bytea[], text[], text[], date[]) TO indgang_app;
-- A file that was not used is not kept.
GRANT DELETE ON stored_file TO indgang_app;
CREATE POLICY stored_file_delete ON stored_file FOR DELETE TO indgang_app USING (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid()));
