-- A responsibility is given and ended, and nothing else of it changes. Whoever manages responsibilities could write a finished one onto another
-- person or another colleague, also one they do not see: it opened nobody, but said of last year what was not so.
REVOKE UPDATE ON assignment FROM indgang_app;
GRANT UPDATE (to_day) ON assignment TO indgang_app;
