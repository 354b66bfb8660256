package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;

class DmesgJsonReaderTest {
    private static final String WHOLE = """
            {
               "dmesg": [
                  {
                     "pri": 6,
                     "time":    12.000001,
                     "caller": "T77",
                     "msg": "TCP: one\\nand more"
                  },{
                     "pri": 30,
                     "time":    13.000001,
                     "msg": "TCP: of a daemon"
                  },{
                     "pri": 4,
                     "time": 123456.000002,
                     "msg": "TCP: two"
                  }
               ]
            }
            """;

    @Test
    void readsRecordsOfTheKernel() {
        Reading reading = Reading.of(WHOLE);
        assertThat(reading.texts()).containsExactly("TCP: one", "and more", "TCP: two");
        assertThat(reading.uptimes()).containsExactly(12_000_001L, 12_000_001L, 123_456_000_002L);
        assertThat(reading.lines()).containsExactly(7L, 7L, 15L);
        assertThat(reading.header(0).stamp().caller()).isEqualTo("T77");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.DMESG_JSON);
    }

    @Test
    void takesOneRecordOutOfAWholeBuffer() {
        String first = "first\\n<6>[   12.000002] second\\n<6>[   12.000003] third\\n";
        Reading reading = Reading.of("{\"dmesg\":[{\"pri\":6,\"time\":12.000001,\"msg\":\"" + first
                + "\"},{\"pri\":6,\"time\":12.000002,\"msg\":\"second\\n<6>[   12.000003] third\\n\"}]}");
        assertThat(reading.texts()).containsExactly("first", "second");
    }

    @Test
    void readsDecodedRecords() {
        String sample = WHOLE.replace("\"pri\": 6", "\"fac\": \"kern\", \"pri\": \"info\"")
                .replace("\"pri\": 4", "\"fac\": \"kern\", \"pri\": \"warn\"")
                .replace("\"pri\": 30", "\"fac\": \"daemon\", \"pri\": \"info\"");
        assertThat(Reading.of(sample).texts()).containsExactly("TCP: one", "and more", "TCP: two");
    }

    @Test
    void isNotTakenForWhatQuotesIt() {
        assertThat(Reading.isSniffed("{\"dmesg\":[\"a\",\"b\"]}")).isFalse();
        assertThat(Reading.isSniffed("{\"dmesg\":[{\"line\":1}]}")).isFalse();
    }

    @Test
    void isReadAlsoBehindAPromptAndEntryByEntry() {
        assertThat(Reading.of("$ dmesg -J\n" + WHOLE).texts()).contains("TCP: one", "TCP: two");
        String entries =
                "{\"pri\":6,\"time\":12.000001,\"msg\":\"TCP: one\"}\n{\"pri\":30,\"time\":12.000002,\"msg\":\"app: x\"}\n";
        assertThat(Reading.of(entries).texts()).containsExactly("TCP: one");
    }
}
