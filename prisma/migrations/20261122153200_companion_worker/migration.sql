-- The job that begins a match once both have said yes asks every rule again, in the name of whoever asked.
GRANT EXECUTE ON FUNCTION access.waiting_meetings(), access.booked_pairs() TO indgang_worker;
