/** Errors of the API: problem documents (RFC 9457), the list of their types, and the mapping of exceptions to them. */
package derrick.api.problem;
