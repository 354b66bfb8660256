package org.sockmortem.build;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * One of the methods that each record has by itself, answering what {@code java.lang.runtime.ObjectMethods} (Java 17) answers: components
 * are taken in their order, numbers of a broken part compared as {@code Float.compare} and {@code Double.compare} do.
 */
final class RecordMethod {
    private static final Type STRING_BUILDER = Type.getType(StringBuilder.class);

    private final ClassNode node;
    private final Type self;
    private final MethodNode in;
    private final InvokeDynamicInsnNode call;
    private final List<RecordComponentNode> components;

    /**
     * @param node the record
     * @param in the method
     * @param call where it asks for its code
     */
    RecordMethod(ClassNode node, MethodNode in, InvokeDynamicInsnNode call) {
        this.node = node;
        this.self = Type.getObjectType(node.name);
        this.in = in;
        this.call = call;
        // the tree of a record without any has none
        this.components = Objects.requireNonNullElse(node.recordComponents, List.of());
    }

    /** Adds the code to the record, and says how it is called. */
    AbstractInsnNode added() {
        String name = call.name + "$components";
        int access = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;
        MethodNode method = new MethodNode(access, name, call.desc, null, null);
        GeneratorAdapter code = new GeneratorAdapter(method, access, name, call.desc);
        switch (call.name) {
            case "equals" -> equal(method, code);
            case "hashCode" -> hash(code);
            case "toString" -> tell(code);
            default -> throw new IllegalStateException(node.name + ": a record has no " + call.name);
        }
        code.returnValue();
        code.endMethod();
        method.visitAnnotation(PlainCode.MARK, false).visitEnd();
        in.visitAnnotation(PlainCode.MARK, false).visitEnd();
        node.methods.add(method);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, name, call.desc, false);
    }

    private void equal(MethodNode method, GeneratorAdapter code) {
        Label differs = new Label();
        Label goOn = new Label();
        code.loadArg(0);
        code.loadArg(1);
        code.ifCmp(self, GeneratorAdapter.NE, goOn);
        code.push(true);
        code.returnValue();
        code.mark(goOn);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.loadArg(1);
        code.instanceOf(self);
        code.ifZCmp(GeneratorAdapter.EQ, differs);
        for (RecordComponentNode component : components) {
            Type type = Type.getType(component.descriptor);
            load(code, component);
            code.loadArg(1);
            code.checkCast(self);
            code.getField(self, component.name, type);
            switch (type.getSort()) {
                case Type.OBJECT, Type.ARRAY -> {
                    code.invokeStatic(
                            Type.getType(Objects.class),
                            Method.getMethod("boolean equals(java.lang.Object, java.lang.Object)"));
                    code.ifZCmp(GeneratorAdapter.EQ, differs);
                }
                case Type.FLOAT, Type.DOUBLE -> {
                    code.invokeStatic(Boxes.of(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
                    code.ifZCmp(GeneratorAdapter.NE, differs);
                }
                default -> code.ifCmp(type, GeneratorAdapter.NE, differs);
            }
        }
        code.push(true);
        code.returnValue();
        code.mark(differs);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.push(false);
    }

    private void hash(GeneratorAdapter code) {
        code.push(0);
        for (RecordComponentNode component : components) {
            Type type = Type.getType(component.descriptor);
            code.push(31);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            load(code, component);
            if (Boxes.isPrimitive(type)) {
                code.invokeStatic(Boxes.of(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
            } else {
                code.invokeStatic(Type.getType(Objects.class), Method.getMethod("int hashCode(java.lang.Object)"));
            }
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
    }

    private void tell(GeneratorAdapter code) {
        code.newInstance(STRING_BUILDER);
        code.dup();
        code.invokeConstructor(STRING_BUILDER, new Method("<init>", "()V"));
        String before = simpleName() + "[";
        for (RecordComponentNode component : components) {
            code.push(before + component.name + "=");
            append(code, Type.getType(String.class));
            load(code, component);
            append(code, Type.getType(component.descriptor));
            before = ", ";
        }
        code.push(components.isEmpty() ? before + "]" : "]");
        append(code, Type.getType(String.class));
        code.invokeVirtual(STRING_BUILDER, Method.getMethod("String toString()"));
    }

    private String simpleName() {
        return node.innerClasses.stream()
                .filter(inner -> inner.name.equals(node.name))
                .map(inner -> inner.innerName)
                .findFirst()
                .orElse(node.name.substring(node.name.lastIndexOf('/') + 1));
    }

    private static void append(GeneratorAdapter code, Type type) {
        Type taken = switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY ->
                Type.getType(type.getClassName().equals("java.lang.String") ? String.class : Object.class);
            case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
            default -> type;
        };
        code.invokeVirtual(STRING_BUILDER, new Method("append", STRING_BUILDER, new Type[] {taken}));
    }

    private void load(GeneratorAdapter code, RecordComponentNode component) {
        code.loadArg(0);
        code.getField(self, component.name, Type.getType(component.descriptor));
    }
}
