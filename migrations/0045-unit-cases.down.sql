DROP TRIGGER unit_case_added ON delivery;
DROP TRIGGER unit_case_added ON assignment;
DROP FUNCTION unit_case_added;
DROP TABLE unit_case;
