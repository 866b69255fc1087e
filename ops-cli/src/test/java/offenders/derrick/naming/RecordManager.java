package offenders.derrick.naming;

/** A name that fits everything. */
final class RecordManager {}
