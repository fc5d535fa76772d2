-- Every entry that is shown asks who else was at it: without an index that read the whole log, once for each entry of the page.
CREATE INDEX "contact_together_id_idx" ON "contact"("together_id");
