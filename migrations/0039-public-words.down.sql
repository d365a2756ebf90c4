DROP VIEW published_letter;
CREATE VIEW published_letter AS
  SELECT p.id, p.title, p.unit_name, p.model, p.text, p.digest, p.published_on, l.document_number, l.date, l.outcome_class
  FROM publication p
  JOIN letter l ON l.id = p.letter_id
  JOIN draft d ON d.id = l.draft_id
  WHERE p.state = 'published' AND l.state = 'delivered' AND d.publication = 'active'
    AND NOT EXISTS (SELECT 1 FROM proposal q
      WHERE (q.id = l.answers_id OR q.id = ANY (l.also_answers)) AND (NOT q.consent_to_publish OR q.withdrawn_on IS NOT NULL));
ALTER TABLE publication DROP COLUMN plain, DROP COLUMN words;
