INSERT INTO login_attempts (id, username, outcome, attempted_at)
VALUES (1, 'kim', 'failed', now()), (2, 'kim', 'failed', now());

-- login_attempts_pkey
UPDATE login_attempts SET id = 2 WHERE id = 1;
-- login_attempts_outcome_check
UPDATE login_attempts SET outcome = 'maybe';
