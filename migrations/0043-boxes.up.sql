-- 关注: a case that a person keeps an eye on. Nobody else sees it.
CREATE TABLE star (
  person_id uuid NOT NULL REFERENCES person,
  proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
  PRIMARY KEY (person_id, proposal_id)
);
CREATE INDEX star_proposal_idx ON star (proposal_id);

-- 已办: what a person did lately, without a look at what others did; 传阅: copies and papers of a unit.
CREATE INDEX history_entry_person_idx ON history_entry (person_id, at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX notice_unread_idx ON notice (person_id, id) WHERE read_at IS NULL;
CREATE INDEX assignment_reference_idx ON assignment (unit_id) WHERE role = 'reference';
