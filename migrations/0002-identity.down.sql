DROP TABLE login_failure, login_session, person_duty, person, office, unit_alias, unit;
DROP FUNCTION person_duty_exclusive();
