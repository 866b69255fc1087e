package derrick.migrations.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a revision folder that look like scripts but never run. */
public record IgnoredFiles(ScriptFolder folder) {
    private static final Pattern UPGRADE = Pattern.compile("V(\\d{1,9})__\\w+\\.sql");
    private static final Pattern DOWNGRADE = Pattern.compile("U(\\d{1,9})__\\w+\\.sql");
    private static final Pattern CALLBACK = Pattern.compile("(?:(?:before|after)[A-Z]|createSchema).*\\.sql");
    private static final Pattern NAMED_LIKE_A_REVISION = Pattern.compile("(?i)[VU]\\d+(?:[._]\\d+)*__.*");
    private static final int LIMIT = 10;

    /** Returns one warning for each file, at most ten, then the number of the others. */
    public List<String> warnings() {
        List<String> names = folder.names();
        List<String> all = names.stream()
                .filter(name -> !name.startsWith(".")
                        && !Revisions.UPGRADE_LIKE.matcher(name).matches())
                .sorted()
                .flatMap(name -> warning(name, names).stream())
                .toList();
        if (all.size() <= LIMIT) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, LIMIT));
        first.add("%d more files there do not run".formatted(all.size() - LIMIT));
        return first;
    }

    private Optional<String> warning(String name, List<String> names) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
            return warningOtherThanSql(name);
        }
        Matcher downgrade = DOWNGRADE.matcher(name);
        Optional<String> reason;
        if (name.startsWith("R__")) {
            reason = Optional.of("there are no repeatable files; make it a V file");
        } else if (name.matches("B\\d.*")) {
            reason = Optional.of("there are no baseline files; make it a V file, or remove it");
        } else if (CALLBACK.matcher(name).matches()) {
            reason = Optional.of("there are no callbacks; put its statements into V files");
        } else if (downgrade.matches()) {
            reason = names.contains("V" + name.substring(1))
                    ? Optional.empty()
                    : Optional.of(withoutUpgrade(downgrade.group(1), name, names));
        } else {
            reason = Optional.of("name it like V001__verb_noun.sql, or remove it");
        }
        return reason.map(why -> "%s does not run: %s".formatted(folder.path(name), why));
    }

    private static String withoutUpgrade(String number, String name, List<String> names) {
        return names.stream()
                .filter(other -> {
                    Matcher upgrade = UPGRADE.matcher(other);
                    return upgrade.matches() && Integer.parseInt(upgrade.group(1)) == Integer.parseInt(number);
                })
                .findFirst()
                .map(upgrade -> "the V file of that number is %s; give both one name".formatted(upgrade))
                .orElse("there is no V" + name.substring(1));
    }

    private Optional<String> warningOtherThanSql(String name) {
        String path = folder.path(name);
        if (name.endsWith(".sql.conf")) {
            return Optional.of("%s is not read: its setting goes into the .sql file as a comment".formatted(path));
        }
        if (NAMED_LIKE_A_REVISION.matcher(name).matches()) {
            return Optional.of("%s does not run: its name does not end with .sql".formatted(path));
        }
        long scripts = folder.scriptsBelow(name);
        return scripts == 0
                ? Optional.empty()
                : Optional.of(
                        "%s is a subfolder, whose SQL files (%d) do not run; move them up".formatted(path, scripts));
    }
}
