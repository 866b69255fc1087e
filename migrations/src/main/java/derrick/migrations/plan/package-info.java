/**
 * What a migration is going to do, said before it is done: as a list of steps, or as SQL that somebody reads first and
 * runs later, with the same outcome.
 */
package derrick.migrations.plan;
