package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permission;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.reconcilers.Touches;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.behaviour.RecordingPlayer;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reconcilers declare what they do to objects: all of it, and nothing that never happens. */
class DeclaredPermissionsTest {
    /** What lives and recordings need not come to, each with why; it happens in tests of the reconcilers, or by their code. */
    private static final List<String> ELSEWHERE = Stream.of(
                    // Where the management cluster has OpenShift's monitoring and images.
                    "control-plane-operator of HostedControlPlane: APPLY ImageStream, PodMonitor, ServiceMonitor",
                    "control-plane-operator of HostedControlPlane: READ ImageStream, PodMonitor, ServiceMonitor",
                    // A publication that changes, routers of its own, keys that are taken back, a backup of etcd.
                    "control-plane-operator of HostedControlPlane: DELETE Route, Secret",
                    "control-plane-operator of HostedControlPlane: STATUS Route",
                    "control-plane-operator of HostedControlPlane: READ Pod",
                    // Configuration and secrets that users set and take back.
                    "hosted-cluster-config-operator of HostedControlPlane: APPLY ConfigMap",
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: APPLY Build, ClusterRole,"
                            + " ClusterRoleBinding, Namespace, Project, Role, RoleBinding",
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: GRANT ClusterRole, Role",
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: CREATE Secret",
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: STATUS Proxy",
                    // What guests made in a cloud, and what older versions left.
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: DELETE ConfigMap,"
                            + " ImageContentSourcePolicy, PersistentVolumeClaim, Secret, Service",
                    "hosted-cluster-config-operator of HostedControlPlane in hosted clusters: READ PersistentVolumeClaim, Pod",
                    // Where management clusters have sizes.
                    "hosted-cluster-sizing of HostedCluster: CREATE ClusterSizingConfiguration",
                    "hosted-cluster-sizing of HostedCluster: PATCH HostedCluster",
                    "hosted-cluster-sizing of HostedCluster: STATUS HostedCluster",
                    // References that change, a rotated pull secret or key, ingress of OpenShift.
                    "hypershift-operator of HostedCluster: DELETE ConfigMap, Role, Secret",
                    "hypershift-operator of HostedCluster: PATCH ConfigMap, Secret",
                    "hypershift-operator of HostedCluster: REPLACE ConfigMap, Secret",
                    // Pods of users on a node that is drained, and a daemon that stays when its node is done.
                    "inplaceupgrader of MachineSet in hosted clusters: DELETE Pod",
                    "inplaceupgrader of MachineSet in hosted clusters: EVICT Pod",
                    // Nobody is AWS here.
                    "platforms: APPLY AwsMachineTemplate",
                    "platforms: DELETE AwsEndpointService, AwsMachineTemplate",
                    "platforms: PATCH AwsEndpointService, AwsMachine")
            .flatMap(DeclaredPermissionsTest::each)
            .toList();

    /** One line for each of the kinds at the end, which are separated by commas. */
    private static Stream<String> each(String line) {
        int kinds = line.indexOf(' ', line.indexOf(": ") + 2) + 1;
        return Stream.of(line.substring(kinds).split(", ")).map(kind -> line.substring(0, kinds) + kind);
    }

    private static final JsonArray MIRRORS = JsonArray.of(
            JsonObject.of("source", "quay.io/openshift", "mirrors", JsonArray.of("mirror.example.com/openshift")));

    private record Touch(String who, boolean hosted, Class<? extends HasMetadata> type, Access access) {
        static Set<Touch> of(String who, Permissions permissions) {
            Set<Touch> all = new HashSet<>();
            for (Permission permission : permissions.all()) {
                permission
                        .access()
                        .forEach(access -> all.add(new Touch(who, permission.hosted(), permission.type(), access)));
            }
            return all;
        }

        Touch by(String somebody) {
            return new Touch(somebody, hosted, type, access);
        }

        boolean isSame(Touch other) {
            return hosted == other.hosted && type == other.type && access == other.access;
        }

