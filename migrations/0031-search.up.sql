-- Full text in Chinese, by pairs of characters the application makes: no dictionary, no extension, nothing of the cluster's locale.
CREATE TABLE search_document (
  kind text NOT NULL CHECK (kind IN ('proposal', 'opinion', 'draft', 'letter', 'policy')),
  source_id uuid NOT NULL,
  -- The case that answers it; of a policy document none.
  proposal_id uuid REFERENCES proposal (id) ON DELETE CASCADE,
  -- Whose words they are.
  unit_id uuid REFERENCES unit (id),
  -- Everybody with a part in the case may read it.
  shared boolean NOT NULL,
  day date NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  -- Of all that was made of it: what has not changed is not written again.
  digest text NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (kind, source_id),
  CHECK ((kind = 'policy') = (proposal_id IS NULL))
);
-- Without the list of pending entries every search costs the same.
CREATE INDEX search_document_words_idx ON search_document USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_document_proposal_idx ON search_document (proposal_id);

-- What has to be read anew. A row is written in the transaction that changes the case, and seen only once that is committed.
CREATE TABLE search_mark (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('proposal', 'policy')),
  target_id uuid NOT NULL
);

-- Every command on a case counts its version up: so no command can forget the index.
CREATE FUNCTION search_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_mark (kind, target_id) VALUES (TG_TABLE_NAME, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_mark AFTER INSERT OR UPDATE OF version ON proposal FOR EACH ROW EXECUTE FUNCTION search_mark();
CREATE TRIGGER search_mark AFTER INSERT OR UPDATE OF state ON policy FOR EACH ROW EXECUTE FUNCTION search_mark();
INSERT INTO search_mark (kind, target_id) SELECT 'proposal', id FROM proposal UNION ALL SELECT 'policy', id FROM policy;
