package derrick.migrations.run.plan;

import derrick.migrations.revision.Script;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when scripts cannot run in the one transaction that was asked for. The message names them. */
public final class SingleTransactionImpossible extends RuntimeException {
    SingleTransactionImpossible(List<Script> outside) {
        super(outside.stream()
                .map(script -> "%s, line %d"
                        .formatted(
                                script.path(), script.outsideTransactionLine().orElseThrow()))
                .collect(Collectors.joining("; ", "cannot use one transaction; these must run outside: ", "")));
    }
}
