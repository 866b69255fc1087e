package derrick.domain.well;

/** A name that no well has. */
public final class UnknownWell extends RuntimeException {
    public UnknownWell(WellId well) {
        super("there is no well %s".formatted(well));
    }
}
