DROP TRIGGER search_mark ON policy;
DROP TRIGGER search_mark ON proposal;
DROP FUNCTION search_mark;
DROP TABLE search_mark;
DROP TABLE search_document;
