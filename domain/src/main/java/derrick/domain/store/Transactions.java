package derrick.domain.store;

import java.util.function.Supplier;

/** Makes several writes one: all of them are kept or none. */
public interface Transactions {
    /**
     * Does work whose writes, to whatever ports, are kept together when it returns, and not at all when it throws. It
     * may be done again from its start, so it must touch nothing but the ports.
     *
     * @return what the work returned
     */
    <T> T together(Supplier<T> work);
}
