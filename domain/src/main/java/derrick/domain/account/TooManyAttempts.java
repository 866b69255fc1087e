package derrick.domain.account;

import java.time.Duration;

/** A password was not looked at, since too many wrong ones came before. */
public final class TooManyAttempts extends RuntimeException {
    private final Duration retryAfter;

    public TooManyAttempts(Duration retryAfter) {
        super("too many attempts to sign in; try again in %d s".formatted(secondsUp(retryAfter)));
        this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static long secondsUp(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
