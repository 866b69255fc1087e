/**
 * Stores accounts in the tables {@code users}, {@code login_attempts}, {@code password_reset_tokens} and {@code
 * blacklisted_tokens}. Passwords and tokens are stored as hashes only.
 */
package derrick.persistence.account;
