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

/** Many threads that want the same at the same moment. */
public final class Racers {
    public static final int COUNT = 50;

    private static final long DEADLINE_SECONDS = 120;

    private Racers() {}

    /**
     * How a race ended.
     *
     * @param won what those got who got anything
     * @param lost what the others were told
     */
    public record Finish<T>(List<T> won, List<Throwable> lost) {}

    /** Opens a connection for each, so that none comes late to the race that follows. */
    public static void warmUp(Store store) throws Exception {
        race(number -> store.query(handle -> handle.execute("SELECT 1")));
    }

    /**
     * Has fifty threads try something at once; each is told its number. A server takes a hundred connections: the tests
     * of a class share theirs.
     */
    public static <T> Finish<T> race(IntFunction<T> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COUNT);
        try {
            CyclicBarrier start = new CyclicBarrier(COUNT);
            List<Future<T>> racers = IntStream.range(0, COUNT)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return attempt.apply(number);
                    }))
                    .toList();
            Finish<T> finish = new Finish<>(new ArrayList<>(), new ArrayList<>());
            for (Future<T> racer : racers) {
                try {
                    finish.won.add(racer.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
                } catch (ExecutionException loss) {
                    finish.lost.add(loss.getCause());
                }
            }
            return finish;
        } finally {
            threads.shutdownNow();
        }
    }
}
