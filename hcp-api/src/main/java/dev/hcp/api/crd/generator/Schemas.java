package dev.hcp.api.crd.generator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.ModelShape;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.PlainConditions;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.UnmarkedLists;
import dev.hcp.api.value.Cidr;
import dev.hcp.api.value.GoDuration;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.api.value.ReleaseVersion;
import io.fabric8.kubernetes.api.model.Condition;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Structural schemas of model types: the Java types say the shape, the annotations of the schema package the rest. */
final class Schemas {
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, GoDuration.class, PausedUntil.class, ReleaseVersion.class, Cidr.class);

    private Schemas() {}

    /** The schema of a model type. */
    static JsonObject ofModel(Class<?> model) {
        JsonObject.Builder properties = JsonObject.builder(16);
        List<String> required = new ArrayList<>();
        for (ModelShape.Attribute attribute : ModelShape.of(model).attributes()) {
            properties.put(attribute.name(), ofAttribute(attribute.getter()));
            if (attribute.getter().isAnnotationPresent(Required.class)) {
                required.add(attribute.name());
            }
        }
        JsonObject schema = JsonObject.of("type", "object");
        JsonObject members = properties.build();
        if (!members.isEmpty()) {
            schema = schema.with("properties", members);
        }
        if (!required.isEmpty()) {
            schema = schema.with("required", required);
        }
        if (model.isAnnotationPresent(FreeForm.class)) {
            schema = schema.with(PRESERVE, true);
        }
        return withRules(withRaw(schema, model), model.getAnnotationsByType(Rule.class));
    }

    /** A schema with validation rules added. */
    static JsonObject withRules(JsonObject schema, Rule[] rules) {
        if (rules.length == 0) {
            return schema;
        }
        List<Object> all = new ArrayList<>(schema.array("x-kubernetes-validations"));
        for (Rule rule : rules) {
            all.add(JsonObject.of("rule", rule.value(), "message", rule.message()));
        }
        return schema.with("x-kubernetes-validations", all);
    }

    private static JsonObject ofAttribute(Method getter) {
        JsonObject schema = isConditionList(getter) && getter.isAnnotationPresent(PlainConditions.class)
                ? JsonObject.of(
                        "type",
                        "array",
                        "items",
                        ForeignSchemas.plainCondition(getter.getAnnotation(PlainConditions.class)))
                : ofType(getter.getGenericReturnType());
        if (getter.isAnnotationPresent(UnmarkedLists.class)) {
            schema = withoutListTypes(schema);
        }
        schema = withConstraints(schema, getter);
        schema = withMergeRules(schema, getter);
        if (getter.isAnnotationPresent(NullAllowed.class)) {
            schema = schema.with("nullable", true);
        }
        if (getter.isAnnotationPresent(FreeForm.class)) {
            schema = schema.without("properties").without("required").with(PRESERVE, true);
        }
        Default filledIn = getter.getAnnotation(Default.class);
        if (filledIn != null) {
            schema = schema.with("default", Json.parse(filledIn.value()));
        }
        schema = withRaw(schema, getter);
        return withRules(schema, getter.getAnnotationsByType(Rule.class));
    }

    private static JsonObject withoutListTypes(JsonObject schema) {
        JsonObject.Builder unmarked = JsonObject.builder(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            if (!schema.keyAt(i).equals("x-kubernetes-list-type")) {
                Object value = schema.valueAt(i);
                unmarked.put(schema.keyAt(i), value instanceof JsonObject inner ? withoutListTypes(inner) : value);
            }
        }
        return unmarked.build();
    }

    private static JsonObject withRaw(JsonObject plain, AnnotatedElement place) {
        JsonObject schema = plain;
        RawSchema raw = place.getAnnotation(RawSchema.class);
        if (raw != null) {
            JsonObject keywords = Json.parseObject(raw.value());
            for (int i = 0; i < keywords.size(); i++) {
                schema = keywords.valueAt(i) == null
                        ? schema.without(keywords.keyAt(i))
                        : schema.with(keywords.keyAt(i), keywords.valueAt(i));
            }
        }
        return schema;
    }

    private static boolean isConditionList(Method getter) {
        return getter.getGenericReturnType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] == Condition.class;
    }

    private static JsonObject ofType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? JsonObject.of("type", "object", "additionalProperties", ofType(arguments[1]))
                    : JsonObject.of("type", "array", "items", ofType(arguments[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (TEXTS.contains(plain)) {
            return JsonObject.of("type", "string");
        }
        if (plain == Integer.class) {
            return JsonObject.of("type", "integer", "format", "int32");
        }
        if (plain == Long.class) {
            return JsonObject.of("type", "integer", "format", "int64");
        }
        if (plain == Double.class) {
            return JsonObject.of("type", "number", "format", "double");
        }
        if (plain == Boolean.class) {
            return JsonObject.of("type", "boolean");
        }
        if (plain == JsonObject.class) {
            return JsonObject.of("type", "object");
        }
        if (plain == Object.class) {
            return JsonObject.EMPTY;
        }
        if (OpenEnum.class.isAssignableFrom(plain)) {
            return JsonObject.of("type", "string", "enum", constants(plain));
        }
        if (plain.isAnnotationPresent(HcpModel.class)) {
            return ofModel(plain);
        }
        return ForeignSchemas.of(plain);
    }

    private static List<String> constants(Class<?> openEnum) {
        List<String> values = new ArrayList<>();
        for (Field field : openEnum.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == openEnum) {
                try {
                    values.add(((OpenEnum) field.get(null)).value());
                } catch (IllegalAccessException e) {
                    throw new HcpException("cannot read " + field + ": " + e.getMessage(), e);
                }
            }
        }
        return values;
    }

    private static JsonObject withConstraints(JsonObject plain, Method getter) {
        JsonObject schema = plain;
        Format format = getter.getAnnotation(Format.class);
        if (format != null) {
            schema = format.value().isEmpty() ? schema.without("format") : schema.with("format", format.value());
        }
        OneOf oneOf = getter.getAnnotation(OneOf.class);
        if (oneOf != null) {
            schema = oneOf.value().length == 0
                    ? schema.without("enum")
                    : schema.with("enum", JsonArray.of((Object[]) oneOf.value()));
        }
        Pattern pattern = getter.getAnnotation(Pattern.class);
        if (pattern != null) {
            schema = schema.with("pattern", pattern.value());
        }
        Minimum minimum = getter.getAnnotation(Minimum.class);
        if (minimum != null) {
            schema = schema.with("minimum", minimum.value());
        }
        Maximum maximum = getter.getAnnotation(Maximum.class);
        if (maximum != null) {
            schema = schema.with("maximum", maximum.value());
        }
        Size size = getter.getAnnotation(Size.class);
        if (size != null) {
            String what = "array".equals(schema.get("type")) ? "Items" : "Length";
            schema = size.min() < 0 ? schema : schema.with("min" + what, size.min());
            schema = size.max() < 0 ? schema : schema.with("max" + what, size.max());
        }
        Items items = getter.getAnnotation(Items.class);
        if (items != null) {
            JsonObject item = schema.object("items");
            item = items.pattern().isEmpty() ? item : item.with("pattern", items.pattern());
            item = items.oneOf().length == 0 ? item : item.with("enum", JsonArray.of((Object[]) items.oneOf()));
            item = items.nullAllowed() ? item.with("nullable", true) : item;
            schema = schema.with("items", item);
        }
        return schema;
    }

    private static JsonObject withMergeRules(JsonObject plain, Method getter) {
        JsonObject schema = plain;
        ListType listType = getter.getAnnotation(ListType.class);
        if (listType != null) {
            schema = schema.with("x-kubernetes-list-type", listType.value());
            if (listType.keys().length > 0) {
                schema = schema.with("x-kubernetes-list-map-keys", JsonArray.of((Object[]) listType.keys()));
            }
        }
        return getter.isAnnotationPresent(Atomic.class) ? schema.with("x-kubernetes-map-type", "atomic") : schema;
    }
}
