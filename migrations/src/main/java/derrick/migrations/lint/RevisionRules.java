package derrick.migrations.lint;

import java.util.List;
import java.util.stream.IntStream;

/** What makes a file a good revision. */
final class RevisionRules {
    static final List<Rule> ALL = List.of(
            Rule.ofFile(
                    "missing-undo",
                    "a V file without its U file",
                    "there is no way back from this revision",
                    "write the U file of the same number and name beside it",
                    file -> file.upgrade() && !file.hasUndo() ? IntStream.of(1) : IntStream.empty()),
            Rule.ofFile(
                    "several-changes",
                    "things in one V file that have nothing to do with each other, or old and new that change places",
                    "more than one change in a file: they can only come and go together",
                    "one file for each change",
                    file -> file.upgrade() ? new ChangeCounter(file.sites()).second() : IntStream.empty()));

    private RevisionRules() {}
}
