package derrick.persistence.store;

import derrick.domain.store.Transactions;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Transactions in PostgreSQL. Whatever a thread asks of the store inside of one belongs to it. */
public final class JdbiTransactions implements Transactions {
    private final Store store;

    @Inject
    public JdbiTransactions(Store store) {
        this.store = store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return store.inTransaction(handle -> work.get());
    }
}
