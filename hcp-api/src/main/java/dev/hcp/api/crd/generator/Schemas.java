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
import dev.hcp.api.schema.Edition;
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

/**
 * Structural schemas of model types in one edition: the Java types say the shape, the annotations of the schema package the
 * rest.
 */
final class Schemas {
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, GoDuration.class, PausedUntil.class, ReleaseVersion.class, Cidr.class);

    private final Facts facts;
    private final Descriptions descriptions;

    Schemas(Edition edition, Descriptions descriptions) {
        this.facts = new Facts(edition);
        this.descriptions = descriptions;
    }

    /** A schema with a description, unless that is empty. */
    static JsonObject described(JsonObject schema, String description) {
        return description.isEmpty() ? schema : schema.with("description", description);
    }

    /** The schema of a model type. */
    JsonObject ofModel(Class<?> model) {
        JsonObject.Builder properties = JsonObject.builder(16);
        List<String> required = new ArrayList<>();
        for (ModelShape.Attribute attribute : ModelShape.of(model).attributes()) {
            if (facts.edition().has(attribute.getter())) {
                properties.put(attribute.name(), ofAttribute(attribute.getter()));
                if (facts.hold(attribute.getter(), Required.class)) {
                    required.add(attribute.name());
                }
            }
        }
        JsonObject schema = described(JsonObject.of("type", "object"), descriptions.of(model));
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
        return withRules(withRaw(withSizes(schema, facts.of(model, Size.class)), model), model);
    }

    /** A schema with the validation rules of a place added. */
    JsonObject withRules(JsonObject schema, AnnotatedElement place) {
        return withRules(schema, facts.of(place, Rule.class));
    }

    private static JsonObject withRules(JsonObject schema, List<Rule> rules) {
        if (rules.isEmpty()) {
            return schema;
        }
        List<Object> all = new ArrayList<>(schema.array("x-kubernetes-validations"));
        for (Rule rule : rules) {
            JsonObject tree = JsonObject.of("rule", rule.value());
            all.add(rule.message().isEmpty() ? tree : tree.with("message", rule.message()));
        }
        return schema.with("x-kubernetes-validations", all);
    }

    private JsonObject ofAttribute(Method getter) {
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
        schema = described(schema, descriptions.of(getter));
        schema = withConstraints(schema, getter);
        schema = withMergeRules(schema, getter);
        if (facts.hold(getter, NullAllowed.class)) {
            schema = schema.with("nullable", true);
        }
        if (getter.isAnnotationPresent(FreeForm.class)) {
            schema = schema.without("properties").without("required").with(PRESERVE, true);
        }
        for (Default filledIn : facts.of(getter, Default.class)) {
            schema = schema.with("default", Json.parse(filledIn.value()));
        }
        return withRules(withRaw(schema, getter), getter);
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

    private JsonObject withRaw(JsonObject plain, AnnotatedElement place) {
        JsonObject schema = plain;
        for (RawSchema raw : facts.of(place, RawSchema.class)) {
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

    private JsonObject ofType(Type type) {
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

    private List<String> constants(Class<?> openEnum) {
        List<String> values = new ArrayList<>();
        for (Field field : openEnum.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == openEnum
                    && facts.edition().has(field)) {
                try {
                    values.add(((OpenEnum) field.get(null)).value());
                } catch (IllegalAccessException e) {
                    throw new HcpException("cannot read " + field + ": " + e.getMessage(), e);
                }
            }
        }
        return values;
    }

    private JsonObject withConstraints(JsonObject plain, Method getter) {
        JsonObject schema = plain;
        for (Format format : facts.of(getter, Format.class)) {
            schema = format.value().isEmpty() ? schema.without("format") : schema.with("format", format.value());
        }
        for (OneOf oneOf : facts.of(getter, OneOf.class)) {
            schema = oneOf.value().length == 0
                    ? schema.without("enum")
                    : schema.with("enum", JsonArray.of((Object[]) oneOf.value()));
        }
        for (Pattern pattern : facts.of(getter, Pattern.class)) {
            schema = schema.with("pattern", pattern.value());
        }
        for (Minimum minimum : facts.of(getter, Minimum.class)) {
            schema = schema.with("minimum", minimum.value());
        }
        for (Maximum maximum : facts.of(getter, Maximum.class)) {
            schema = schema.with("maximum", maximum.value());
        }
        schema = withSizes(schema, facts.of(getter, Size.class));
        for (Items items : facts.of(getter, Items.class)) {
            String where = schema.containsKey("items") ? "items" : "additionalProperties";
            schema = schema.with(where, withItems(schema.object(where), items));
        }
        return schema;
    }

    private static JsonObject withSizes(JsonObject plain, List<Size> sizes) {
        String what =
                switch (String.valueOf(plain.text("type"))) {
                    case "array" -> "Items";
                    case "object" -> "Properties";
                    default -> "Length";
                };
        JsonObject schema = plain;
        for (Size size : sizes) {
            schema = size.min() < 0 ? schema : schema.with("min" + what, size.min());
            schema = size.max() < 0 ? schema : schema.with("max" + what, size.max());
        }
        return schema;
    }

    private static JsonObject withItems(JsonObject plain, Items facts) {
        JsonObject item = plain;
        item = facts.pattern().isEmpty() ? item : item.with("pattern", facts.pattern());
        item = facts.oneOf().length == 0 ? item : item.with("enum", JsonArray.of((Object[]) facts.oneOf()));
        item = facts.nullAllowed() ? item.with("nullable", true) : item;
        return withRules(withSizes(item, List.of(facts.size())), List.of(facts.rules()));
    }

    private JsonObject withMergeRules(JsonObject plain, Method getter) {
        JsonObject schema = plain;
        for (ListType listType : facts.of(getter, ListType.class)) {
            schema = schema.with("x-kubernetes-list-type", listType.value());
            if (listType.keys().length > 0) {
                schema = schema.with("x-kubernetes-list-map-keys", JsonArray.of((Object[]) listType.keys()));
            }
        }
        return facts.hold(getter, Atomic.class) ? schema.with("x-kubernetes-map-type", "atomic") : schema;
    }
}
