package derrick.migrations.lint;

import java.util.List;
import java.util.stream.Stream;

/** All rules there are. */
public final class Rules {
    private static final List<Rule> ALL = Stream.of(
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

    /** Each of them, those of a kind together. */
    public static List<Rule> all() {
        return ALL;
    }
}
