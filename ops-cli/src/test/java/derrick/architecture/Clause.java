package derrick.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * One clause of an architecture rule.
 *
 * @param offenders sources that break the clause; it must reject each of them. A source may have several compilation
 *     units, each of which begins with its {@code package} line
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
