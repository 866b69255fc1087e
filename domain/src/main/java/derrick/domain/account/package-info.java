/**
 * The people who use the platform, and how they sign in.
 *
 * <p>A {@link derrick.domain.account.User} has one role and may be active or not; names and addresses are unique
 * without regard to case. {@link derrick.domain.account.UserAdministration} changes users, and whatever takes away a
 * right ends the sessions that had it.
 *
 * <p>{@link derrick.domain.account.LoginGuard} stands at the door: it lets so many guesses through and no more, and
 * keeps each attempt. Who forgot a password gets a secret that {@link derrick.domain.account.PasswordReset} takes once
 * and soon:
 *
 * <pre>
 * unused ──► used        unused and late: good for nothing
 * </pre>
 *
 * <p>{@link derrick.domain.account.TokenRevocation} remembers which tokens count no more. Of every token, only the hash
 * is kept; of every password, only what a hash function for passwords made of it.
 */
package derrick.domain.account;
