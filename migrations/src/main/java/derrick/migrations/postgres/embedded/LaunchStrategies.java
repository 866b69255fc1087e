package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The accounts with which the server's programs may run here. They are tried in order, best first. */
final class LaunchStrategies {
    private final ServerFolder folder;
    private final Iterator<ServerAccount> accounts;
    private final Map<String, String> namesByFailure = new LinkedHashMap<>();

    LaunchStrategies(ServerFolder folder) {
        this.folder = folder;
        this.accounts = ServerAccount.candidates(folder).iterator();
    }

    /**
     * Returns the next configuration whose test succeeds.
     *
     * @throws EmbeddedUnavailable if none is left; the message lists the failures
     */
    LaunchConfig next() {
        while (accounts.hasNext()) {
            ServerAccount account = accounts.next();
            String reason = "";
            for (Path cache : PostgresBinaries.locations(folder)) {
                try {
                    return LaunchConfig.tested(folder, PostgresBinaries.in(cache), account);
                } catch (IOException failure) {
                    reason = IoErrors.reason(failure);
                }
            }
            failed(account, reason);
        }
        StringJoiner tried = new StringJoiner("; ");
        namesByFailure.forEach((failure, names) -> tried.add(names + ": " + failure));
        throw new EmbeddedUnavailable("the embedded PostgreSQL cannot run in " + folder.path() + ". Tried " + tried
                + ". Run derrick as an ordinary user in a folder of its own, or set DATABASE_URL");
    }

    /** Records why an account failed after its test. */
    void failed(ServerAccount account, String reason) {
        namesByFailure.merge(
                reason, account.name(), (earlier, name) -> earlier.equals(name) ? name : earlier + " and " + name);
    }
}
