package derrick.migrations.revision;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A target as typed, such as {@code +1}, resolved from the current revision. */
record Target(String text, List<Revision> revisions, Optional<Revision> current) {
    private static final Pattern STEPS = Pattern.compile("[+-]\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    Optional<Revision> resolve() {
        return switch (text) {
            case "head" -> Optional.of(revisions.get(revisions.size() - 1));
            case "base" -> Optional.empty();
            case "current" -> current;
            default -> STEPS.matcher(text).matches() ? stepsAway(Integer.parseInt(text)) : Optional.of(named());
        };
    }

    /** Resolves relative steps. Positions are counted from base, which is 0. */
    private Optional<Revision> stepsAway(int steps) {
        int from = current.map(this::position).orElse(0);
        int to = from + steps;
        if (to < 0 || to > revisions.size()) {
            throw new UnknownRevision("%s leads %s: from %s there are %d revisions up to head and %d down to base"
                    .formatted(
                            text,
                            to < 0 ? "below base" : "beyond head",
                            current.map(Revision::name).orElse("base"),
                            revisions.size() - from,
                            from));
        }
        return to == 0 ? Optional.empty() : Optional.of(revisions.get(to - 1));
    }

    private int position(Revision revision) {
        return (int)
                revisions.stream().filter(each -> each.compareTo(revision) <= 0).count();
    }

    private Revision named() {
        return numbered().orElseGet(() -> {
            List<Revision> candidates = revisions.stream()
                    .filter(revision -> !text.isEmpty() && revision.name().startsWith(text))
                    .toList();
            return switch (candidates.size()) {
                case 0 -> throw UnknownRevision.among(text, revisions);
                case 1 -> candidates.get(0);
                default -> throw new AmbiguousRevision(text, candidates);
            };
        });
    }

    private Optional<Revision> numbered() {
        return NUMBER.matcher(text).matches()
                ? revisions.stream()
                        .filter(revision -> revision.number() == Integer.parseInt(text))
                        .findFirst()
                : Optional.empty();
    }
}
