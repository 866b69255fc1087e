INSERT INTO users (id, username, email, hashed_password, created_at)
VALUES (1, 'kim', 'kim@rig.example', 'hash', now()), (2, 'mona', 'mona@rig.example', 'hash', now());

-- users_pkey
UPDATE users SET id = 2 WHERE id = 1;
-- users_username_key
UPDATE users SET username = 'MONA' WHERE id = 1;
-- users_email_key
UPDATE users SET email = 'Mona@Rig.example' WHERE id = 1;
-- users_role_check
UPDATE users SET role = 'captain';
-- users_failed_login_attempts_check
UPDATE users SET failed_login_attempts = -1;
