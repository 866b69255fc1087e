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

/** Sends the records of the simulated rigs once a second. After a failure it tries again in the next second. */
public final class DemoFeeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFeeder.class);
    private static final long STOP_MILLIS = 5_000;

    private final AcceleratedClock time;
    private final List<RigFeed> rigs;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::reportEverySecond, "demo");
    private boolean failing;

    /**
     * Creates the rigs; {@link #start} lets them report.
     *
     * @param api the address of the API
     * @param speed the speed of the rigs as a multiple of real time, at least 1
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

    /** Stops the reports. A request in progress is completed, or interrupted after five seconds. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void reportEverySecond() {
        try {
            do {
                report();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() throws InterruptedException {
        try {
            for (RigFeed rig : rigs) {
                rig.report(time);
            }
            failing = false;
        } catch (IOException | RuntimeException failure) {
            // Any failure may be temporary, such as a database that restarts.
            if (!failing) {
                LOG.warn("the simulated rigs cannot send their records; trying again every second", failure);
            }
            failing = true;
        }
    }
}
