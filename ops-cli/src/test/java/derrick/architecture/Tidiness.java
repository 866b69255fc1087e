package derrick.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds lines, files and methods that are too long, and unfinished code. */
final class Tidiness {
    static final int LONGEST_LINE = 120;
    static final int LONGEST_FILE = 300;
    static final int LONGEST_METHOD = 60;

    /** Concatenated, so that this file does not match. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@auth" + "or|@Dis" + "abled");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all sources, since each file manager reads the index of the JDK. */
    static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private Tidiness() {}

    static List<String> longLines(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).length() > LONGEST_LINE)
                .mapToObj(line -> "line %d is longer than %d".formatted(line + 1, LONGEST_LINE))
                .toList();
    }

    static List<String> tooLong(String text, int max) {
        long lines = text.lines().count();
        return lines > max ? List.of("%d lines, at most %d".formatted(lines, max)) : List.of();
    }

    static List<String> unfinished(String text) {
        return UNFINISHED
                .matcher(text)
                .results()
                .map(found -> "contains '%s'".formatted(found.group()))
                .toList();
    }

    static List<String> longMethods(String javaSource) {
        JavacTask parser = (JavacTask)
                COMPILER.getTask(null, FILES, null, List.of(), null, List.of(new InMemorySource("Source", javaSource)));
        SourcePositions positions = Trees.instance(parser).getSourcePositions();
        List<String> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : parser.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        LineMap lines = unit.getLineMap();
                        long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                                - lines.getLineNumber(positions.getStartPosition(unit, method))
                                + 1;
                        if (length > LONGEST_METHOD) {
                            findings.add("method %s has %d lines, at most %d"
                                    .formatted(method.getName(), length, LONGEST_METHOD));
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return findings;
    }
}
