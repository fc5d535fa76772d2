-- A colleague says something about an entry, or praises it (ADR 0027). It stands under the entry like an addition: with a date and a name, never changed, gone with the entry when
-- that is taken back, and part of what is held about the person. It is no part of what happened, so that no report takes it along.
ALTER TABLE contact_addition ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'addition';
ALTER TABLE contact_addition
  ADD CONSTRAINT contact_addition_kind CHECK (kind IN ('addition', 'comment', 'praise')),
  ADD CONSTRAINT contact_addition_remark CHECK (kind = 'addition' OR length(text) <= 500);
-- What was said lately, for the first page of whoever wrote the entry.
CREATE INDEX contact_addition_remarks ON contact_addition (added_at) WHERE kind <> 'addition';
-- Not under what one wrote oneself: there it is an addition.
ALTER POLICY app_insert ON contact_addition WITH CHECK (
  (SELECT access.may('contact.record')) AND added_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM contact c WHERE c.id = contact_id AND c.person_id = contact_addition.person_id AND c.redacted_at IS NULL
    AND (contact_addition.kind = 'addition' OR c.recorded_by <> (SELECT access.uid()))));
-- An entry that is put back gets its remarks back as what they were; one that was taken back before there were any has none.
DO $$
DECLARE before text := pg_get_functiondef('access.restore_contact(uuid)'::regprocedure); after text;
BEGIN
  after := replace(before, 'a.text, a.added_by, a.added_at FROM', 'a.text, a.added_by, a.added_at, coalesce(a.kind, ''addition'') FROM');
  IF after = before THEN RAISE EXCEPTION 'access.restore_contact is not as it was'; END IF;
  EXECUTE after;
END $$;
