/**
 * Users and how they sign in, in PostgreSQL: the tables {@code users}, {@code login_attempts}, {@code
 * password_reset_tokens} and {@code blacklisted_tokens}. Who reads them finds hashes where secrets would be.
 */
package derrick.persistence.account;
