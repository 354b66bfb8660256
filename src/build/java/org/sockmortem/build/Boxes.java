package org.sockmortem.build;

import java.util.Map;
import org.objectweb.asm.Type;

/** Primitive types and the classes that box them (JLS 5.1.7). */
final class Boxes {
    private static final Map<Type, Type> BY_PRIMITIVE = Map.of(
            Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
            Type.CHAR_TYPE, Type.getType(Character.class),
            Type.BYTE_TYPE, Type.getType(Byte.class),
            Type.SHORT_TYPE, Type.getType(Short.class),
            Type.INT_TYPE, Type.getType(Integer.class),
            Type.LONG_TYPE, Type.getType(Long.class),
            Type.FLOAT_TYPE, Type.getType(Float.class),
            Type.DOUBLE_TYPE, Type.getType(Double.class));

    private Boxes() {}

    static boolean isPrimitive(Type type) {
        return BY_PRIMITIVE.containsKey(type);
    }

    /** The class that boxes this type. */
    static Type of(Type primitive) {
        return BY_PRIMITIVE.get(primitive);
    }

    /** The type that this class boxes; if it is none of them, such as {@code Object}, the other one. */
    static Type inside(Type box, Type otherwise) {
        return BY_PRIMITIVE.entrySet().stream()
                .filter(entry -> entry.getValue().equals(box))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }
}
