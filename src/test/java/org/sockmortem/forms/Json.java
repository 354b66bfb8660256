package org.sockmortem.forms;

/** Strings of JSON. */
final class Json {
    private Json() {}

    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? Stamps.format("\\u%04x", (int) c) : c);
            }
        }
        return out.append('"').toString();
    }
}