        @Override
        public String toString() {
            return who + (hosted ? " in hosted clusters: " : ": ") + access + " " + type.getSimpleName();
        }
    }

    private final Set<Touch> touched = new HashSet<>();
    private final Map<String, Permissions> declared = new HashMap<>();

    private List<Reconciler<?>> observed() {
        Touches touches = (reconciler, hosted, type, access) -> {
            declared.putIfAbsent(who(reconciler), reconciler.permissions());
            touched.add(new Touch(who(reconciler), hosted, type, access));
        };
        List<Reconciler<?>> all = new ArrayList<>();
        Reconcilers.all().forEach(reconciler -> all.add(touches.of(reconciler)));
        return all;
    }

    private static String who(Reconciler<?> reconciler) {
        return reconciler.name() + " of " + HasMetadata.getKind(reconciler.primaryType());
    }

    private Simulator.Builder options() {
        return Simulator.builder().reconcilers(observed());
    }

    /** What reconcilers did and do not declare. */
    private Set<String> undeclared() {
        Set<String> undeclared = new TreeSet<>();
        for (Touch touch : touched) {
            if (!declared.get(touch.who()).allow(touch.hosted(), touch.type(), touch.access())) {
                undeclared.add(touch.toString());
            }
        }
        return undeclared;
    }

    /** What is declared and was never done; by any of the reconcilers, where a platform declares it. */
    private Set<String> unused() {
        Permissions ofPlatforms = PlatformProviders.load().permissions();
        Set<String> unused = new TreeSet<>();
        declared.forEach((who, permissions) -> {
            for (Touch touch : Touch.of(who, permissions)) {
                boolean platform = ofPlatforms.allow(touch.hosted(), touch.type(), touch.access());
                if (touched.stream().noneMatch(other -> platform ? touch.isSame(other) : touch.equals(other))) {
                    unused.add(platform ? touch.by("platforms").toString() : touch.toString());
                }
            }
        });
        return unused;
    }

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    private void lifeOnAgents() {
        liveAndDie(
                "{'type': 'Agent', 'agent': {'agentNamespace': 'agents'}}",
                pool(
                        "plain",
                        "{'upgradeType': 'Replace', 'autoRepair': false}",
                        "{'type': 'Agent', 'agent': {'agentLabelSelector': {'matchLabels': {'size': 'big'}}}}"));
    }

    private void lifeOnAws() {
        String platform = "{'type': 'AWS', 'aws': {'region': 'us-east-1', 'endpointAccess': 'Public',"
                + " 'cloudProviderConfig': {'vpc': 'vpc-1', 'subnet': {'id': 'subnet-1'}, 'zone': 'us-east-1a'},"
                + " 'rolesRef': {'controlPlaneOperatorARN': 'arn:cpo', 'imageRegistryARN': 'arn:ir', 'ingressARN':"
                + " 'arn:in', 'kubeCloudControllerARN': 'arn:ccm', 'networkARN': 'arn:net', 'nodePoolManagementARN':"
                + " 'arn:np', 'storageARN': 'arn:ebs'}}}";
        liveAndDie(platform);
    }

    private void lifeOnKubeVirt() {
        String cached =
                "{'type': 'KubeVirt', 'kubevirt': {'compute': {'cores': 2, 'memory': '8Gi'}, 'rootVolume': {'type':"
                        + " 'Persistent', 'persistent': {'size': '32Gi'}, 'cacheStrategy': {'type': 'PVC'}}}}";
        liveAndDie(
                "{'type': 'KubeVirt', 'kubevirt': {'baseDomainPassthrough': true}}",
                pool("replacing", "{'upgradeType': 'Replace', 'autoRepair': true}", cached),
                pool("in-place", "{'upgradeType': 'InPlace', 'autoRepair': false}", cached));
    }

