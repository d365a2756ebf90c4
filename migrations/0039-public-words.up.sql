-- What a published copy is found by, made by the application as for full-text search; null until the program that knows how has seen it.
ALTER TABLE publication ADD COLUMN plain text, ADD COLUMN words tsvector;
CREATE INDEX publication_words_idx ON publication USING gin (words) WITH (fastupdate = off);
CREATE INDEX publication_unread_idx ON publication (id) WHERE words IS NULL;

-- The gates as they were; the words are read through them like everything else.
CREATE OR REPLACE VIEW published_letter AS
  SELECT p.id, p.title, p.unit_name, p.model, p.text, p.digest, p.published_on, l.document_number, l.date, l.outcome_class,
    p.plain, p.words
  FROM publication p
  JOIN letter l ON l.id = p.letter_id
  JOIN draft d ON d.id = l.draft_id
  WHERE p.state = 'published' AND l.state = 'delivered' AND d.publication = 'active'
    AND NOT EXISTS (SELECT 1 FROM proposal q
      WHERE (q.id = l.answers_id OR q.id = ANY (l.also_answers)) AND (NOT q.consent_to_publish OR q.withdrawn_on IS NOT NULL));
