package dev.hcp.simulator.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Arbitrary objects of all built-in kinds, to the wire and back. */
final class MessagePropertiesTest {
    private static final int DEEPEST = 7;

    /** A kind and an object of it in which nothing is set to the zero value but what Go points to. */
    record Sample(String apiVersion, MessageType type, JsonObject object) {
        @Override
        public String toString() {
            return apiVersion + " " + type.name() + " " + object;
        }
    }

    @Provide
    Arbitrary<Sample> objects() {
        List<Map.Entry<String, MessageType>> kinds = new ArrayList<>();
        for (String apiVersion : MessageTypes.apiVersions()) {
            MessageTypes.of(apiVersion).values().stream()
                    .filter(MessageType::isKind)
                    .forEach(type -> kinds.add(Map.entry(apiVersion, type)));
        }
        return Arbitraries.of(kinds)
                .flatMap(kind -> Arbitraries.randomValue(random ->
                        new Sample(kind.getKey(), kind.getValue(), object(kind.getValue(), random, DEEPEST, 0.5))));
    }

    private static JsonObject object(MessageType type, Random random, int depth, double density) {
        JsonObject.Builder members = JsonObject.builder(type.fields().size());
        for (MessageField field : type.fields()) {
            if (field.isInline()) {
                object((MessageType) field.type(), random, depth, density).forEach(members::put);
            } else if (random.nextDouble() < density && (depth > 0 || !(field.type() instanceof MessageType))) {
                Object value = values(field, random, depth - 1);
                if (value != null) {
                    members.put(field.name(), value);
                }
            }
        }
        return members.build();
    }

    private static @Nullable Object values(MessageField field, Random random, int depth) {
        return switch (field.repetition()) {
            case ONE -> value(field.type(), random, depth, field.pointer());
            case LIST -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(2); i >= 0; i--) {
                    items.add(value(field.type(), random, depth, true));
                }
                yield JsonArray.copyOf(items);
            }
            case MAP -> {
                JsonObject.Builder entries = JsonObject.builder(2);
                for (int i = random.nextInt(2); i >= 0; i--) {
                    entries.put(text(random, true), value(field.type(), random, depth, true));
                }
                yield entries.build();
            }
        };
    }

    private static String text(Random random, boolean maybeEmpty) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(5) + (maybeEmpty ? 0 : 1); length > 0; length--) {
            text.appendCodePoint(random.nextInt(8) == 0 ? 0x1F600 + random.nextInt(40) : ' ' + random.nextInt(900));
        }
        return text.toString();
    }

    private static Object value(ValueType type, Random random, int depth, boolean maybeZero) {
        if (type instanceof MessageType message) {
            return object(message, random, depth, 0.25);
        }
        if (type instanceof SchemaChoice) {
            return depth > 0 ? JsonObject.of("title", text(random, false)) : JsonObject.of("nullable", true);
        }
        if (type instanceof WellKnownType known) {
            return switch (known) {
                case QUANTITY -> List.of("1", "100m", "1.5Gi", "-3e2", "0").get(random.nextInt(5));
                case INT_OR_STRING ->
                    random.nextBoolean() ? (Object) text(random, true) : (Object) (long) random.nextInt();
                case TIME -> "2026-02-03T04:05:0" + random.nextInt(10) + "Z";
                case MICRO_TIME -> "1969-12-31T23:59:59.00000" + random.nextInt(10) + "Z";
                case RAW_JSON ->
                    JsonObject.of("f:a", JsonObject.EMPTY, "n", JsonArray.of(1L, null, text(random, true)));
                case STRING_LIST -> JsonArray.of(text(random, true), text(random, true));
            };
        }
        return switch ((ScalarType) type) {
            case STRING -> text(random, maybeZero);
            case BOOL -> !maybeZero || random.nextBoolean();
            case INT_32 -> (long) number(random, maybeZero);
            case INT_64 -> number(random, maybeZero) * (random.nextBoolean() ? 1L : 0x1_0000_0001L);
            case DOUBLE -> random.nextBoolean() ? (Object) (number(random, maybeZero) + 0.25) : (Object) 7L;
            case BYTES -> maybeZero && random.nextBoolean() ? "" : "AAEC/w==";
        };
    }

    private static int number(Random random, boolean maybeZero) {
        return maybeZero && random.nextInt(3) == 0 ? 0 : random.nextInt() | 1;
    }

    private static byte[] written(Sample sample, JsonObject object) {
        WireWriter out = new WireWriter(16);
        sample.type().write(object, out);
        return out.written();
    }

    @Property
    void nothing_that_is_set_is_lost_or_changed_and_nothing_else_is_set(@ForAll("objects") Sample sample) {
        byte[] bytes = written(sample, sample.object());
        JsonObject read = sample.type().read(WireReader.of(bytes, 0));
        assertContains(read, sample.object(), sample.type().name());
        assertThat(written(sample, read)).isEqualTo(bytes);
    }

    /** All that was set is there; what is there besides is what Go shows of an object in which nothing is set. */
    private static void assertContains(@Nullable Object read, @Nullable Object set, String path) {
        if (set instanceof JsonObject members && read instanceof JsonObject found) {
            members.forEach((name, value) -> assertContains(found.get(name), value, path + "." + name));
            found.forEach((name, value) -> assertThat(members.containsKey(name) || isUnset(value))
                    .as(path + "." + name)
                    .isTrue());
        } else if (set instanceof JsonArray items && read instanceof JsonArray found) {
            assertThat(found).as(path).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                assertContains(found.get(i), items.get(i), path + "[" + i + "]");
            }
        } else {
            assertThat(read).as(path).isEqualTo(set);
        }
    }

    private static boolean isUnset(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object.values().stream().allMatch(MessagePropertiesTest::isUnset);
        }
        return value == null || value.equals("") || value.equals("0") || value.equals(0L) || value.equals(false);
    }

    @Property
    void the_bytes_are_those_of_the_descriptors(@ForAll("objects") Sample sample) throws Exception {
        FileDescriptor file = FieldFilesTest.descriptors()
                .filter(each -> each.get()[0].equals(sample.apiVersion()))
                .map(each -> (FileDescriptor) each.get()[1])
                .findFirst()
                .orElse(null);
        if (file != null) {
            byte[] bytes = written(sample, sample.object());
            DynamicMessage message = DynamicMessage.parseFrom(
                    file.findMessageTypeByName(sample.type().name()), bytes);
            assertNothingUnknown(message);
            assertThat(message.toByteArray()).isEqualTo(bytes);
        }
    }

    private static void assertNothingUnknown(Message message) {
        assertThat(message.getUnknownFields().asMap()).isEmpty();
        message.getAllFields().values().forEach(value -> {
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof Message inner) {
                    assertNothingUnknown(inner);
                }
            }
        });
    }

    @Property
    void broken_bytes_are_refused_or_read(@ForAll("objects") Sample sample, @ForAll Random random) {
        byte[] body = ProtobufObjects.body(sample.apiVersion(), sample.type().name(), written(sample, sample.object()));
        byte[] broken = Arrays.copyOf(body, random.nextInt(body.length) + 1);
        for (int i = random.nextInt(4); i > 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        Throwable refusal =
                catchThrowable(() -> ProtobufObjects.open(broken, "v1", "Pod").read());
        assertThat(refusal == null || refusal instanceof MalformedBodyException)
                .as(() -> String.valueOf(refusal))
                .isTrue();
    }
}
