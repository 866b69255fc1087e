package derrick.migrations.run.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when scripts cannot run in the one transaction that was asked for. The message names them. */
public final class SingleTransactionImpossible extends RuntimeException {
    SingleTransactionImpossible(List<MigrationStep> outside) {
        super(outside.stream()
                .map(step -> place(step))
                .collect(Collectors.joining("; ", "cannot use one transaction; these must run outside: ", "")));
    }

    private static String place(MigrationStep step) {
        return "%s, line %d"
                .formatted(
                        step.script().path(),
                        step.script().outsideTransactionLine().orElseThrow());
    }
}
