/**
 * The users of the platform, their logins and their passwords.
 *
 * <p>A {@link derrick.domain.account.User} has one role and may be deactivated. Names and e-mail addresses are unique,
 * ignoring case. {@link derrick.domain.account.UserAdministration} changes users; a change that takes away a right also
 * ends the user's sessions.
 *
 * <p>{@link derrick.domain.account.LoginGuard} stores each login attempt and limits how often a password may be
 * guessed. {@link derrick.domain.account.PasswordReset} sets a new password for a user who forgot the old one, with a
 * secret that can be used once before it expires.
 *
 * <p>{@link derrick.domain.account.TokenRevocation} revokes tokens. Only hashes are stored, of tokens and of passwords.
 */
package derrick.domain.account;
