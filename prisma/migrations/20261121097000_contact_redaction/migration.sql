-- An entry of the contact log that should not stand there (written at the wrong person, about somebody else, twice) is taken back: its words go out of the log, and who took
-- it back, when and why stays. For some weeks the words are kept where no reader comes, so that a mistake can be undone (ADR 0027).
ALTER TABLE contact ADD COLUMN redacted_at timestamptz;

CREATE TABLE "contact_redaction" (
    "contact_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "redacted_by" UUID NOT NULL,
    "redacted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "original" JSONB,
    CONSTRAINT "contact_redaction_pkey" PRIMARY KEY ("contact_id"),
    CONSTRAINT "contact_redaction_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_redaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "contact_redaction_person_id_idx" ON "contact_redaction"("person_id");
ALTER TABLE contact_redaction ADD CONSTRAINT contact_redaction_reason CHECK (reason IN ('wrong-person', 'about-another', 'twice', 'mistake'));
ALTER TABLE contact_redaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_redaction FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON contact_redaction TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON contact_redaction TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_redaction TO indgang_definer, indgang_worker;
-- Why and by whom; never the words.
GRANT SELECT (contact_id, person_id, reason, redacted_by, redacted_at) ON contact_redaction TO indgang_app;
CREATE POLICY app_read ON contact_redaction FOR SELECT TO indgang_app USING ((SELECT access.may('contact.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact_redaction.person_id));

-- Whoever wrote an entry takes it back; another's, whoever may do that. Emergency access changes nothing that lasts.
CREATE FUNCTION access.redact_contact(wanted uuid, why text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c contact;
BEGIN
  SELECT * INTO c FROM contact WHERE id = wanted AND redacted_at IS NULL FOR UPDATE;
  IF c.id IS NULL OR NOT access.may('contact.record') OR NOT access.reaches_lastingly(c.person_id) THEN RETURN false; END IF;
  IF c.recorded_by <> access.uid() AND NOT access.may('contact.redact') THEN RETURN false; END IF;
  INSERT INTO contact_redaction (contact_id, person_id, reason, redacted_by, original) VALUES (c.id, c.person_id, why, access.uid(), jsonb_build_object(
    'minutes', c.minutes, 'agreed', c.agreed, 'next_step', c.next_step, 'next_on', c.next_on,
    'notes', (SELECT coalesce(jsonb_agg(to_jsonb(n)), '[]') FROM contact_note n WHERE n.contact_id = c.id), 'additions', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM contact_addition a WHERE a.contact_id = c.id)));
  DELETE FROM contact_note WHERE contact_id = c.id;
  DELETE FROM contact_addition WHERE contact_id = c.id;
  UPDATE contact SET redacted_at = now(), minutes = NULL, agreed = NULL, next_step = NULL, next_on = NULL WHERE id = c.id;
  RETURN true;
END $$;

-- Puts it back as it was, for as long as its words are kept.
CREATE FUNCTION access.restore_contact(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r contact_redaction;
BEGIN
  SELECT * INTO r FROM contact_redaction WHERE contact_id = wanted AND original IS NOT NULL FOR UPDATE;
  IF r.contact_id IS NULL OR NOT access.may('contact.record') OR NOT access.reaches_lastingly(r.person_id) THEN RETURN false; END IF;
  IF r.redacted_by <> access.uid() AND NOT access.may('contact.redact') THEN RETURN false; END IF;
  UPDATE contact c SET redacted_at = NULL, minutes = (r.original ->> 'minutes')::int, agreed = r.original ->> 'agreed', next_step = r.original ->> 'next_step', next_on = (r.original ->> 'next_on')::date WHERE c.id = wanted;
  -- A merge in the meantime moved the entry: the words come back where it stands now.
  INSERT INTO contact_note SELECT n.id, n.contact_id, r.person_id, n.topic_code, n.text FROM jsonb_populate_recordset(NULL::contact_note, r.original -> 'notes') n;
  INSERT INTO contact_addition SELECT a.id, a.contact_id, r.person_id, a.text, a.added_by, a.added_at FROM jsonb_populate_recordset(NULL::contact_addition, r.original -> 'additions') a;
  DELETE FROM contact_redaction WHERE contact_id = wanted;
  RETURN true;
END $$;
ALTER FUNCTION access.redact_contact(uuid, text) OWNER TO indgang_definer;
ALTER FUNCTION access.restore_contact(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.redact_contact(uuid, text), access.restore_contact(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.redact_contact(uuid, text), access.restore_contact(uuid) TO indgang_app;

-- Nothing is added to what was taken back.
ALTER POLICY app_insert ON contact_addition WITH CHECK (
  (SELECT access.may('contact.record')) AND added_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM contact c WHERE c.id = contact_id AND c.person_id = contact_addition.person_id AND c.redacted_at IS NULL));
ALTER POLICY app_insert ON contact WITH CHECK (
  (SELECT access.may('contact.record')) AND recorded_by = (SELECT access.uid()) AND happened_at <= now() AND redacted_at IS NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact.person_id AND p.merged_into_id IS NULL));

-- A merge moves the log and what is being typed: the list as it stands, and what was taken back.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false), ('contact', 'id', false), ('contact_note', 'id', false), ('contact_addition', 'id', false), ('contact_draft', 'id', false), ('contact_redaction', 'contact_id', false) $$;
