package derrick.migrations.sql;

/** Statements that begin or end a transaction. A savepoint does neither, nor does one that is prepared already. */
public final class TransactionControl {
    private TransactionControl() {}

    /** Whether a statement is one. */
    public static boolean is(Statement statement) {
        TokenReader reader = statement.reader();
        if (reader.takeAny("BEGIN", "START", "END", "ABORT") || reader.take("PREPARE", "TRANSACTION")) {
            return true;
        }
        if (!reader.takeAny("COMMIT", "ROLLBACK")) {
            return false;
        }
        reader.takeAny("WORK", "TRANSACTION");
        return !reader.takeAny("PREPARED", "TO");
    }
}
