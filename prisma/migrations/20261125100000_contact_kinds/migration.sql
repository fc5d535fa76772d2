-- Kinds of contact are the municipality's own (ADR 0063): a talk at the drop-in café, a walk by the lake. Each counts as one channel, and the clock, the attempts and the figures go on
-- reading that. What was written before has no kind and is read as the one that is called as its channel: entries are added and never changed, not by a migration either.
CREATE TABLE "contact_kind" (
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "contact_kind_pkey" PRIMARY KEY ("code")
);
CREATE UNIQUE INDEX "contact_kind_code_channel_key" ON "contact_kind"("code", "channel");
ALTER TABLE contact_kind
  ADD CONSTRAINT contact_kind_code CHECK (code ~ '^[a-z][a-z-]{1,30}$' AND code <> 'none'),
  ADD CONSTRAINT contact_kind_names CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND position BETWEEN 0 AND 999),
  ADD CONSTRAINT contact_kind_channel CHECK (channel IN ('meeting', 'home', 'walk', 'phone', 'video', 'letter', 'email', 'sms')),
  -- Entries without a kind are read as these.
  ADD CONSTRAINT contact_kind_shipped CHECK (code NOT IN ('meeting', 'home', 'walk', 'phone', 'video', 'letter', 'email', 'sms') OR channel = code),
  -- Who did not come is written as this one, in one click.
  ADD CONSTRAINT contact_kind_meeting CHECK (code <> 'meeting' OR retired_on IS NULL);
ALTER TABLE contact_kind ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_kind FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON contact_kind TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON contact_kind TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_kind TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (code, name_da, name_en, channel, position), UPDATE (name_da, name_en, channel, position, retired_on, version) ON contact_kind TO indgang_app;
CREATE POLICY app_read ON contact_kind FOR SELECT TO indgang_app USING ((SELECT access.may('self')));
CREATE POLICY app_insert ON contact_kind FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')));
CREATE POLICY app_update ON contact_kind FOR UPDATE TO indgang_app USING ((SELECT access.may('method.manage')));

-- The channel of an entry is that of its kind, and a kind whose channel an entry was read by keeps it: both are said by the key over the two.
ALTER TABLE contact ADD COLUMN "kind_code" TEXT;
ALTER TABLE contact ADD CONSTRAINT "contact_kind_code_channel_fkey" FOREIGN KEY ("kind_code", "channel") REFERENCES "contact_kind"("code", "channel") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX contact_kind_code_idx ON contact (kind_code) WHERE kind_code IS NOT NULL;

-- A kind out of use stays with its old entries and has no new ones.
ALTER POLICY app_insert ON contact WITH CHECK (
  (SELECT access.may('contact.record')) AND recorded_by = (SELECT access.uid()) AND happened_at <= now() AND redacted_at IS NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact.person_id AND p.merged_into_id IS NULL)
  AND NOT EXISTS (SELECT 1 FROM contact_kind k WHERE k.code = coalesce(contact.kind_code, contact.channel) AND k.retired_on IS NOT NULL));

-- Whether any entry is of a kind, and not which or how many: whoever keeps the list reads no entry.
CREATE FUNCTION access.contact_kinds_used() RETURNS TABLE (code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.code FROM contact_kind k WHERE (SELECT access.may('method.manage')) AND EXISTS (SELECT 1 FROM contact c WHERE c.kind_code = k.code) $$;
ALTER FUNCTION access.contact_kinds_used() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.contact_kinds_used() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.contact_kinds_used() TO indgang_app;
