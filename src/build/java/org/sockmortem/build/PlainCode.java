package org.sockmortem.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
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
 *
 * <p>What is made bears an annotation of this name, by which a reader of class files can tell it from what somebody has written.
 */
public final class PlainCode {
    /** Of class retention; there need be no such class. */
    static final String MARK = "Lorg/sockmortem/build/Generated;";

    private static final Pattern LAMBDA = Pattern.compile(".*\\$Lambda\\d+");

    private final Path folder;
    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Set<ClassNode> changed = new LinkedHashSet<>();
    private final List<LambdaClass> made = new ArrayList<>();

    private PlainCode(Path folder) {
        this.folder = folder;
    }

    /**
     * Rewrites the classes of a folder in place, and deletes what an earlier run has made for lambdas that are no more. A second run
     * changes nothing.
     *
     * @param args the folder of the compiled classes, and the folder in it below which they are to be rewritten
     * @throws IOException if they cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        PlainCode plain = new PlainCode(Path.of(args[0]));
        plain.read(args[1]);
        plain.deleteLeftOvers();
        plain.classes.values().forEach(plain::rewrite);
        plain.write();
    }

    private void write() throws IOException {
        for (ClassNode node : changed) {
            ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(out);
            Files.write(file(node.name), out.toByteArray());
        }
        for (LambdaClass lambda : made) {
            Files.write(file(lambda.name()), lambda.bytes());
        }
    }

    private void read(String below) throws IOException {
        List<Path> files;
        if (!Files.exists(folder.resolve(below))) {
            return; // tests that were not compiled
        }
        try (Stream<Path> all = Files.walk(folder.resolve(below))) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            classes.put(node.name, node);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".class");
    }

    // The compiler writes the host anew, without them, and leaves alone what it has not made itself.
    private void deleteLeftOvers() throws IOException {
        for (ClassNode node : List.copyOf(classes.values())) {
            if (isLambda(node) && !isMember(node)) {
                classes.remove(node.name);
                Files.delete(file(node.name));
            }
        }
    }

    private static boolean isLambda(ClassNode node) {
        return (node.access & Opcodes.ACC_SYNTHETIC) != 0
                && LAMBDA.matcher(node.name).matches();
    }

    private boolean isMember(ClassNode node) {
        ClassNode host = classes.get(node.nestHostClass);
        return host != null && host.nestMembers != null && host.nestMembers.contains(node.name);
    }

    private void rewrite(ClassNode node) {
        int lambdas = 0;
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode call) {
                    method.instructions.set(
                            call, isLambda(call) ? lambda(node, lambdas++, call) : record(node, method, call));
                    changed.add(node);
                }
            }
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
        LambdaClass lambda = new LambdaClass(node, host, number, call);
        ClassNode before = classes.get(lambda.name());
        if (before != null && !isLambda(before)) {
            throw new IllegalStateException(lambda.name() + " is a class already");
        }
        if (host.nestMembers == null) {
            host.nestMembers = new ArrayList<>();
        }
        // a class that was compiled anew alone, as an editor does it, finds its host with what was there before
        if (before == null) {
            host.nestMembers.add(lambda.name());
        }
        changed.add(host);
        made.add(lambda);
        return lambda.instance();
    }

    private static AbstractInsnNode record(ClassNode node, MethodNode method, InvokeDynamicInsnNode call) {
        if (!is(call, "java/lang/runtime/ObjectMethods", "bootstrap")) {
            throw new IllegalStateException(node.name + ": no plain code is known for " + call.bsm);
        }
        return new RecordMethod(node, method, call).added();
    }
}
