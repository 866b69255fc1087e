/**
 * What the services of the platform had to say: the journal in which an operator reads what happened, and an auditor
 * who did it. It is written and read, never changed.
 */
package derrick.domain.systemlog;
