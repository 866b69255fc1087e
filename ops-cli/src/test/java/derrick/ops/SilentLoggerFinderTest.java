package derrick.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import org.junit.jupiter.api.Test;

class SilentLoggerFinderTest {
    @Test
    void noMessageOfTheJdkIsLogged() {
        System.Logger logger = System.getLogger("jdk.event.security");

        assertThat(logger.getName()).isEqualTo("jdk.event.security");
        assertThat(Level.values()).filteredOn(logger::isLoggable).isEmpty();
    }
}
