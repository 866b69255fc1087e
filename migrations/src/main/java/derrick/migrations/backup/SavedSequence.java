package derrick.migrations.backup;

/**
 * How far a sequence had got.
 *
 * @param called whether the last value was handed out already
 */
record SavedSequence(QualifiedName name, long lastValue, boolean called) {}
