package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {
    @TempDir
    private Path dataFolder;

    @Test
    void onlyRootNeedsAnotherAccount() {
        boolean root = "root".equals(System.getProperty("user.name"));
        ServerAccount first =
                ServerAccount.candidates(ServerFolder.in(dataFolder)).get(0);
        assertThat(first.prefix().isEmpty()).isEqualTo(!root);
    }

    @Test
    void allAccountsAreTried() {
        assertThat(ServerAccount.candidates(ServerFolder.in(dataFolder))).hasSize(2);
    }
}
