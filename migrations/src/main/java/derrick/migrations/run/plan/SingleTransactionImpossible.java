package derrick.migrations.run.plan;

import java.util.List;
import java.util.stream.Collectors;

/** All is to be one transaction, but some scripts cannot run in any. The message names them. */
public final class SingleTransactionImpossible extends RuntimeException {
    SingleTransactionImpossible(List<MigrationStep> outside) {
        super(outside.stream()
                .map(step -> place(step))
                .collect(Collectors.joining("; ", "one transaction is not possible; outside of any must run: ", "")));
    }

    private static String place(MigrationStep step) {
        return "%s, line %d"
                .formatted(
                        step.script().path(),
                        step.script().outsideTransactionLine().orElseThrow());
    }
}
