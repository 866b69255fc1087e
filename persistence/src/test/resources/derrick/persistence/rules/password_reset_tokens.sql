INSERT INTO password_reset_tokens (id, user_id, token_hash, expires_at, created_at)
VALUES (1, 1, sha256('one'), now(), now()), (2, 1, sha256('two'), now(), now());

-- password_reset_tokens_pkey
UPDATE password_reset_tokens SET id = 2 WHERE id = 1;
-- password_reset_tokens_token_hash_key
UPDATE password_reset_tokens SET token_hash = sha256('two');
-- password_reset_tokens_token_hash_check
UPDATE password_reset_tokens SET token_hash = 'a token' WHERE id = 1;
-- password_reset_tokens_user_id_fkey
UPDATE password_reset_tokens SET user_id = 404;
