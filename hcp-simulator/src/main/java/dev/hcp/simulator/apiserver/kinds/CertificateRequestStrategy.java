package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificate signing requests: asked for once, approved or denied through one sub-resource, answered with a certificate
 * through another.
 */
final class CertificateRequestStrategy implements Strategy {
    private static final List<String> DECISIONS = List.of("Approved", "Denied");

    /** Who asks, as far as this server knows its clients. */
    private static final JsonObject REQUESTER =
            JsonObject.of("username", "system:admin", "groups", JsonArray.of("system:masters", "system:authenticated"));

    @Override
    public JsonObject defaults(JsonObject object) {
        return fill(object, JsonObject.EMPTY, "status");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        JsonObject spec = object.object("spec");
        for (String identity : List.of("username", "uid", "groups", "extra")) {
            Object own = REQUESTER.get(identity);
            spec = own == null ? spec.without(identity) : spec.with(identity, own);
        }
        return object.with("spec", spec);
    }

    /** What is asked for cannot be changed; neither is that an error. */
    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        return object.with("spec", old.get("spec"));
    }

    @Override
    public JsonObject prepareForSubresource(String subresource, JsonObject object, JsonObject old, String now) {
        JsonArray conditions = withTimes(object.array("status", "conditions"), old.array("status", "conditions"), now);
        JsonObject status = subresource.equals("approval") ? old.object("status") : object.object("status");
        status = conditions.isEmpty() ? status.without("conditions") : status.with("conditions", conditions);
        return object.with("spec", old.get("spec")).with("status", status);
    }

    /** Conditions with the times that clients leave out. */
    private static JsonArray withTimes(JsonArray conditions, JsonArray before, String now) {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            JsonObject condition = fill(conditions.object(i), now, "lastUpdateTime");
            JsonObject same = find(before, text(condition, "type"));
            boolean unchanged = same != null && text(same, "status").equals(text(condition, "status"));
            Object since = same != null && unchanged ? same.get("lastTransitionTime") : null;
            result.add(fill(condition, since == null ? now : since, "lastTransitionTime"));
        }
        return JsonArray.copyOf(result);
    }

    private static @Nullable JsonObject find(JsonArray conditions, String type) {
        for (int i = 0; i < conditions.size(); i++) {
            if (type.equals(conditions.object(i).text("type"))) {
                return conditions.object(i);
            }
        }
        return null;
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        CertificateRequestRules.check(object, errors);
    }

    @Override
    public void validateSubresource(String subresource, JsonObject object, JsonObject old, List<FieldError> errors) {
        CertificateRequestRules.checkConditions(object.array("status", "conditions"), errors);
        for (String decision : DECISIONS) {
            boolean before = find(old.array("status", "conditions"), decision) != null;
            boolean after = find(object.array("status", "conditions"), decision) != null;
            if (before && !after) {
                errors.add(FieldError.forbidden(
                        "status.conditions", "updates may not remove a condition of type \"" + decision + "\""));
            } else if (after && !before && !subresource.equals("approval")) {
                errors.add(FieldError.forbidden(
                        "status.conditions", "updates may not add a condition of type \"" + decision + "\""));
            }
        }
    }
}
