package derrick.domain.store;

import java.util.function.Supplier;

/** Runs work in a transaction. */
public interface Transactions {
    /**
     * Runs work in one transaction: its writes, to any port, are committed when it returns and rolled back when it
     * throws. It may be run again from its start, so it must have no effect other than through the ports.
     *
     * @return what the work returned
     */
    <T> T inTransaction(Supplier<T> work);
}
