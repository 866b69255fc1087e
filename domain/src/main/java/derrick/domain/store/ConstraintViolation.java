package derrick.domain.store;

/**
 * Thrown when a write violates a constraint of the database that the domain cannot check itself, such as a unique name
 * or a foreign key. It has no cause, because the database's message would quote the rejected values.
 */
public final class ConstraintViolation extends RuntimeException {
    private final String constraint;

    /** @param constraint the name of the constraint in the schema */
    public ConstraintViolation(String constraint) {
        super("the write violates the constraint " + constraint);
        this.constraint = constraint;
    }

    /** Returns the name of the constraint in the schema. */
    public String constraint() {
        return constraint;
    }
}
