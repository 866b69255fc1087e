package derrick.api.http;

import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * The memory for the records of one response. It counts against {@link BodyMemoryLimit} until the response is written
 * or its connection breaks.
 */
public final class PageMemory {
    /** Largest heap of a record while it is read: the row in the JDBC driver, and the record itself. */
    static final int HEAP_PER_RECORD = 1_500;

    /** Number of records up to which a page needs no reservation. */
    private static final int SMALL_PAGE = 100;

    private final BodyMemoryLimit memory;
    private long reserved;
    private boolean closed;

    PageMemory(BodyMemoryLimit memory) {
        this.memory = memory;
    }

    /**
     * Reserves memory for the page of a response. Call it before the records are read.
     *
     * @param records the largest number of records in the page
     * @throws ServiceUnavailableException if other requests use the memory
     */
    public static void reserve(ContainerRequestContext request, int records) {
        if (records > SMALL_PAGE
                && request.getProperty(PageMemory.class.getName()) instanceof PageMemory page
                && !page.reserve(BodyMemoryLimit.ofRecords(records))) {
            throw new ServiceUnavailableException(Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Other requests use the memory for pages; try again, or use a smaller limit.")
                    .response());
        }
    }

    private synchronized boolean reserve(long bytes) {
        if (closed || !memory.reserve(bytes)) {
            return false;
        }
        reserved += bytes;
        return true;
    }

    synchronized void close() {
        closed = true;
        memory.release(reserved);
        reserved = 0;
    }
}
