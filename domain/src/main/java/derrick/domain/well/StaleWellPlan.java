package derrick.domain.well;

/** Somebody else revised a well's plan a moment before; what they did is to be looked at first. */
public final class StaleWellPlan extends RuntimeException {
    public StaleWellPlan(WellId well) {
        super("the profile of well %s was revised by somebody else meanwhile".formatted(well));
    }
}
