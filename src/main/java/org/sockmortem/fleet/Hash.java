package org.sockmortem.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over texts, parted so that no two lists of texts are alike. */
final class Hash {
    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // every Java platform is required to have it
            throw new IllegalStateException(e);
        }
    }

    static String of(List<String> texts) {
        Hash hash = new Hash();
        texts.forEach(hash::add);
        return hash.text();
    }

    void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** 64 hexadecimal digits; ends the hash. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
