-- The words by which the ledger is searched: number, title and proposers of a case, and every single character and pair of neighbours in them.
-- Pairs, since Chinese has no blanks between words; made here and not by pg_trgm, which finds nothing Chinese under some locales of a cluster.
CREATE FUNCTION text_grams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(value, i, n)), '{}')
  FROM generate_series(1, length(value)) i, (VALUES (1), (2)) size (n)
$$;

-- Only the Latin letters: what else has a small form depends on the cluster's locale.
CREATE FUNCTION small_letters(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
$$;

CREATE TABLE ledger_words (
  proposal_id uuid PRIMARY KEY REFERENCES proposal ON DELETE CASCADE,
  words text NOT NULL,
  grams text[] GENERATED ALWAYS AS (text_grams(words)) STORED
);
CREATE INDEX ledger_words_grams_idx ON ledger_words USING gin (grams);

-- Kept by the database: proposals come in by more than one door (the form, the list, open cases of the year). What is added is taken a
-- statement at a time, a list of thousands at once; what is changed, a row at a time.
CREATE FUNCTION renew_ledger_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO ledger_words (proposal_id, words)
    SELECT p.id, small_letters(concat_ws(E'\n', p.number, p.title, string_agg(r.name, E'\n' ORDER BY r.ordinal)))
    FROM proposal p LEFT JOIN proposer r ON r.proposal_id = p.id
    WHERE p.id = ANY (ids) GROUP BY p.id
  ON CONFLICT (proposal_id) DO UPDATE SET words = excluded.words WHERE ledger_words.words <> excluded.words
$$;
CREATE FUNCTION proposal_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_ledger_words((SELECT array_agg(id) FROM added));
  RETURN NULL;
END $$;
CREATE FUNCTION proposal_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_ledger_words(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE FUNCTION proposer_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_ledger_words((SELECT array_agg(DISTINCT proposal_id) FROM added));
  RETURN NULL;
END $$;
CREATE FUNCTION proposer_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_ledger_words(ARRAY[coalesce(NEW.proposal_id, OLD.proposal_id)]);
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_words_added AFTER INSERT ON proposal
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION proposal_words_added();
CREATE TRIGGER proposal_words_changed AFTER UPDATE OF number, title ON proposal
  FOR EACH ROW EXECUTE FUNCTION proposal_words_changed();
CREATE TRIGGER proposer_words_added AFTER INSERT ON proposer
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION proposer_words_added();
CREATE TRIGGER proposer_words_changed AFTER DELETE OR UPDATE OF name, ordinal ON proposer
  FOR EACH ROW EXECUTE FUNCTION proposer_words_changed();

SELECT renew_ledger_words((SELECT array_agg(id) FROM proposal));
