DELETE FROM search_document WHERE kind = 'earlier';
ALTER TABLE search_document DROP CONSTRAINT search_document_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_check CHECK ((kind = 'policy') = (proposal_id IS NULL));
ALTER TABLE search_document DROP CONSTRAINT search_document_kind_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_kind_check
  CHECK (kind IN ('proposal', 'opinion', 'draft', 'letter', 'policy'));
DROP TABLE letter_import_row;
DROP TABLE earlier_letter_unit;
DROP TABLE earlier_letter;
DROP TABLE letter_import;
