package derrick.api.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the memory that the bodies of all requests and the pages of all answers take together. A body is kept whole
 * and becomes records before it is stored, and a page is read whole before it is written; few of them fit into a small
 * heap.
 */
final class BodyMemoryLimit {
    private static final long MEBIBYTE = 1L << 20;
    private static final long LARGEST_DOCUMENT = 16 * MEBIBYTE;

    /** Heap that everything but bodies needs. */
    private static final long OTHER_HEAP = 64 * MEBIBYTE;

    /** Heap for the records that a request stores in one step: they leave it before the next ones are read. */
    private static final long HEAP_PER_STEP = 8 * MEBIBYTE;

    /** Heap that a byte of a body may take: an array is there twice while it grows, and packed bodies are beside it. */
    private static final int HEAP_PER_BYTE = 2;

    private final long total;
    private final int requestsAtOnce;
    private final AtomicLong used = new AtomicLong();

    BodyMemoryLimit(long total, int requestsAtOnce) {
        this.total = total;
        this.requestsAtOnce = requestsAtOnce;
    }

    /**
     * The memory that a heap of this size has for bodies: one half is for them, one for the records made of them. The
     * largest page always fits.
     */
    static BodyMemoryLimit ofHeap(long heap) {
        long half = (heap - OTHER_HEAP) / 2;
        return new BodyMemoryLimit(
                Math.max(ofRecords(PageMemory.LARGEST_PAGE), half / HEAP_PER_BYTE),
                Math.toIntExact(Math.max(1, half / HEAP_PER_STEP)));
    }

    /** Returns what a page of so many records takes. */
    static long ofRecords(int records) {
        return (long) records * PageMemory.HEAP_PER_RECORD / HEAP_PER_BYTE;
    }

    /** How many requests may make records of their bodies at a time. */
    int requestsAtOnce() {
        return requestsAtOnce;
    }

    /** How large a body may be: 16 MiB, or less where the heap does not hold two of them. */
    long largestDocument() {
        return Math.min(LARGEST_DOCUMENT, total / 2);
    }

    /** Takes memory for so many bytes more, if that much is free. */
    boolean take(long bytes) {
        if (used.addAndGet(bytes) <= total) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Whether so many bytes could be taken now. */
    boolean hasRoomFor(long bytes) {
        return used.get() + bytes <= total;
    }
}
