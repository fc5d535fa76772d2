-- Two administrators correcting the rate that is coming: whoever saves second is told what the first wrote, as everywhere else.
ALTER TABLE expense_rate ADD COLUMN version integer NOT NULL DEFAULT 1;
GRANT INSERT (version), UPDATE (version) ON expense_rate TO indgang_app;
