package derrick.migrations.adopt;

/** A database cannot be adopted; the message says why and what to do. Nothing was changed. */
public final class AdoptionRefused extends RuntimeException {
    AdoptionRefused(String message) {
        super(message);
    }
}
