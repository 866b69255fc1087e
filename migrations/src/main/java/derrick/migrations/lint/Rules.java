package derrick.migrations.lint;

import java.util.List;
import java.util.stream.Stream;

/** The list of all rules, grouped by subject. */
final class Rules {
    static final List<Rule> ALL = Stream.of(
                    IndexRules.ALL,
                    ConstraintRules.ALL,
                    ColumnRules.ALL,
                    RewriteRules.ALL,
                    PartitionRules.ALL,
                    BreakingRules.ALL,
                    TransactionRules.ALL,
                    TypeRules.ALL,
                    RevisionRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
