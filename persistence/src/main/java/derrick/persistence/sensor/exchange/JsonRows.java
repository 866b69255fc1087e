package derrick.persistence.sensor.exchange;

import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.RowHandler;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The rows of a document of JSON, and what was read as gaps in them.
 *
 * @param opened opens the document when its rows are asked for
 * @param reader hands the rows of the document over
 */
record JsonRows(Supplier<JsonDocument> opened, BiConsumer<JsonDocument, RowHandler> reader, GapCounter counter)
        implements DocumentRows {
    @Override
    public void handTo(RowHandler taker) {
        try (JsonDocument json = opened.get()) {
            reader.accept(json, taker);
        }
    }

    @Override
    public Map<String, Long> gaps() {
        return counter.gaps();
    }

    @Override
    public Map<String, Long> suspects() {
        return counter.suspects();
    }
}
