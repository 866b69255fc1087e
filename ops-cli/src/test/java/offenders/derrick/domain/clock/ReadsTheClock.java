package offenders.derrick.domain.clock;

import java.time.Clock;
import java.time.Instant;

/** Domain code that asks the machine for the time. */
final class ReadsTheClock {
    Instant now() {
        return Clock.systemUTC().instant();
    }
}
