package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The compiled schema of a value: of a custom resource's version, or of a built-in kind. Immutable and shared.
 *
 * <p>A schema without type, properties or items describes a value of any shape.
 */
public final class Schema {
    /** A value of any shape. */
    public static final Schema ANY = builder("").preserveUnknown(true).build();

    private final String type;
    private final SortedMap<String, Schema> properties;
    /** The same, for look-ups. */
    private final Map<String, Schema> byName;

    private final List<Map.Entry<String, Schema>> withDefaults;
    private final List<Map.Entry<String, Schema>> withZeros;
    private final @Nullable Schema additional;
    private final @Nullable Schema items;
    private final boolean nullable;
    private final boolean preserveUnknown;
    private final boolean intOrString;
    private final boolean embedded;
    private final boolean hasDefault;
    private final @Nullable Object defaultValue;
    private final ListType listType;
    private final List<String> mapKeys;
    private final boolean atomicMap;
    private final String patchMergeKey;
    private final Set<String> patchStrategy;
    private final Constraints constraints;
    private final boolean defaultsWithin;
    private final boolean rulesWithin;
    private final boolean listTypesWithin;
    private final boolean embeddedWithin;
    private final String description;
    private final Presence presence;
    private final @Nullable Object zero;
    private final String typeName;
    private final boolean zerosWithin;

    private Schema(Builder b) {
        type = b.type;
        properties = Collections.unmodifiableSortedMap(b.properties);
        additional = b.additional;
        items = b.items;
        nullable = b.nullable;
        preserveUnknown = b.preserveUnknown;
        intOrString = b.intOrString;
        embedded = b.embedded;
        hasDefault = b.hasDefault;
        defaultValue = b.defaultValue;
        listType = b.listType;
        mapKeys = List.copyOf(b.mapKeys);
        atomicMap = b.atomicMap;
        patchMergeKey = b.patchMergeKey;
        patchStrategy = Set.copyOf(b.patchStrategy);
        constraints = b.constraints;
        description = b.description;
        presence = b.presence;
        zero = b.zero;
        typeName = b.typeName;
        boolean defaults = hasDefault;
        boolean rules = !constraints.rules().isEmpty();
        boolean lists = listType != ListType.ATOMIC;
        boolean zeros = false;
        boolean objects = embedded;
        for (Schema child : properties.values()) {
            defaults |= child.defaultsWithin;
            rules |= child.rulesWithin;
            lists |= child.listTypesWithin;
            zeros |= child.presence == Presence.ALWAYS || child.zerosWithin;
            objects |= child.embeddedWithin;
        }
        for (Schema child : new @Nullable Schema[] {additional, items}) {
            if (child != null) {
                defaults |= child.defaultsWithin;
                rules |= child.rulesWithin;
                lists |= child.listTypesWithin;
                zeros |= child.zerosWithin;
                objects |= child.embeddedWithin;
            }
        }
        zerosWithin = zeros;
        byName = Map.copyOf(properties);
        withDefaults = properties.entrySet().stream()
                .filter(property -> property.getValue().defaultsWithin)
                .<Map.Entry<String, Schema>>map(Map.Entry::copyOf)
                .toList();
        withZeros = properties.entrySet().stream()
                .filter(property -> property.getValue().zerosWithin || property.getValue().presence == Presence.ALWAYS)
                .<Map.Entry<String, Schema>>map(Map.Entry::copyOf)
                .toList();
        defaultsWithin = defaults;
        rulesWithin = rules;
        listTypesWithin = lists;
        embeddedWithin = objects;
    }

    /** How the items of a list are told apart. */
    public enum ListType {
        /** As a whole. */
        ATOMIC,
        /** By value. */
        SET,
        /** By their key fields. */
        MAP
    }

    /** How a field of a Go structure is held, which decides whether zeros such as the empty text are printed. */
    public enum Presence {
        /** By pointer: a zero that is given is kept. */
        AS_GIVEN,
        /** By value, left out of JSON when it is zero. */
        UNLESS_ZERO,
        /** By value, in JSON even when it is zero. */
        ALWAYS
    }

