package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Tells a cluster where it runs: Infrastructure {@code cluster}. */
final class ClusterInfrastructure {
    private ClusterInfrastructure() {}

    static void reconcile(HostedPass pass) {
        String platform = HostedPass.text(pass.spec(), "platform", "type");
        JsonObject platformSpec = JsonObject.of("type", platform);
        pass.applySpec(
                ConfigKinds.Infrastructure.class,
                "cluster",
                () -> JsonObject.of(
                        "platformSpec",
                        platform.equals("AWS") ? platformSpec.with("aws", JsonObject.EMPTY) : platformSpec));
        pass.guest()
                .status(
                        ConfigKinds.Infrastructure.class,
                        HostedPass.object(ConfigKinds.Infrastructure.class, "", "cluster")
                                .with("status", status(pass, platform)));
    }

    private static JsonObject status(HostedPass pass, String platform) {
        JsonObject endpoint = pass.controlPlane().object("status", "controlPlaneEndpoint");
        long port = endpoint.integer(0, "port");
        String published = "https://" + HostedPass.text(endpoint, "host") + ":" + port;
        return JsonObject.builder(9)
                .put(
                        "apiServerInternalURI",
                        isPrivate(pass) ? "https://api." + pass.name() + ".hypershift.local:" + port : published)
                .put("apiServerURL", published)
                .put("controlPlaneTopology", "External")
                .put("cpuPartitioning", "None")
                .put("etcdDiscoveryDomain", ClusterDomain.base(pass))
                .put("infrastructureName", HostedPass.text(pass.spec(), "infraID"))
                .put(
                        "infrastructureTopology",
                        pass.infrastructureHighlyAvailable() ? "HighlyAvailable" : "SingleReplica")
                .put("platform", platform)
                .put("platformStatus", platformStatus(pass.spec(), platform))
                .build();
    }

    private static boolean isPrivate(HostedPass pass) {
        String access = HostedPass.text(pass.spec(), "platform", "aws", "endpointAccess");
        return access.equals("Private") || access.equals("PublicAndPrivate");
    }

    private static JsonObject platformStatus(JsonObject spec, String platform) {
        JsonObject status = JsonObject.of("type", platform);
        JsonObject aws = spec.object("platform", "aws");
        if (!platform.equals("AWS")) {
            return status;
        }
        List<Object> tags = new ArrayList<>();
        for (Object item : aws.array("resourceTags")) {
            // The cloud's storage driver refuses tags of Kubernetes.
            if (item instanceof JsonObject tag && !HostedPass.text(tag, "key").startsWith("kubernetes.io")) {
                tags.add(tag);
            }
        }
        return status.with("aws", JsonObject.of("region", aws.get("region"), "resourceTags", JsonArray.copyOf(tags)));
    }
}
