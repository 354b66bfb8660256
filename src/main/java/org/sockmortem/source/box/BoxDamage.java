package org.sockmortem.source.box;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;

/** A box breaks off or holds nonsense; the message is one sentence, ours and not the library's. */
public final class BoxDamage extends IOException {
    private static final long serialVersionUID = 1;

    private BoxDamage(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * What a library says of a box, as this exception; one that tells of an outer box, of a limit or of a disk stays as it is.
     *
     * @param what the kind of box, such as {@code gzip}
     */
    static IOException of(String what, Exception e) {
        if (e instanceof BoxDamage || e instanceof LimitReached || e instanceof DiskProblem) {
            return (IOException) e;
        }
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean cut = e instanceof EOFException
                || message.contains("truncated")
                || message.contains("unexpected end")
                || message.contains("premature end")
                || message.contains("not enough input bytes");
        return new BoxDamage(
                "The " + what + " data are " + (cut ? "cut short" : "damaged") + "; what stands before that was read.",
                e);
    }

    /** That the directory at its end cannot be used, without which nothing of it can be read. */
    static IOException withoutDirectory(String what, Exception e) {
        return of(what, e) instanceof BoxDamage
                ? new BoxDamage(
                        "The " + what
                                + " archive is cut short or damaged: its directory, which stands at its end, is not"
                                + " there or wrong, and without it nothing can be read.",
                        e)
                : (IOException) e;
    }

    /** That it holds nonsense. */
    static IOException damaged(String what) {
        return of(what, new IOException("nonsense"));
    }

    /** That it breaks off. */
    static IOException cut(String what) {
        return of(what, new EOFException());
    }
}
