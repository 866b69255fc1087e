/**
 * The schema goes from revision to revision through Flyway, and only here. Flyway's open edition goes up; the way down
 * is made of its inner parts, so that one lock and one history serve both and a Flyway run by hand finds all in order.
 * The scripts themselves run here, both ways by the same few classes.
 */
package derrick.migrations.flyway;
