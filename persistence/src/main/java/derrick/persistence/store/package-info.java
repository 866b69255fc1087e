/**
 * Access to PostgreSQL for all adapters: transactions that repeat after a conflict, binary COPY, the mapping of column
 * types, and the translation of errors. No message contains SQL.
 */
package derrick.persistence.store;
