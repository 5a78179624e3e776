package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.validation.SchemaValidator;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resource in one version, with everything the server has to know of it. Immutable; made by its builder. */
public final class Resource implements ResourceType {
    private static final List<String> BUILT_IN_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> CUSTOM_VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");
    private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");

    private final String group;
    private final String version;
    private final String kind;
    private final String listKind;
    private final String plural;
    private final String singular;
    private final List<String> shortNames;
    private final List<String> categories;
    private final boolean namespaced;
    private final List<String> verbs;
    private final List<Subresource> subresources;
    private final @Nullable ScalePaths scale;
    private final boolean custom;
    private final boolean generation;
    private final Set<Trait> traits;
    private final NameRule nameRule;
    private final List<PrinterColumn> columns;
    private final List<String> selectableFields;
    private final Strategy strategy;
    private final VersionConversion conversion;
    private final String deprecation;
    private final Supplier<Schema> schema;
    private final @Nullable SchemaValidator validator;
    private final String storageId;
    private final String storageApiVersion;
    private final String storageEncoding;
    private final String apiVersion;
    private final String qualifiedPlural;
    private final String qualifiedKind;
    private final boolean statusSubresource;
    private final int hash;

    private Resource(Builder b) {
        group = b.group;
        version = b.version;
        kind = b.kind;
        listKind = b.listKind.isEmpty() ? b.kind + "List" : b.listKind;
        plural = b.plural;
        singular = b.singular.isEmpty() ? b.kind.toLowerCase(java.util.Locale.ROOT) : b.singular;
        shortNames = List.copyOf(b.shortNames);
        categories = List.copyOf(b.categories);
        namespaced = b.namespaced;
        List<String> all = b.custom ? CUSTOM_VERBS : BUILT_IN_VERBS;
        verbs = b.verbs.isEmpty() ? all : List.copyOf(b.verbs);
        scale = b.scale;
        custom = b.custom;
        generation = b.generation;
        traits = Set.copyOf(b.traits);
        nameRule = b.nameRule;
        columns = List.copyOf(b.columns);
        selectableFields = List.copyOf(b.selectableFields);
        strategy = b.strategy;
        conversion = b.conversion;
        deprecation = b.deprecation;
        String storageGroup = b.storageGroup == null ? group : b.storageGroup;
        String storageVersion = b.storageVersion.isEmpty() ? b.version : b.storageVersion;
        schema = b.schema;
        validator = b.validator;
        statusSubresource = b.status;
        List<Subresource> subs = new ArrayList<>();
        if (b.status) {
            subs.add(new Subresource("status", "", "", kind, SUBRESOURCE_VERBS));
        }
        if (b.scale != null) {
            subs.add(new Subresource("scale", "autoscaling", "v1", "Scale", SUBRESOURCE_VERBS));
        }
        subs.addAll(b.extra);
        if (!b.custom) {
            // The reference lists what it is built with by path.
            subs.sort(Comparator.comparing(Subresource::name));
        }
        subresources = List.copyOf(subs);
        storageId = storageGroup + "/" + plural;
        storageApiVersion = storageGroup.isEmpty() ? storageVersion : storageGroup + "/" + storageVersion;
        storageEncoding =
                storageGroup + "/" + (b.encodingVersion.isEmpty() ? storageVersion : b.encodingVersion) + "/" + kind;
        apiVersion = group.isEmpty() ? version : group + "/" + version;
        qualifiedPlural = group.isEmpty() ? plural : plural + "." + group;
        qualifiedKind = group.isEmpty() ? kind : kind + "." + group;
        hash = (group + "/" + version + "/" + plural).hashCode();
    }

