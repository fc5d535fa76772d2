-- A filed letter names the text it was made from: that text can be put out of use, never changed.
CREATE FUNCTION access.guard_template() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.status <> 'DRAFT' AND (OLD.title, OLD.blocks, OLD.language, OLD.version, OLD.declared_fields) IS DISTINCT FROM (NEW.title, NEW.blocks, NEW.language, NEW.version, NEW.declared_fields) THEN
    RAISE EXCEPTION 'An approved letter text is never changed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'APPROVED' AND OLD.status = 'DRAFT' AND NEW.created_by IS NOT NULL AND NEW.approved_by IS NOT DISTINCT FROM NEW.created_by THEN
    RAISE EXCEPTION 'A letter text is approved by somebody else than its author' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION access.guard_template() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.guard_template() FROM PUBLIC;
CREATE TRIGGER template_guard BEFORE UPDATE ON letter_template_version FOR EACH ROW EXECUTE FUNCTION access.guard_template();
-- One draft per letter and language: two would have to be merged by hand.
CREATE UNIQUE INDEX letter_template_one_draft ON letter_template_version (template_id, language) WHERE status = 'DRAFT';
