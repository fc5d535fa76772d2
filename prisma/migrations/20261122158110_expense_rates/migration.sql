-- What is paid for a kilometre is the municipality's own as well (ADR 0053): a rate is added from a day, by whoever keeps the deadlines. One that holds already is changed by nobody, because expenses were counted by it.
ALTER POLICY app_read ON expense_rate USING ((SELECT access.may('expense.read')) OR (SELECT access.may('volunteer.setup')));
GRANT INSERT (kind, valid_from, per_km, source), UPDATE (per_km, source) ON expense_rate TO indgang_app;
CREATE POLICY app_insert ON expense_rate FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('rule.manage')));
CREATE POLICY app_update ON expense_rate FOR UPDATE TO indgang_app USING ((SELECT access.may('rule.manage')) AND valid_from > access.today());
