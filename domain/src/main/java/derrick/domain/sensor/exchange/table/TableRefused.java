package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a table cannot be read without further options. The message names all problems. */
public final class TableRefused extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * Options that solve a problem.
     *
     * @param condition what has to be true for the options to be right, such as {@code if 03/07/2009 is 3 July 2009};
     *     empty if they are always right
     * @param options words of a command line, such as {@code --map} and {@code date=timestamp}
     * @param withoutRig whether they replace {@code --rig}
     */
    public record Remedy(String condition, List<String> options, boolean withoutRig) {
        static Remedy of(String... options) {
            return new Remedy("", List.of(options), false);
        }

        static Remedy when(String condition, String... options) {
            return new Remedy(condition, List.of(options), false);
        }

        static Remedy withoutRig(String... options) {
            return new Remedy("", List.of(options), true);
        }
    }

    /**
     * A problem of a table.
     *
     * @param text the column, if it is one, and what is wrong
     * @param remedies the options that solve it: none if no option does, several if the user has to choose
     */
    public record Problem(String text, List<Remedy> remedies) {
        /** Replaces control characters in quoted text of the document. */
        public Problem {
            text = text.replaceAll("\\p{Cntrl}", "?");
        }

        static Problem of(String text, Remedy... remedies) {
            return new Problem(text, List.of(remedies));
        }

        static Problem of(String column, String text, List<Remedy> remedies) {
            return new Problem("column '%s': %s".formatted(column, text), remedies);
        }
    }

    TableRefused(String reason) {
        this(List.of(Problem.of(reason)));
    }

    TableRefused(String column, String reason) {
        this(List.of(Problem.of(column, reason, List.of())));
    }

    TableRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems; those of columns are in the order of the columns. */
    public List<Problem> problems() {
        return problems;
    }
}
