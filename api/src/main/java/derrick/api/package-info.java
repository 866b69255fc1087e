/**
 * The platform over HTTP: one package a feature, and what every answer has in common.
 *
 * <p>{@link derrick.api.DerrickServer} is the Dropwizard application and the way in from the command line; the command
 * {@code up} opens the database, brings the schema to head, serves until it is told to stop, and lets go of everything.
 */
package derrick.api;
