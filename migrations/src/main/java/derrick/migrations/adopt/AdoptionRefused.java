package derrick.migrations.adopt;

/** A database cannot be taken over as it is. The message says why, and what to do; nothing was changed. */
public final class AdoptionRefused extends RuntimeException {
    AdoptionRefused(String message) {
        super(message);
    }
}
