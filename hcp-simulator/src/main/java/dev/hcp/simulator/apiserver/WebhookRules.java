package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.kinds.Selections;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook is to be asked about a write: by its rules and its selectors. Its {@code matchConditions} are taken to
 * hold.
 */
final class WebhookRules {
    private static final String ALL = "*";

    private final JsonObject webhook;
    private final Catalogue catalogue;

    WebhookRules(JsonObject webhook, Catalogue catalogue) {
        this.webhook = webhook;
        this.catalogue = catalogue;
    }

    /**
     * A write that webhooks may be about.
     *
     * @param operation such as {@code CREATE}
     * @param subresource empty for the object itself
     * @param namespace the namespace that the object is in; null when it is in none or is one itself
     * @param object as it would be; null when it goes
     * @param old as it is; null when it is new
     */
    record Write(
            Resource resource,
            String operation,
            String subresource,
            @Nullable JsonObject namespace,
            @Nullable JsonObject object,
            @Nullable JsonObject old) {
        private boolean isNamespace() {
            return resource.storageId().equals("/namespaces");
        }

        /** What a selector of namespaces looks at; null when it looks at nothing. */
        private @Nullable JsonObject selectedByNamespace() {
            return isNamespace() ? (object == null ? old : object) : namespace;
        }
    }

    boolean match(Write write) {
        return selectNamespace(write) && selectObject(write) && rulesMatch(write);
    }

    private boolean selectNamespace(Write write) {
        JsonObject namespace = write.selectedByNamespace();
        return namespace == null || Selections.matches(webhook.object("namespaceSelector"), namespace);
    }

    private boolean selectObject(Write write) {
        JsonObject selector = webhook.object("objectSelector");
        return selector.isEmpty() || selects(selector, write.object()) || selects(selector, write.old());
    }

    private static boolean selects(JsonObject selector, @Nullable JsonObject object) {
        return object != null && Selections.matches(selector, object);
    }

    private boolean rulesMatch(Write write) {
        boolean equivalent = !"Exact".equals(webhook.text("matchPolicy"));
        JsonArray rules = webhook.array("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonObject rule = rules.object(i);
            if (holds(rule.array("operations"), write.operation())
                    && isOfScope(rule, write)
                    && (names(rule, write.resource(), write.subresource())
                            || (equivalent && namesOther(rule, write)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfScope(JsonObject rule, Write write) {
        String scope = rule.text("scope");
        boolean inNamespace = write.resource().namespaced();
        return scope == null || scope.equals(ALL) || scope.equals(inNamespace ? "Namespaced" : "Cluster");
    }

    private static boolean names(JsonObject rule, Resource resource, String subresource) {
        return holds(rule.array("apiGroups"), resource.group())
                && holds(rule.array("apiVersions"), resource.version())
                && namesResource(rule.array("resources"), resource.plural(), subresource);
    }

    private static boolean namesResource(JsonArray resources, String plural, String subresource) {
        if (resources.contains("*/*")) {
            return true;
        }
        if (subresource.isEmpty()) {
            return resources.contains(ALL) || resources.contains(plural);
        }
        return resources.contains(plural + "/" + subresource)
                || resources.contains(plural + "/*")
                || resources.contains("*/" + subresource);
    }

    /** Whether a rule names the same objects by another group or version. */
    private boolean namesOther(JsonObject rule, Write write) {
        for (String group : catalogue.groups()) {
            if (holds(rule.array("apiGroups"), group) && namesOther(rule, group, write)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesOther(JsonObject rule, String group, Write write) {
        for (String version : catalogue.versions(group)) {
            Resource other = catalogue.find(group, version, write.resource().plural());
            if (other != null
                    && other.storageId().equals(write.resource().storageId())
                    && names(rule, other, write.subresource())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonArray values, String value) {
        return values.contains(ALL) || values.contains(value);
    }
}
