package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The ways to run the server's programs that may work here, tried one after the other, best first. */
final class LaunchStrategies {
    private final ServerFolder folder;
    private final Iterator<ServerAccount> accounts;
    private final Map<String, String> namesByFailure = new LinkedHashMap<>();

    LaunchStrategies(ServerFolder folder) {
        this.folder = folder;
        this.accounts = ServerAccount.candidates(folder).iterator();
    }

    /**
     * The next way that works as far as one can tell without a server.
     *
     * @throws EmbeddedUnavailable if none is left; it tells what was tried
     */
    LaunchConfig next() {
        while (accounts.hasNext()) {
            ServerAccount account = accounts.next();
            String reason = "";
            for (Path place : PostgresBinaries.places(folder)) {
                try {
                    return LaunchConfig.probed(folder, PostgresBinaries.in(place), account);
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

    /** Keeps why a way did not work in the end. */
    void failed(ServerAccount account, String reason) {
        namesByFailure.merge(
                reason, account.name(), (earlier, name) -> earlier.equals(name) ? name : earlier + " and " + name);
    }
}
