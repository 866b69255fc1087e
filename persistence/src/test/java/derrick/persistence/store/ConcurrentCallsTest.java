package derrick.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.persistence.store.ConcurrentCalls.Results;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConcurrentCallsTest {
    /** Each call waits for all the others, so calls that ran one after another would time out. */
    @Test
    void fiftyCallsRunAtTheSameTime() throws Exception {
        CountDownLatch running = new CountDownLatch(50);

        Results<Integer> results = ConcurrentCalls.run(number -> {
            running.countDown();
            await(running);
            if (number % 2 == 1) {
                throw new IllegalStateException("odd");
            }
            return number;
        });

        assertThat(results.succeeded())
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).map(n -> 2 * n).boxed().toList());
        assertThat(results.failed())
                .hasSize(25)
                .allSatisfy(failure -> assertThat(failure).hasMessage("odd"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
