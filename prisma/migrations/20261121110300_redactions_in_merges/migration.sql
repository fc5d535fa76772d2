-- What was taken back has no id of its own: a merge that remembers it by one fails. It is remembered in full.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false), ('contact', 'id', false), ('contact_note', 'id', false), ('contact_addition', 'id', false), ('contact_draft', 'id', false), ('contact_redaction', 'contact_id', true), ('task', 'id', false), ('task_event', 'id', false) $$;
