-- What is erased with a record is in the archive first (ADR 0019): asked of the catalogue, so that a table made tomorrow is in it. A volunteer took matches, questions, answers, follow-ups, concerns and check-ins along without them.

-- The rows of two images, once each.
CREATE FUNCTION access.both_images(one jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(t.key, t.rows), '{}') FROM (SELECT e.key, jsonb_agg(DISTINCT v) AS rows FROM (SELECT * FROM jsonb_each(one) UNION ALL SELECT * FROM jsonb_each(other)) e CROSS JOIN jsonb_array_elements(e.value) v GROUP BY e.key) t $$;

-- Every row that is deleted with these, and with those, by table. Neither hashes nor sealed bytes: nobody could read them.
CREATE FUNCTION access.cascade_image(root text, ids uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; found jsonb; under uuid[]; result jsonb := '{}';
BEGIN
  FOR r IN SELECT t.relname AS name, a.attname AS col, EXISTS (SELECT 1 FROM pg_attribute i WHERE i.attrelid = t.oid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype AND NOT i.attisdropped) AS keyed,
      ARRAY(SELECT b.attname::text FROM pg_attribute b WHERE b.attrelid = t.oid AND b.attnum > 0 AND NOT b.attisdropped AND (b.attgenerated <> '' OR b.atttypid = 'bytea'::regtype)) AS unread
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1] AND p.attname = 'id'
    WHERE k.contype = 'f' AND k.confdeltype = 'c' AND k.confrelid = format('public.%I', root)::regclass ORDER BY 1, 2
  LOOP
    EXECUTE format('SELECT jsonb_agg(to_jsonb(x) - $2), %s FROM public.%I x WHERE x.%I = ANY ($1)', CASE WHEN r.keyed THEN 'array_agg(x.id)' ELSE 'NULL::uuid[]' END, r.name, r.col) INTO found, under USING ids, r.unread;
    CONTINUE WHEN found IS NULL;
    result := access.both_images(result, jsonb_build_object(r.name, found));
    IF under IS NOT NULL THEN result := access.both_images(result, access.cascade_image(r.name, under)); END IF;
  END LOOP;
  RETURN result;
END $$;

CREATE OR REPLACE FUNCTION access.retention_image(wanted_kind text, wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE part record; found jsonb; result jsonb := '{}'; ids uuid[];
BEGIN
  IF wanted_kind <> 'person' THEN
    EXECUTE format('SELECT to_jsonb(x) FROM public.%I x WHERE x.id = $1', wanted_kind) INTO found USING wanted;
    IF found IS NULL THEN RETURN NULL; END IF;
    result := access.both_images(jsonb_build_object(wanted_kind, jsonb_build_array(found)), access.cascade_image(wanted_kind, ARRAY[wanted]));
    -- What access.erase_record takes along by itself.
    IF wanted_kind = 'unusual_lookup' THEN result := access.both_images(result, jsonb_build_object('unusual_verdict', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM unusual_verdict v WHERE v.lookup_id = wanted))); END IF;
    IF wanted_kind = 'letter' THEN result := access.both_images(result, jsonb_build_object('reply_code', (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'code_hash' - 'cipher'), '[]') FROM reply_code c WHERE c.letter_id = wanted))); END IF;
    -- The part of volunteers stands as other migrations know it; the catalogue finds the same rows, and each is there once.
    result := access.both_images(result, CASE wanted_kind WHEN 'volunteer' THEN jsonb_build_object('volunteer_training', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM volunteer_training t WHERE t.volunteer_id = wanted)) ELSE '{}' END);
    -- Files of any of the rows.
    RETURN access.both_images(result, coalesce((SELECT jsonb_build_object('stored_file', jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256, 'base64', encode(f.bytes, 'base64'))))
      FROM stored_file f WHERE f.id IN (SELECT (v ->> k)::uuid FROM jsonb_each(result) e CROSS JOIN jsonb_array_elements(e.value) v CROSS JOIN unnest(ARRAY['file_id', 'pdf_id', 'bundle_id']) k WHERE v ->> k IS NOT NULL) HAVING count(*) > 0), '{}'));
  END IF;
  ids := ARRAY(SELECT p.id FROM person p WHERE p.id = wanted OR p.merged_into_id = wanted);
  FOR part IN SELECT l.tab AS name, string_agg(format('x.%I = ANY ($1)', l.col), ' OR ') AS mine,
      (SELECT string_agg(CASE WHEN l.tab = 'stored_file' AND a.attname = 'bytes' THEN '''base64'', encode(x.bytes, ''base64'')' ELSE format('%L, x.%I', a.attname, a.attname) END, ', ' ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = format('public.%I', l.tab)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND (a.atttypid <> 'bytea'::regtype OR (l.tab = 'stored_file' AND a.attname = 'bytes'))) AS columns
    FROM access.subject_links() l GROUP BY l.tab
  LOOP
    EXECUTE format('SELECT jsonb_agg(jsonb_build_object(%s)) FROM public.%I x WHERE %s', part.columns, part.name, part.mine) INTO found USING ids;
    IF found IS NOT NULL THEN result := result || jsonb_build_object(part.name, found); END IF;
  END LOOP;
  -- What access.erase_record takes along by itself.
  RETURN access.both_images(result, jsonb_build_object('staff_relation', (SELECT coalesce(jsonb_agg(to_jsonb(s) - 'stated_hash'), '[]') FROM staff_relation s WHERE s.person_id = ANY (ids)), 'subject_request', (SELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM subject_request q WHERE q.person_id = ANY (ids)),
    'subject_redaction', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM subject_redaction d JOIN subject_request q ON q.id = d.request_id WHERE q.person_id = ANY (ids))));
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.both_images(jsonb, jsonb)', 'access.cascade_image(text, uuid[])'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
