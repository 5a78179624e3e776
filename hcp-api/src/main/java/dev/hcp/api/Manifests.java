package dev.hcp.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hcp.api.conversion.V1Alpha1Conversion;
import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads manifests: YAML or JSON documents, as {@code kubectl apply -f} takes them. All or nothing: a text that is wrong
 * anywhere gives an exception that says where, never half an object. Pure and thread-safe.
 *
 * <p>Refused are texts over {@value #MAX_CHARACTERS} characters (no API server takes so much), nesting over {@value
 * #MAX_DEPTH} levels, keys set twice, documents that are no object or have no {@code apiVersion} or {@code kind}, and for
 * {@link #objects} kinds that are neither Kubernetes' own nor the project's. HostedCluster and NodePool of {@code v1alpha1}
 * are converted to {@code v1beta1}.
 */
public final class Manifests {
    /** The longest text, in characters. */
    public static final int MAX_CHARACTERS = 3 * 1024 * 1024;

    /** The deepest nesting of objects and lists. */
    public static final int MAX_DEPTH = 200;

    private Manifests() {}

    /**
     * The documents of a text as trees, in their order; empty documents are left out.
     *
     * @param text YAML documents separated by {@code ---}, or one JSON document
     * @throws HcpException when a document is malformed or no object of a kind
     */
    public static List<JsonObject> trees(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new HcpException(
                    "the manifest has " + text.length() + " characters; an API server takes at most " + MAX_CHARACTERS);
        }
        List<JsonObject> trees = new ArrayList<>();
        int number = 0;
        for (Yaml.Document document : Yaml.documents(text, MAX_DEPTH)) {
            number++;
            if (!document.duplicates().isEmpty()) {
                throw wrong(number, String.join("; ", document.duplicates()) + "; keep one of them");
            }
            if (document.value() != null) {
                trees.add(tree(document.value(), number));
            }
        }
        return List.copyOf(trees);
    }

    private static JsonObject tree(Object value, int number) {
        if (!(value instanceof JsonObject object)) {
            throw wrong(number, "an object was expected, with apiVersion and kind");
        }
        for (String field : List.of("apiVersion", "kind")) {
            String text = object.text(field);
            if (text == null || text.isBlank()) {
                throw wrong(
                        number,
                        object.get(field) == null
                                ? "it has no " + field
                                : "its " + field + " is no text but " + Json.write(object.get(field)));
            }
        }
        if (object.get("metadata") != null && !(object.get("metadata") instanceof JsonObject)) {
            throw wrong(number, "its metadata is no object but " + Json.write(object.get("metadata")));
        }
        boolean old = V1Alpha1Conversion.V1ALPHA1.equals(object.text("apiVersion"))
                && V1Alpha1Conversion.KINDS.contains(object.text("kind"));
        return old ? V1Alpha1Conversion.toV1Beta1(object) : object;
    }

    /**
     * The documents of a text as typed objects, in their order; lists are taken apart.
     *
     * @param text YAML documents separated by {@code ---}, or one JSON document
     * @throws HcpException when a document is malformed, of an unknown kind, or does not fit its kind
     */
    public static List<HasMetadata> objects(String text) {
        List<HasMetadata> objects = new ArrayList<>();
        int number = 0;
        for (JsonObject tree : trees(text)) {
            number++;
            if ("List".equals(tree.text("kind")) && "v1".equals(tree.text("apiVersion"))) {
                for (Object item : tree.array("items")) {
                    objects.add(object(tree(item == null ? "" : item, number), number));
                }
            } else {
                objects.add(object(tree, number));
            }
        }
        return List.copyOf(objects);
    }

    /**
     * The only document of a text, as a typed object of a kind.
     *
     * @throws HcpException when there is not exactly one document, it is malformed, or it is of another kind
     */
    public static <T extends HasMetadata> T object(String text, Class<T> kind) {
        List<HasMetadata> objects = objects(text);
        if (objects.size() != 1) {
            throw new HcpException("one " + kind.getSimpleName() + " was expected, and the manifest has "
                    + objects.size() + " objects");
        }
        if (!kind.isInstance(objects.get(0))) {
            throw new HcpException("a " + kind.getSimpleName() + " was expected, and the manifest has a "
                    + objects.get(0).getKind());
        }
        return kind.cast(objects.get(0));
    }

    private static HasMetadata object(JsonObject tree, int number) {
        String kind = tree.text("apiVersion") + " " + tree.text("kind");
        Class<? extends HasMetadata> type = Kinds.BY_NAME.get(kind);
        if (type != null) {
            return read(tree, type, number);
        }
        Object read;
        try {
            read = Kinds.BUILT_IN.unmarshal(Json.write(tree));
        } catch (IllegalArgumentException | KubernetesClientException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            String words =
                    String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
            throw wrong(number, "it does not fit " + kind + ": " + words, e);
        }
        if (read instanceof HasMetadata object && !(read instanceof GenericKubernetesResource)) {
            return object;
        }
        throw wrong(
                number,
                "its kind " + kind + " is unknown; read it as a tree, or check the spelling of apiVersion and kind");
    }

    private static HasMetadata read(JsonObject tree, Class<? extends HasMetadata> type, int number) {
        try {
            return Json.toType(tree, type);
        } catch (HcpException e) {
            throw wrong(number, String.valueOf(e.getMessage()), e);
        }
    }

    private static HcpException wrong(int number, String why) {
        return new HcpException("document " + number + " of the manifest cannot be read: " + why);
    }

    private static HcpException wrong(int number, String why, Throwable cause) {
        return new HcpException("document " + number + " of the manifest cannot be read: " + why, cause);
    }

    /** Kubernetes' own kinds, and the project's by apiVersion and kind. Found when first needed. */
    private static final class Kinds {
        static final KubernetesSerialization BUILT_IN = new KubernetesSerialization(new ObjectMapper(), true);
        static final Map<String, Class<? extends HasMetadata>> BY_NAME = byName();

        private static Map<String, Class<? extends HasMetadata>> byName() {
            Map<String, Class<? extends HasMetadata>> kinds = new HashMap<>();
            for (Class<? extends CustomResource<?, ?>> kind : Crds.kinds()) {
                kinds.put(HasMetadata.getApiVersion(kind) + " " + HasMetadata.getKind(kind), kind);
            }
            return Map.copyOf(kinds);
        }
    }
}
