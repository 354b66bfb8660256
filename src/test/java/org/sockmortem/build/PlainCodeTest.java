package org.sockmortem.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockmortem.cli.Main;

/** What the build has made of lambdas and records. It has rewritten this class too, and those in it. */
class PlainCodeTest {
    private final String own = "own";

    @Test
    void nothingIsPutTogetherAtRunTime() throws IOException, URISyntaxException {
        List<Path> ours = classes(Main.class, "");
        assertThat(ours).hasSizeGreaterThan(1_000).noneMatch(PlainCodeTest::isLinkedAtRunTime);
        assertThat(ours).anyMatch(f -> f.toString().contains("$Lambda"));
        assertThat(classes(PlainCodeTest.class, "org/sockmortem/build"))
                .hasSizeGreaterThan(20)
                .noneMatch(PlainCodeTest::isLinkedAtRunTime);
    }

    @Test
    void eachLambdaIsOfAClassThatKnowsIt() throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = folder(Main.class);
        for (Path file : classes(Main.class, "")) {
            String name = folder.relativize(file).toString().replace('/', '.').replaceFirst("[.]class$", "");
            if (name.contains("$Lambda")) {
                Class<?> lambda = Class.forName(name, false, Main.class.getClassLoader());
                assertThat(lambda.getNestHost()).isNotEqualTo(lambda);
            }
        }
    }

    private static Path folder(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Path> classes(Class<?> of, String below) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(folder(of).resolve(below))) {
            return files.filter(f -> f.toString().endsWith(".class")).toList();
        }
    }

    private static boolean isLinkedAtRunTime(Path file) {
        try {
            // what an invokedynamic is linked by (JVMS 4.7.23), in two parts since this class is looked at as well
            String linkers = String.join("", "Bootstrap", "Methods");
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(linkers);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void numbersAreBoxedAndWidened() throws Exception {
        ToLongFunction<Integer> fromBox = Integer::intValue;
        IntToDoubleFunction widened = Math::abs;
        Function<Integer, Integer> both = Math::abs;
        Supplier<Object> boxed = "four"::length;
        ToDoubleFunction<Character> character = c -> c;
        IntFunction<Long> toBox = i -> i * 2L;
        LongSupplier small = () -> (byte) -3;
        Callable<Boolean> truth = () -> own.isEmpty();
        BooleanSupplier given = Boolean.TRUE::booleanValue;
        IntBinaryOperator most = Math::max;
        ToIntFunction<Short> narrow = Short::intValue;

        assertThat(fromBox.applyAsLong(5)).isEqualTo(5L);
        assertThat(widened.applyAsDouble(-2)).isEqualTo(2.0);
        assertThat(both.apply(-7)).isEqualTo(7);
        assertThat(boxed.get()).isEqualTo(4);
        assertThat(character.applyAsDouble('a')).isEqualTo(97.0);
        assertThat(toBox.apply(4)).isEqualTo(8L);
        assertThat(small.getAsLong()).isEqualTo(-3L);
        assertThat(truth.call()).isFalse();
        assertThat(given.getAsBoolean()).isTrue();
        assertThat(most.applyAsInt(3, 9)).isEqualTo(9);
        assertThat(narrow.applyAsInt((short) 12)).isEqualTo(12);
    }

    /** Takes what is told more exactly by its users, which is checked. */
    private interface Exact<T extends CharSequence> {
        T of(T text);
    }

    private interface WithDefault {
        int number();

        private int twice() {
            Supplier<Integer> self = this::number;
            return self.get() * 2;
        }

        default IntSupplier doubled() {
            return this::twice;
        }
    }

    private abstract static class Above {
        String name() {
            return "above";
        }
    }

    private static final class Below extends Above {
        @Override
        String name() {
            return "below";
        }

        Supplier<String> parents() {
            return super::name;
        }
    }

    private static String joined(String... parts) {
        return String.join("+", parts);
    }

    private String withOwn(long number, String text) {
        return own + number + text;
    }

    @Test
    void whateverIsNamedIsCalled() {
        Exact<String> exact = String::strip;
        BiFunction<String, String, String> several = PlainCodeTest::joined;
        Function<String, StringBuilder> made = StringBuilder::new;
        IntFunction<int[][]> arrays = int[][]::new;
        UnaryOperator<int[]> copied = int[]::clone;
        BiFunction<Long, String, String> privately = this::withOwn;
        WithDefault five = () -> 5;
        Supplier<List<String>> empty = ArrayList::new;

        assertThat(exact.of(" a ")).isEqualTo("a");
        assertThat(several.apply("a", "b")).isEqualTo("a+b");
        assertThat(made.apply("text")).hasToString("text");
        assertThat(arrays.apply(3)).hasNumberOfRows(3);
        assertThat(copied.apply(new int[] {1, 2})).containsExactly(1, 2);
        assertThat(privately.apply(7L, "!")).isEqualTo("own7!");
        assertThat(five.doubled().getAsInt()).isEqualTo(10);
        assertThat(new Below().parents().get()).isEqualTo("above");
        assertThat(empty.get()).isEmpty();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // on purpose
    void whatIsOfAnotherTypeIsRefused() {
        Predicate<String> blank = String::isBlank;
        Predicate any = blank;
        assertThatThrownBy(() -> any.test(5)).isInstanceOf(ClassCastException.class);
        String[] none = new String[1];
        assertThatThrownBy(() -> {
                    Supplier<String> stripped = none[0]::strip;
                    stripped.get();
                })
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatIsCapturedIsKept() {
        List<String> told = new ArrayList<>();
        double half = 0.5;
        long much = 1L << 40;
        byte little = -1;
        char letter = 'x';
        boolean yes = true;
        float third = 0.25f;
        int[] array = {4};
        Consumer<String> all = text -> told.add(text + half + much + little + letter + yes + third + array[0] + own);
        ObjLongConsumer<List<String>> wide = (list, number) -> list.add(half + number + much + "");

        all.accept("a");
        wide.accept(told, 1L);
        assertThat(told).containsExactly("a0.51099511627776-1xtrue0.254own", (0.5 + 1 + (1L << 40)) + "");
    }

    private record Numbers(
            boolean flag, byte small, short more, char letter, int number, long much, float part, double rest) {}

    @SuppressWarnings("ArrayRecordComponent") // to show that it is compared as an object
    private record References(@Nullable String text, int @Nullable [] array, Comparator<?> order) {}

    private record Nothing() {}

    private record $Dollar$s(int i) {}

    @Test
    void recordsAnswerAsRecordsDo() {
        record Local(double value, float other) {}
        Numbers one = new Numbers(true, (byte) 1, (short) 2, 'c', 4, 5L << 40, 0.5f, 0.25);
        int[] array = {1};
        References other = new References(null, array, Comparator.naturalOrder());

        assertThat(one)
                .isEqualTo(new Numbers(true, (byte) 1, (short) 2, 'c', 4, 5L << 40, 0.5f, 0.25))
                .isNotEqualTo(new Numbers(false, (byte) 1, (short) 2, 'c', 4, 5L << 40, 0.5f, 0.25))
                .isNotEqualTo(new Numbers(true, (byte) 1, (short) 2, 'c', 4, 5L, 0.5f, 0.25))
                .isNotEqualTo(new Numbers(true, (byte) 1, (short) 2, 'c', 4, 5L << 40, 0.75f, 0.25))
                .isNotEqualTo(null)
                .isNotEqualTo("Numbers")
                .hasToString("Numbers[flag=true, small=1, more=2, letter=c, number=4, much=" + (5L << 40)
                        + ", part=0.5, rest=0.25]");
        int hash = 0;
        for (Object part : Arrays.<Object>asList(true, (byte) 1, (short) 2, 'c', 4, 5L << 40, 0.5f, 0.25)) {
            hash = 31 * hash + part.hashCode();
        }
        assertThat(one.hashCode()).isEqualTo(hash);
        assertThat(other)
                .isEqualTo(new References(null, array, Comparator.naturalOrder()))
                .isNotEqualTo(new References(null, new int[] {1}, Comparator.naturalOrder()))
                .isNotEqualTo(new References("", array, Comparator.naturalOrder()));
        assertThat(other.hashCode())
                .isEqualTo((31 * System.identityHashCode(array))
                        + Comparator.naturalOrder().hashCode());
        assertThat(new Local(Double.NaN, 0f))
                .isEqualTo(new Local(Double.NaN, 0f))
                .isNotEqualTo(new Local(0.0, -0f));
        assertThat(new Local(0.0, 0f)).isNotEqualTo(new Local(-0.0, 0f)).hasToString("Local[value=0.0, other=0.0]");
        assertThat(new Nothing())
                .isEqualTo(new Nothing())
                .hasToString("Nothing[]")
                .extracting(Object::hashCode)
                .isEqualTo(0);
        assertThat(new $Dollar$s(3)).hasToString("$Dollar$s[i=3]");
    }
}
