package derrick.domain.well;

/** A well was to be planned that has a plan; that one can be revised. */
public final class WellAlreadyExists extends RuntimeException {
    public WellAlreadyExists(WellId well) {
        super("there is a profile of well %s already".formatted(well));
    }
}
