package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Add new_field to sensor_data | add_new_field_to_sensor_data",
                "don't drop  rigs! | dont_drop_rigs",
                "Größe für Straße, łódź | grosse_fur_strasse_lodz",
                "افزودن عمق به چاه‌ها | afzwdn_mq_bh_chahha",
                "إضافة عمق البئر | adaft_mq_albyr",
                "Добавить глубину скважины | dobavit_glubinu_skvazhiny",
                "Προσθήκη βάθους | prostheke_bathous",
                "添加用户表 | tian_jia_yong_hu_biao",
                "テーブルを追加 | teburuwo_zhui_jia",
                "사용자 표 추가 | sayongja_pyo_chuga",
                "הוסף עומק | hwsp_wmq",
                "गहराई जोड़ें | gaharai_jorem",
                "បន្ថែម តារាង | banothaaemo_taaaroaango",
                "ᏣᎳᎩ ᏣᎳ | tsalagi_tsala",
                "🚀👩‍🔧 | rocket_woman_wrench",
                "🇮🇷 1️⃣ | regional_indicator_symbol_letter_i_regional_indicator_symbol_letter_r_1",
                "add H₂S in ﬁeld № 5 | add_h2s_in_field_no_5",
                "ａｄｄ ｆｉｅｌｄ | add_field",
            })
    void aMessageInAnyScriptNamesFiles(String message, String words) {
        Description description = Description.of(message);

        assertThat(description.words()).isEqualTo(words);
        assertThat(description.sentence()).isEqualTo(message.replace("  ", " "));
        assertThat(description.advice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", " Tables. ", "42", "Ｕｐｄａｔｅ"})
    void aVagueWordIsRejected(String message) {
        assertThatThrownBy(() -> Description.of(message))
                .isInstanceOf(Description.InvalidDescription.class)
                .hasMessage("name the change, for example \"add user preferences table\", not \"%s\"", message.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "!?", "\u200c\u200f", "…"})
    void aMessageWithoutLettersIsRejected(String message) {
        assertThatThrownBy(() -> Description.of(message))
                .isInstanceOf(Description.InvalidDescription.class)
                .hasMessageStartingWith("the message has no letters; name the change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change the tables", "quarantine", "Обновление", "fix 2"})
    void aVagueMessageOfSeveralWordsIsAcceptedWithAdvice(String message) {
        assertThat(Description.of(message).advice())
                .contains("advice: name the change, for example \"add user preferences table\"");
    }

    @Test
    void aLongMessageNamesFilesByItsFirstWords() {
        Description description = Description.of("add depth ".repeat(40));

        assertThat(description.words())
                .startsWith("add_depth_add")
                .endsWith("_depth")
                .hasSizeBetween(90, 100);
        assertThat(description.advice().orElseThrow()).contains("a shorter message");
        assertThat(Description.of("add x".repeat(40).replace(" ", "")).words()).hasSize(100);
    }

    @Test
    void aMessageOfSeveralLinesBecomesOne() {
        assertThat(Description.of("\tadd depth\r\nto\u2028wells\u0007 ").sentence())
                .isEqualTo("add depth to wells");
    }
}
