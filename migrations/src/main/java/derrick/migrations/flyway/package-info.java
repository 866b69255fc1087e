/**
 * The schema goes from revision to revision through Flyway, and only here. Flyway's open edition goes up; the way down
 * is made of its inner parts, so that one lock and one history serve both and a Flyway run by hand finds all in order.
 */
package derrick.migrations.flyway;
