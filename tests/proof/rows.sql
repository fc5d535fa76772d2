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

-- One statement that stays: what must hold afterwards is asked beside it. `$k` in it is the person it is about. Not: it was refused or stopped, or touched nothing.
CREATE FUNCTION proof.done(statement text, about uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
  EXECUTE replace(statement, '$k', quote_nullable(about::text) || '::uuid');
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n > 0;
EXCEPTION WHEN integrity_constraint_violation OR insufficient_privilege THEN RETURN false;
END $$;

-- Whether a rule of the database stops one statement, which is undone. Not: it was let through, or it was refused to whoever sent it.
CREATE FUNCTION proof.stopped(statement text, about uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    EXECUTE replace(statement, '$k', quote_nullable(about::text) || '::uuid');
    RAISE EXCEPTION 'undo' USING ERRCODE = 'PF001';
  EXCEPTION
    WHEN SQLSTATE 'PF001' OR insufficient_privilege THEN RETURN false;
    WHEN integrity_constraint_violation THEN RETURN true;
  END;
END $$;

-- A new row like one that is there (proof.copies), with some of it changed: whether the policies let it through. What a constraint says afterwards is no matter of access.
CREATE TABLE proof.copies (name text PRIMARY KEY, content jsonb);
CREATE FUNCTION proof.copied(wanted text, changes jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE columns text; content jsonb;
BEGIN
  SELECT c.content || jsonb_build_object('id', gen_random_uuid()) || changes INTO content FROM proof.copies c WHERE c.name = wanted;
  SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
    WHERE a.attrelid = ('public.' || wanted)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND has_column_privilege(current_user, a.attrelid, a.attnum, 'INSERT');
  IF columns IS NULL THEN RETURN false; END IF;
  EXECUTE format('INSERT INTO public.%I (%s) SELECT %s FROM jsonb_populate_record(NULL::public.%I, $1)', wanted, columns, columns, wanted) USING content;
  RETURN true;
EXCEPTION
  WHEN insufficient_privilege THEN RETURN false;
  WHEN integrity_constraint_violation THEN RETURN true;
END $$;
