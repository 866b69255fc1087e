package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDdlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            character varying(20) | varchar(20)
            character(3) | char(3)
            timestamp with time zone | timestamptz
            timestamp(3) with time zone | timestamptz(3)
            time without time zone | time
            bit varying(4) | varbit(4)
            numeric(8,2) | numeric(8,2)
            character varying(20)[] | varchar(20)[]
            """)
    void aTypeHasItsShortName(String printed, String written) {
        assertThat(TypeDdl.of(printed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            character varying(20) | character varying(50) | true | true
            character varying(20) | text | true | true
            character varying(50) | character varying(20) | false | false
            integer | bigint | false | true
            bigint | integer | false | false
            integer | numeric(4,0) | false | false
            real | double precision | false | true
            bigint | double precision | false | false
            uuid | text | false | true
            json | jsonb | false | true
            integer[] | bigint[] | false | false
            """)
    void aChangeMayWidenTheTypeOrKeepTheValues(String before, String after, boolean widens, boolean keepsValues) {
        assertThat(TypeDdl.widens(before, after)).isEqualTo(widens);
        assertThat(TypeDdl.keepsValues(before, after)).isEqualTo(keepsValues);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer | bigint | v::bigint
            timestamp without time zone | timestamp with time zone | (v AT TIME ZONE 'UTC')::timestamptz
            timestamp with time zone | timestamp without time zone | (v AT TIME ZONE 'UTC')::timestamp
            timestamp with time zone | date | (v AT TIME ZONE 'UTC')::date
            date | timestamp with time zone | v::timestamp AT TIME ZONE 'UTC'
            date | timestamp without time zone | v::timestamp
            """)
    void aConversionNamesTheZoneWhereItMatters(String from, String to, String expression) {
        assertThat(TypeDdl.convert("v", from, to)).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer | numeric(8,2) | true
            text | character varying(9) | true
            date | timestamp with time zone | true
            uuid | uuid | true
            integer | text | false
            uuid | text | false
            """)
    void typesOfOneFamilyCompareAlike(String before, String after, boolean same) {
        assertThat(TypeDdl.haveSameComparison(before, after)).isEqualTo(same);
    }

    @Test
    void whatIsNotATypeIsRejected() {
        assertThatThrownBy(() -> TypeDdl.widens("", "text")).hasMessageStartingWith("not a type: ");
    }
}
