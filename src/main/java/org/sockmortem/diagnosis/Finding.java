package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.timeline.BurstIds;

/**
 * A cause, how sure it is, and what to do.
 *
 * @param id host and a number, such as {@code localhost/finding-1}
 * @param cause its id, part of the report's format
 * @param scope what of several things that bear this cause it is, such as {@code control-group}; {@code null} where there is but one
 * @param severity how bad
 * @param verdict how sure
 * @param sysctls those that govern it
 * @param bursts ids of the bursts it explains
 * @param because evidence for it
 * @param against evidence against it
 * @param missing what would make it surer
 * @param actions the smallest effective one first
 */
public record Finding(
        String id,
        String cause,
        @Nullable String scope,
        Severity severity,
        Verdict verdict,
        List<String> sysctls,
        BurstIds bursts,
        List<Evidence> because,
        List<Evidence> against,
        List<Evidence> missing,
        List<Remedy> actions) {
    /** Copies the lists. */
    public Finding {
        sysctls = List.copyOf(sysctls);
        because = List.copyOf(because);
        against = List.copyOf(against);
        missing = List.copyOf(missing);
        actions = List.copyOf(actions);
    }

    /** A finding of a cause that is one thing alone. */
    public Finding(
            String id,
            String cause,
            Severity severity,
            Verdict verdict,
            List<String> sysctls,
            BurstIds bursts,
            List<Evidence> because,
            List<Evidence> against,
            List<Evidence> missing,
            List<Remedy> actions) {
        this(id, cause, null, severity, verdict, sysctls, bursts, because, against, missing, actions);
    }

    /** The same finding of one of several things that bear its cause. */
    Finding of(String newScope) {
        return new Finding(id, cause, newScope, severity, verdict, sysctls, bursts, because, against, missing, actions);
    }

    /** The same finding without its evidence: what is kept where there are very many. */
    public Finding brief() {
        return new Finding(
                id, cause, scope, severity, verdict, sysctls, bursts, List.of(), List.of(), List.of(), actions);
    }

    /** The same finding with one more reason. */
    Finding with(Evidence reason) {
        List<Evidence> more = new ArrayList<>(because);
        more.add(reason);
        return new Finding(id, cause, scope, severity, verdict, sysctls, bursts, more, against, missing, actions);
    }

    /** The same finding with one more action, before what is to be left alone. */
    Finding with(Remedy action) {
        List<Remedy> more = new ArrayList<>(actions);
        int place = actions.size();
        while (place > 0 && actions.get(place - 1).kind() == Remedy.Kind.DO_NOT) {
            place--;
        }
        more.add(place, action);
        return new Finding(id, cause, scope, severity, verdict, sysctls, bursts, because, against, missing, more);
    }

    /** The same finding under this id. */
    Finding withId(String newId) {
        return new Finding(newId, cause, scope, severity, verdict, sysctls, bursts, because, against, missing, actions);
    }
}
