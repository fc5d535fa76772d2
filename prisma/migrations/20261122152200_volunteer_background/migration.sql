-- What somebody says of their background themselves, for the figures the policy asks for and nothing else (ADR 0048): no list, no search and no match reads it. Nothing is: will not say.
ALTER TABLE volunteer ADD COLUMN "background" TEXT, ADD CONSTRAINT volunteer_background CHECK (background IN ('danish', 'other'));
GRANT INSERT (background), UPDATE (background) ON volunteer TO indgang_app;

DROP FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, jsonb, uuid);
-- From the public form: somebody who wants to help. It adds and tells nothing; a form that was sent before is the same volunteer. Codes nobody knows are left out.
CREATE FUNCTION access.volunteer_interest(first text, last text, born integer, mail text, tel text, speaks text, post text, hidden boolean, wanted_roles text[], wanted_areas text[], wanted_times text[], words text, origin text, languages jsonb, submission uuid)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  INSERT INTO volunteer (first_name, last_name, birth_year, email, phone, language, postcode, address_protected, roles, areas, times, experience, skills, background, source, agreed_at, submission_id)
    VALUES (first, last, born, mail, tel, speaks, CASE WHEN hidden THEN NULL ELSE post END, hidden,
      ARRAY(SELECT r.code FROM volunteer_role r WHERE r.code = ANY (wanted_roles) AND r.retired_on IS NULL ORDER BY r.position),
      ARRAY(SELECT a.code FROM local_area a WHERE a.code = ANY (wanted_areas) AND a.retired_on IS NULL ORDER BY a.position), wanted_times, '{}', words, origin, 'form', now(), submission)
    ON CONFLICT (submission_id) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN NULL; END IF;
  INSERT INTO volunteer_language (volunteer_id, language, level) SELECT made, l ->> 'language', l ->> 'level' FROM jsonb_array_elements(languages) l;
  INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES (made, 1, 'interested', access.today());
  RETURN made;
END $$;
ALTER FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, text, jsonb, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, text, jsonb, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.volunteer_interest(text, text, integer, text, text, text, text, boolean, text[], text[], text[], text, text, jsonb, uuid) TO indgang_public;
