package derrick.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshCloneIT {
    @TempDir
    Path folder;

    @Test
    void upRunsInAFreshClone() throws Exception {
        Checkout clone = cloned();

        Served first = Served.start(clone, folder, folder.resolve("da ta"));

        assertThat(first.get("/api/v1/sensor-data/latest")).isNotEmpty();
        assertThat(first.started().err()).content().startsWith("derrick: building");
        first.stop();
        Served second = Served.start(clone, folder, folder.resolve("da ta"));
        assertThat(second.started().err()).content().doesNotContain("building");
        second.stop();
    }

    /** Copies the files under version control, as they are now, to a folder with a blank in its name. */
    private Checkout cloned() throws Exception {
        Path own = Checkout.own().root();
        Assumptions.assumeTrue(Files.exists(own.resolve(".git")), "skipped: this is not a checkout");
        Started.Ended files = Started.start(
                        own, Map.of(), List.of("git", "ls-files", "--cached", "--others", "--exclude-standard"))
                .end();
        Path clone = folder.resolve("fresh clone");
        for (String name : files.out().lines().toList()) {
            if (Files.exists(own.resolve(name))) {
                Files.createDirectories(clone.resolve(name).getParent());
                Files.copy(own.resolve(name), clone.resolve(name));
            }
        }
        if (System.getProperty("derrick.maven", "").equals("offline: true")) {
            Files.writeString(clone.resolve(".mvn/maven.config"), "-o\n");
        }
        return new Checkout(clone);
    }
}
