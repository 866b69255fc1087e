/**
 * The way from the adapters to PostgreSQL: how a transaction is run and run again, how rows get in fast, and what of
 * the database's complaints the rest of the platform hears. No SQL leaves it.
 */
package derrick.persistence.store;
