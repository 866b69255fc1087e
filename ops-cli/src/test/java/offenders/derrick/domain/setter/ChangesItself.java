package offenders.derrick.domain.setter;

/** An entity that is changed half by half. */
final class ChangesItself {
    private double depth;

    void setDepth(double depth) {
        this.depth = depth;
    }

    double depth() {
        return depth;
    }
}
