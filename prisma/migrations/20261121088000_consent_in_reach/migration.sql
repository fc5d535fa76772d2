-- A consent outlasts the hours of emergency access: whoever reaches the person only by it could share them with their own unit for a year.
ALTER POLICY app_insert ON consent WITH CHECK (
  (SELECT access.may('consent.record')) AND recorded_by = (SELECT access.uid()) AND given_on <= access.today() AND EXISTS (SELECT 1 FROM person p WHERE p.id = consent.person_id AND p.merged_into_id IS NULL)
  AND access.reaches_lastingly(person_id));

-- A merge moves consents too: the list as it stands, and two more.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false) $$;

-- A card with an address on it is one of the places where the address has been in view.
DO $$
DECLARE text text := pg_get_functiondef('access.address_shown(uuid, timestamptz)'::regprocedure);
  asked text := '(''person.compared'', ''screen'', NULL, true)';
BEGIN
  IF position(asked IN text) = 0 THEN RAISE EXCEPTION 'access.address_shown lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, asked, asked || ', (''consent.card-viewed'', ''screen'', ''address'', true)');
END $$;
