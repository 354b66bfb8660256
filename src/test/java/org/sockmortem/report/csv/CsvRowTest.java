package org.sockmortem.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvRowTest {
    @Test
    void cellsAreQuotedWhereTheyMust() throws IOException {
        assertThat(written(new CsvRow()
                        .text("a")
                        .text("b,c")
                        .text("d\"e")
                        .text("f\r\ng")
                        .text(null)
                        .plain(7)))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",f\\r\\ng,,7\r\n");
    }

    @Test
    void noCellIsAFormula() throws IOException {
        for (String formula : new String[] {"=1", "+1", "-1", "@a", " =1", "\uFF1D1", "=cmd|'/c calc'!A0"}) {
            String cell = written(new CsvRow().text(formula));
            assertThat(cell.replace("\"", "").strip()).startsWith("'");
        }
        assertThat(written(new CsvRow().text("a;=1"))).isEqualTo("\"a;'=1\"\r\n");
        assertThat(written(new CsvRow().text("a=1;b-2"))).isEqualTo("\"a=1;b-2\"\r\n");
        assertThat(written(new CsvRow().text("\t=1"))).isEqualTo("\\t=1\r\n");
    }

    private static String written(CsvRow row) throws IOException {
        StringBuilder out = new StringBuilder();
        row.end(out);
        return out.toString();
    }
}
