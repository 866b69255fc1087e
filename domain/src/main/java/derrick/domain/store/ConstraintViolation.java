package derrick.domain.store;

/**
 * A write was refused by a constraint of the store. Entities keep the same rules, so this is heard only where no entity
 * can know: when a name is taken, or something referred to is not there. It has no cause: the words of a database would
 * quote what was to be kept.
 */
public final class ConstraintViolation extends RuntimeException {
    private final String rule;

    /** @param rule the name of the rule in the schema */
    public ConstraintViolation(String rule) {
        super("what was to be kept breaks the rule " + rule);
        this.rule = rule;
    }

    /** The name of the rule in the schema. */
    public String rule() {
        return rule;
    }
}
