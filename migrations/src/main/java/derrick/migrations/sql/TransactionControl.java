package derrick.migrations.sql;

/** Recognizes statements that begin or end a transaction. Savepoints and COMMIT PREPARED do not count. */
public final class TransactionControl {
    private TransactionControl() {}

    /** Returns true if the statement is one of them. */
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
