package derrick.migrations.revision;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The revisions of a folder, oldest first, and their scripts. Each script is read once. */
public final class Revisions {
    static final Pattern UPGRADE_LIKE = Pattern.compile("V.*\\.sql|(?i:v\\d.*\\.sql)");
    private static final Pattern STEPS = Pattern.compile("[+-]\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern UPGRADE_FILE = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    private final ScriptFolder folder;
    private final Set<String> files;
    private final List<Revision> all;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    private Revisions(ScriptFolder folder) {
        this.folder = folder;
        this.files = Set.copyOf(folder.names());
        this.all = revisions(folder, files);
    }

    /** Returns the revisions that Derrick contains. */
    public static Revisions packaged() {
        return new Revisions(ScriptFolder.packaged(Revisions.class, "migrations"));
    }

    /**
     * Returns the revisions of a folder.
     *
     * @throws MalformedRevisions if there is none, a file is not named like a revision, or two share a number
     */
    public static Revisions in(Path folder) {
        return new Revisions(new ScriptFolder.OnDisk(folder));
    }

    private static List<Revision> revisions(ScriptFolder folder, Set<String> files) {
        Map<Integer, String> byNumber = new HashMap<>();
        List<Revision> revisions = files.stream()
                .filter(file -> UPGRADE_LIKE.matcher(file).matches())
                .map(file -> revision(folder, file))
                .sorted()
                .toList();
        for (Revision revision : revisions) {
            String path = folder.path(revision.upgradeFile());
            String other = byNumber.put(revision.number(), path);
            if (other != null) {
                throw new MalformedRevisions(
                        "two files have the number %s: %s and %s".formatted(revision.id(), other, path));
            }
        }
        if (revisions.isEmpty()) {
            throw new MalformedRevisions(Stream.concat(
                            Stream.of("there is no revision: no file " + folder.path("V001__….sql")),
                            new IgnoredFiles(folder).warnings().stream().limit(1))
                    .collect(Collectors.joining("; ")));
        }
        return revisions;
    }

    private static Revision revision(ScriptFolder folder, String file) {
        var parts = UPGRADE_FILE.matcher(file);
        if (parts.matches() && parts.group(1).length() < 10 && Integer.parseInt(parts.group(1)) > 0) {
            Revision revision = new Revision(Integer.parseInt(parts.group(1)), parts.group(2));
            if (revision.upgradeFile().equals(file)) {
                return revision;
            }
        }
        throw new MalformedRevisions("%s must be named like V001__verb_noun.sql".formatted(folder.path(file)));
    }

    /** Returns all revisions, oldest first. */
    public List<Revision> all() {
        return all;
    }

    /** Returns the last revision. */
    public Revision head() {
        return all.get(all.size() - 1);
    }

    /** Returns the revision with a number. */
    public Optional<Revision> find(int number) {
        return all.stream().filter(revision -> revision.number() == number).findFirst();
    }

    /**
     * Returns the revision that a target names.
     *
     * @param target {@code head}, {@code base}, {@code current}, {@code +N}, {@code -N}, a number such as {@code 3} or
     *     {@code 003}, or the beginning of a name such as {@code 001_initial}
     * @param current the current revision; empty for base
     * @return empty for base, which is before the first revision
     * @throws UnknownRevision if there is none, or the steps lead below base or beyond head
     * @throws AmbiguousRevision if several names begin with the target
     */
    public Optional<Revision> resolve(String target, Optional<Revision> current) {
        return switch (target) {
            case "head" -> Optional.of(head());
            case "base" -> Optional.empty();
            case "current" -> current;
            default -> STEPS.matcher(target).matches() ? resolveSteps(target, current) : Optional.of(named(target));
        };
    }

    /** Resolves {@code +N} or {@code -N}. Positions are counted from base, which is 0. */
    private Optional<Revision> resolveSteps(String steps, Optional<Revision> current) {
        int from = (int) all.stream()
                .filter(revision -> current.isPresent() && revision.compareTo(current.get()) <= 0)
                .count();
        int to = from + Integer.parseInt(steps);
        if (to < 0 || to > all.size()) {
            throw new UnknownRevision("%s leads %s: from %s there are %d revisions up to head and %d down to base"
                    .formatted(
                            steps,
                            to < 0 ? "below base" : "beyond head",
                            current.map(Revision::name).orElse("base"),
                            all.size() - from,
                            from));
        }
        return to == 0 ? Optional.empty() : Optional.of(all.get(to - 1));
    }

    private Revision named(String target) {
        Optional<Revision> numbered =
                NUMBER.matcher(target).matches() ? find(Integer.parseInt(target)) : Optional.empty();
        return numbered.orElseGet(() -> {
            List<Revision> candidates = all.stream()
                    .filter(revision -> !target.isEmpty() && revision.name().startsWith(target))
                    .toList();
            return switch (candidates.size()) {
                case 0 -> throw UnknownRevision.among(target, all);
                case 1 -> candidates.get(0);
                default -> throw new AmbiguousRevision(target, candidates);
            };
        });
    }

    /** Returns the upgrade scripts from base up to a revision, in order; none for base. */
    public List<Script> upgradeScripts(Optional<Revision> revision) {
        return all.stream()
                .filter(each -> revision.isPresent() && each.compareTo(revision.get()) <= 0)
                .map(this::upgradeScript)
                .toList();
    }

    /** Returns the upgrade script of a revision. */
    public Script upgradeScript(Revision revision) {
        return script(revision.upgradeFile(), revision);
    }

    /** True if a revision has a downgrade script. */
    boolean hasDowngradeScript(Revision revision) {
        return files.contains(revision.downgradeFile());
    }

    /** Returns the downgrade script of a revision, if it has one. */
    public Optional<Script> downgradeScript(Revision revision) {
        return hasDowngradeScript(revision)
                ? Optional.of(script(revision.downgradeFile(), revision))
                : Optional.empty();
    }

    /** Returns the path where the downgrade script of a revision is or would be. */
    String downgradePath(Revision revision) {
        return folder.path(revision.downgradeFile());
    }

    private Script script(String file, Revision revision) {
        return scripts.computeIfAbsent(
                file, name -> folder.script(name).withContext(() -> upgradeScripts(Optional.of(revision))));
    }
}
