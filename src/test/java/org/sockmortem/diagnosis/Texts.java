package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Map;
import org.sockmortem.diagnosis.Remedy.Kind;

/** Parts of a finding as plain text, for assertions. */
final class Texts {
    private Texts() {}

    static List<String> because(Finding finding) {
        return finding.because().stream().map(Evidence::text).toList();
    }

    static List<String> missing(Finding finding) {
        return finding.missing().stream().map(Evidence::text).toList();
    }

    static List<String> actions(Finding finding, Kind kind) {
        return finding.actions().stream()
                .filter(a -> a.kind() == kind)
                .map(Remedy::text)
                .toList();
    }

    static List<Map<String, String>> settings(Finding finding) {
        return finding.actions().stream()
                .filter(a -> a.kind() == Kind.SET)
                .map(Remedy::set)
                .filter(values -> !values.isEmpty())
                .toList();
    }
}
