package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Conclusion;
import dev.hcp.reconcilers.ConditionsDocument;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every condition of a HostedCluster with every reason it can have, under the circumstances that lead to it. A
 * circumstance is there from the start, or comes about later, when the cluster has a control plane.
 */
class ClusterConditionsTest {
    private static final String NO_PULL_SECRET = "failed to get pull secret: secrets \"pull\" not found";

    private static final List<String> COPIED = List.of(
            "EtcdAvailable",
            "KubeAPIServerAvailable",
            "InfrastructureReady",
            "ExternalDNSReachable",
            "ValidHostedControlPlaneConfiguration",
            "ValidReleaseInfo",
            "ValidIDPConfiguration");

    private static final List<String> OF_VERSION = List.of(
            "ClusterVersionProgressing",
            "ClusterVersionReleaseAccepted",
            "ClusterVersionUpgradeable",
            "ClusterVersionAvailable");

    private static final String SOUND_ETCD = "unmanaged: endpoint, client secret with certificate, key and authority";

    /** One line of the table. */
    private record Row(String type, String expected, String circumstance, boolean early, Consumer<Scene> bringAbout) {
        @Override
        public String toString() {
            return type + " is " + expected + " when " + circumstance;
        }
    }

    /** A cluster in circumstances. */
    private static final class Scene {
        final ScriptedPlatform platform = new ScriptedPlatform();
        final HostedClusterFixture demo = new HostedClusterFixture(platform);

        void says(String type, String status, String reason, String message) {
            demo.controlPlaneSays(type, status, reason, message);
        }

        void patch(Class<? extends HasMetadata> type, String name, JsonObject patch) {
            demo.world.store.patch(PlainStore.kindOf(type), new ObjectKey(NAMESPACE, name), patch);
        }

        void ignitionServer(String available) {
            demo.world.store.create(JsonObject.of(
                    "apiVersion",
                    "apps/v1",
                    "kind",
                    "Deployment",
                    "metadata",
                    JsonObject.of("name", "ignition-server", "namespace", NAMESPACE)));
            patch(
                    Deployment.class,
                    "ignition-server",
                    JsonObject.of(
                            "status",
                            JsonObject.of(
                                    "conditions",
                                    JsonArray.of(JsonObject.of("status", available, "type", "Available")))));
        }

        void unmanagedEtcd(String endpoint, String... keys) {
            demo.patchSpec(
                    "etcd",
                    JsonObject.of(
                            "managementType",
                            "Unmanaged",
                            "unmanaged",
                            JsonObject.of(
                                    "endpoint",
                                    endpoint,
                                    "tls",
                                    JsonObject.of("clientSecret", JsonObject.of("name", "etcd-client")))));
            JsonObject data = JsonObject.EMPTY;
            for (String key : keys) {
                data = data.with(key, "e30=");
            }
            if (keys.length > 0) {
                demo.world.store.create(JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        data,
                        "kind",
                        "Secret",
                        "metadata",
                        JsonObject.of("name", "etcd-client", "namespace", "clusters")));
            }
        }

