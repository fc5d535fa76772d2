-- A filed letter shows a name and an address: opening one is a right of its own, beside seeing that it was sent. Of somebody protected it
-- takes the clearance as before (core_protected); the fresh proof is asked for where the file is read, as for the address itself (ADR 0017).
ALTER POLICY stored_file_read ON stored_file USING (
  (kind = 'letter' AND (SELECT access.may('letter.open')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id))
  OR (kind IN ('print', 'manifest', 'memo') AND (SELECT access.may('outreach.print')))
  OR (kind = 'import' AND (SELECT access.may('import.run')) AND owner_id = (SELECT access.uid()))
  OR (kind = 'subject-export' AND (SELECT access.may('subject.export')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = stored_file.person_id)));
