-- A protected address written into a note has left the table that protects it (ADR 0037). Words are compared with it here, inside the database, and the
-- answer is which of the texts tell it: nothing the writer did not type.

-- A text as addresses are compared: one spelling of each letter, letters closed up, numbers by themselves. "H.C. Andersens  Gade 14B, 2." and
-- "hc andersensgade 14 b 2" are the same.
CREATE FUNCTION access.address_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(access.fold(regexp_replace(normalize(coalesce(value, ''), NFKC), '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g')),
    '[^a-z0-9]+', ' ', 'g'), '([a-z])(?=[0-9])', '\1 ', 'g'), '([0-9])(?=[a-z])', '\1 ', 'g'), '([a-z]) (?=[a-z])', '\1', 'g')) $$;

-- What tells an address in a text folded as above: street and number either way round, street and postcode, street and town close together. Endings
-- and beginnings as people shorten them ("Nørrev.", "Sdr. Gade"). NULL where there is no street.
CREATE FUNCTION access.address_pattern(street text, number text, postcode text, town text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  WITH folded AS (SELECT access.address_fold(street) AS s, substring(number FROM '\d+') AS n, replace(access.address_fold(postcode), ' ', '') AS p, access.address_fold(town) AS t),
    ended AS (SELECT *, regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(s, '(vej|vj|v)$', 'v(ej|j)?'), '(gade|gd|g)$', 'g(ade|d)?'), '(ale|al)$', 'al(e)?'),
      '(strade|str)$', 'str(ade)?'), '(plads|pl)$', 'pl(ads)?'), '(boulevard|bulevard|blvd)$', 'b(oulevard|ulevard|lvd|oul)'), '(vange|vng)$', 'v(ange|ng)') AS e FROM folded),
    begun AS (SELECT *, regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(e, '^(nore|nr|ndr)', '(nore|nr|ndr)'), '^(sonder|sdr|sd)', '(sonder|sdr|sd)'), '^(sankt|skt|st)', '(sankt|skt|st)'),
      '^(gamel|gl)', '(gamel|gl)'), '^(store|st)', '(store|st)'), '^(doktor|dr)', '(doktor|dr)') AS b FROM ended)
  SELECT nullif(concat_ws('|', b || '(hus)?(nr|numer|no)? ' || n || '( |$)', '(^| )' || n || ' (pa|i)?' || b, b || '.{0,40} ' || nullif(p, '') || '( |$)', '(^| )' || nullif(p, '') || ' .{0,40}' || b,
    CASE WHEN length(s) > 4 THEN b || '.{0,12}' || nullif(t, '') END), '') FROM begun WHERE s <> '' $$;

-- Which of the texts tell where somebody lives in protection: those they are about, whoever is registered as close to them (a child's address stands in its
-- father's file too), now or less than a year ago. Only of people the caller reaches. Every yes stands in the log (words.address-refused); after five in a
-- day the answer stops depending on the address: then no text with a number after a word is let through, and a guess tells nothing more.
CREATE FUNCTION access.tells_address(about uuid[], texts text[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT w FROM unnest(about) w WHERE access.reaches_person(w)),
    near AS MATERIALIZED (SELECT w FROM mine UNION SELECT r.related_person_id FROM relation r JOIN mine ON mine.w = r.person_id UNION SELECT r.person_id FROM relation r JOIN mine ON mine.w = r.related_person_id),
    secret AS MATERIALIZED (SELECT access.address_pattern(a.street, a.number, a.postcode, a.town) AS pattern FROM protected_address a JOIN near ON near.w = a.person_id
      WHERE coalesce(a.to_day, access.today()) > access.today() - 365),
    guesses AS MATERIALIZED (SELECT count(DISTINCT e.id) >= 5 AS worn FROM audit_event e JOIN near ON near.w = e.person_id
      WHERE e.actor_user_id = access.uid() AND e.action = 'words.address-refused' AND e.at > now() - interval '24 hours')
  SELECT jsonb_build_object('worn', g.worn, 'at', coalesce((SELECT jsonb_agg(t.place - 1 ORDER BY t.place) FROM unnest(texts) WITH ORDINALITY t(words, place)
    WHERE CASE WHEN g.worn THEN EXISTS (SELECT 1 FROM secret) AND access.address_fold(t.words) ~ '[a-z]{3} [0-9]'
      ELSE EXISTS (SELECT 1 FROM secret WHERE access.address_fold(t.words) ~ secret.pattern) END), '[]')) FROM guesses g $$;
ALTER FUNCTION access.tells_address(uuid[], text[]) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.tells_address(uuid[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.tells_address(uuid[], text[]) TO indgang_app;