    /** Where a built-in kind departs from the rule. */
    public enum Trait {
        /** A PUT of an object that does not exist creates it. */
        CREATE_ON_UPDATE,
        /** A PUT must carry a resourceVersion. */
        LOCKED_UPDATE,
        /** A DELETE answers with the object. */
        RETURNS_DELETED,
        /** Dependents are kept unless the client says otherwise. */
        ORPHANS_BY_DEFAULT,
        /** A change of annotations is a new generation too. */
        ANNOTATIONS_CHANGE_GENERATION,
        /** The status endpoint keeps labels as they are. */
        STATUS_KEEPS_LABELS,
        /** The status endpoint keeps all metadata as it is. */
        STATUS_KEEPS_METADATA,
        /** Keeps the status it is created with. */
        STATUS_ON_CREATE,
        /** Its update checks metadata twice more, so that each complaint about it comes twice more. */
        RECHECKS_METADATA,
        /** Is deleted after a grace period. */
        GRACEFUL_DELETION,
        /** Is not stored: a POST is answered by its answer. */
        REVIEW,
        /** Is not stored: it is another view of what the server knows. */
        VIEW
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String kind() {
        return kind;
    }

    /** The kind of lists. */
    public String listKind() {
        return listKind;
    }

    @Override
    public String plural() {
        return plural;
    }

    /** The name of one object. */
    public String singular() {
        return singular;
    }

    /** Abbreviations. */
    public List<String> shortNames() {
        return shortNames;
    }

    /** Groups of resources it belongs to, such as {@code all}. */
    public List<String> categories() {
        return categories;
    }

    @Override
    public boolean namespaced() {
        return namespaced;
    }

    @Override
    public String apiVersion() {
        return apiVersion;
    }

    /** What may be done with it, in the order discovery lists it. */
    public List<String> verbs() {
        return verbs;
    }

    /** Its sub-resources. */
    public List<Subresource> subresources() {
        return subresources;
    }

    /** A sub-resource by name. */
    public Optional<Subresource> subresource(String name) {
        return subresources.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether its status is written through an endpoint of its own. */
    public boolean statusSubresource() {
        return statusSubresource;
    }

    /** What the scale sub-resource shows, or null when there is none. */
    public @Nullable ScalePaths scale() {
        return scale;
    }

    /** Whether it comes from a custom resource definition. */
    public boolean custom() {
        return custom;
    }

    /** Whether its objects count generations. */
    public boolean generation() {
        return generation;
    }

    /** Whether a trait applies. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** What names its objects may have. */
    public NameRule nameRule() {
        return nameRule;
    }

    /** The declared printer columns of a custom resource. */
    public List<PrinterColumn> columns() {
        return columns;
    }

    /** The paths that field selectors may use besides name and namespace, such as {@code spec.nodeName}. */
    public List<String> selectableFields() {
        return selectableFields;
    }

    /** What the kind adds to the common treatment. */
    public Strategy strategy() {
        return strategy;
    }

    /** How objects get from and to the storage version. */
    public VersionConversion conversion() {
        return conversion;
    }

    /** What those who use this version are told; empty when there is no better one. */
    public String deprecation() {
        return deprecation;
    }

    /** The group and version its objects are stored in. */
    public String storageApiVersion() {
        return storageApiVersion;
    }

    /** Whether this is the group and version its objects are stored in. */
    public boolean isStorageVersion() {
        return storageApiVersion.equals(apiVersion);
    }

    /** Group, version and kind as the reference writes them to disk; clients see a hash of it. */
    public String storageEncoding() {
        return storageEncoding;
    }

    /** Whether it has objects of its own. */
    public boolean isStored() {
        return !is(Trait.REVIEW) && !is(Trait.VIEW);
    }

    /** The schema; of a built-in kind it is made when first asked for. */
    public Schema schema() {
        return schema.get();
    }

    /** What checks objects of a custom kind; built-in kinds are checked by their strategy. */
    public Optional<SchemaValidator> validator() {
        return Optional.ofNullable(validator);
    }

    /** The collection of its objects, the same for all versions. */
    public String storageId() {
        return storageId;
    }

    /** Plural and group, such as {@code nodepools.hypershift.openshift.io}. */
    public String qualifiedPlural() {
        return qualifiedPlural;
    }

    /** Kind and group, such as {@code NodePool.hypershift.openshift.io}. */
    public String qualifiedKind() {
        return qualifiedKind;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceType that
                        && plural.equals(that.plural())
                        && version.equals(that.version())
                        && group.equals(that.group()));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return apiVersion + "/" + plural;
    }

