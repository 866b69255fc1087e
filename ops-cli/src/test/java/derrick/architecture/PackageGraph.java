package derrick.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packages of a module, with the packages that each may use.
 *
 * @param root the package that all names are relative to
 * @param uses the packages that each one uses; {@code .} is the root itself
 */
record PackageGraph(String root, Map<String, Set<String>> uses) {
    /** Parses a table with one line per package: its name, a colon, and the packages that it uses. */
    static PackageGraph parse(String root, String table) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (String line : table.lines().toList()) {
            String[] sides = line.split(":", 2);
            Set<String> used = Stream.of(sides[1].trim().split(" +"))
                    .filter(name -> !name.isEmpty())
                    .collect(toCollection(TreeSet::new));
            if (uses.put(sides[0].trim(), used) != null) {
                throw new IllegalArgumentException("two lines for " + sides[0]);
            }
        }
        return new PackageGraph(root, uses);
    }

    /** Returns the same graph without one edge. */
    PackageGraph without(String user, String used) {
        Map<String, Set<String>> fewer = new TreeMap<>(uses);
        fewer.put(user, new TreeSet<>(uses.get(user)));
        fewer.get(user).remove(used);
        return new PackageGraph(root, fewer);
    }

    /** Returns the differences between the table and the classes. Edges from and to other modules are ignored. */
    List<String> differences(Iterable<JavaClass> classes) {
        Set<String> packages = new TreeSet<>();
        Map<String, String> edges = new TreeMap<>();
        for (JavaClass type : classes) {
            nameOf(type).ifPresent(user -> {
                packages.add(user);
                for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                    nameOf(edge.getTargetClass())
                            .filter(used -> !used.equals(user))
                            .ifPresent(used -> edges.putIfAbsent(user + ": " + used, edge.getDescription()));
                }
            });
        }
        List<String> differences = new ArrayList<>();
        packages.stream()
                .filter(name -> !uses.containsKey(name))
                .forEach(name -> differences.add("not in the table: " + name));
        uses.keySet().stream()
                .filter(name -> !packages.contains(name))
                .forEach(name -> differences.add("in the table, without classes: " + name));
        Set<String> written = new TreeSet<>();
        uses.forEach((user, all) -> all.forEach(used -> written.add(user + ": " + used)));
        edges.forEach((edge, description) -> {
            if (!written.contains(edge)) {
                differences.add("not in the table: " + edge + " (" + description + ")");
            }
        });
        written.stream()
                .filter(edge -> !edges.containsKey(edge))
                .forEach(edge -> differences.add("in the table, used by no class: " + edge));
        return differences;
    }

    /** Returns the packages that are on a cycle. */
    Set<String> onCycles() {
        return uses.keySet().stream().filter(this::reachesItself).collect(toCollection(TreeSet::new));
    }

    private boolean reachesItself(String name) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(uses.get(name));
        while (!next.isEmpty()) {
            String used = next.pop();
            if (reached.add(used)) {
                next.addAll(uses.getOrDefault(used, Set.of()));
            }
        }
        return reached.contains(name);
    }

    /** Returns the name of a class's package relative to the root. */
    private Optional<String> nameOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return Optional.of(".");
        }
        return name.startsWith(root + ".") ? Optional.of(name.substring(root.length() + 1)) : Optional.empty();
    }
}
