package derrick.api.http;

import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * The memory for the records of one answer. It counts against {@link BodyMemoryLimit} until the answer is written or
 * its connection breaks.
 */
public final class PageMemory {
    /** The largest number of records in a page. */
    public static final int LARGEST_PAGE = 10_000;

    /** Heap that a record takes at most while it is read: the row that the driver holds, and the record itself. */
    static final int HEAP_PER_RECORD = 1_500;

    /** Records in a page that takes no more than any other answer does. */
    private static final int SMALL_PAGE = 100;

    private final BodyMemoryLimit memory;
    private long reserved;
    private boolean closed;

    PageMemory(BodyMemoryLimit memory) {
        this.memory = memory;
    }

    /**
     * Reserves memory for the page that answers a request. Call it before the records are read.
     *
     * @param records how many records the page has at most
     * @throws ServiceUnavailableException if other requests use the memory
     */
    public static void reserve(ContainerRequestContext request, int records) {
        if (records > SMALL_PAGE
                && request.getProperty(PageMemory.class.getName()) instanceof PageMemory page
                && !page.take(BodyMemoryLimit.ofRecords(records))) {
            throw new ServiceUnavailableException(Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Other requests use the memory for pages; try again, or with a smaller limit.")
                    .response());
        }
    }

    private synchronized boolean take(long bytes) {
        if (closed || !memory.take(bytes)) {
            return false;
        }
        reserved += bytes;
        return true;
    }

    synchronized void close() {
        closed = true;
        memory.giveBack(reserved);
        reserved = 0;
    }
}
