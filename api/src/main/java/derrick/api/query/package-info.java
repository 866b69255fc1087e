/** The parameters of a request's address: each known, given once, and right, or the request is refused by name. */
package derrick.api.query;