    private static JsonObject pool(String name, String management, String platform) {
        return parse("{'apiVersion': 'hypershift.openshift.io/v1beta1', 'kind': 'NodePool', 'metadata': {'name': '"
                + name
                + "', 'namespace': 'clusters'}, 'spec': {'clusterName': 'demo', 'replicas': 1, 'arch': 'amd64',"
                + " 'tuningConfig': [{'name': 'tuning'}], 'release':"
                + " {'image': 'quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64'}, 'management': " + management
                + ", 'platform': " + platform + "}}");
    }

    /** Of a cluster with all that users refer to, whose pools change once, are paused and resumed. */
    private void liveAndDie(String platform, JsonObject... pools) {
        try (Cluster cluster = new Cluster(options())) {
            cluster.createNamespace();
            cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"agents\"}}");
            cluster.create(Json.write(parse("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'tuning',"
                    + " 'namespace': 'clusters'}, 'data': {'tuning': 'apiVersion: tuned.openshift.io/v1\\nkind: Tuned\\n"
                    + "metadata:\\n  name: busy\\nspec: {}\\n'}}")));
            cluster.create(Json.write(parse("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'trusted',"
                    + " 'namespace': 'clusters'}, 'data': {'ca-bundle.crt': 'certificates'}}")));
            cluster.createHostedCluster("demo", spec -> spec.with("platform", parse(platform))
                    .withAt("example.com", "dns", "baseDomain")
                    .with("additionalTrustBundle", JsonObject.of("name", "trusted"))
                    .with("imageContentSources", MIRRORS)
                    .with("issuerURL", "https://issuer.example.com"));
            for (JsonObject pool : pools) {
                cluster.create(Json.write(pool));
            }
            cluster.simulator.advance(Duration.ofMinutes(20));
            for (JsonObject pool : pools) {
                change(cluster, String.valueOf(pool.text("metadata", "name")));
            }
            cluster.patch(
                    "HostedCluster",
                    "clusters",
                    "demo",
                    "{\"spec\": {\"imageContentSources\": null}, \"metadata\":"
                            + " {\"annotations\": {\"hypershift.openshift.io/cleanup-cloud-resources\": \"true\"}}}");
            cluster.simulator.advance(Duration.ofMinutes(5));
            cluster.delete("HostedCluster", "clusters", "demo");
            assertThat(cluster.simulator.runUntil(
                            () -> cluster.find("HostedCluster", "clusters", "demo")
                                    .isEmpty(),
                            Duration.ofHours(1)))
                    .as("it goes")
                    .isTrue();
        }
    }

    /** A pause, then another version without tuning and repairs. */
    private static void change(Cluster cluster, String pool) {
        cluster.patch("NodePool", "clusters", pool, "{\"spec\": {\"pausedUntil\": \"true\"}}");
        cluster.simulator.advance(Duration.ofMinutes(1));
        cluster.patch(
                "NodePool",
                "clusters",
                pool,
                "{\"spec\": {\"pausedUntil\": null, \"tuningConfig\": null, \"release\": {\"image\": \""
                        + TestClusters.image("4.17.1") + "\"}, \"management\": {\"autoRepair\": false}}}");
        cluster.simulator.advance(Duration.ofMinutes(30));
    }

    private void recordings() {
        try (Stream<Path> files = Files.list(Shared.path("golden/behaviour"))) {
            files.forEach(file -> RecordingPlayer.play(file, observed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whole_lives_need_nothing_that_is_not_declared() {
        lifeOnAgents();
        lifeOnAws();

        assertThat(undeclared()).isEmpty();
        assertThat(declared).hasSize(Reconcilers.all().size() - 1);
    }

    @Test
    @Tag("oracle")
    void what_is_declared_happens_in_lives_or_recordings_or_is_known_to_happen_elsewhere() {
        ClusterLife.of(ClusterLife.Platform.NONE, options()).close();
        lifeOnKubeVirt();
        lifeOnAgents();
        lifeOnAws();
        recordings();

        assertThat(undeclared()).isEmpty();
        assertThat(ELSEWHERE).containsAll(unused());
    }
}
