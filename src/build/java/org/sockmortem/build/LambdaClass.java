package org.sockmortem.build;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class of one lambda expression or method reference: it implements the interface, holds what the expression has captured, and calls
 * what {@code java.lang.invoke.LambdaMetafactory} (Java 17) would have called, with the conversions that its documentation lists.
 */
final class LambdaClass {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final String INSTANCE = "INSTANCE";
    private static final String FACTORY = "of";

    private final String name;
    private final int line;
    private final Type self;
    private final InvokeDynamicInsnNode call;
    private final Type face;
    private final Type[] captured;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    /**
     * Makes it.
     *
     * @param in the class in which the expression stands
     * @param host of that class's nest
     * @param number of the expression in that class
     * @param call where it stands
     */
    LambdaClass(ClassNode in, ClassNode host, int number, InvokeDynamicInsnNode call) {
        this.name = in.name + "$Lambda" + number;
        this.line = lineOf(call);
        this.self = Type.getObjectType(name);
        this.call = call;
        this.face = Type.getReturnType(call.desc);
        this.captured = Type.getArgumentTypes(call.desc);
        String[] faces = {face.getInternalName()};
        out.visit(Opcodes.V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT.getInternalName(), faces);
        out.visitSource(in.sourceFile, null);
        out.visitNestHost(host.name);
        out.visitAnnotation(PlainCode.MARK, false).visitEnd();
        construct();
        implement((Type) call.bsmArgs[0], (Handle) call.bsmArgs[1], (Type) call.bsmArgs[2]);
        out.visitEnd();
    }

    private static int lineOf(AbstractInsnNode call) {
        AbstractInsnNode before = call;
        while (before != null && !(before instanceof LineNumberNode)) {
            before = before.getPrevious();
        }
        return before instanceof LineNumberNode number ? number.line : 0;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** What takes the captured values off the stack and leaves the object there; without such values it is always the same one. */
    AbstractInsnNode instance() {
        return captured.length == 0
                ? new FieldInsnNode(Opcodes.GETSTATIC, name, INSTANCE, face.getDescriptor())
                : new MethodInsnNode(Opcodes.INVOKESTATIC, name, FACTORY, call.desc, false);
    }

    private void construct() {
        Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
        GeneratorAdapter code = method(ACC_PRIVATE, constructor);
        code.loadThis();
        code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
        for (int i = 0; i < captured.length; i++) {
            field(ACC_PRIVATE | ACC_FINAL, captured(i), captured[i]);
            code.loadThis();
            code.loadArg(i);
            code.putField(self, captured(i), captured[i]);
        }
        end(code);

        boolean single = captured.length == 0;
        code = method(ACC_STATIC, single ? new Method("<clinit>", "()V") : new Method(FACTORY, call.desc));
        code.newInstance(self);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(self, constructor);
        if (single) {
            field(ACC_STATIC | ACC_FINAL, INSTANCE, face);
            code.putStatic(self, INSTANCE, face);
        }
        end(code);
    }

    private void implement(Type erased, Handle body, Type exact) {
        Method implemented = new Method(call.name, erased.getDescriptor());
        Method called = new Method(body.getName(), body.getDesc());
        Type owner = Type.getObjectType(body.getOwner());
        boolean constructor = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        boolean receiver = !constructor && body.getTag() != Opcodes.H_INVOKESTATIC;

        GeneratorAdapter code = method(ACC_PUBLIC, implemented);
        if (constructor) {
            code.newInstance(owner);
            code.dup();
        }
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(self, captured(i), captured[i]);
        }
        for (int i = 0; i < implemented.getArgumentTypes().length; i++) {
            int place = captured.length + i - (receiver ? 1 : 0);
            code.loadArg(i);
            convert(
                    code,
                    implemented.getArgumentTypes()[i],
                    exact.getArgumentTypes()[i],
                    place < 0 ? owner : called.getArgumentTypes()[place]);
        }
        code.visitMethodInsn(opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        giveBack(code, constructor ? owner : called.getReturnType(), implemented.getReturnType());
        end(code);
    }

    // A private method of the nest is called like any other (JVMS 5.4.3.3 and 6.5, since Java 11), though its handle
    // says "special".
    private static int opcode(Handle body) {
        return switch (body.getTag()) {
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    // From what the interface's method is given, by way of what the lambda says that it is, to what is called.
    private static void convert(GeneratorAdapter code, Type given, Type exact, Type wanted) {
        if (Boxes.isPrimitive(given)) {
            fromPrimitive(code, given, wanted);
        } else {
            if (!given.equals(exact)) {
                code.checkCast(exact);
            }
            if (Boxes.isPrimitive(wanted)) {
                fromBox(code, exact, wanted);
            }
        }
    }

    private static void giveBack(GeneratorAdapter code, Type result, Type wanted) {
        if (wanted == Type.VOID_TYPE) {
            if (result.getSize() == 2) {
                code.pop2();
            } else if (result.getSize() == 1) {
                code.pop();
            }
        } else if (Boxes.isPrimitive(result)) {
            fromPrimitive(code, result, wanted);
        } else if (Boxes.isPrimitive(wanted)) {
            fromBox(code, result, wanted);
        } else if (!result.equals(wanted)) {
            code.checkCast(wanted);
        }
    }

    private static void fromPrimitive(GeneratorAdapter code, Type from, Type wanted) {
        if (Boxes.isPrimitive(wanted)) {
            code.cast(from, wanted);
        } else {
            code.valueOf(from);
        }
    }

    private static void fromBox(GeneratorAdapter code, Type box, Type wanted) {
        Type inside = Boxes.inside(box, wanted);
        code.unbox(inside);
        code.cast(inside, wanted);
    }

    private static String captured(int place) {
        return "captured" + place;
    }

    private void field(int access, String field, Type type) {
        out.visitField(access, field, type.getDescriptor(), null, null).visitEnd();
    }

    private GeneratorAdapter method(int access, Method method) {
        GeneratorAdapter code = new GeneratorAdapter(access, method, null, null, out);
        code.visitLineNumber(line, code.mark());
        return code;
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.endMethod();
    }
}
