package derrick.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Closes resources in reverse order. It closes all of them, even if one fails. */
final class Closer implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    void add(AutoCloseable resource) {
        open.push(resource);
    }

    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("cannot close all resources");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
