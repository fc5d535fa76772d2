-- Two records of one person become one, and can become two again for 30 days. The database does it, because it touches tables no member of
-- staff may write (history, files) and must be exact: every row the merge changed is kept as it was and as it became.

-- Every table that says whose a row is. whole: the merge may change more than that, so the row is remembered in full.
-- tests/integration/people/merge.test.ts compares this list with the tables that exist.
CREATE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false) $$;

-- All rows of these people as they are. Columns the database computes itself are left out.
CREATE FUNCTION access.person_images(ids uuid[]) RETURNS TABLE (tab text, pk uuid, image jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r record;
BEGIN
  RETURN QUERY SELECT 'person', p.id, to_jsonb(p) - 'search_name' FROM person p WHERE p.id = ANY (ids) OR p.merged_into_id = ANY (ids);
  FOR r IN SELECT * FROM access.person_tables() LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, x.%2$I, %3$s FROM %1$I x WHERE x.person_id = ANY ($1)%4$s', r.tab, r.key,
      CASE WHEN r.whole THEN 'to_jsonb(x) - ''search_street''' ELSE 'jsonb_build_object(''id'', x.id, ''person_id'', x.person_id)' END,
      CASE WHEN r.tab = 'relation' THEN ' OR x.related_person_id = ANY ($1)' ELSE '' END) USING ids;
  END LOOP;
END $$;

-- The keys in which two images of a row differ. Version and time of change follow every change and say nothing by themselves.
CREATE FUNCTION access.changed_keys(former jsonb, latter jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(k), '{}') FROM jsonb_object_keys(former) k WHERE k NOT IN ('version', 'updated_at', 'changed_at') AND former -> k IS DISTINCT FROM latter -> k $$;

