/** Parses query parameters. An unknown, repeated or invalid parameter is an error that names it. */
package derrick.api.query;