        /** The guest reports the release it runs, and whether it may leave its minor line. */
        void runs(String version, String upgradeable) {
            demo.patchControlPlaneStatus(
                    "versionStatus",
                    JsonObject.of(
                            "availableUpdates",
                            null,
                            "desired",
                            JsonObject.of("image", "release:" + version, "version", version),
                            "history",
                            JsonArray.of(JsonObject.of("image", "release:" + version, "state", "Completed"))));
            says("ClusterVersionUpgradeable", upgradeable, "FromClusterVersion", "");
        }
    }

    private static final List<Row> TABLE = new ArrayList<>();

    private static void fromTheStart(String type, String expected, String circumstance, Consumer<Scene> bringAbout) {
        TABLE.add(new Row(type, expected, circumstance, true, bringAbout));
    }

    private static void later(String type, String expected, String circumstance, Consumer<Scene> bringAbout) {
        TABLE.add(new Row(type, expected, circumstance, false, bringAbout));
    }

    static {
        available();
        progressing();
        ofControlPlane();
        validity();
        releases();
        ignition();
        reconciliation();
        etcd();
        ofPlatform();
    }

    private static void available() {
        String type = "Available";
        String waiting = "False WaitingForAvailable ";
        fromTheStart(
                type, waiting + "Waiting for hosted control plane to be healthy", "there is no control plane", s -> {
                    s.demo.world.store.delete(
                            PlainStore.kindOf(Secret.class), new ObjectKey("clusters", "pull"), s.demo.world.now());
                });
        later(
                type,
                waiting + "Waiting for hosted control plane to be healthy",
                "the control plane says nothing yet",
                s -> {});
        later(
                type,
                waiting + "etcd is slow",
                "the control plane is not available",
                s -> s.says(type, "False", "NotYet", "etcd is slow"));
        later(
                type,
                "Unknown WaitingForAvailable who knows",
                "the control plane cannot tell",
                s -> s.says(type, "Unknown", "NotYet", "who knows"));
        later(
                type,
                "True AsExpected The hosted control plane is available",
                "the control plane is available",
                s -> s.says(type, "True", "AsExpected", "fine"));
        fromTheStart(
                type,
                waiting + "ValidReleaseImage condition is false: the latest version supported is: \"4.17.0\"."
                        + " Attempting to use: \"4.18.0\"",
                "what blocks the cluster keeps it from having a control plane",
                s -> s.demo.patchSpec("release", JsonObject.of("image", "release:4.18.0")));
    }

    private static void progressing() {
        String type = "Progressing";
        String blocked = "False Blocked ";
        later(type, "False AsExpected HostedCluster is at expected version", "the cluster is still installed", s -> {});
        later(type, "True Progressing HostedCluster is deploying, upgrading, or reconfiguring", "it is upgraded", s -> {
            s.runs("4.16.0", "True");
            s.demo.patchSpec("release", JsonObject.of("image", "release:4.16.5"));
        });
        later(type, "False AsExpected HostedCluster is at expected version", "the release is reported by digest", s -> {
            s.runs("4.17.0", "True");
            s.demo.patchControlPlaneStatus(
                    "versionStatus", JsonObject.of("desired", JsonObject.of("image", "release@sha256:4.17.0")));
        });
        later(
                type,
                blocked + "ClusterVersionUpgradeable condition is false: force upgrade annotation is present but does"
                        + " not match desired release image",
                "it is forced to another release",
                s -> {
                    s.runs("4.16.0", "False");
                    s.demo.annotate("force-upgrade-to", "release:4.17.9");
                    s.demo.patchSpec("release", JsonObject.of("image", "release:4.17.0"));
                });
        later(type, blocked + "no digest of release:4.17.0", "nobody tells whether it has the release it wants", s -> {
            s.runs("4.16.0", "True");
            s.demo.world.undigested.add("release:4.17.0");
        });
        later(
                type,
                blocked + "ClusterVersionUpgradeable condition is false: cluster version is not upgradeable",
                "it may not leave its minor line",
                s -> {
                    s.runs("4.16.0", "False");
                    s.demo.patchSpec("release", JsonObject.of("image", "release:4.17.0"));
                });
        later(
                type,
                blocked + "ReconciliationActive condition is false: Reconciliation paused until field removed",
                "it is paused",
                s -> s.demo.patchSpec("pausedUntil", "true"));
        later(
                type,
                blocked + "ValidConfiguration condition is false: no such thing",
                "its configuration is wrong",
                s -> s.platform.problems = List.of("no such thing"));
        later(
                type,
                blocked + "SupportedHostedCluster condition is false: not here",
                "the operator cannot serve it",
                s -> s.platform.unsupported = Optional.of("not here"));
        later(
                type,
                blocked + "ValidConfiguration condition is false: no such thing",
                "several things block it: the one shown first counts",
                s -> {
                    s.platform.problems = List.of("no such thing");
                    s.platform.unsupported = Optional.of("not here");
                    s.demo.patchSpec("pausedUntil", "true");
                });
    }

    private static void ofControlPlane() {
        later(
                "Degraded",
                "Unknown StatusUnknown The hosted control plane is not found",
                "the control plane says nothing",
                s -> {});
        later(
                "Degraded",
                "False AsExpected The hosted cluster is not degraded",
                "the control plane is not",
                s -> s.says("Degraded", "False", "AsExpected", "The hosted control plane is not degraded"));
        later(
                "Degraded",
                "True UnavailableReplicas etcd lacks one",
                "the control plane is",
                s -> s.says("Degraded", "True", "UnavailableReplicas", "etcd lacks one"));
        String succeeding = "ClusterVersionSucceeding";
        String unknown = "Unknown StatusUnknown Condition not found in the CVO.";
        later(succeeding, unknown, "the version operator says nothing", s -> {});
        later(
                succeeding,
                "False WorkloadNotAvailable x",
                "it fails",
                s -> s.says("ClusterVersionFailing", "True", "WorkloadNotAvailable", "x"));
        later(
                succeeding,
                "True FromClusterVersion ",
                "it does not fail",
                s -> s.says("ClusterVersionFailing", "False", "FromClusterVersion", ""));
        later(
                succeeding,
                "Unknown Odd ",
                "it does not know",
                s -> s.says("ClusterVersionFailing", "Unknown", "Odd", ""));
        for (String type : OF_VERSION) {
            later(type, unknown, "the version operator says nothing", s -> {});
            later(
                    type,
                    "True FromClusterVersion x",
                    "the version operator says so",
                    s -> s.says(type, "True", "FromClusterVersion", "x"));
        }
        for (String type : COPIED) {
            fromTheStart(
                    type,
                    "Unknown StatusUnknown The hosted control plane is not found",
                    "there is none",
                    s -> s.platform.problems = List.of("so there never is a control plane"));
            later(
                    type,
                    "Unknown StatusUnknown Condition not found in the HCP",
                    "the control plane says nothing",
                    s -> {});
            later(
                    type,
                    "False Whatever as they say",
                    "the control plane says so",
                    s -> s.says(type, "False", "Whatever", "as they say"));
        }
    }

    private static void validity() {
        later("ValidConfiguration", "True AsExpected Configuration passes validation", "nothing is wrong", s -> {});
        later(
                "ValidConfiguration",
                "False InvalidConfiguration one",
                "one thing is",
                s -> s.platform.problems = List.of("one"));
        later(
                "ValidConfiguration",
                "False InvalidConfiguration [one, two]",
                "several are, one of them twice",
                s -> s.platform.problems = List.of("one", "two", "one"));
        String supported = "SupportedHostedCluster";
        later(supported, "True AsExpected HostedCluster is supported by operator configuration", "it is", s -> {});
        later(
                supported,
                "False UnsupportedHostedCluster not here",
                "the operator cannot serve it",
                s -> s.platform.unsupported = Optional.of("not here"));
        String credentials = "PlatformCredentialsFound";
        later(credentials, "True AsExpected Required platform credentials are found", "they are there", s -> {});
        fromTheStart(
                credentials,
                "False PlatformCredentialsNotFound no role",
                "they are not",
                s -> s.platform.noCredentials = Optional.of("no role"));
    }

    private static void releases() {
        String type = "ValidReleaseImage";
        later(type, "True AsExpected Release image is valid", "the release is supported", s -> {});
        fromTheStart(
                type,
                "False InvalidImage the minimum version supported for platform None is: \"4.14.0\"."
                        + " Attempting to use: \"4.13.0\"",
                "the release is too old",
                s -> s.demo.patchSpec("release", JsonObject.of("image", "release:4.13.0")));
        fromTheStart(type, "True AsExpected Release image is valid", "nobody shall check the release", s -> {
            s.demo.annotate("skip-release-image-validation", "true");
            s.demo.patchSpec("release", JsonObject.of("image", "release:4.13.0"));
        });
        fromTheStart(
                type,
                "False InvalidImage failed to lookup release image: no release unreadable:4.17.0",
                "the payload cannot be read",
                s -> s.demo.patchSpec("release", JsonObject.of("image", "unreadable:4.17.0")));
        fromTheStart(
                type,
                "False PayloadArchNotFound failed to determine if release image multi-arch: the registry refuses"
                        + " release:4.17.0",
                "the registry refuses the cluster's own pull secret",
                s -> s.demo.world.registry = access -> access.pullSecret().isEmpty());
        // That the secret was not found is overtaken, within the pass, by what follows from that.
        fromTheStart(
                type, "False PayloadArchNotFound " + NO_PULL_SECRET, "there is no pull secret", s -> s.demo.patchSpec(
                                "pullSecret", JsonObject.of("name", "pull"))
                        .world
                        .store
                        .delete(
                                PlainStore.kindOf(Secret.class),
                                new ObjectKey("clusters", "pull"),
                                s.demo.world.now()));
        fromTheStart(
                type,
                "False PayloadArchNotFound expected .dockerconfigjson key in pull secret",
                "the pull secret holds something else",
                s -> {
                    s.demo.secret("other", "something");
                    s.demo.patchSpec("pullSecret", JsonObject.of("name", "other"));
                });
        fromTheStart(
                type,
                "False PayloadArchNotFound failed to determine if release image multi-arch: no release nowhere",
                "the registry does not know the image",
                s -> s.demo.patchSpec("release", JsonObject.of("image", "nowhere")));
    }

    private static void ignition() {
        String type = "IgnitionEndpointAvailable";
        later(type, "False NotFound Ignition server deployment not found", "there is no server", s -> {});
        later(
                type,
                "False WaitingForAvailable Ignition server deployment is not yet available",
                "it starts",
                s -> s.ignitionServer("False"));
        later(
                type,
                "True AsExpected Ignition server deployment is available",
                "it runs",
                s -> s.ignitionServer("True"));
    }

    private static void reconciliation() {
        String active = "ReconciliationActive";
        String goesOn = "True AsExpected Reconciliation active on resource";
        later(active, goesOn, "it is not paused", s -> {});
        later(active, goesOn, "the pause is over", s -> s.demo.patchSpec("pausedUntil", "2020-01-01T00:00:00Z"));
        later(
                active,
                "True InvalidPausedUntilValue Invalid value provided for PausedUntil field",
                "nobody understands the pause",
                s -> s.demo.patchSpec("pausedUntil", "later"));
        later(
                active,
                "False ReconciliationPaused Reconciliation paused until field removed",
                "it is paused",
                s -> s.demo.patchSpec("pausedUntil", "true"));
        later(
                active,
                "False ReconciliationPaused Reconciliation paused until: 2030-01-01T00:00:00Z",
                "it is paused until a time",
                s -> s.demo.patchSpec("pausedUntil", "2030-01-01T00:00:00Z"));
        String succeeded = "ReconciliationSucceeded";
        String well = "True ReconciliatonSucceeded Reconciliation completed successfully";
        later(succeeded, well, "all is well", s -> {});
        later(succeeded, well, "the cluster is blocked", s -> s.platform.problems = List.of("one"));
        fromTheStart(
                succeeded,
                "False ReconciliationError " + NO_PULL_SECRET,
                "there is no pull secret",
                s -> s.demo.world.store.delete(
                        PlainStore.kindOf(Secret.class), new ObjectKey("clusters", "pull"), s.demo.world.now()));
        later(
                succeeded,
                "False ReconciliationError failed to parse destroy grace period duration: time: unknown unit \"d\" in"
                        + " duration \"1d\"",
                "the grace period is none",
                s -> s.demo.annotate("destroy-grace-period", "1d"));
        later(
                succeeded,
                "False ReconciliationError documents are gone",
                "the platform's last step fails",
                s -> s.platform.conclusion = new Conclusion(List.of(), List.of(), Optional.of("documents are gone")));
    }

    private static void etcd() {
        String type = "UnmanagedEtcdAvailable";
        String wrong = "False UnmanagedEtcdMisconfigured ";
        String[] all = {"etcd-client.crt", "etcd-client.key", "etcd-client-ca.crt"};
        fromTheStart(type, "True UnmanagedEtcdAsExpected ", SOUND_ETCD, s -> s.unmanagedEtcd("https://etcd", all));
        fromTheStart(
                type,
                wrong + "missing TLS client secret etcd-client",
                "the secret is missing",
                s -> s.unmanagedEtcd("https://etcd"));
        fromTheStart(
                type,
                wrong + "etcd metadata not specified for unmanaged deployment",
                "there is no endpoint",
                s -> s.unmanagedEtcd("", all));
        fromTheStart(
                type,
                wrong + "etcd metadata not specified for unmanaged deployment",
                "nothing is said",
                s -> s.demo.patchSpec("etcd", JsonObject.of("managementType", "Unmanaged")));
        String lacks = wrong + "etcd secret etcd-client does not have client ";
        fromTheStart(
                type,
                lacks + "cert",
                "the certificate is missing",
                s -> s.unmanagedEtcd("https://etcd", "etcd-client.key", "etcd-client-ca.crt"));
        fromTheStart(
                type,
                lacks + "key",
                "the key is missing",
                s -> s.unmanagedEtcd("https://etcd", "etcd-client.crt", "etcd-client-ca.crt"));
        fromTheStart(
                type,
                lacks + "ca",
                "the authority is missing",
                s -> s.unmanagedEtcd("https://etcd", "etcd-client.crt", "etcd-client.key"));
        later(type, "null  ", "the etcd is managed", s -> {});
    }

    private static void ofPlatform() {
        later(
                "OfPlatform",
                "False Odd x",
                "the platform says so",
                s -> s.platform.conditions = List.of(ScriptedPlatform.condition("OfPlatform", "False", "Odd", "x")));
        later(
                "Standing",
                "False Odd x",
                "the platform keeps it",
                s -> s.platform.standing = List.of(ScriptedPlatform.condition("Standing", "False", "Odd", "x")));
        later(
                "Documents",
                "True AsExpected fine",
                "the platform's last step says so",
                s -> s.platform.conclusion = new Conclusion(
                        List.of(ScriptedPlatform.condition("Documents", "True", "AsExpected", "fine")),
                        List.of("documents"),
                        Optional.empty()));
    }

    static Stream<Row> table() {
        return TABLE.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void shows(Row row) {
        Scene scene = new Scene();
        scene.demo.create();
        if (row.early()) {
            row.bringAbout().accept(scene);
        } else {
            scene.demo.clusterPasses();
            row.bringAbout().accept(scene);
        }
        scene.demo.clusterPasses();

        assertThat(condition(scene.demo.hostedCluster(), row.type())).isEqualTo(row.expected());
    }

    static Stream<ConditionsDocument.Row> told() {
        return ConditionsDocument.rows().stream()
                .filter(row -> row.testClass().equals(ClusterConditionsTest.class.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("told")
    void has_what_the_page_about_conditions_says_it_has(ConditionsDocument.Row told) {
        assertThat(TABLE).anyMatch(row -> row.type().equals(told.type()) && told.isShownBy(row.expected()));
    }
}