-- Both texts, once each.
CREATE FUNCTION access.both_texts(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN coalesce(b, '') = '' OR position(b IN coalesce(a, '')) > 0 THEN a WHEN coalesce(a, '') = '' THEN b ELSE a || E'\n\n' || b END $$;

-- Moves everything to `kept` and leaves `merged` as an empty record that points there. `fields`: the columns of person whose value comes from
-- the other record, already decided by the rule. Answers {"id"} or {"refused": why}.
CREATE FUNCTION access.merge_people(kept uuid, merged uuid, fields jsonb, other_cpr boolean, other_address boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  ids uuid[] := ARRAY[kept, merged];
  former jsonb; touched jsonb; made uuid := uuidv7(); r record; loser uuid; cols text;
  allowed text[] := ARRAY['first_name', 'last_name', 'birth_date', 'language', 'interpreter_needed', 'large_print', 'sign_language', 'communication_note', 'digital_post', 'protection',
    'protection_source', 'protection_review_on', 'registered_on', 'moved_in_on', 'moved_away_on', 'died_on'];
BEGIN
  IF NOT access.may('person.merge') OR kept = merged OR NOT access.sees_person(kept) OR NOT access.sees_person(merged) THEN RETURN '{"refused": "notFound"}'; END IF;
  PERFORM 1 FROM person WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM person WHERE id = ANY (ids) AND merged_into_id IS NOT NULL) THEN RETURN '{"refused": "mergedAlready"}'; END IF;
  -- A letter on its way out of the house for each of them: which one counts cannot be known before both have left or been stopped.
  IF EXISTS (SELECT 1 FROM run_member a JOIN run_member b ON b.run_id = a.run_id AND b.person_id = merged JOIN run r ON r.id = a.run_id
    WHERE a.person_id = kept AND r.state IN ('RELEASED', 'SENDING')) THEN RETURN '{"refused": "mergeSending"}'; END IF;
  SELECT jsonb_object_agg(tab || ':' || pk, image) INTO former FROM access.person_images(ids);

  -- The person. Protection first: from here on no address of a protected person can come to stand in the open.
  SELECT string_agg(quote_ident(k), ', ') INTO cols FROM jsonb_object_keys(fields) k WHERE k = ANY (allowed);
  IF cols IS NOT NULL THEN
    EXECUTE format('UPDATE person x SET (%1$s) = (SELECT %1$s FROM jsonb_populate_record(x, $1)) WHERE x.id = $2', cols) USING fields, kept;
  END IF;
  UPDATE person SET version = version + 1, updated_at = now() WHERE id = kept;

  -- One live role of a kind, from the earlier day.
  UPDATE person_role k SET from_day = m.from_day FROM person_role m WHERE k.person_id = kept AND m.person_id = merged AND k.kind = m.kind AND k.to_day IS NULL AND m.to_day IS NULL AND m.from_day < k.from_day;
  DELETE FROM person_role m WHERE m.person_id = merged AND m.to_day IS NULL AND EXISTS (SELECT 1 FROM person_role k WHERE k.person_id = kept AND k.kind = m.kind AND k.to_day IS NULL);

  INSERT INTO veteran_profile (person_id, vulnerable, resources, wishes) SELECT kept, vulnerable, resources, wishes FROM veteran_profile WHERE person_id = merged
    ON CONFLICT (person_id) DO UPDATE SET vulnerable = veteran_profile.vulnerable OR EXCLUDED.vulnerable, version = veteran_profile.version + 1,
      resources = access.both_texts(veteran_profile.resources, EXCLUDED.resources), wishes = access.both_texts(veteran_profile.wishes, EXCLUDED.wishes);
  DELETE FROM veteran_profile WHERE person_id = merged;

  -- The number that was not chosen stays on the empty record: it is still taken, and still leads here.
  IF other_cpr OR NOT EXISTS (SELECT 1 FROM person_cpr WHERE person_id = kept) THEN
    FOR r IN DELETE FROM person_cpr WHERE person_id = ANY (ids) RETURNING * LOOP
      INSERT INTO person_cpr (person_id, kind, cipher, keyed_hash, birth_part) VALUES (CASE WHEN r.person_id = kept THEN merged ELSE kept END, r.kind, r.cipher, r.keyed_hash, r.birth_part);
    END LOOP;
  END IF;

  -- The address that was not chosen is a former one; the same address twice is one.
  loser := CASE WHEN other_address THEN kept ELSE merged END;
  FOR r IN SELECT unnest(ARRAY['address', 'protected_address']) AS tab LOOP
    EXECUTE format('DELETE FROM %1$I m USING %1$I k WHERE m.person_id = $1 AND k.person_id = $2 AND (m.street, m.number, m.floor, m.door, m.postcode, m.care_of, m.to_day) IS NOT DISTINCT FROM (k.street, k.number, k.floor, k.door, k.postcode, k.care_of, k.to_day)', r.tab) USING loser, CASE WHEN loser = kept THEN merged ELSE kept END;
    IF EXISTS (SELECT 1 FROM address WHERE person_id = ANY (ids) AND person_id <> loser AND to_day IS NULL) OR EXISTS (SELECT 1 FROM protected_address WHERE person_id = ANY (ids) AND person_id <> loser AND to_day IS NULL) THEN
      EXECUTE format('UPDATE %I SET to_day = greatest(current_date - 1, from_day), version = version + 1 WHERE person_id = $1 AND to_day IS NULL', r.tab) USING loser;
    END IF;
  END LOOP;

  -- A no from either record is a no.
  UPDATE contact_point k SET allowed = false, version = k.version + 1 FROM contact_point m WHERE k.person_id = kept AND m.person_id = merged AND k.value = m.value AND k.to_day IS NULL AND m.to_day IS NULL AND k.allowed AND NOT m.allowed;
  DELETE FROM contact_point m WHERE m.person_id = merged AND m.to_day IS NULL AND EXISTS (SELECT 1 FROM contact_point k WHERE k.person_id = kept AND k.value = m.value AND k.to_day IS NULL);

  DELETE FROM relation m WHERE (m.person_id = merged OR m.related_person_id = merged) AND (m.person_id = kept OR m.related_person_id = kept
    OR EXISTS (SELECT 1 FROM relation k WHERE k.id <> m.id AND k.kind = m.kind AND ((m.person_id = merged AND k.person_id = kept AND k.related_person_id = m.related_person_id)
      OR (m.related_person_id = merged AND k.related_person_id = kept AND k.person_id = m.person_id))));
  UPDATE relation SET related_person_id = kept WHERE related_person_id = merged;

  UPDATE outreach_task m SET done_at = now(), done_by = access.uid(), outcome = 'merged' WHERE m.person_id = merged AND m.done_at IS NULL
    AND EXISTS (SELECT 1 FROM outreach_task k WHERE k.person_id = kept AND k.kind = m.kind AND k.done_at IS NULL);

  -- One letter to one person: in a run that is not released the other record is taken out, as a reviewer would.
  UPDATE run_member m SET excluded_at = now(), decided_by = access.uid(), note = 'merged', version = m.version + 1 FROM run r
    WHERE m.excluded_at IS NULL AND r.id = m.run_id AND r.state IN ('DRAFT', 'REVIEWED') AND m.person_id = merged AND EXISTS (SELECT 1 FROM run_member k WHERE k.run_id = m.run_id AND k.person_id = kept);

  -- The rest changes hands. What can stand only once (a letter of a run, an invitation) stays on the empty record and is read through it.
  FOR r IN SELECT t.tab FROM access.person_tables() t WHERE t.tab NOT IN ('veteran_profile', 'person_cpr', 'field_history') LOOP
    EXECUTE format('UPDATE %1$I x SET person_id = $1 WHERE x.person_id = $2%2$s', r.tab, CASE r.tab
      WHEN 'run_member' THEN ' AND NOT EXISTS (SELECT 1 FROM run_member k WHERE k.run_id = x.run_id AND k.person_id = $1)'
      WHEN 'letter' THEN ' AND (x.run_id IS NULL OR NOT EXISTS (SELECT 1 FROM letter k WHERE k.run_id = x.run_id AND k.person_id = $1))'
      WHEN 'invitation' THEN ' AND NOT EXISTS (SELECT 1 FROM invitation k WHERE k.event_id = x.event_id AND k.person_id = $1)'
      ELSE '' END) USING kept, merged;
  END LOOP;
  UPDATE person SET merged_into_id = kept, version = version + 1, updated_at = now() WHERE id = merged OR merged_into_id = merged;
  UPDATE duplicate_pair SET state = 'MERGED', decided_by = access.uid(), decided_at = now() WHERE left_id = least(kept, merged) AND right_id = greatest(kept, merged);
  -- Last, so that what the merge itself wrote about the other record is read here too.
  UPDATE field_history SET person_id = kept WHERE person_id = merged;

  SELECT jsonb_agg(jsonb_build_object('t', split_part(coalesce(f.key, l.key), ':', 1), 'id', split_part(coalesce(f.key, l.key), ':', 2), 'former', f.value, 'latter', l.value)) INTO touched
    FROM jsonb_each(former) f FULL JOIN (SELECT tab || ':' || pk AS key, image AS value FROM access.person_images(ids)) l ON l.key = f.key
    WHERE f.value IS NULL OR l.value IS NULL OR cardinality(access.changed_keys(f.value, l.value)) > 0;
  INSERT INTO person_merge (id, kept_id, merged_id, before, moved, merged_by) VALUES (made, kept, merged, coalesce(touched, '[]'),
    (SELECT jsonb_object_agg(t, n) FROM (SELECT x ->> 't' AS t, count(*) AS n FROM jsonb_array_elements(touched) x GROUP BY 1) c), access.uid());
  RETURN jsonb_build_object('id', made);
END $$;

-- Puts every value the merge changed back, and nothing else: what has happened to the kept record since stays there. Refuses with the tables
-- in which a later change stands on top of one of the merge's own.
CREATE FUNCTION access.undo_merge(wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE m person_merge; ids uuid[]; clash text[]; r record; key text; cols text; versioned text;
BEGIN
  SELECT * INTO m FROM person_merge WHERE id = wanted FOR UPDATE;
  IF NOT access.may('person.merge') OR m.id IS NULL OR NOT access.sees_person(m.kept_id) THEN RETURN '{"refused": "notFound"}'; END IF;
  ids := ARRAY[m.kept_id, m.merged_id];
  PERFORM 1 FROM person WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
  IF m.undone_at IS NOT NULL THEN RETURN '{"refused": "undoneAlready"}'; END IF;
  IF m.merged_at < now() - interval '30 days' THEN RETURN '{"refused": "undoTooLate"}'; END IF;
  IF NOT EXISTS (SELECT 1 FROM person WHERE id = m.merged_id AND merged_into_id = m.kept_id) THEN RETURN '{"refused": "mergedSince"}'; END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(m.before) x WHERE x ->> 't' = 'person' AND x #>> '{latter,protection}' IN ('P1', 'P2') AND x #>> '{former,protection}' NOT IN ('P1', 'P2'))
    AND NOT access.cleared('PROTECTED_ADDRESS') THEN RETURN '{"refused": "liftProtection"}'; END IF;

  -- What the two records have now, against what the merge left. A former shell of the merged record is among the images of the kept one.
  SELECT array_agg(DISTINCT x ->> 't') INTO clash FROM jsonb_array_elements(m.before) x
    LEFT JOIN access.person_images(ids) n ON n.tab = x ->> 't' AND n.pk = (x ->> 'id')::uuid
    WHERE CASE WHEN jsonb_typeof(x -> 'latter') = 'null' THEN n.pk IS NOT NULL
      WHEN n.pk IS NULL THEN true
      WHEN jsonb_typeof(x -> 'former') = 'null' THEN cardinality(access.changed_keys(x -> 'latter', n.image)) > 0
      ELSE EXISTS (SELECT 1 FROM unnest(access.changed_keys(x -> 'former', x -> 'latter')) k WHERE x -> 'latter' -> k IS DISTINCT FROM n.image -> k) END;
  IF clash IS NOT NULL THEN RETURN jsonb_build_object('refused', 'changedSince', 'tables', to_jsonb(clash)); END IF;

  -- Made by the merge: away. Numbers change hands and are unique: away first, both.
  FOR r IN SELECT x ->> 't' AS tab, (x ->> 'id')::uuid AS id FROM jsonb_array_elements(m.before) x
    WHERE jsonb_typeof(x -> 'latter') <> 'null' AND (jsonb_typeof(x -> 'former') = 'null' OR x ->> 't' = 'person_cpr') LOOP
    SELECT t.key INTO key FROM access.person_tables() t WHERE t.tab = r.tab;
    EXECUTE format('DELETE FROM %I WHERE %I = $1', r.tab, key) USING r.id;
  END LOOP;
  -- Changed by the merge: back, column by column. The person last, so that no address crosses while its owner is protected in one record only.
  FOR r IN SELECT x ->> 't' AS tab, (x ->> 'id')::uuid AS id, x -> 'former' AS image, access.changed_keys(x -> 'former', x -> 'latter') AS keys FROM jsonb_array_elements(m.before) x
    WHERE jsonb_typeof(x -> 'former') <> 'null' AND jsonb_typeof(x -> 'latter') <> 'null' AND x ->> 't' <> 'person_cpr' ORDER BY x ->> 't' = 'person' LOOP
    key := coalesce((SELECT t.key FROM access.person_tables() t WHERE t.tab = r.tab), 'id');
    SELECT string_agg(quote_ident(k), ', ') INTO cols FROM unnest(r.keys) k;
    versioned := CASE WHEN r.image ? 'version' THEN ', version = version + 1' ELSE '' END;
    EXECUTE format('UPDATE %1$I x SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(x, $1))%3$s WHERE x.%4$I = $2', r.tab, cols, versioned, key) USING r.image, r.id;
  END LOOP;
  -- Removed by the merge: back as it was.
  FOR r IN SELECT x ->> 't' AS tab, x -> 'former' AS image FROM jsonb_array_elements(m.before) x
    WHERE jsonb_typeof(x -> 'former') <> 'null' AND (jsonb_typeof(x -> 'latter') = 'null' OR x ->> 't' = 'person_cpr') LOOP
    SELECT string_agg(quote_ident(k), ', ') INTO cols FROM jsonb_object_keys(r.image) k;
    EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', r.tab, cols) USING r.image;
  END LOOP;
  UPDATE duplicate_pair SET state = 'OPEN', decided_by = NULL, decided_at = NULL WHERE left_id = least(m.kept_id, m.merged_id) AND right_id = greatest(m.kept_id, m.merged_id);
  UPDATE person_merge SET undone_by = access.uid(), undone_at = now() WHERE id = wanted;
  RETURN jsonb_build_object('id', wanted, 'kept', m.kept_id, 'merged', m.merged_id);
EXCEPTION WHEN unique_violation THEN
  RETURN '{"refused": "changedSince", "tables": []}';
END $$;

-- The merge writes its own record; nobody else does, and what it remembers holds more than any screen shows.
DROP POLICY merge_all ON person_merge;
REVOKE ALL ON person_merge FROM indgang_app;
GRANT SELECT (id, kept_id, merged_id, merged_by, merged_at, undone_by, undone_at) ON person_merge TO indgang_app;
CREATE POLICY merge_read ON person_merge FOR SELECT TO indgang_app USING ((SELECT access.may('person.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = kept_id));

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.person_tables()', 'access.person_images(uuid[])', 'access.changed_keys(jsonb, jsonb)', 'access.both_texts(text, text)',
    'access.merge_people(uuid, uuid, jsonb, boolean, boolean)', 'access.undo_merge(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.merge_people(uuid, uuid, jsonb, boolean, boolean), access.undo_merge(uuid) TO indgang_app;
