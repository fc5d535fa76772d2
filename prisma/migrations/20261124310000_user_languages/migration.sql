-- Which languages a colleague speaks, and how well: asked where cases are shared out. One's own and an administrator's to write, by the policies the table has.
ALTER TABLE app_user ADD COLUMN languages text[] DEFAULT '{}';
ALTER TABLE app_user ADD CONSTRAINT app_user_languages CHECK (array_to_string(languages, ',') ~ '^([a-z]{2}-(some|good|native)(,|$))*$');
GRANT SELECT (languages), UPDATE (languages) ON app_user TO indgang_app;