    /** {@code object}, {@code array}, {@code string}, {@code integer}, {@code number}, {@code boolean}, or empty. */
    public String type() {
        return type;
    }

    /** The declared fields, sorted by name. */
    public SortedMap<String, Schema> properties() {
        return properties;
    }

    /** The schema of undeclared members, or null when there may be none. */
    public @Nullable Schema additional() {
        return additional;
    }

    /** The schema of list items, or null. */
    public @Nullable Schema items() {
        return items;
    }

    /** The schema of a member: of the declared field, else of additional members, else null. */
    public @Nullable Schema member(String name) {
        Schema declared = byName.get(name);
        return declared != null ? declared : additional;
    }

    /** Whether a member of this name is declared. */
    public boolean declares(String name) {
        return byName.containsKey(name);
    }

    /** The declared members that have a default or contain one, by name. */
    List<Map.Entry<String, Schema>> propertiesWithDefaults() {
        return withDefaults;
    }

    /** The declared members that are written even when nobody set them, or contain such, by name. */
    List<Map.Entry<String, Schema>> propertiesWithZeros() {
        return withZeros;
    }

    /** Whether null is a value of its own. */
    public boolean nullable() {
        return nullable;
    }

    /** Whether undeclared members are kept. */
    public boolean preserveUnknown() {
        return preserveUnknown;
    }

    /** Whether the value is an integer or a string. */
    public boolean intOrString() {
        return intOrString;
    }

    /** Whether the value is a whole object with its own apiVersion, kind and metadata. */
    public boolean embedded() {
        return embedded;
    }

    /** Whether an absent value is filled in. */
    public boolean hasDefault() {
        return hasDefault;
    }

    /** What an absent value becomes; itself pruned and defaulted. */
    public @Nullable Object defaultValue() {
        return defaultValue;
    }

    /** How list items are told apart in apply. */
    public ListType listType() {
        return listType;
    }

    /** The key fields of a list of type map. */
    public List<String> mapKeys() {
        return mapKeys;
    }

    /** Whether an object is replaced as a whole in apply. */
    public boolean atomicMap() {
        return atomicMap;
    }

    /** The key field by which a strategic merge patch merges list items; empty when items are values or replaced. */
    public String patchMergeKey() {
        return patchMergeKey;
    }

    /** The strategies of a strategic merge patch: {@code merge}, {@code retainKeys}, {@code replace}. */
    public Set<String> patchStrategy() {
        return patchStrategy;
    }

    /** What is demanded of the value beyond its type. */
    public Constraints constraints() {
        return constraints;
    }

    /** What the field means. */
    public String description() {
        return description;
    }

    /** How the reference's own type holds this field. */
    public Presence presence() {
        return presence;
    }

    /** What is written for a field that is always written and not set; its own fields are yet to be added. */
    public @Nullable Object zero() {
        return zero;
    }

    /** Whether there are fields here or below that are printed even when nobody sets them. */
    public boolean zerosWithin() {
        return zerosWithin;
    }

    /** The Go name of the type, as decoding errors print it; empty when it has none of its own. */
    public String typeName() {
        return typeName;
    }

    /** Whether there is a default here or below. */
    public boolean defaultsWithin() {
        return defaultsWithin;
    }

    /** Whether there is a validation rule here or below. */
    public boolean hasRules() {
        return rulesWithin;
    }

    /** Whether there is a list of type set or map here or below. */
    public boolean listTypesWithin() {
        return listTypesWithin;
    }

    /** Whether there is a whole object here or below. */
    public boolean embeddedWithin() {
        return embeddedWithin;
    }

    /** Whether the value has no declared structure: any shape is kept as it is. */
    public boolean isDeduced() {
        return preserveUnknown && properties.isEmpty() && additional == null && items == null;
    }

