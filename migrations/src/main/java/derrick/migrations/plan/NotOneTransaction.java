package derrick.migrations.plan;

import java.util.List;
import java.util.stream.Collectors;

/** All is to be one transaction, but some scripts cannot run in any. The message names them. */
public final class NotOneTransaction extends RuntimeException {
    NotOneTransaction(List<Step> outside) {
        super(outside.stream()
                .map(step -> place(step))
                .collect(Collectors.joining("; ", "one transaction is not possible; outside of any must run: ", "")));
    }

    private static String place(Step step) {
        return "%s, line %d"
                .formatted(
                        step.script().path(),
                        step.script().outsideTransactionLine().orElseThrow());
    }
}
