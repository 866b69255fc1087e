package derrick.migrations.plan;

import java.util.List;
import java.util.stream.Collectors;

/** All is to be one transaction, but some scripts cannot run in any. The message names them. */
public final class NotOneTransaction extends RuntimeException {
    NotOneTransaction(List<Step> outside) {
        super("one transaction is not possible, for outside of any must run "
                + outside.stream().map(step -> step.script().path()).collect(Collectors.joining(" and ")));
    }
}
