package derrick.ops.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
    @TempDir
    Path folder;

    @Test
    void itIsFoundFromAnyFolderInIt() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations/src/main/resources/migrations"));
        Files.writeString(folder.resolve("migrations/pom.xml"), "<artifactId>derrick-migrations</artifactId>");
        Files.writeString(folder.resolve("pom.xml"), "<artifactId>derrick</artifactId>");

        assertThat(SourceTree.around(migrations).map(SourceTree::root)).contains(folder);
        assertThat(SourceTree.around(folder).map(SourceTree::migrations)).contains(migrations);
    }

    @Test
    void otherProjectsAreNotFound() throws IOException {
        Files.createDirectories(folder.resolve("migrations/src/main/resources/migrations"));
        Files.writeString(folder.resolve("pom.xml"), "<artifactId>another</artifactId>");

        assertThat(SourceTree.around(folder)).isEmpty();
    }
}
