package derrick.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs fifty calls at the same time, each in its own thread. */
public final class ConcurrentCalls {
    public static final int COUNT = 50;

    private static final long DEADLINE_SECONDS = 120;

    private ConcurrentCalls() {}

    /**
     * The results of the calls.
     *
     * @param succeeded the values that calls returned
     * @param failed the exceptions that calls threw
     */
    public record Results<T>(List<T> succeeded, List<Throwable> failed) {}

    /** Opens a connection for each thread, so that later calls start together. */
    public static void warmUp(Store store) throws Exception {
        run(number -> store.query(handle -> handle.execute("SELECT 1")));
    }

    /**
     * Calls a function with the numbers from 0 to 49 at the same time. The tests of a class share their connections: a
     * server accepts a hundred.
     */
    public static <T> Results<T> run(IntFunction<T> function) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COUNT);
        try {
            CyclicBarrier start = new CyclicBarrier(COUNT);
            List<Future<T>> calls = IntStream.range(0, COUNT)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return function.apply(number);
                    }))
                    .toList();
            Results<T> results = new Results<>(new ArrayList<>(), new ArrayList<>());
            for (Future<T> caller : calls) {
                try {
                    results.succeeded.add(caller.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
                } catch (ExecutionException failure) {
                    results.failed.add(failure.getCause());
                }
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
