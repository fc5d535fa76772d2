-- Of what is in use in one of the municipality's lists no two are called the same, whatever their letters and in either language: of two who add or take into use at once the second is told (ADR 0053).
DO $$
DECLARE t text; c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer_group_kind'] LOOP
    FOREACH c IN ARRAY ARRAY['name_da', 'name_en'] LOOP
      -- Two that slipped through stay both, and can be told apart: the later one has its number behind the name until somebody renames it.
      EXECUTE format('UPDATE %1$I o SET %2$I = left(o.%2$I, 50) || '' ('' || d.nth || '')'', version = o.version + 1 FROM (SELECT id, row_number() OVER (PARTITION BY lower(%2$I) ORDER BY position, id) AS nth FROM %1$I WHERE retired_on IS NULL) d WHERE d.id = o.id AND d.nth > 1', t, c);
      EXECUTE format('CREATE UNIQUE INDEX %I ON %I (lower(%I)) WHERE retired_on IS NULL', t || '_' || c || '_once', t, c);
    END LOOP;
  END LOOP;
END $$;
