-- The client writes the first version of a row itself.
GRANT INSERT (version) ON meeting TO indgang_app;
