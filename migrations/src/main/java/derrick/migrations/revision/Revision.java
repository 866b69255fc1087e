package derrick.migrations.revision;

/**
 * A version of the schema, such as 001_initial_schema. Revisions are applied in the order of their numbers.
 */
public record Revision(int number, String description) implements Comparable<Revision> {
    private static final int DIGITS = 3;

    /** @throws IllegalArgumentException if the number is not positive or the description empty */
    public Revision {
        if (number < 1 || description.isEmpty()) {
            throw new IllegalArgumentException("must have a positive number and a description");
        }
    }

    /** Returns the number with three digits or more, as in {@code 001}. */
    public String id() {
        // String.format would load many locale classes, which slows the start of every command.
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** Returns the number and the description: {@code 001_initial_schema}. */
    public String name() {
        return id() + "_" + description;
    }

    /** Returns the name of the upgrade script. */
    String upgradeFile() {
        return "V" + id() + "__" + description + ".sql";
    }

    /** Returns the name of the downgrade script. */
    String downgradeFile() {
        return "U" + id() + "__" + description + ".sql";
    }

    @Override
    public int compareTo(Revision other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return name();
    }
}
