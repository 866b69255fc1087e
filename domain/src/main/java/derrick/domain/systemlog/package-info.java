/**
 * The log of the platform's services, for operators and auditors. Entries are added and read, never changed.
 */
package derrick.domain.systemlog;
