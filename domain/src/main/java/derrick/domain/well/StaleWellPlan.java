package derrick.domain.well;

/** Thrown when a revision is based on an older plan than the stored one. */
public final class StaleWellPlan extends RuntimeException {
    public StaleWellPlan(WellId well) {
        super("the plan of well %s was revised by another user; read it again first".formatted(well));
    }
}
