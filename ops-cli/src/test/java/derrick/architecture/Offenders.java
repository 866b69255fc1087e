package derrick.architecture;

import static java.util.stream.Collectors.toSet;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources that break rules. All are compiled in one run, since javac starts slowly. */
final class Offenders {
    private final JavaClasses all;
    private final Map<String, Set<String>> typesBySource;

    private Offenders(JavaClasses all, Map<String, Set<String>> typesBySource) {
        this.all = all;
        this.typesBySource = typesBySource;
    }

    static Offenders compile(List<String> sources, Path output) {
        List<InMemorySource> units = new ArrayList<>();
        Map<URI, String> sourceByUnit = new HashMap<>();
        for (String source : sources) {
            for (String unit : source.split("(?m)(?=^package )", -1)) {
                InMemorySource file = new InMemorySource("Offender" + units.size(), unit);
                units.add(file);
                sourceByUnit.put(file.toUri(), source);
            }
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, Set<String>> types = new HashMap<>();
        try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, problems, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                types.computeIfAbsent(sourceByUnit.get(unit.getSourceFile().toUri()), source -> new HashSet<>())
                        .addAll(typesOf(unit));
            }
            task.analyze();
            task.generate();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalStateException("an offender does not compile: " + problem);
                });
        return new Offenders(new ClassFileImporter().importPath(output), types);
    }

    /** Returns the classes of a source, with nested ones. */
    JavaClasses of(String source) {
        Set<String> types = typesBySource.getOrDefault(source, Set.of());
        return all.that(DescribedPredicate.describe(
                "come from the source", type -> types.contains(type.getName().replaceAll("\\$.*", ""))));
    }

    private static Set<String> typesOf(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> unit.getPackageName() + "." + ((ClassTree) type).getSimpleName())
                .collect(toSet());
    }

    /** Returns the class path of this test, with the modules that are not on it. */
    private static List<Path> classPath() {
        List<Path> paths = new ArrayList<>();
        Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of)
                .forEach(paths::add);
        Project.MODULES.forEach(module -> paths.add(Project.ROOT.resolve(module).resolve("target/classes")));
        return paths;
    }
}
