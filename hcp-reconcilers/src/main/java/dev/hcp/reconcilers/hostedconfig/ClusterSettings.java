package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.reconcilers.EffectiveProxy;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects {@code cluster} by which a cluster is configured, as the HostedControlPlane says. */
final class ClusterSettings {
    private static final String CLUSTER = "cluster";

    private final HostedPass pass;
    private final JsonObject configuration;

    ClusterSettings(HostedPass pass) {
        this.pass = pass;
        this.configuration = pass.configuration();
    }

    void reconcile() {
        apply(ConfigKinds.Dns.class, dns());
        apply(ConfigKinds.Ingress.class, configuration.object("ingress").with("domain", ClusterDomain.ingress(pass)));
        apply(ConfigKinds.Network.class, network());
        proxy();
        apply(ConfigKinds.Image.class, configuration.object("image"));
        apply(ConfigKinds.OAuth.class, configuration.object("oauth"));
        apply(ConfigKinds.Authentication.class, authentication());
        apply(ConfigKinds.FeatureGate.class, configuration.object("featureGate"));
        apply(ConfigKinds.Scheduler.class, configuration.object("scheduler"));
        apply(ConfigKinds.ApiServer.class, configuration.object("apiServer"));
        mirrors();
    }

    private void apply(Class<? extends HasMetadata> type, JsonObject spec) {
        pass.applySpec(type, CLUSTER, () -> spec);
    }

    private JsonObject dns() {
        JsonObject dns = pass.spec().object("dns");
        JsonObject.Builder spec = JsonObject.builder(3).put("baseDomain", ClusterDomain.base(pass));
        zone(spec, "privateZone", dns.text("privateZoneID"));
        zone(spec, "publicZone", dns.text("publicZoneID"));
        return spec.build();
    }

    private static void zone(JsonObject.Builder spec, String field, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            spec.put(field, JsonObject.of("id", id));
        }
    }

    private JsonObject network() {
        JsonObject networking = pass.spec().object("networking");
        List<Object> clusterNetworks = new ArrayList<>();
        for (Object item : networking.array("clusterNetwork")) {
            if (item instanceof JsonObject network) {
                long given = network.integer(0, "hostPrefix");
                long prefix = HostedPass.text(network, "cidr").contains(":") ? 64 : 23;
                clusterNetworks.add(JsonObject.of(
                        "cidr", HostedPass.text(network, "cidr"), "hostPrefix", given == 0 ? prefix : given));
            }
        }
        return configuration
                .object("network")
                .with("clusterNetwork", JsonArray.copyOf(clusterNetworks))
                .with("networkType", HostedPass.text(networking, "networkType"))
                .with("serviceNetwork", pass.cidrs("serviceNetwork"));
    }

    private void proxy() {
        JsonObject spec = configuration.object("proxy");
        apply(ConfigKinds.Proxy.class, spec);
        List<String> networks = new ArrayList<>();
        for (String kind : List.of("clusterNetwork", "serviceNetwork", "machineNetwork")) {
            pass.cidrs(kind).forEach(cidr -> networks.add(String.valueOf(cidr)));
        }
        pass.guest()
                .status(
                        ConfigKinds.Proxy.class,
                        HostedPass.object(ConfigKinds.Proxy.class, "", CLUSTER)
                                .with("status", EffectiveProxy.of(spec, networks)));
    }

    private JsonObject authentication() {
        return configuration
                .object("authentication")
                .with("serviceAccountIssuer", HostedPass.text(pass.spec(), "issuerURL"));
    }

    /** Mirrors by digest; the older kind for the same is removed. */
    private void mirrors() {
        ObjectKey key = new ObjectKey("", CLUSTER);
        pass.guest().delete(OperatorKinds.ImageContentSourcePolicy.class, key);
        List<Object> mirrors = new ArrayList<>();
        for (Object item : pass.spec().array("imageContentSources")) {
            if (item instanceof JsonObject source) {
                mirrors.add(
                        JsonObject.of("mirrors", source.array("mirrors"), "source", HostedPass.text(source, "source")));
            }
        }
        if (mirrors.isEmpty()) {
            pass.guest().delete(ImageDigestMirrorSet.class, key);
        } else {
            pass.applySpec(
                    ImageDigestMirrorSet.class,
                    CLUSTER,
                    () -> JsonObject.of("imageDigestMirrors", JsonArray.copyOf(mirrors)));
        }
    }
}
