-- Every answer is there from the start and none comes later: a merge moves them by itself, and back again.
DROP TRIGGER screening_moved ON screening;
DROP FUNCTION access.move_screening();
