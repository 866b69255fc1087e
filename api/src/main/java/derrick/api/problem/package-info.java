/**
 * What the API says when it cannot do what was asked: one form (RFC 9457), one list of kinds, and the one place where
 * errors become answers.
 */
package derrick.api.problem;
