package derrick.api.http;

import derrick.api.query.PageLimit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory of all request bodies and response pages together. A body is buffered whole and parsed to records
 * before it is stored, and a page is read whole before it is written, so few of them fit into a small heap.
 */
final class BodyMemoryLimit {
    private static final long MEBIBYTE = 1L << 20;
    private static final long DOCUMENT_MAX = 16 * MEBIBYTE;

    /** Heap that all but bodies and pages need. */
    private static final long OTHER_HEAP = 64 * MEBIBYTE;

    /** Heap for the records that a request stores in one step. They are released before the next ones are read. */
    private static final long HEAP_PER_STEP = 8 * MEBIBYTE;

    /** Heap per byte of a body: an array is copied when it grows, and a compressed body is kept beside it. */
    private static final int HEAP_PER_BYTE = 2;

    private final long total;
    private final int concurrentRequests;
    private final AtomicLong used = new AtomicLong();

    BodyMemoryLimit(long total, int concurrentRequests) {
        this.total = total;
        this.concurrentRequests = concurrentRequests;
    }

    /**
     * Returns the limit for a heap of this size. One half is for bodies, the other for the records that are parsed from
     * them. The largest page always fits.
     */
    static BodyMemoryLimit ofHeap(long heap) {
        long half = (heap - OTHER_HEAP) / 2;
        return new BodyMemoryLimit(
                Math.max(ofRecords(PageLimit.MAX), half / HEAP_PER_BYTE),
                Math.toIntExact(Math.max(1, half / HEAP_PER_STEP)));
    }

    /** Returns the bytes that a page of records needs. */
    static long ofRecords(int records) {
        return (long) records * PageMemory.HEAP_PER_RECORD / HEAP_PER_BYTE;
    }

    /** Returns the number of requests whose bodies may be parsed at the same time. */
    int concurrentRequests() {
        return concurrentRequests;
    }

    /** Returns the largest size of a body: 16 MiB, or less if the heap does not hold two of that size. */
    long documentMax() {
        return Math.min(DOCUMENT_MAX, total / 2);
    }

    /** Reserves memory and returns true, or returns false if too little is free. */
    boolean reserve(long bytes) {
        if (used.addAndGet(bytes) <= total) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Whether the memory could be reserved now. */
    boolean hasRoomFor(long bytes) {
        return used.get() + bytes <= total;
    }
}
