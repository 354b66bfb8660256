package org.sockmortem.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces what javac leaves to be linked at run time by plain code. Each lambda expression and method reference is an {@code
 * invokedynamic} (JVMS 6.5), and so are {@code equals}, {@code hashCode} and {@code toString} of a record; a virtual machine puts them
 * together where they are first met, some tens of microseconds for each even with an archive of classes, and a small log meets four
 * hundred. Here a lambda gets a class of its own, as an anonymous class has, and a record gets its methods. The build runs this over the
 * compiled classes before they are tested. An {@code invokedynamic} of any other kind ends the build.
 */
public final class PlainCode {
    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<String, byte[]> made = new TreeMap<>();

    private PlainCode() {}

    /**
     * Rewrites the classes of a folder in place; classes without {@code invokedynamic} stay as they are, so that a second run changes
     * nothing.
     *
     * @param args the folder of the compiled classes
     * @throws IOException if they cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        PlainCode plain = new PlainCode();
        plain.read(folder);
        List.copyOf(plain.classes.values()).forEach(plain::rewrite);
        for (Map.Entry<String, byte[]> one : plain.made.entrySet()) {
            Files.write(folder.resolve(one.getKey() + ".class"), one.getValue());
        }
    }

    private void read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            classes.put(node.name, node);
        }
    }

    private void rewrite(ClassNode node) {
        int lambdas = 0;
        boolean changed = false;
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode call) {
                    method.instructions.set(call, isLambda(call) ? lambda(node, lambdas++, call) : record(node, call));
                    changed = true;
                }
            }
        }
        if (changed) {
            keep(node);
        }
    }

    private static boolean isLambda(InvokeDynamicInsnNode call) {
        return is(call, "java/lang/invoke/LambdaMetafactory", "metafactory");
    }

    private static boolean is(InvokeDynamicInsnNode call, String owner, String name) {
        Handle linker = call.bsm;
        return linker.getOwner().equals(owner) && linker.getName().equals(name);
    }

    // Its class is of the same nest (JVMS 4.7.28), since what javac made of the body is private.
    private AbstractInsnNode lambda(ClassNode node, int number, InvokeDynamicInsnNode call) {
        ClassNode host = node.nestHostClass == null ? node : classes.get(node.nestHostClass);
        LambdaClass lambda = new LambdaClass(node.name + "$Lambda" + number, host.name, call);
        if (host.nestMembers == null) {
            host.nestMembers = new ArrayList<>();
        }
        host.nestMembers.add(lambda.name());
        keep(host);
        made.put(lambda.name(), lambda.bytes());
        return lambda.instance();
    }

    private static AbstractInsnNode record(ClassNode node, InvokeDynamicInsnNode call) {
        if (!is(call, "java/lang/runtime/ObjectMethods", "bootstrap")) {
            throw new IllegalStateException(node.name + ": no plain code is known for " + call.bsm);
        }
        return new RecordMethod(node, call).added();
    }

    private void keep(ClassNode node) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(out);
        made.put(node.name, out.toByteArray());
    }
}
