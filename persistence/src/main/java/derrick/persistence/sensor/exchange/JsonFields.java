package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import derrick.domain.quantity.DecimalText;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The fields of one object. Whatever is not exactly a record's field of the right type refuses the document. */
final class JsonFields {
    private static final Map<String, Integer> SLOTS = slots();
    private static final int SHOWN_CHARACTERS = 40;

    private final JsonParser parser;
    private final long row;
    private final NullMarkers nulls;
    private final GapCounter gaps;
    private String name = "";

    /** One bit a field that was met. */
    private int seen;

    JsonFields(JsonParser parser, long row, NullMarkers nulls, GapCounter gaps) {
        this.parser = parser;
        this.row = row;
        this.nulls = nulls;
        this.gaps = gaps;
    }

    /** What may stand in a field, for the end of a sentence; empty for a name that is no field's. */
    static String expectation(String name) {
        if (Channel.named(name).isPresent()) {
            return "; here must be a number, or null for a gap";
        }
        return SLOTS.containsKey(name) ? "; here must be a text in double quotes" : "";
    }

    /** A name as it can be shown to people, whoever made it up. */
    static String shown(String name) {
        String printable = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }

    void readInto(SensorRecordBuilder draft) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            name = parser.currentName();
            requireFirstOfItsName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case FieldName.RIG -> draft.rig(text(value));
                case FieldName.TIME -> draft.time(text(value));
                case FieldName.STATUS -> draft.status(text(value));
                case FieldName.TIME_SOURCE -> draft.timeSource(text(value));
                default -> takeReading(draft, number(value));
            }
        }
    }

    private void takeReading(SensorRecordBuilder draft, double value) throws IOException {
        if (nulls.contain(value)) {
            gaps.addGap(parser.getText());
            return;
        }
        if (GapCounter.isSuspect(value)) {
            gaps.addSuspect(parser.getText(), name);
        }
        draft.reading(Channel.named(name).orElseThrow(), value);
    }

    private void requireFirstOfItsName() {
        Integer slot = SLOTS.get(name);
        if (slot == null) {
            throw malformed("is not a field of a record; these are " + String.join(", ", FieldName.ALL));
        }
        if ((seen & 1 << slot) != 0) {
            throw malformed("must not stand twice in one object");
        }
        seen |= 1 << slot;
    }

    private String text(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            throw malformed("must be a text in double quotes");
        }
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw malformed("must not hold the character NUL");
            }
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                throw malformed("must not hold half a surrogate pair");
            }
        }
        return text;
    }

    /** Zeros are looked at twice: they may be the rest of a number that was too small, or an integer's lost sign. */
    private double number(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw malformed("must be a number, or null for a gap");
        }
        double value = parser.getDoubleValue();
        boolean isPlainZero = value == 0 && parser.getTextLength() == 1;
        if (Double.isFinite(value) && (value != 0 || isPlainZero)) {
            return value;
        }
        try {
            return DecimalText.parse(parser.getText());
        } catch (IllegalArgumentException beyondDoubles) {
            throw malformed(String.valueOf(beyondDoubles.getMessage()));
        }
    }

    private MalformedDocument malformed(String reason) {
        return new MalformedDocument(row, shown(name), reason);
    }

    private static Map<String, Integer> slots() {
        Map<String, Integer> slots = new HashMap<>();
        FieldName.ALL.forEach(field -> slots.put(field, slots.size()));
        return Map.copyOf(slots);
    }
}