    /** A builder that starts with everything this schema says. */
    public Builder toBuilder() {
        Builder builder = new Builder(type);
        builder.properties.putAll(properties);
        builder.additional = additional;
        builder.items = items;
        builder.nullable = nullable;
        builder.preserveUnknown = preserveUnknown;
        builder.intOrString = intOrString;
        builder.embedded = embedded;
        builder.hasDefault = hasDefault;
        builder.defaultValue = defaultValue;
        builder.listType = listType;
        builder.mapKeys = mapKeys;
        builder.atomicMap = atomicMap;
        builder.patchMergeKey = patchMergeKey;
        builder.patchStrategy = patchStrategy;
        builder.constraints = constraints;
        builder.description = description;
        builder.presence = presence;
        builder.zero = zero;
        builder.typeName = typeName;
        return builder;
    }

    /** Starts a schema of a type. */
    public static Builder builder(String type) {
        return new Builder(type);
    }

    /** Collects the parts of a schema. */
    public static final class Builder {
        private final String type;
        private final SortedMap<String, Schema> properties = new TreeMap<>();
        private @Nullable Schema additional;
        private @Nullable Schema items;
        private boolean nullable;
        private boolean preserveUnknown;
        private boolean intOrString;
        private boolean embedded;
        private boolean hasDefault;
        private @Nullable Object defaultValue;
        private ListType listType = ListType.ATOMIC;
        private List<String> mapKeys = List.of();
        private boolean atomicMap;
        private String patchMergeKey = "";
        private Set<String> patchStrategy = Set.of();
        private Constraints constraints = Constraints.NONE;
        private String description = "";
        private Presence presence = Presence.AS_GIVEN;
        private @Nullable Object zero;
        private String typeName = "";

        private Builder(String type) {
            this.type = type;
        }

        public Builder property(String name, Schema schema) {
            properties.put(name, schema);
            return this;
        }

        public Builder properties(Map<String, Schema> schemas) {
            properties.putAll(schemas);
            return this;
        }

        public Builder additional(@Nullable Schema schema) {
            additional = schema;
            return this;
        }

        public Builder items(@Nullable Schema schema) {
            items = schema;
            return this;
        }

        public Builder nullable(boolean value) {
            nullable = value;
            return this;
        }

        public Builder preserveUnknown(boolean value) {
            preserveUnknown = value;
            return this;
        }

        public Builder intOrString(boolean value) {
            intOrString = value;
            return this;
        }

        public Builder embedded(boolean value) {
            embedded = value;
            return this;
        }

        public Builder defaultValue(@Nullable Object value) {
            hasDefault = true;
            defaultValue = value;
            return this;
        }

        public Builder list(ListType kind, List<String> keys) {
            listType = kind;
            mapKeys = keys;
            return this;
        }

        public Builder atomicMap(boolean value) {
            atomicMap = value;
            return this;
        }

        public Builder patch(String mergeKey, Set<String> strategy) {
            patchMergeKey = mergeKey;
            patchStrategy = strategy;
            return this;
        }

        public Builder constraints(Constraints value) {
            constraints = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder typeName(String value) {
            typeName = value;
            return this;
        }

        public Builder presence(Presence value) {
            presence = value;
            return this;
        }

        public Builder zero(@Nullable Object value) {
            zero = value;
            return this;
        }

        /** The schema. */
        public Schema build() {
            return new Schema(this);
        }
    }

    /** The keyword values a validator reads; lists are empty and limits null where the keyword is absent. */
    public record Constraints(
            List<@Nullable Object> enumeration,
            List<String> required,
            java.util.regex.@Nullable Pattern pattern,
            String patternText,
            @Nullable Number minimum,
            boolean exclusiveMinimum,
            @Nullable Number maximum,
            boolean exclusiveMaximum,
            @Nullable Number multipleOf,
            @Nullable Long minLength,
            @Nullable Long maxLength,
            @Nullable Long minItems,
            @Nullable Long maxItems,
            @Nullable Long minProperties,
            @Nullable Long maxProperties,
            String format,
            List<Schema> allOf,
            List<Schema> anyOf,
            List<Schema> oneOf,
            @Nullable Schema not,
            JsonArray rules) {
        /** Nothing demanded. */
        public static final Constraints NONE = new Constraints(
                List.of(),
                List.of(),
                null,
                "",
                null,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                List.of(),
                null,
                JsonArray.EMPTY);
    }
}
