package derrick.migrations.revision;

/**
 * One step in the life of the schema, such as 001_initial_schema. Revisions are applied in the order of their numbers.
 */
public record Revision(int number, String description) implements Comparable<Revision> {
    private static final int DIGITS = 3;

    /** @throws IllegalArgumentException if the number is not positive or the description empty */
    public Revision {
        if (number < 1 || description.isEmpty()) {
            throw new IllegalArgumentException("must have a positive number and a description");
        }
    }

    /** The number as it is written: three digits or more, as in {@code 001}. */
    public String id() {
        // Formatting loads a great part of the JDK's locales, for every command.
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** What people call it: {@code 001_initial_schema}. */
    public String name() {
        return id() + "_" + description;
    }

    /** The file that leads to it. */
    String upgradeFile() {
        return "V" + id() + "__" + description + ".sql";
    }

    /** The file that leads back from it. */
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
