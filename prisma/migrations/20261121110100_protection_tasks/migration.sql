-- A protection past its day is a task of whoever is responsible (ADR 0029). Made by the night's job; ended here, in the transaction of the decision:
-- lifted, or stated to hold on. The history says who decided.
CREATE FUNCTION access.settle_protection_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE task SET state = 'done', version = version + 1 WHERE source = 'protection' AND source_id = NEW.id AND state = 'open';
  RETURN NULL;
END $$;
ALTER FUNCTION access.settle_protection_task() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.settle_protection_task() FROM PUBLIC;
CREATE TRIGGER protection_task_settled AFTER UPDATE OF lifted_at, to_day ON person_protection FOR EACH ROW
  WHEN (NEW.lifted_at IS NOT NULL OR NEW.to_day IS NULL OR NEW.to_day >= (now() AT TIME ZONE 'Europe/Copenhagen')::date) EXECUTE FUNCTION access.settle_protection_task();
