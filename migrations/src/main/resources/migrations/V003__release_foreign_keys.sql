-- Lets go of the foreign keys between the tables of revision 001, so that one after the other can be converted. Each
-- table gets them back with its new form.

SET LOCAL lock_timeout = '5s';

ALTER TABLE maintenance_alerts DROP CONSTRAINT IF EXISTS maintenance_alerts_dvr_history_id_fkey;
-- lint:allow several-changes because they are let go of together
ALTER TABLE password_reset_tokens DROP CONSTRAINT IF EXISTS password_reset_tokens_user_id_fkey;
ALTER TABLE blacklisted_tokens DROP CONSTRAINT IF EXISTS blacklisted_tokens_user_id_fkey;
ALTER TABLE change_requests DROP CONSTRAINT IF EXISTS change_requests_requested_by_fkey;
ALTER TABLE change_requests DROP CONSTRAINT IF EXISTS change_requests_approved_by_fkey;
ALTER TABLE change_requests DROP CONSTRAINT IF EXISTS change_requests_applied_by_fkey;
ALTER TABLE system_logs DROP CONSTRAINT IF EXISTS system_logs_user_id_fkey;