    /** Starts a resource. */
    public static Builder builder(String group, String version, String kind, String plural) {
        return new Builder(group, version, kind, plural);
    }

    /** Collects what there is to know of a resource. Namespaced, without sub-resources, unless told otherwise. */
    public static final class Builder {
        private final String group;
        private final String version;
        private final String kind;
        private final String plural;
        private String listKind = "";
        private String singular = "";
        private List<String> shortNames = List.of();
        private List<String> categories = List.of();
        private boolean namespaced = true;
        private List<String> verbs = List.of();
        private boolean status;
        private @Nullable ScalePaths scale;
        private final List<Subresource> extra = new ArrayList<>();
        private boolean custom;
        private boolean generation;
        private Set<Trait> traits = Set.of();
        private NameRule nameRule = NameRule.SUBDOMAIN;
        private List<PrinterColumn> columns = List.of();
        private List<String> selectableFields = List.of();
        private Strategy strategy = Strategy.COMMON;
        private @Nullable String storageGroup;
        private String storageVersion = "";
        private String encodingVersion = "";
        private VersionConversion conversion = VersionConversion.NONE;
        private String deprecation = "";
        private Supplier<Schema> schema = () -> Schema.ANY;
        private @Nullable SchemaValidator validator;

        private Builder(String group, String version, String kind, String plural) {
            this.group = group;
            this.version = version;
            this.kind = kind;
            this.plural = plural;
        }

        public Builder listKind(String value) {
            listKind = value;
            return this;
        }

        public Builder singular(String value) {
            singular = value;
            return this;
        }

        public Builder shortNames(List<String> values) {
            shortNames = values;
            return this;
        }

        public Builder categories(List<String> values) {
            categories = values;
            return this;
        }

        public Builder clusterScoped() {
            namespaced = false;
            return this;
        }

        public Builder namespaced(boolean value) {
            namespaced = value;
            return this;
        }

        public Builder verbs(String... values) {
            verbs = List.of(values);
            return this;
        }

        public Builder status() {
            status = true;
            return this;
        }

        public Builder scale(ScalePaths paths) {
            scale = paths;
            return this;
        }

        public Builder subresource(Subresource subresource) {
            extra.add(subresource);
            return this;
        }

        public Builder custom() {
            custom = true;
            return this;
        }

        public Builder generation() {
            generation = true;
            return this;
        }

        public Builder traits(Trait... values) {
            traits = Set.of(values);
            return this;
        }

        public Builder nameRule(NameRule rule) {
            nameRule = rule;
            return this;
        }

        public Builder columns(List<PrinterColumn> values) {
            columns = values;
            return this;
        }

        public Builder selectableFields(List<String> paths) {
            selectableFields = paths;
            return this;
        }

        public Builder strategy(Strategy value) {
            strategy = value;
            return this;
        }

        public Builder conversion(VersionConversion value) {
            conversion = value;
            return this;
        }

        public Builder deprecation(String warning) {
            deprecation = warning;
            return this;
        }

        public Builder storageVersion(String value) {
            storageVersion = value;
            return this;
        }

        /** Objects are those of the resource of the same name in another group. */
        public Builder storedAs(String otherGroup, String otherVersion) {
            storageGroup = otherGroup;
            storageVersion = otherVersion;
            return this;
        }

        /** The reference writes it to disk in another version than the one that is stored here. */
        public Builder encodedAs(String otherVersion) {
            encodingVersion = otherVersion;
            return this;
        }

        public Builder validator(SchemaValidator value) {
            validator = value;
            schema = value::schema;
            return this;
        }

        public Builder schema(Supplier<Schema> value) {
            schema = value;
            return this;
        }

        /** The resource. */
        public Resource build() {
            return new Resource(this);
        }
    }
}
