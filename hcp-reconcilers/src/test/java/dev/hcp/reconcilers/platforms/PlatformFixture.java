package dev.hcp.reconcilers.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import dev.hcp.reconcilers.hostedcluster.HostedClusterReconciler;
import dev.hcp.reconcilers.nodepool.NodePoolReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** Cluster {@code clusters/demo} of infrastructure {@code demo-x1} on any platform, with what it refers to. */
final class PlatformFixture {
    static final String CONTROL_PLANE = "clusters-demo";

    final WorldFixture world = new WorldFixture();
    final HostedClusterReconciler clusters = new HostedClusterReconciler(PlatformProviders.load());
    final NodePoolReconciler pools = new NodePoolReconciler(PlatformProviders.load());

    PlatformFixture(String platform) {
        create("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'pull','namespace':'clusters'},"
                + "'data':{'.dockerconfigjson':'e30='}}");
        JsonObject cluster = HostedClusterFixture.cluster();
        world.store.create(cluster.withAt(parse(platform), "spec", "platform")
                .withAt("demo-x1", "spec", "infraID")
                .withAt("d6d42268-7dff-4d37-92cf-691bd2d42f41", "spec", "clusterID"));
    }

    /** JSON with single quotes. */
    static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    void create(String object) {
        world.store.create(parse(object));
    }

    <T extends HasMetadata> void patch(Class<T> type, String namespace, String name, String patch) {
        world.store.patch(PlainStore.kindOf(type), new ObjectKey(namespace, name), parse(patch));
    }

    void patchCluster(String patch) {
        patch(HostedCluster.class, "clusters", "demo", patch);
    }

    void patchControlPlane(String patch) {
        patch(HostedControlPlane.class, CONTROL_PLANE, "demo", patch);
    }

    /** A pass over the cluster; its failure, if it failed. */
    Optional<String> pass() {
        return world.pass(clusters, "clusters", "demo").flatMap(Plan::failure);
    }

    /** Passes until nothing changes; the failure of the last. */
    Optional<String> settle() {
        for (int i = 0; i < 10; i++) {
            Optional<Plan> plan = world.pass(clusters, "clusters", "demo");
            if (plan.isEmpty() || plan.get().isEmpty() || plan.get().failure().isPresent()) {
                return plan.flatMap(Plan::failure);
            }
        }
        throw new AssertionError("the cluster does not come to rest");
    }

    /** Passes over the pool until nothing changes; the failure of the last. */
    Optional<String> settlePool() {
        for (int i = 0; i < 10; i++) {
            Optional<Plan> plan = world.pass(pools, "clusters", "workers");
            if (plan.isEmpty() || plan.get().isEmpty() || plan.get().failure().isPresent()) {
                return plan.flatMap(Plan::failure);
            }
        }
        throw new AssertionError("the pool does not come to rest");
    }

    /** A pool {@code clusters/workers} whose cluster has come up to where nodes can fetch their configuration. */
    void createPool(String platform) {
        create("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'NodePool','metadata':{'name':'workers',"
                + "'namespace':'clusters'},'spec':{'arch':'amd64','clusterName':'demo','replicas':2,'release':{'image':"
                + "'release:4.17.0'},'management':{'autoRepair':false,'upgradeType':'Replace','replace':{'strategy':"
                + "'RollingUpdate','rollingUpdate':{'maxSurge':1,'maxUnavailable':0}}},'platform':" + platform + "}}");
        patchCluster("{'status':{'ignitionEndpoint':'ignition.example.com','payloadArch':'Multi',"
                + "'controlPlaneEndpoint':{'host':'api.example.com','port':6443}}}");
        create("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'ignition-server-ca-cert','namespace':"
                + "'clusters-demo'},'data':{'tls.crt':'Y2E='}}");
        for (String name : new String[] {"ignition-config-fips", "ignition-config-worker-ssh"}) {
            create("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name
                    + "','namespace':'clusters-demo','labels':{'hypershift.openshift.io/core-ignition-config':'true'}},"
                    + "'data':{'config':'apiVersion: machineconfiguration.openshift.io/v1\\nkind: MachineConfig\\n"
                    + "metadata:\\n  name: " + name + "\\n'}}");
        }
    }

    JsonObject cluster() {
        return world.existing(HostedCluster.class, "clusters", "demo");
    }

    JsonObject pool() {
        return world.existing(NodePool.class, "clusters", "workers");
    }

    /** Status, reason and message of a condition; empty when it is not there. */
    static String condition(JsonObject object, String type) {
        Conditions conditions = Conditions.of(object, WorldFixture.NOW);
        return conditions.get(type).isEmpty()
                ? ""
                : (conditions.status(type) + " " + conditions.reason(type) + " " + conditions.message(type)).trim();
    }
}
