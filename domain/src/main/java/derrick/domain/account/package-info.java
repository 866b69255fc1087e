/** The people who use the platform, and how they sign in. */
package derrick.domain.account;
