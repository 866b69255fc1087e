package derrick.ops.sensor;

import derrick.domain.sensor.exchange.table.TableRefused;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A command line that solves the problems of a table and can be pasted into a shell.
 *
 * @param conditions the assumptions under which it is correct, such as "if the times are in UTC"; may be empty
 * @param words the words of the command, quoted for a shell
 */
record SuggestedCommand(List<String> conditions, List<String> words) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    /** The password in a database URL, which is not printed. */
    private static final Pattern PASSWORD = Pattern.compile("^((?:--database-url=)?[a-z0-9+]+://[^:/@]*):[^/]*(?=@)");

    private static final int COMMANDS_MAX = 4;
    private static final int WIDTH = 80;

    /** Returns the command in lines of at most 80 characters, which a shell joins. They break before options only. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("  ").append(words.get(0));
        for (int i = 1; i < words.size(); i++) {
            StringBuilder next = new StringBuilder(words.get(i));
            if (words.get(i).startsWith("--")
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("--")) {
                i++;
                next.append(' ').append(words.get(i));
            }
            if (next.indexOf("--") == 0 && line.length() + next.length() + " \\".length() >= WIDTH) {
                lines.add(line + " \\");
                line = new StringBuilder("   ");
            }
            line.append(' ').append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Returns the command lines that solve all problems: several if the user has to choose, none if a problem cannot be
     * solved by an option.
     *
     * @param given the arguments that the command was given
     */
    static List<SuggestedCommand> of(TableRefused failure, List<String> given) {
        List<List<Remedy>> combinations = List.of(List.of());
        for (TableProblem problem : failure.problems()) {
            List<List<Remedy>> longer = new ArrayList<>();
            for (List<Remedy> combination : combinations) {
                for (Remedy remedy : problem.remedies()) {
                    List<Remedy> remedies = new ArrayList<>(combination);
                    if (!remedies.contains(remedy)) {
                        remedies.add(remedy);
                    }
                    longer.add(remedies);
                }
            }
            combinations = longer;
        }
        return combinations.size() > COMMANDS_MAX || combinations.contains(List.<Remedy>of())
                ? List.of()
                : combinations.stream()
                        .map(combination -> of(combination, given))
                        .toList();
    }

    private static SuggestedCommand of(List<Remedy> remedies, List<String> given) {
        Set<String> replaced = new HashSet<>();
        List<String> added = new ArrayList<>();
        for (Remedy remedy : remedies) {
            if (remedy.withoutRig()) {
                replaced.add("--rig");
            }
            List<String> words = remedy.options();
            added.addAll(words);
            IntStream.range(1, words.size()).forEach(i -> replaced.add(key(words.get(i - 1), words.get(i))));
        }
        List<String> words = new ArrayList<>(List.of("derrick", "import"));
        words.addAll(without(replaced, given));
        words.addAll(added);
        List<String> conditions = remedies.stream()
                .map(Remedy::condition)
                .filter(condition -> !condition.isEmpty())
                .distinct()
                .toList();
        return new SuggestedCommand(
                conditions, words.stream().map(SuggestedCommand::quoted).toList());
    }

    /** Returns the arguments without the options that others replace, such as {@code --units WOB=UNIT}. */
    private static List<String> without(Set<String> replaced, List<String> given) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            int equals = word.indexOf('=');
            boolean joined = word.startsWith("--")
                    && equals > 0
                    && replaced.contains(key(word.substring(0, equals), word.substring(equals + 1)));
            if (i + 1 < given.size() && replaced.contains(key(word, given.get(i + 1)))) {
                i++;
            } else if (!joined) {
                rest.add(word);
            }
        }
        return rest;
    }

    /** Returns what an option sets: the option itself or, for one that may be repeated, the option with the column. */
    private static String key(String option, String value) {
        boolean isOfColumn = option.equals("--map") || option.equals("--units");
        return isOfColumn ? option + " " + value.substring(0, Math.max(0, value.lastIndexOf('='))) : option;
    }

    /** Returns a word quoted for a shell. */
    static String quoted(String word) {
        String shown = PASSWORD.matcher(word).replaceFirst("$1");
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}
