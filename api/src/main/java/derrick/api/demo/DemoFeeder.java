package derrick.api.demo;

import derrick.domain.simulation.DemoRigs;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the demonstration's rigs report once a second. An API that does not answer is asked again the next second. */
public final class DemoFeeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFeeder.class);
    private static final long MILLIS_TO_FINISH = 5_000;

    private final AcceleratedClock time;
    private final List<RigFeed> rigs;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::reportEverySecond, "demo");
    private boolean troubled;

    /**
     * Gets the rigs ready; they report from {@link #start} on.
     *
     * @param api where the API answers
     * @param speed how many seconds pass on the rigs in one second, at least 1
     */
    public DemoFeeder(URI api, double speed, Clock clock) {
        IngestClient client = new IngestClient(api);
        this.time = new AcceleratedClock(clock, speed);
        this.rigs =
                DemoRigs.all().stream().map(plan -> new RigFeed(plan, client)).toList();
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the reports; one that is under way is finished or given up within seconds. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(MILLIS_TO_FINISH);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void reportEverySecond() {
        try {
            do {
                report();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() throws InterruptedException {
        try {
            for (RigFeed rig : rigs) {
                rig.report(time);
            }
            troubled = false;
        } catch (IOException | RuntimeException failure) {
            // Whatever it was: the demonstration outlives a database that is away for a while.
            if (!troubled) {
                LOG.warn("the simulated rigs cannot report, and try again every second", failure);
            }
            troubled = true;
        }
    }
}
