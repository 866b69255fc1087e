package derrick.migrations.lint;

import derrick.migrations.sql.MalformedScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is found in one file: by the rules, as far as no allowance lets it be, and about the allowances themselves. */
final class FileFindings {
    private static final String WRITE = "-- lint:allow RULE because … (one line, before the statement)";

    private final String path;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Suppression> used = new HashSet<>();

    private FileFindings(String path) {
        this.path = path;
    }

    /** What is found in a file that could be read. */
    static List<Finding> in(String path, LintedFile file) {
        FileFindings found = new FileFindings(path);
        List<Suppression> allowances = Suppression.in(file.script());
        Rules.all().forEach(rule -> found.look(rule, rule.search().apply(file), allowances));
        allowances.forEach(found::judge);
        return found.findings;
    }

    /** What is found in a file that could not be read. */
    static Finding unreadable(String path, MalformedScript failure) {
        return new Finding(path, failure.line(), "unreadable", failure.reason(), "close the quote or the comment");
    }

    private void look(Rule rule, IntStream lines, List<Suppression> allowances) {
        lines.distinct().forEach(line -> {
            List<Suppression> covering = allowances.stream()
                    .filter(allowance -> allowance.covers(rule, line))
                    .toList();
            used.addAll(covering);
            if (covering.isEmpty()) {
                findings.add(rule.finding(path, line));
            }
        });
    }

    private void judge(Suppression allowance) {
        if (!allowance.isOfKnownRule()) {
            add(allowance, "allow-unknown-rule", "there is no rule named " + allowance.rule());
        } else if (!allowance.hasReason()) {
            add(allowance, "allow-without-reason", "it does not say why, and so allows nothing");
        } else if (!used.contains(allowance)) {
            add(allowance, "allow-unused", "it allows nothing here: take it out, or put it where it belongs");
        }
    }

    private void add(Suppression allowance, String rule, String why) {
        findings.add(new Finding(path, allowance.line(), rule, why, WRITE));
    }
}
