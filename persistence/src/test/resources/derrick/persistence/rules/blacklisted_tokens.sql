INSERT INTO blacklisted_tokens (id, token_hash, expires_at, created_at)
VALUES (1, sha256('one'), now(), now()), (2, sha256('two'), now(), now());

-- blacklisted_tokens_pkey
UPDATE blacklisted_tokens SET id = 2 WHERE id = 1;
-- blacklisted_tokens_token_hash_key
UPDATE blacklisted_tokens SET token_hash = sha256('two');
-- blacklisted_tokens_token_hash_check
UPDATE blacklisted_tokens SET token_hash = 'a token' WHERE id = 1;
-- blacklisted_tokens_user_id_fkey
UPDATE blacklisted_tokens SET user_id = 404;
