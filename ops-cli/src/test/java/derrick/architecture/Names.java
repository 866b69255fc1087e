package derrick.architecture;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds shared type names, private words, and first sentences of Javadoc that are hard to read. */
final class Names {
    static final int LONGEST_SENTENCE = 25;

    /** Words that a first sentence must not contain, since they personify a type or hide what it does. */
    private static final Pattern UNCLEAR = Pattern.compile(
            "\\b(waits?|asks?|asked of|wants?|knows?|promises?|forgives?|forgets?|hears?|trusts?|believes?|minds?"
                    + "|in the way|whoever|nobody|buried|had to say|have to say|lies in|lives in|came of|came to"
                    + "|where an? \\w+ stands)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

    private Names() {}

    /** Returns the simple names that several types have, with these types. Local classes are ignored. */
    static Map<String, List<String>> shared(Iterable<JavaClass> classes) {
        Map<String, List<String>> typesByName = new TreeMap<>();
        StreamSupport.stream(classes.spliterator(), false)
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> typesByName
                        .computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                        .add(type.getName()));
        typesByName.values().removeIf(types -> types.size() == 1);
        return typesByName;
    }

    /**
     * Returns a finding for each private word in a text. A word is found in prose and as a part of a name: {@code drop
     * plan} in {@code DropPlanTest}, {@code dropPlan} and {@code DROP_PLAN}.
     *
     * @param plainWords the plain word for each private one
     */
    static List<String> privateWords(String text, Map<String, String> plainWords) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return plainWords.keySet().stream()
                .filter(word -> lowerCase.contains(word.split("[ -]", -1)[0]))
                .filter(word -> contains(text, word))
                .map(word -> "'%s' is a private word; write '%s'".formatted(word, plainWords.get(word)))
                .toList();
    }

    /** Returns a finding for each unclear first sentence of a public type. */
    static List<String> unclearSentences(String javaSource) {
        JavacTask parser = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null, Tidiness.FILES, null, List.of(), null, List.of(new InMemorySource("Source", javaSource)));
        DocTrees trees = DocTrees.instance(parser);
        List<String> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : parser.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                            String sentence = firstSentence(trees.getDocCommentTree(getCurrentPath()));
                            problems(sentence)
                                    .forEach(problem -> findings.add(
                                            "%s: %s: %s".formatted(type.getSimpleName(), problem, sentence)));
                        }
                        return super.visitClass(type, null);
                    }
                }.scan(unit, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return findings;
    }

    private static Stream<String> problems(String sentence) {
        if (sentence.isEmpty()) {
            return Stream.of("no Javadoc");
        }
        int words = sentence.split("\\s+", -1).length;
        return Stream.of(
                        sentence.endsWith(".") ? "" : "no full stop",
                        words <= LONGEST_SENTENCE ? "" : "%d words, at most %d".formatted(words, LONGEST_SENTENCE),
                        UNCLEAR.matcher(sentence)
                                .results()
                                .map(found -> "'" + found.group() + "'")
                                .collect(joining(", ")))
                .filter(problem -> !problem.isEmpty());
    }

    private static String firstSentence(@Nullable DocCommentTree comment) {
        if (comment == null) {
            return "";
        }
        String sentence =
                comment.getFirstSentence().stream().map(DocTree::toString).collect(joining());
        return INLINE_TAG
                .matcher(sentence)
                .replaceAll("$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether a text contains a word, in prose or as a part of a name. */
    static boolean contains(String text, String word) {
        List<String> parts = List.of(word.split("[ -]", -1));
        Pattern pattern = Pattern.compile("(?:(?<![A-Za-z])(?i:%s)|%s)(?![a-z])"
                .formatted(
                        String.join("[ _-]?", parts),
                        parts.stream()
                                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                                .collect(joining())));
        return pattern.matcher(text).find();
    }
}
