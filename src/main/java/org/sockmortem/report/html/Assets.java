package org.sockmortem.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Styles and scripts that every HTML report holds, and the words by which a browser knows that they are ours. */
public final class Assets {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";
    private static final String OURS = "/org/sockmortem/report/html/";

    private Assets() {}

    /** uPlot with its licence before it. */
    static String chartScript() {
        String licence = text(UPLOT + "LICENSE").strip().replace("*/", "* /");
        return "/*! uPlot\n" + licence + "\n*/\n" + text(UPLOT + "dist/uPlot.iife.min.js");
    }

    /** What uPlot needs to look right. */
    static String chartStyle() {
        return text(UPLOT + "dist/uPlot.min.css");
    }

    /** A script or a style of ours. */
    static String own(String name) {
        return text(OURS + name);
    }

    /** The source by which a policy allows exactly this text: {@code 'sha256-…'}. */
    static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(String resource) {
        try (InputStream bytes = Assets.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
