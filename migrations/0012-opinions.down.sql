DROP TABLE outside_link;
DROP TABLE opinion_attachment;
ALTER TABLE opinion_item DROP COLUMN facts;
UPDATE opinion_item SET commitments = (
  SELECT coalesce(jsonb_agg(each - 'owner'), '[]') FROM jsonb_array_elements(commitments) each
);
-- A version without a person cannot stand in the older form: its passages' sources and items go with it.
DELETE FROM passage WHERE opinion_item_id IN
  (SELECT i.id FROM opinion_item i JOIN opinion_version v ON v.id = i.opinion_version_id WHERE v.via = 'link');
DELETE FROM opinion_item WHERE opinion_version_id IN (SELECT id FROM opinion_version WHERE via = 'link');
DELETE FROM opinion_version WHERE via = 'link';
ALTER TABLE opinion_version ALTER COLUMN submitted_by SET NOT NULL, DROP COLUMN via,
  DROP COLUMN signer_name, DROP COLUMN signer_duty, DROP COLUMN publication, DROP COLUMN late;
