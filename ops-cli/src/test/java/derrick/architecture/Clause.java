package derrick.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * One thing that is forbidden.
 *
 * @param offenders sources that do it, each of which must be caught by itself; one may hold several compilation units,
 *     each of which begins with its {@code package} line
 */
record Clause(String name, ArchRule rule, List<String> offenders) {
    static Clause of(String name, ArchRule rule, String... offenders) {
        return new Clause(name, rule, List.of(offenders));
    }

    @Override
    public String toString() {
        return name;
    }
}
