-- A right given to a volunteer's user was refused before the policies were asked: whoever may give no rights at all was told by it that a user is a
-- volunteer's. The policies answer first now.
DROP TRIGGER volunteer_rights ON role_grant;
DROP TRIGGER volunteer_rights ON clearance;
DROP TRIGGER volunteer_rights ON right_proposal;
CREATE TRIGGER volunteer_rights AFTER INSERT OR UPDATE OF user_id, role ON role_grant FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();
CREATE TRIGGER volunteer_rights AFTER INSERT OR UPDATE OF user_id ON clearance FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();
CREATE TRIGGER volunteer_rights AFTER INSERT OR UPDATE OF user_id ON right_proposal FOR EACH ROW EXECUTE FUNCTION access.guard_volunteer_rights();
