-- What an import kept of a person closes with the person. Whoever has become shielded, another programme's or the importer's own family since is
-- not read in the rows of the file they came with; of whoever is protected the address is not, for those without the clearance for it.

-- Why a row is shut to whoever asks: 'person', 'address', or NULL where it is open. `bad`: its cells stand as the file had them, for correcting.
-- Who was merged goes by the record that was kept. Of somebody who is here no more, whom the file called protected, the address stays hidden.
CREATE FUNCTION access.import_row_shut(wanted uuid, told jsonb, bad boolean) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN wanted IS NULL THEN NULL
    WHEN p.id IS NULL THEN CASE WHEN told -> 'changes' @> '[{"field": "protectedAddress", "to": "yes"}]' AND NOT c.cleared THEN 'address' END
    WHEN NOT access.sees_person(k.id) THEN 'person'
    WHEN k.protection IN ('P1', 'P2') AND NOT c.cleared AND (bad OR told -> 'changes' @? '$[*] ? (@.field == "careOf" || @.field == "street" || @.field == "number" || @.field == "floor" || @.field == "door" || @.field == "postcode" || @.field == "town")') THEN 'address'
  END
  FROM (SELECT access.may('person.read.protected-address') AND access.cleared('PROTECTED_ADDRESS') AS cleared) c
    LEFT JOIN person p ON p.id = wanted LEFT JOIN person k ON k.id = coalesce(p.merged_into_id, p.id) $$;

-- Most rows are about people who are plainly in reach: those are not asked about one by one.
CREATE POLICY import_row_shut ON import_row AS RESTRICTIVE TO indgang_app USING (
  person_id IS NULL
  OR EXISTS (SELECT 1 FROM person p WHERE p.id = import_row.person_id AND p.protection = 'P0' AND p.merged_into_id IS NULL)
  OR access.import_row_shut(person_id, changes, cells <> '[]' AND verdict IN ('DOUBTFUL', 'ERROR')
    AND batch_id IN (SELECT b.id FROM import_batch b WHERE b.state IN ('CONFIRMED', 'UNDOING', 'UNDONE', 'ABANDONED'))) IS NULL);

-- That a row is there, so that the file still adds up: its number, what became of it, and its name where only the address is hidden.
CREATE FUNCTION access.shut_import_rows(wanted uuid) RETURNS TABLE (number int, verdict import_verdict, decision text, label jsonb, person_id uuid, refused jsonb, shut text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kinds person_role_kind[] := access.programmes('person.read');
  conflicts uuid[] := access.conflicts();
BEGIN
  RETURN QUERY SELECT r.number, r.verdict, r.decision, CASE WHEN s.shut = 'address' THEN r.parsed END, CASE WHEN s.shut = 'address' THEN r.person_id END, r.applied -> 'refused', s.shut
    FROM import_row r JOIN import_batch b ON b.id = r.batch_id
      LEFT JOIN person p ON p.id = r.person_id AND p.protection = 'P0' AND p.merged_into_id IS NULL AND NOT (p.id = ANY (conflicts))
        AND EXISTS (SELECT 1 FROM person_role o WHERE o.person_id = p.id AND o.to_day IS NULL AND o.kind = ANY (kinds))
      CROSS JOIN LATERAL (SELECT access.import_row_shut(r.person_id, r.changes, r.cells <> '[]' AND r.verdict IN ('DOUBTFUL', 'ERROR') AND b.state IN ('CONFIRMED', 'UNDOING', 'UNDONE', 'ABANDONED')) AS shut) s
    WHERE r.batch_id = wanted AND r.person_id IS NOT NULL AND p.id IS NULL AND s.shut IS NOT NULL AND b.created_by = access.uid() AND access.may('import.run')
    ORDER BY r.number;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.import_row_shut(uuid, jsonb, boolean)', 'access.shut_import_rows(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
