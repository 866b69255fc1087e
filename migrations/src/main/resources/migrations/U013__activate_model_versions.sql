-- Moves the rows of model_versions back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('model_versions') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('model_versions') THEN
        CREATE TABLE derrick_legacy.model_versions (
            id            serial PRIMARY KEY,
            model_name    varchar(100) NOT NULL,
            version       varchar(50) NOT NULL,
            model_type    varchar(50) NOT NULL,
            file_path     varchar(255) NOT NULL,
            metrics       jsonb,
            training_date timestamp,
            is_active     boolean DEFAULT false,
            description   text,
            created_by    varchar(100)
        );
        CREATE INDEX ix_model_versions_model_name ON derrick_legacy.model_versions (model_name);

        CREATE VIEW derrick_legacy.model_versions_as_001 AS
        SELECT
            id,
            model_name,
            version,
            model_type,
            file_path,
            metrics,
            derrick_legacy.local_time(training_date) AS training_date,
            is_active,
            description,
            created_by,
            old AS original
        FROM model_versions AS old;

        PERFORM derrick_legacy.grant_alike('model_versions', 'derrick_legacy.model_versions');
    END IF;

    -- Revision 001 keeps no such history.
    ALTER TABLE model_activations DROP CONSTRAINT IF EXISTS model_activations_model_version_id_fkey;
    LOOP
        last := derrick_legacy.move_batch_back('model_versions', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    DROP TABLE model_activations;
    DROP FUNCTION model_activations_keep();
    PERFORM derrick_legacy.end_move_back('model_versions');
END $$;
