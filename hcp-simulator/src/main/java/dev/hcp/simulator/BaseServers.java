package dev.hcp.simulator;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.hostedconfig.OperatorKinds;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.definition.VerifiedSchemas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * API servers that others are forks of, made once per JVM: reading and compiling the custom resource definitions is most
 * of what it takes to start a management cluster.
 */
final class BaseServers {
    private static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");

    private static final JsonObject CONVERSION = JsonObject.of(
            "strategy",
            "Webhook",
            "webhook",
            JsonObject.of(
                    "conversionReviewVersions",
                    List.of("v1beta1", "v1beta2", "v1"),
                    "clientConfig",
                    JsonObject.of(
                            "service",
                            JsonObject.of(
                                    "namespace", "hypershift", "name", "operator", "path", "/convert", "port", 443))));

    private BaseServers() {}

    /** With the kinds of a management cluster. */
    static ApiServer management() {
        return Management.SERVER;
    }

    /** With the kinds of a hosted cluster. */
    static ApiServer guest() {
        return Guest.SERVER;
    }

    private static ApiServer serverWith(List<JsonObject> definitions, long seed) {
        ApiServer server = new ApiServer(ApiServerOptions.of(() -> MADE, Identifiers.seeded(seed)));
        Objects objects = server.objects();
        ResourceType type = objects.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition");
        for (JsonObject definition : definitions) {
            VerifiedSchemas.ofDefinition(definition);
            objects.create(type, installed(definition), "hcp-simulator");
        }
        server.compactHistory();
        return server;
    }

    /** As HyperShift's installation creates it: versions are converted by its webhook. */
    private static JsonObject installed(JsonObject definition) {
        return definition.array("spec", "versions").size() == 1
                ? definition
                : definition.withAt(CONVERSION, "spec", "conversion");
    }

    private static final class Management {
        static final ApiServer SERVER = withIngress(withPriorityClasses(serverWith(definitions(), 1)));

        private static List<JsonObject> definitions() {
            List<JsonObject> all = new ArrayList<>(Crds.all());
            all.add(GuestBase.definition(OperatorKinds.IngressController.class));
            return all;
        }

        /** With the default ingress, set up as the prerequisites of hosted clusters ask for. */
        private static ApiServer withIngress(ApiServer server) {
            Objects objects = server.objects();
            String namespace = "openshift-ingress-operator";
            JsonObject name = JsonObject.of("name", namespace);
            objects.create(objects.resource("v1", "Namespace"), JsonObject.of("metadata", name), "hcp-simulator");
            JsonObject spec = JsonObject.of("routeAdmission", JsonObject.of("wildcardPolicy", "WildcardsAllowed"));
            JsonObject metadata = JsonObject.of("name", "default", "namespace", namespace);
            objects.create(
                    objects.resource("operator.openshift.io/v1", "IngressController"),
                    JsonObject.of("metadata", metadata, "spec", spec),
                    "hcp-simulator");
            server.compactHistory();
            return server;
        }

        /** With the classes that HyperShift's installation brings for the pods of control planes. */
        private static ApiServer withPriorityClasses(ApiServer server) {
            Objects objects = server.objects();
            ResourceType type = objects.resource("scheduling.k8s.io/v1", "PriorityClass");
            long value = 100_000_000;
            for (String name : List.of(
                    "hypershift-control-plane", "hypershift-api-critical", "hypershift-etcd", "hypershift-operator")) {
                JsonObject created =
                        JsonObject.of("metadata", JsonObject.of("name", name), "value", value, "globalDefault", false);
                objects.create(type, created, "hcp-simulator");
                value += 1000;
            }
            server.compactHistory();
            return server;
        }
    }

    private static final class Guest {
        static final ApiServer SERVER = withContent(serverWith(GuestBase.definitions(), 2));

        private static ApiServer withContent(ApiServer server) {
            GuestBase.create(server.objects());
            server.compactHistory();
            return server;
        }
    }
}
