DROP TABLE proposed_hand_over;
DROP TABLE import_mapping;
DROP TABLE import_edit;
DROP TABLE import_row;
DROP TABLE import_batch;
