/**
 * The HTTP API: a package for each feature, and packages for what all responses share.
 *
 * <p>{@link derrick.api.DerrickServer} is the Dropwizard application and has the {@code main} method. Its command
 * {@code up} opens the database, upgrades the schema to head, serves requests until a signal stops it, and closes
 * everything.
 */
package derrick.api;
