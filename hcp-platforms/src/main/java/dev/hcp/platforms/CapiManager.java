package dev.hcp.platforms;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/** Parts of the pods in which Cluster API providers run, for {@link CapiProvider}s. */
public final class CapiManager {
    private CapiManager() {}

    /**
     * The container of a provider's controllers, which know the namespace they work in as {@code $(MY_NAMESPACE)}.
     *
     * @param environment environment variables besides that
     */
    public static JsonObject container(
            String image, String command, List<String> arguments, JsonObject... environment) {
        List<JsonObject> variables = new ArrayList<>();
        variables.add(JsonObject.of(
                "name",
                "MY_NAMESPACE",
                "valueFrom",
                JsonObject.of("fieldRef", JsonObject.of("fieldPath", "metadata.namespace"))));
        variables.addAll(List.of(environment));
        return JsonObject.builder(8)
                .put("name", "manager")
                .put("image", image)
                .put("imagePullPolicy", "IfNotPresent")
                .put("command", List.of(command))
                .put("args", arguments)
                .put("env", variables)
                .put("resources", JsonObject.of("requests", JsonObject.of("cpu", "10m", "memory", "60Mi")))
                .build();
    }

    /** The container with the probes of providers that tell of their health at port 9440. */
    public static JsonObject probed(JsonObject container) {
        JsonObject health = JsonObject.of(
                "initialDelaySeconds", 30,
                "timeoutSeconds", 30,
                "httpGet", JsonObject.of("path", "/healthz", "port", "healthz", "scheme", "HTTP"));
        return container
                .with("ports", List.of(JsonObject.of("name", "healthz", "containerPort", 9440, "protocol", "TCP")))
                .with("livenessProbe", health)
                .with("readinessProbe", health.withAt("/readyz", "httpGet", "path"));
    }

    /** What a provider may do with resources of an API group. */
    public static PolicyRule rule(String group, List<String> resources, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .build();
    }
}
