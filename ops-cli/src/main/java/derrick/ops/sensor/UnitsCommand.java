package derrick.ops.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.domain.quantity.Dimension;
import derrick.domain.quantity.Unit;
import derrick.domain.quantity.UnitSpelling;
import derrick.domain.sensor.Channel;
import derrick.ops.CommandFailed;
import derrick.ops.LineWrapper;
import derrick.ops.OutputOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code derrick units}: prints the units that an import reads, and how files write them. */
@Command(
        name = "units",
        header = "Print the units of measure that import reads.",
        description = {
            "Prints each unit with its conversion to the first unit of its dimension, and its",
            "spellings in files. WORD is a channel, a dimension, or a unit in any spelling.",
            "",
            "Examples:",
            "  derrick units wob",
            "  derrick units kips",
            ""
        })
public final class UnitsCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private OutputOptions options = new OutputOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "WORD",
            description = "Print only the units of this channel or dimension, or this unit.")
    private Optional<String> word = Optional.empty();

    public UnitsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        List<Unit> units = word.map(UnitsCommand::named).orElse(List.of(Unit.values()));
        if (options.json()) {
            terminal.json(json -> write(units, json));
            return;
        }
        Arrays.stream(Dimension.values())
                .forEach(dimension -> print(
                        dimension,
                        units.stream()
                                .filter(unit -> unit.dimension() == dimension)
                                .toList()));
    }

    private static List<Unit> named(String word) {
        String key = key(word);
        Optional<Dimension> dimension = Channel.named(key)
                .map(channel -> channel.unit().dimension())
                .or(() -> Arrays.stream(Dimension.values())
                        .filter(each -> key(each.name()).equals(key))
                        .findFirst());
        if (dimension.isPresent()) {
            return Unit.of(dimension.get());
        }
        List<Unit> units = Stream.of(Unit.spelled(word), Unit.spelled(word, Dimension.LENGTH))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (units.isEmpty()) {
            throw CommandFailed.usage(UnitSpelling.problem(word)
                    .map(problem -> "the unit '%s' %s".formatted(word, problem))
                    .orElseGet(() -> unknown(word)));
        }
        return units;
    }

    private static String unknown(String word) {
        List<String> known = new ArrayList<>();
        Channel.ALL.forEach(channel -> known.add(channel.key()));
        Arrays.stream(Dimension.values()).forEach(dimension -> known.add(key(dimension.name())));
        Arrays.stream(Unit.values()).forEach(unit -> known.addAll(unit.spellings()));
        // A threshold of two edits, and of less than half of a short word.
        LevenshteinDistance distance = new LevenshteinDistance(Math.min(2, (word.length() - 1) / 2));
        String similar = known.stream()
                .filter(other -> distance.apply(word, other) >= 0)
                .collect(Collectors.groupingBy(
                        other -> distance.apply(word, other),
                        TreeMap::new,
                        Collectors.mapping("'%s'"::formatted, Collectors.toCollection(LinkedHashSet::new))))
                .values()
                .stream()
                .findFirst()
                .map(nearest -> "did you mean %s?".formatted(String.join(" or ", nearest)))
                .orElse("'derrick units' lists them all");
        return "unknown unit, channel or dimension '%s'; %s".formatted(word, similar);
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private void print(Dimension dimension, List<Unit> units) {
        if (units.isEmpty()) {
            return;
        }
        PrintStream out = terminal.out();
        String channels = channels(dimension).stream().collect(Collectors.joining(", "));
        LineWrapper.lines("", key(dimension.name()).replace('_', ' ') + (channels.isEmpty() ? "" : ": " + channels))
                .forEach(out::println);
        for (Unit unit : units) {
            String written = unit.spellings().stream().skip(1).collect(Collectors.joining(", "));
            out.printf(
                    "  %-12s = %s %s%n",
                    unit.symbol(), unit.formula(), base(unit).symbol());
            if (!written.isEmpty()) {
                LineWrapper.lines("      ", written).forEach(out::println);
            }
        }
        out.println();
    }

    private static void write(List<Unit> units, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Unit unit : units) {
            json.writeStartObject();
            json.writeStringField("unit", unit.symbol());
            json.writeStringField("kind", key(unit.dimension().name()));
            json.writeStringField("formula", unit.formula());
            json.writeStringField("base", base(unit).symbol());
            Terminal.writeStrings("spellings", unit.spellings(), json);
            Terminal.writeStrings("channels", channels(unit.dimension()), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Unit base(Unit unit) {
        return Unit.of(unit.dimension()).get(0);
    }

    private static List<String> channels(Dimension dimension) {
        return Channel.ALL.stream()
                .filter(channel -> channel.unit().dimension() == dimension)
                .map(Channel::key)
                .toList();
    }
}
