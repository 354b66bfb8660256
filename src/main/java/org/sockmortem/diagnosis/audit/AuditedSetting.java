package org.sockmortem.diagnosis.audit;

import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Ruling;

/**
 * A setting and what is to be said of it.
 *
 * @param path the text it stands in
 * @param line its line there, from 1
 * @param sysctl its name, dotted, in full where the catalogue knows it
 * @param value as written, blanks folded; empty where it could not be read
 * @param verdict what it is
 * @param why a sentence or two
 * @param instead what to do, or {@code null} where nothing is
 */
public record AuditedSetting(
        String path,
        long line,
        String sysctl,
        String value,
        Ruling verdict,
        String why,
        @Nullable String instead) {}
