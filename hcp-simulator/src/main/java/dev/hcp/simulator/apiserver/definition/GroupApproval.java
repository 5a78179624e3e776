package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of the approval of its API. The groups of the Kubernetes project are protected: definitions in
 * them name who approved them, or say that nobody did.
 *
 * @param state what is said
 * @param words the reference's words for it
 */
public record GroupApproval(State state, String words) {
    private static final String ANNOTATION = "api-approved.kubernetes.io";
    private static final String FIELD = "metadata.annotations[" + ANNOTATION + "]";
    private static final String SEE = "see https://github.com/kubernetes/enhancements/pull/1111";

    /** What a definition says of its approval. */
    public enum State {
        APPROVED("ApprovedAnnotation"),
        BYPASSED("UnapprovedAnnotation"),
        INVALID("InvalidAnnotation"),
        MISSING("MissingAnnotation");

        private final String reason;

        State(String reason) {
            this.reason = reason;
        }

        /** The reason of the condition that tells of it. */
        public String reason() {
            return reason;
        }
    }

    /** Whether a group is one of the Kubernetes project's. */
    public static boolean isProtected(String group) {
        return ("." + group).endsWith(".k8s.io") || ("." + group).endsWith(".kubernetes.io");
    }

    /** What a definition says of its approval. */
    public static GroupApproval of(JsonObject definition) {
        String annotation = annotation(definition);
        String must = "protected groups must have approval annotation \"" + ANNOTATION + "\"";
        if (annotation.isEmpty()) {
            return new GroupApproval(State.MISSING, must + ", " + SEE);
        }
        if (annotation.startsWith("unapproved")) {
            return new GroupApproval(State.BYPASSED, "not approved: \"" + annotation + "\"");
        }
        return isUrl(annotation)
                ? new GroupApproval(State.APPROVED, "approved in " + annotation)
                : new GroupApproval(
                        State.INVALID, must + " with either a URL or a reason starting with \"unapproved\", " + SEE);
    }

    /**
     * What is wrong with the approval of a definition; nothing when it says what it said before.
     *
     * @param old the definition that is replaced, or null
     */
    static List<FieldError> check(JsonObject definition, @Nullable JsonObject old) {
        if (!isProtected(text(definition, "spec", "group"))) {
            return List.of();
        }
        GroupApproval approval = of(definition);
        if (old != null && of(old).state == approval.state) {
            return List.of();
        }
        return switch (approval.state) {
            case APPROVED, BYPASSED -> List.of();
            case INVALID -> List.of(FieldError.invalid(FIELD, annotation(definition), approval.words));
            case MISSING -> List.of(FieldError.required(FIELD, approval.words));
        };
    }

    private static String annotation(JsonObject definition) {
        return text(definition, "metadata", "annotations", ANNOTATION);
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
