-- The foreign keys of revision 001 again.

SET LOCAL lock_timeout = '5s';

-- Whatever leads nowhere, written while nothing forbade it, is treated as if what it led to had been deleted.
-- lint:allow backfill-in-ddl because the way back to 001 is a quiet hour's work
DO $$
BEGIN
    UPDATE maintenance_alerts SET dvr_history_id = NULL
    WHERE NOT EXISTS (SELECT FROM dvr_process_history AS history WHERE history.id = dvr_history_id);
    DELETE FROM password_reset_tokens WHERE NOT EXISTS (SELECT FROM users WHERE users.id = user_id);
    UPDATE blacklisted_tokens SET user_id = NULL WHERE NOT EXISTS (SELECT FROM users WHERE users.id = user_id);
    UPDATE change_requests SET requested_by = NULL WHERE NOT EXISTS (SELECT FROM users WHERE users.id = requested_by);
    UPDATE change_requests SET approved_by = NULL WHERE NOT EXISTS (SELECT FROM users WHERE users.id = approved_by);
    UPDATE change_requests SET applied_by = NULL WHERE NOT EXISTS (SELECT FROM users WHERE users.id = applied_by);
    UPDATE system_logs SET user_id = NULL WHERE NOT EXISTS (SELECT FROM users WHERE users.id = user_id);
END $$;

-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE maintenance_alerts
    ADD CONSTRAINT maintenance_alerts_dvr_history_id_fkey
    FOREIGN KEY (dvr_history_id) REFERENCES dvr_process_history ON DELETE SET NULL;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE password_reset_tokens
    ADD CONSTRAINT password_reset_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE blacklisted_tokens
    ADD CONSTRAINT blacklisted_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE change_requests
    ADD CONSTRAINT change_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users ON DELETE SET NULL;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE change_requests
    ADD CONSTRAINT change_requests_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES users ON DELETE SET NULL;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE change_requests
    ADD CONSTRAINT change_requests_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES users ON DELETE SET NULL;
-- lint:allow foreign-key-validates because the way back to 001 is a quiet hour's work
ALTER TABLE system_logs
    ADD CONSTRAINT system_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
