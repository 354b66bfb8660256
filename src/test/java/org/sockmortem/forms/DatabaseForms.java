package org.sockmortem.forms;

import static org.sockmortem.parse.LogFormat.CONTAINER_JSON;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that a syslog daemon put into a database, as statements, dumps and clients show them. */
final class DatabaseForms {
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";

    private DatabaseForms() {}

    static Stream<Form> all() {
        return Stream.of(
                        form("rsyslog's inserts", DatabaseForms::inserts),
                        form("mysqldump", DatabaseForms::dump),
                        form("mysql -t", DatabaseForms::framed),
                        form("mysql -E", DatabaseForms::rows),
                        form("psql", DatabaseForms::ruled),
                        form("psql, expanded", DatabaseForms::expanded),
                        form("pg_dump", DatabaseForms::copy))
                .map(Form::hosted);
    }

    private static Form form(String name, Function<Scene, String> renderer) {
        return Form.text(name, renderer, Sight.UPTIME_AND_SECONDS, CONTAINER_JSON);
    }

    private static String line(KernelRecord record) {
        return Stamps.raw(record) + " " + record.text();
    }

    private static String string(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** What ommysql sends by its default template. */
    static String inserts(Scene scene) {
        return scene.lines(r -> {
            String time = Stamps.digits("yyyyMMddHHmmss", scene.wall(r));
            return "insert into SystemEvents (Message, Facility, FromHost, Priority, DeviceReportedTime, ReceivedAt, InfoUnitID,"
                    + " SysLogTag) values (" + string(" " + line(r)) + ", 0, '" + scene.host() + "', " + r.level()
                    + ", '"
                    + time + "', '" + time + "', 1, 'kernel:')";
        });
    }

    static String dump(Scene scene) {
        return "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n--\n-- Host: localhost    Database: Syslog\n\n"
                + "/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `SystemEvents`;\nCREATE TABLE `SystemEvents` (\n"
                + "  `ID` int unsigned NOT NULL AUTO_INCREMENT,\n  `ReceivedAt` datetime DEFAULT NULL,\n"
                + "  `Facility` smallint DEFAULT NULL,\n  `FromHost` varchar(60) DEFAULT NULL,\n  `Message` text,\n"
                + "  `Importance` decimal(5,2) DEFAULT NULL,\n  `SysLogTag` varchar(60) DEFAULT NULL,\n"
                + "  PRIMARY KEY (`ID`),\n  KEY `when` (`ReceivedAt`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8;\n"
                + "LOCK TABLES `SystemEvents` WRITE;\nINSERT INTO `SystemEvents` VALUES "
                + scene.records().stream()
                        .map(r -> "(7,'" + Stamps.digits(TIME, scene.wall(r)) + "',0,'" + scene.host() + "',"
                                + string(" " + line(r)) + ",NULL,'kernel:')")
                        .collect(Collectors.joining(","))
                + ";\nUNLOCK TABLES;\n";
    }

    static String framed(Scene scene) {
        String rule = "+---------------------+----------+-----------+----------------------+\n";
        return "mysql> select ReceivedAt, FromHost, SysLogTag, Message from SystemEvents;\n" + rule
                + "| ReceivedAt          | FromHost | SysLogTag | Message              |\n" + rule
                + scene.lines(r -> "| " + Stamps.digits(TIME, scene.wall(r)) + " | " + scene.host()
                        + "    | kernel:   |  " + line(r) + "   |")
                + rule + "9 rows in set (0.00 sec)\n";
    }

    static String rows(Scene scene) {
        int[] row = {0};
        return scene.lines(r -> "*************************** " + ++row[0] + ". row ***************************\n"
                + "        ID: " + row[0] + "\nReceivedAt: " + Stamps.digits(TIME, scene.wall(r)) + "\n  FromHost: "
                + scene.host() + "\n   Message:  " + line(r) + "\n SysLogTag: kernel:");
    }

    static String ruled(Scene scene) {
        return "     receivedat      | fromhost | syslogtag | message\n---------------------+----------+-----------+--------\n"
                + scene.lines(r -> " " + Stamps.digits(TIME, scene.wall(r)) + " | " + scene.host()
                        + "    | kernel:   |  " + line(r))
                + "(9 rows)\n";
    }

    static String expanded(Scene scene) {
        int[] row = {0};
        return scene.lines(r -> "-[ RECORD " + ++row[0] + " ]------------------\nreceivedat | "
                + Stamps.digits(TIME, scene.wall(r)) + "\nfromhost   | " + scene.host()
                + "\nsyslogtag  | kernel:\nmessage    |  "
                + line(r));
    }

    static String copy(Scene scene) {
        return "--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\n"
                + "COPY public.systemevents (id, receivedat, fromhost, message, syslogtag) FROM stdin;\n"
                + scene.lines(r -> "7\t" + Stamps.digits(TIME, scene.wall(r)) + "\t" + scene.host() + "\t "
                        + line(r).replace("\\", "\\\\") + "\tkernel:")
                + "\\.\n\nSELECT 1;\n";
    }
}
