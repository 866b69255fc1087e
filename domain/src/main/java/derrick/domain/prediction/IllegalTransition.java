package derrick.domain.prediction;

/** An anomaly detection or a model's version was to go from a stage to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final String from;
    private final String to;

    public IllegalTransition(AnomalyDetectionId id, Investigation from, Investigation to) {
        this("anomaly detection %s".formatted(id), from.toString(), to.toString());
    }

    public IllegalTransition(ModelVersion version, ModelVersion next) {
        this(version.toString(), version.stage(), next.stage());
    }

    private IllegalTransition(String subject, String from, String to) {
        super("%s is %s and cannot become %s".formatted(subject, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands. */
    public String from() {
        return from;
    }

    /** Where it was to go. */
    public String to() {
        return to;
    }
}
