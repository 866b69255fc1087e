package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.stream.Collectors;

/** A table cannot be read as it is; the message names every problem, and each problem the options that mend it. */
public final class TableRefused extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * Options that make a table readable.
     *
     * @param condition what has to be true for them to be right, such as {@code if 03/07/2009 is 3 July 2009}; empty if
     *     they are right in any case
     * @param options words of a command line, such as {@code --map} and {@code date=timestamp}
     * @param withoutRig whether they take the place of {@code --rig}
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
     * One thing that keeps a table from being read.
     *
     * @param text which column it is, if it is one, and what is wrong
     * @param remedies what would mend it: none if no option does, several if only a person can say which
     */
    public record Problem(String text, List<Remedy> remedies) {
        /** A document may hold anything; what is shown of it fits into one line. */
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

    /** Everything that was found, in the order of the columns as far as it has one. */
    public List<Problem> problems() {
        return problems;
    }
}
