-- The log by kind: a rare one (refused, handed out) was looked for through all of a million rows.
CREATE INDEX "audit_event_kind_at_seq_idx" ON "audit_event"("kind", "at", "seq");
