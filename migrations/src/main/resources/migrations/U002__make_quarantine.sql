-- Rows that are in quarantine still have no place at revision 001: they are counted aloud and dropped.

DO $$
DECLARE
    held bigint;
BEGIN
    SELECT count(*) INTO held FROM quarantined_rows;
    IF held > 0 THEN
        RAISE WARNING 'rows in quarantine that are dropped with it: %', held;
    END IF;
END $$;

SET LOCAL lock_timeout = '5s';

DROP TABLE quarantined_rows;
DROP SCHEMA derrick_legacy CASCADE;
