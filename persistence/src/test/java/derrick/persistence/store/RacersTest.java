package derrick.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.persistence.store.Racers.Finish;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RacersTest {
    /** Each waits for all the others: were they to run one after another, none would get on. */
    @Test
    void fiftyRunAtTheSameTimeAndEachIsHeard() throws Exception {
        CountDownLatch running = new CountDownLatch(50);

        Finish<Integer> finish = Racers.race(number -> {
            running.countDown();
            await(running);
            if (number % 2 == 1) {
                throw new IllegalStateException("odd");
            }
            return number;
        });

        assertThat(finish.won())
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).map(n -> 2 * n).boxed().toList());
        assertThat(finish.lost())
                .hasSize(25)
                .allSatisfy(loss -> assertThat(loss).hasMessage("odd"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
