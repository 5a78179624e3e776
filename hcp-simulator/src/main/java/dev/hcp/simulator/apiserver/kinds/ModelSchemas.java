package dev.hcp.simulator.apiserver.kinds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hcp.api.validation.schema.GoScalars;
import dev.hcp.api.validation.schema.MetaSchemas;
import dev.hcp.api.validation.schema.Schema;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of built-in kinds, read from fabric8's model classes: their fields are generated from the same Go types that
 * the reference serves. Each kind is read once per JVM, when it is first used.
 */
final class ModelSchemas {
    private static final Schema STRING = Schema.builder("string").build();
    private static final Schema INT_32 =
            Schema.builder("integer").typeName("int32").build();
    private static final Schema INT_64 =
            Schema.builder("integer").typeName("int64").build();
    private static final Schema NUMBER = Schema.builder("number").build();
    private static final Schema BOOLEAN = Schema.builder("boolean").build();
    private static final Schema INT_OR_STRING =
            Schema.builder("").intOrString(true).build();
    /** Quantities come as text or as any number; in lists of resources they are written in their canonical form. */
    private static final Schema QUANTITY = Schema.builder("")
            .preserveUnknown(true)
            .typeName(GoScalars.QUANTITY)
            .build();

    private static final Schema RESOURCE = Schema.builder("")
            .preserveUnknown(true)
            .typeName(GoScalars.RESOURCE)
            .build();
    private static final Schema TIME =
            Schema.builder("string").typeName(GoScalars.TIME).build();
    private static final Schema MICRO_TIME =
            Schema.builder("string").typeName(GoScalars.MICRO_TIME).build();
    private static final Schema BYTES =
            Schema.builder("string").typeName(GoScalars.BYTES).build();

    private static final Schema PROTOCOL = Schema.builder("string")
            .defaultValue("TCP")
            .presence(Schema.Presence.UNLESS_ZERO)
            .build();

    private static final Map<Class<?>, Schema> KINDS = new HashMap<>();

    private final Map<Class<?>, Schema> done = new HashMap<>();
    private final Set<Class<?>> open = new HashSet<>();

    private ModelSchemas() {}

    /** The schema of a kind's model class. */
    static synchronized Schema of(Class<?> model) {
        Schema known = KINDS.get(model);
        if (known == null) {
            known = new ModelSchemas().structure(model);
            KINDS.put(model, known);
        }
        return known;
    }

    private Schema structure(Class<?> model) {
        Schema known = done.get(model);
        if (known != null) {
            return known;
        }
        if (!open.add(model)) {
            // A type within itself, such as a schema within a schema: its inner levels are kept as they are.
            return Schema.ANY;
        }
        Schema.Builder builder = Schema.builder("object");
        for (Class<?> type = model; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null
                        && !Modifier.isStatic(field.getModifiers())
                        && GoFields.isServed(model.getSimpleName(), property.value())) {
                    Schema schema = field(model, property.value(), field.getGenericType());
                    builder.property(property.value(), held(schema, GoFields.typeKey(model), property.value()));
                }
            }
        }
        Schema whole = builder.atomicMap(ListTopology.isAtomic(model.getSimpleName()))
                .typeName(model.getSimpleName())
                .build();
        open.remove(model);
        done.put(model, whole);
        return whole;
    }

    /** The schema of a field with how the structure holds it. */
    private static Schema held(Schema schema, String type, String field) {
        Schema.Presence presence = GoFields.presence(type, field, schema.type());
        if (presence == schema.presence()) {
            return schema;
        }
        Schema.Builder builder = schema.toBuilder().presence(presence);
        return presence == Schema.Presence.ALWAYS
                ? builder.zero(GoFields.zero(type, field, schema)).build()
                : builder.build();
    }

    private Schema field(Class<?> owner, String name, Type type) {
        String ownerName = owner.getSimpleName();
        ListTopology.Rule rule = ListTopology.rule(ownerName, name);
        if (name.equals("protocol") && (ownerName.equals("ContainerPort") || ownerName.equals("ServicePort"))) {
            return PROTOCOL;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Schema.Builder list = Schema.builder("array").items(value(generic.getActualTypeArguments()[0]));
            if (rule != null) {
                list.list(rule.type(), rule.applyKeys()).patch(rule.mergeKey(), rule.strategy());
            }
            return list.build();
        }
        if (type == String.class && GoFields.isTime(name)) {
            return TIME;
        }
        if (GoFields.isBytes(ownerName, name)) {
            return Schema.builder("object").additional(BYTES).build();
        }
        if (ListTopology.isAtomicMap(ownerName, name) && type instanceof ParameterizedType generic) {
            return Schema.builder("object")
                    .additional(value(generic.getActualTypeArguments()[1]))
                    .atomicMap(true)
                    .build();
        }
        Schema schema = value(type);
        if (rule == null) {
            return schema;
        }
        return schema.toBuilder().patch(rule.mergeKey(), rule.strategy()).build();
    }

    private Schema value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return Schema.builder("array").items(value(arguments[0])).build();
            }
            if (generic.getRawType() == Map.class) {
                Schema values = arguments[1] == Quantity.class ? RESOURCE : value(arguments[1]);
                return Schema.builder("object").additional(values).build();
            }
            return Schema.ANY;
        }
        Schema scalar = scalar(type);
        if (scalar != null) {
            return scalar;
        }
        if (type == JSONSchemaProps.class) {
            return Schema.ANY;
        }
        if (type == ObjectMeta.class) {
            return MetaSchemas.OBJECT_META;
        }
        if (!(type instanceof Class<?> model)
                || model.isInterface()
                || model == Object.class
                || JsonNode.class.isAssignableFrom(model)
                || Map.class.isAssignableFrom(model)) {
            return Schema.ANY;
        }
        Schema structure = structure(model);
        return structure.properties().isEmpty() ? Schema.ANY : structure;
    }

    private static @Nullable Schema scalar(Type type) {
        if (type == String.class) {
            return STRING;
        }
        if (type == MicroTime.class) {
            return MICRO_TIME;
        }
        if (type == Integer.class || type == int.class) {
            return INT_32;
        }
        if (type == Long.class || type == long.class) {
            return INT_64;
        }
        if (type == Boolean.class || type == boolean.class) {
            return BOOLEAN;
        }
        if (type == Double.class || type == Float.class || type == double.class) {
            return NUMBER;
        }
        if (type == IntOrString.class) {
            return INT_OR_STRING;
        }
        if (type == Quantity.class) {
            return QUANTITY;
        }
        if (type instanceof Class<?> model && Temporal.class.isAssignableFrom(model)) {
            return MICRO_TIME;
        }
        if (type instanceof Class<?> model && model.isEnum()) {
            return STRING;
        }
        return null;
    }
}
