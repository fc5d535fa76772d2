-- What one transaction may do to single rows, tried out and undone. Runs as whoever calls it (tests/proof/rows.ts).
CREATE SCHEMA proof;
GRANT USAGE ON SCHEMA proof TO PUBLIC;

-- One statement, undone: 'yes' when it touched a row, 'no' when it touched none or was refused, else the code it failed with. A constraint
-- that complains has been reached, so the policies had let it through.
CREATE FUNCTION proof.tried(statement text, id text, content jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n int; said text := 'no';
BEGIN
  BEGIN
    EXECUTE statement USING id, content;
    GET DIAGNOSTICS n = ROW_COUNT;
    said := CASE WHEN n > 0 THEN 'yes' ELSE 'no' END;
    RAISE EXCEPTION 'undo' USING ERRCODE = 'PF001';
  EXCEPTION
    WHEN SQLSTATE 'PF001' THEN NULL;
    WHEN insufficient_privilege THEN said := 'no';
    WHEN integrity_constraint_violation THEN said := 'yes';
    WHEN OTHERS THEN said := SQLSTATE;
  END;
  RETURN said;
END $$;

-- items: [{verb, key, statement, id, content}] -> the same without what answers 'no'.
CREATE FUNCTION proof.tried_all(items jsonb) RETURNS TABLE (verb text, key text, said text) LANGUAGE plpgsql AS $$
DECLARE item record;
BEGIN
  FOR item IN SELECT * FROM jsonb_to_recordset(items) AS i(verb text, key text, statement text, id text, content jsonb) LOOP
    said := proof.tried(item.statement, item.id, item.content);
    IF said <> 'no' THEN verb := item.verb; key := item.key; RETURN NEXT; END IF;
  END LOOP;
END $$;

-- One statement on all the rows at once, undone: those it reached. `statement` takes the ids and answers with those it touched.
CREATE FUNCTION proof.reached(statement text, ids text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE found text[] := '{}';
BEGIN
  BEGIN
    EXECUTE statement INTO found USING ids;
    RAISE EXCEPTION 'undo' USING ERRCODE = 'PF001';
  EXCEPTION
    WHEN SQLSTATE 'PF001' THEN NULL;
    WHEN insufficient_privilege THEN NULL;
    -- A constraint that complains was reached: the policies let it through, and which rows is not known.
    WHEN integrity_constraint_violation THEN RETURN NULL;
  END;
  RETURN coalesce(found, '{}');
END $$;

-- A statement without WHERE reads nothing, so only its own policy stands in the way. `looked` is asked afterwards as the owner: which of
-- the planted rows it reached. Needs triggers and references switched off, or the first row that is in use would hide all the others.
CREATE FUNCTION proof.blind(statement text, looked text, ids text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE reached text[] := '{}';
BEGIN
  BEGIN
    EXECUTE statement;
    PERFORM set_config('role', 'none', true);
    EXECUTE looked INTO reached USING ids;
    RAISE EXCEPTION 'undo' USING ERRCODE = 'PF001';
  EXCEPTION
    WHEN SQLSTATE 'PF001' THEN NULL;
    WHEN insufficient_privilege THEN NULL;
    WHEN integrity_constraint_violation THEN RETURN NULL;
  END;
  RETURN coalesce(reached, '{}');
END $$;

-- About which of the people the expression says yes. Each for itself: a refusal is a no and ends nothing, and what was written is undone.
CREATE FUNCTION proof.said(expression text, people jsonb) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE k record; yes boolean; found text[] := '{}';
BEGIN
  FOR k IN SELECT * FROM jsonb_to_recordset(people) AS p(key text, id uuid) LOOP
    BEGIN
      EXECUTE format('SELECT %s FROM (SELECT $1::uuid AS id) k', expression) INTO yes USING k.id;
      RAISE EXCEPTION 'undo' USING ERRCODE = 'PF001';
    EXCEPTION
      WHEN SQLSTATE 'PF001' THEN IF yes THEN found := found || k.key; END IF;
      WHEN insufficient_privilege THEN NULL;
    END;
  END LOOP;
  RETURN found;
END $$;

-- What stands in the database now, whoever asks: the conditions are the owner's to see.
CREATE FUNCTION proof.holds(condition text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE yes boolean;
BEGIN
  EXECUTE 'SELECT ' || condition INTO yes;
  RETURN coalesce(yes, false);
END $$;

-- One statement that stays: what must hold afterwards is asked beside it.
CREATE FUNCTION proof.done(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
  EXECUTE statement;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n > 0;
END $$;
