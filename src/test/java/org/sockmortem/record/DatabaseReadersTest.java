package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Dumps of databases, and what their clients print. */
class DatabaseReadersTest {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS `SystemEvents` (
              `ID` int NOT NULL,
              `ReceivedAt` datetime DEFAULT NULL,
              `FromHost` varchar(60),
              `Message` text,
              `SysLogTag` varchar(60),
              UNIQUE KEY `k` (`FromHost`)
            ) ENGINE=InnoDB COMMENT='message, host';
            """;

    @Test
    void columnsAreNamedByTheTable() {
        Reading reading = Reading.of(
                TABLE + "INSERT INTO `Other` VALUES (1,'2023-11-14 22:13:20','db7','no','kernel:');\n"
                        + "INSERT INTO `SystemEvents` VALUES (1,'2023-11-14 22:13:20','db7','TCP: one','kernel:'),\n"
                        + "(2,'2023-11-14 22:13:21','db7','app says TCP: x','app:'),(3,NULL,'db7','TCP: it''s \\'two\\'','kernel:');\n");
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: it's 'two'");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.000000", "-");
        assertThat(reading.header(0).host()).isEqualTo("db7");
        assertThat(reading.lines()).containsExactly(10L, 11L);
    }

    @Test
    void columnsAreNamedByTheStatementAndItNeedsNoEnd() {
        Reading reading = Reading.of("""
                insert into SystemEvents (Message, FromHost, ReceivedAt) values ('TCP: one', 'db7', '20231114221320')
                insert into SystemEvents (Message, FromHost, ReceivedAt) values (E'TCP: two', N'db8', '20231114221321')
                """);
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: two");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.000000", "2023-11-14T22:13:21.000000");
        assertThat(reading.header(1).host()).isEqualTo("db8");
        assertThat(reading.lines()).containsExactly(1L, 2L);
    }

    @Test
    void commentsAndSignsWithinStringsAreNone() {
        Reading reading = Reading.of("""
                /*!40101 SET x='a;b(' */;
                SET y = 1; -- ( it's nothing ;
                INSERT INTO t (message, host) VALUES ('TCP: (a), /* b */; -- c', 'db7');
                """);
        assertThat(reading.texts()).containsExactly("TCP: (a), /* b */; -- c");
    }

    @Test
    void postgresCopies() {
        Reading reading = Reading.of("""
                --
                -- PostgreSQL database dump
                --
                COPY public.others (a, b) FROM stdin;
                1\t2023-11-14 22:13:20
                \\.
                COPY public.systemevents (receivedat, fromhost, message, syslogtag) FROM stdin;
                2023-11-14 22:13:20\tdb7\tTCP: a\\\\b\tkernel:
                2023-11-14 22:13:21\tdb7\tTCP: x\tapp:
                \\.
                COPY public.systemevents (fromhost, message) FROM stdin;
                db8\tTCP: two
                \\.
                """);
        assertThat(reading.texts()).containsExactly("TCP: a\\b", "TCP: two");
        assertThat(reading.lines()).containsExactly(8L, 12L);
    }

    @Test
    void oneStatementOfManyMegabytes() {
        String row = "('TCP: one','db7'),";
        Reading.Row last = Reading.once(
                        "INSERT INTO t (message, host) VALUES " + row.repeat(100_000) + "('TCP: two','db8');\n")
                .lastRow();
        assertThat(last.text()).isEqualTo("TCP: two");
        assertThat(last.header().host()).isEqualTo("db8");
    }

    @Test
    void framesAndRules() {
        Reading framed = Reading.of("""
                +----------+-----------+----------+
                | FromHost | SysLogTag | Message  |
                +----------+-----------+----------+
                | db7      | kernel:   | TCP: one |
                | db7      | app:      | TCP: x   |
                +----------+-----------+----------+
                """);
        assertThat(framed.texts()).containsExactly("TCP: one");
        assertThat(framed.lines()).containsExactly(4L);
        Reading ruled = Reading.of(" fromhost | message  \n----------+----------\n db7      | TCP: a | b\n(1 row)\n");
        assertThat(ruled.texts()).containsExactly("TCP: a|b");
    }

    @Test
    void rowByRow() {
        Reading reading = Reading.of("""
                *************************** 1. row ***************************
                  FromHost: db7
                   Message: TCP: one
                 SysLogTag: kernel:
                *************************** 2. row ***************************
                  FromHost: db7
                   Message: TCP: x
                 SysLogTag: app:
                *************************** 3. row ***************************
                  FromHost: db8
                   Message: TCP: two
                 SysLogTag: kernel:
                3 rows in set (0.00 sec)
                """);
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: two");
        assertThat(reading.header(1).host()).isEqualTo("db8");
        assertThat(reading.lines()).containsExactly(3L, 11L);
    }

    @Test
    void otherTextIsNoDump() {
        assertThat(Reading.isSniffed("Oct 28 21:58:48 web01 app: INSERT INTO t (message, host) VALUES ('a', 'b');\n"))
                .isFalse();
        assertThat(Reading.isSniffed("INSERT COIN\nTCP: too many orphaned sockets\n"))
                .isFalse();
        assertThat(Reading.isSniffed("| host | message |\n|------|---------|\n| a    | b       |\n"))
                .isFalse();
        assertThat(Reading.isSniffed("+-----+-----+\n| a   | b   |\n+-----+-----+\n"))
                .isFalse();
    }
}
