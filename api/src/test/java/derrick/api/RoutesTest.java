package derrick.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

/** Lists all routes, so that none is added by accident. */
class RoutesTest {
    private static final List<String> ROUTES =
            List.of("GET /", "GET /api/v1/sensor-data", "GET /api/v1/sensor-data/latest", "POST /api/v1/sensor-data");

    @Test
    void theRoutesAreTheOnesListed() {
        assertThat(ApiModule.RESOURCES.stream()
                        .map(Resource::from)
                        .flatMap(resource -> routes("", resource))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ROUTES);
    }

    @Test
    void eachResourceClassIsRegistered() throws Exception {
        URL classes = DerrickServer.class.getProtectionDomain().getCodeSource().getLocation();
        java.nio.file.Path root = java.nio.file.Path.of(classes.toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            List<String> resources = files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(RoutesTest::isResource)
                    .toList();
            assertThat(ApiModule.RESOURCES.stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(resources);
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static boolean isResource(String name) {
        try {
            return Class.forName(name, false, RoutesTest.class.getClassLoader()).isAnnotationPresent(Path.class);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<String> routes(String parent, Resource resource) {
        String path = parent + (resource.getPath().startsWith("/") ? "" : "/") + resource.getPath();
        return Stream.concat(
                resource.getResourceMethods().stream().map(method -> method.getHttpMethod() + " " + path),
                resource.getChildResources().stream().flatMap(child -> routes(path, child)));
    }
}
