-- Each condition once. Unit and held_at are no columns one may change: what holds before an update holds after it. Whether the person is reached for good is asked by may_mark.
DROP POLICY app_update ON meeting;
CREATE POLICY app_update ON meeting FOR UPDATE TO indgang_app USING ((SELECT access.may('meeting.manage')) AND unit_id = (SELECT access.my_unit()) AND held_at IS NULL);
ALTER POLICY app_insert ON meeting_item WITH CHECK ((SELECT access.may('case.manage')) AND marked_by = (SELECT access.uid())
  AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = meeting_item.person_id) AND access.may_mark(meeting_id, case_id));
