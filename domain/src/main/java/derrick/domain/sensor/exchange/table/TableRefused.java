package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a table cannot be read without further options. The message names all problems. */
public final class TableRefused extends RuntimeException {
    private final transient List<TableProblem> problems;

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
    public record TableProblem(String text, List<Remedy> remedies) {
        /** Replaces control characters in quoted text of the document. */
        public TableProblem {
            text = text.replaceAll("\\p{Cntrl}", "?");
        }

        static TableProblem of(String text, Remedy... remedies) {
            return new TableProblem(text, List.of(remedies));
        }

        static TableProblem of(String column, String text, List<Remedy> remedies) {
            return new TableProblem("column '%s': %s".formatted(column, text), remedies);
        }
    }

    TableRefused(String reason) {
        this(List.of(TableProblem.of(reason)));
    }

    TableRefused(String column, String reason) {
        this(List.of(TableProblem.of(column, reason, List.of())));
    }

    TableRefused(List<TableProblem> problems) {
        super(problems.stream().map(TableProblem::text).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems; those of columns are in the order of the columns. */
    public List<TableProblem> problems() {
        return problems;
    }
}
