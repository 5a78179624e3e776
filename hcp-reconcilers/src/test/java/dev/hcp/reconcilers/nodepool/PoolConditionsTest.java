package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CONFIG_MAPS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.DEPLOYMENTS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.IN_CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SECRETS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ConditionsDocument;
import dev.hcp.reconcilers.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every condition of a NodePool with every reason it can have, under the circumstances that lead to it. A circumstance is
 * there from the start, or comes about later, when the pool has its machine deployment.
 */
class PoolConditionsTest {
    private static final String AWS_CLUSTER = "{'type':'AWS','aws':{'region':'us-east-1'}}";
    private static final String AWS_POOL =
            "{'type':'AWS','aws':{'instanceType':'m5.large','subnet':{'id':'subnet-1'}}}";
    private static final String NOT_RELEASE = "False ValidationFailed Failed to get release image: ";
    private static final String NOT_MANAGEABLE = "False ValidationFailed this is unsupported. \"Replace\" upgrade type";
    private static final String WITHOUT_IMAGE = "False ValidationFailed Couldn't discover a KubeVirt Image for release"
            + " image \"quay.io/release:4.17.3\": ";
    private static final String NOT_KUBEVIRT =
            "False ValidationFailed validation of NodePool KubeVirt platform failed: ";
    private static final String WELL = "True AsExpected All is well";
    private static final String TOO_MANY = "... too many similar errors";

    /** One line of the table. */
    private record Row(
            String type, String expected, String circumstance, boolean early, Consumer<PoolFixture> bringAbout) {
        @Override
        public String toString() {
            return type + " is " + expected.lines().findFirst().orElse("absent") + " when " + circumstance;
        }
    }

    private static final Set<String> ON_THE_PAGE = ConditionsDocument.rows("NodePool").stream()
            .map(ConditionsDocument.Row::type)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Row> TABLE = new ArrayList<>();

    private static void fromTheStart(
            String type, String expected, String circumstance, Consumer<PoolFixture> bringAbout) {
        TABLE.add(new Row(type, expected, circumstance, true, bringAbout));
    }

    private static void later(String type, String expected, String circumstance, Consumer<PoolFixture> bringAbout) {
        TABLE.add(new Row(type, expected, circumstance, false, bringAbout));
    }

    static {
        settings();
        release();
        image();
        ignition();
        architecture();
        machineConfig();
        updates();
        updatesInPlace();
        payload();
        tuning();
        performanceProfile();
        pause();
        machines();
        machineTemplate();
        ready();
        repair();
    }

    private static void settings() {
        String scaling = "AutoscalingEnabled";
        later(scaling, "False AsExpected", "replicas are given", pool -> {});
        later(
                scaling,
                "True AsExpected Maximum nodes: 5, Minimum nodes: 2",
                "limits are given",
                pool -> pool.patchPool("{'spec':{'replicas':null,'autoScaling':{'min':2,'max':5}}}"));
        String management = "UpdateManagementEnabled";
        later(management, "True AsExpected", "machines are replaced by rolling", pool -> {});
        later(
                management,
                "True AsExpected",
                "machines are replaced on deletion",
                pool -> pool.patchPool(
                        "{'spec':{'management':{'replace':{'strategy':'OnDelete','rollingUpdate':null}}}}"));
        fromTheStart(
                management,
                "True AsExpected",
                "machines are upgraded in place",
                pool -> pool.patchPool("{'spec':{'management':{'upgradeType':'InPlace','replace':null}}}"));
        String strategies = " and a strategy: \"RollingUpdate\" or \"OnDelete\" are required";
        later(
                management,
                NOT_MANAGEABLE + strategies,
                "nothing is said of how to replace",
                pool -> pool.patchPool("{'spec':{'management':{'replace':null}}}"));
        later(
                management,
                NOT_MANAGEABLE + strategies,
                "nothing is said of how to upgrade",
                pool -> pool.patchPool("{'spec':{'management':{'upgradeType':null}}}"));
        later(
                management,
                NOT_MANAGEABLE + " only support strategies \"OnDelete\" and \"RollingUpdate\"",
                "the strategy is another one",
                pool -> pool.patchPool("{'spec':{'management':{'replace':{'strategy':'Recreate'}}}}"));
        later(
                management,
                NOT_MANAGEABLE + " with strategy \"RollingUpdate\" require a MaxUnavailable and MaxSurge",
                "rolling has no limits",
                pool -> pool.patchPool("{'spec':{'management':{'replace':{'rollingUpdate':null}}}}"));
    }

    private static void wants(PoolFixture pool, String version) {
        pool.patchPool("{'spec':{'release':{'image':'quay.io/release:" + version + "'}}}");
    }

    private static void release() {
        String type = "ValidReleaseImage";
        later(type, "True AsExpected Using release image: quay.io/release:4.17.3", "nothing is wrong", pool -> {});
        later(
                type,
                "True AsExpected Using release image: quay.io/release:4.17.9",
                "it is of the cluster's minor version, though newer",
                pool -> wants(pool, "4.17.9"));
        fromTheStart(
                type,
                "True AsExpected Using release image: quay.io/release:4.14.0",
                "it is three minor versions older",
                pool -> wants(pool, "4.14.0"));
        later(
                type,
                NOT_RELEASE + "the latest version supported is: \"4.17.0\". Attempting to use: \"4.18.0\"",
                "it is of a newer minor version than the cluster",
                pool -> wants(pool, "4.18.0"));
        fromTheStart(
                type,
                NOT_RELEASE + "the latest version supported is: \"4.16.1\". Attempting to use: \"4.17.3\"",
                "the cluster has not completed the upgrade to its minor version",
                pool -> pool.patchCluster("{'status':{'version':{'history':[{'state':'Partial','version':'4.17.3'},"
                        + "{'state':'Completed','version':'4.16.1'}]}}}"));
        fromTheStart(
                type,
                NOT_RELEASE
                        + "the minimum version supported for platform KubeVirt is: \"4.14.0\". Attempting to use:"
                        + " \"4.13.0\"",
                "it is too old",
                pool -> wants(pool, "4.13.0"));
        fromTheStart(
                type,
                "True AsExpected Using release image: quay.io/release:4.13.0",
                "it is too old and nobody shall check",
                pool -> {
                    pool.patchCluster(
                            "{'metadata':{'annotations':{'hypershift.openshift.io/skip-release-image-validation':'true'}}}");
                    wants(pool, "4.13.0");
                });
        later(
                type,
                NOT_RELEASE + "y-stream downgrade from \"4.17.3\" to \"4.16.0\" is not supported",
                "its machines run a newer minor version",
                pool -> {
                    pool.completeDeployment(3);
                    pool.settle();
                    wants(pool, "4.16.0");
                });
        fromTheStart(
                type,
                NOT_RELEASE + "y-stream upgrade from \"0.0.0\" to \"4.17.3\" is not for OpenShiftSDN",
                "the network is OpenShiftSDN",
                pool -> pool.patchCluster("{'spec':{'networking':{'networkType':'OpenShiftSDN'}}}"));
        later(
                type,
                NOT_RELEASE + "failed to look up release image metadata: unable to lookup release image",
                "nobody knows the image",
                pool -> wants(pool, "nope"));
        fromTheStart(
                type,
                NOT_RELEASE + "failed to look up release image metadata: the registry refuses quay.io/release:4.17.3",
                "the registry refuses the cluster's own pull secret",
                pool -> pool.registry = access -> !access.pullSecret().equals("{}"));
        later(
                type,
                NOT_RELEASE + "cannot get pull secret clusters/pull: secrets \"pull\" not found",
                "there is no pull secret",
                pool -> pool.store.delete(SECRETS, new ObjectKey("clusters", "pull"), pool.now));
        later(
                type,
                NOT_RELEASE + "pull secret clusters/pull missing \".dockerconfigjson\" key",
                "there is nothing in the pull secret",
                pool -> pool.store.patch(
                        SECRETS,
                        new ObjectKey("clusters", "pull"),
                        Json.parseObject("{\"data\":{\".dockerconfigjson\":null}}")));
    }

    private static ReleaseMetadata with(ReleaseMetadata release, Optional<String> disk, JsonObject extra) {
        return new ReleaseMetadata(
                release.image(),
                release.version(),
                release.payloadArch(),
                release.componentImages(),
                disk,
                release.awsImages(),
                release.imageLabels(),
                extra);
    }

    private static void image() {
        String type = "ValidPlatformImage";
        String disk = "quay.io/disk@sha256:" + "ab".repeat(32);
        later(type, "True AsExpected Bootstrap KubeVirt Image is " + disk, "the release has a disk", pool -> {});
        later(
                type,
                "True AsExpected Bootstrap KubeVirt Image is quay.io/my:disk",
                "the user gives a disk",
                pool -> pool.patchPool("{'spec':{'platform':{'kubevirt':{'rootVolume':{'diskImage':"
                        + "{'containerDiskImage':'quay.io/my:disk'}}}}}}"));
        fromTheStart(
                type,
                WITHOUT_IMAGE + "no kubevirt vm disk image present in release",
                "the release has no disk",
                pool -> pool.release = release -> with(release, Optional.empty(), JsonObject.EMPTY));
        fromTheStart(
                type,
                WITHOUT_IMAGE + "no kubevirt sha digest found for vm disk image",
                "the release has a disk by tag",
                pool -> pool.release = release -> with(release, Optional.of("quay.io/disk:latest"), JsonObject.EMPTY));
        String allowed =
                "{'metadata':{'annotations':{'hypershift.openshift.io/allow-unsupported-kubevirt-rhcos-variants':'True'}}}";
        fromTheStart(
                type,
                "True AsExpected Bootstrap KubeVirt Image is https://example.com/rhcos.qcow2.gz",
                "the disk for OpenStack may stand in",
                pool -> {
                    pool.release = release -> with(
                            release,
                            Optional.empty(),
                            JsonObject.of(
                                    "openStackDisk",
                                    JsonObject.of("location", "https://example.com/rhcos.qcow2.gz", "sha256", "cd")));
                    pool.patchPool(allowed);
                });
        fromTheStart(
                type,
                WITHOUT_IMAGE + "couldn't find OS metadata for openstack",
                "the disk for OpenStack may stand in and there is none",
                pool -> {
                    pool.release = release -> with(release, Optional.empty(), JsonObject.EMPTY);
                    pool.patchPool(allowed);
                });
        fromTheStart(
                type,
                "True AsExpected Bootstrap AMI is \"ami-east\"",
                "the release has an image in the region",
                pool -> pool.moveTo(AWS_CLUSTER, AWS_POOL));
        fromTheStart(
                type,
                "False ValidationFailed Couldn't discover an AMI for release image \"quay.io/release:4.17.3\":"
                        + " couldn't find AWS image for region \"us-west-9\"",
                "the release has no image in the region",
                pool -> pool.moveTo(AWS_CLUSTER.replace("us-east-1", "us-west-9"), AWS_POOL));
        fromTheStart(type, "", "the user gives an image", pool -> {
            pool.moveTo(AWS_CLUSTER, AWS_POOL);
            pool.settle();
            pool.patchPool("{'spec':{'platform':{'aws':{'ami':'ami-mine'}}}}");
        });
        String group = "AWSSecurityGroupAvailable";
        fromTheStart(
                group,
                "False DefaultSGNotReady Waiting for AWS default security group to be created for hosted cluster",
                "the control plane has not made it",
                pool -> pool.moveTo(AWS_CLUSTER, AWS_POOL));
        fromTheStart(
                group, "True AsExpected NodePool has a default security group", "the control plane made it", pool -> {
                    pool.moveTo(AWS_CLUSTER, AWS_POOL);
                    pool.patchCluster("{'status':{'platform':{'aws':{'defaultWorkerSecurityGroupID':'sg-1'}}}}");
                });
    }

    private static void ignition() {
        String type = "IgnitionEndpointAvailable";
        ObjectKey authority = new ObjectKey(CONTROL_PLANE, "ignition-server-ca-cert");
        later(type, "", "there is an ignition server", pool -> {});
        later(
                type,
                "False IgnitionEndpointMissing Ignition endpoint not available, waiting",
                "the cluster does not say where",
                pool -> pool.patchCluster("{'status':{'ignitionEndpoint':null}}"));
        later(
                type,
                "False IgnitionCACertMissing still waiting for ignition CA cert Secret to exist",
                "its authority is not there",
                pool -> pool.store.delete(SECRETS, authority, pool.now));
        later(
                type,
                "False IgnitionCACertMissing CA Secret is missing tls.crt key",
                "its authority has no certificate",
                pool -> pool.store.patch(SECRETS, authority, Json.parseObject("{\"data\":{\"tls.crt\":null}}")));
    }

    private static void architecture() {
        String type = "ValidArchPlatform";
        later(type, "True AsExpected", "platform and payload have it", pool -> {});
        later(
                type,
                "False InvalidArchPlatform CPU arch arm64 is not supported for platform: KubeVirt, use 'amd64' instead",
                "the platform lacks it",
                pool -> pool.patchPool("{'spec':{'arch':'arm64'}}"));
        later(
                type,
                "False InvalidArchPlatform NodePool CPU arch, amd64, is not supported by the HostedCluster payload type,"
                        + " ARM64; either change the NodePool CPU arch or use a multi-arch release image",
                "the payload is for another one",
                pool -> pool.patchCluster("{'status':{'payloadArch':'ARM64'}}"));
        fromTheStart(
                type,
                "False InvalidArchPlatform CPU arch ppc64le is not supported for platform: None, use 'amd64' instead",
                "nodes are brought along",
                pool -> {
                    pool.moveTo("{'type':'None'}", "{'type':'None'}");
                    pool.patchPool("{'spec':{'arch':'ppc64le'}}");
                });
        for (String platform : new String[] {"Agent arm64", "Agent ppc64le", "None arm64", "PowerVS ppc64le"}) {
            String[] words = platform.split(" ");
            fromTheStart(type, "True AsExpected", "it is " + platform, pool -> {
                pool.moveTo("{'type':'" + words[0] + "'}", "{'type':'" + words[0] + "'}");
                pool.patchPool("{'spec':{'arch':'" + words[1] + "'}}");
            });
        }
    }

    private static void machineConfig() {
        String type = "ValidMachineConfig";
        later(type, "True AsExpected", "the cluster's own configuration is there and the user's is right", pool -> {
            pool.userConfig(
                    "mine",
                    "config",
                    "apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n  name: mine\n");
            pool.patchPool("{'spec':{'config':[{'name':'mine'}]}}");
        });
        later(
                type,
                "False ValidationFailed Core ignition config has not been created yet",
                "some of the cluster's own is missing",
                pool -> pool.store.delete(CONFIG_MAPS, new ObjectKey(CONTROL_PLANE, "ignition-config-fips"), pool.now));
        later(
                type,
                "False ValidationFailed Core ignition config has not been created yet",
                "mirrors are asked for and their configuration is not there yet",
                pool -> pool.patchCluster("{'spec':{'imageContentSources':[{'source':'quay.io/a','mirrors':['b']}]}}"));
        later(
                type,
                "False ValidationFailed configmaps \"nope\" not found",
                "the user's is not there",
                pool -> pool.patchPool("{'spec':{'config':[{'name':'nope'}]}}"));
        later(
                type,
                "False ValidationFailed configmap \"pod\" yaml document failed validation: error decoding config: no"
                        + " kind \"Pod\" is registered for version \"v1\" in scheme \"node pool configuration\"",
                "the user's is of another kind",
                pool -> {
                    pool.userConfig("pod", "config", "apiVersion: v1\nkind: Pod\n");
                    pool.patchPool("{'spec':{'config':[{'name':'pod'}]}}");
                });
        later(
                type,
                "False ValidationFailed [configmaps \"one\" not found, configmaps \"two\" not found]",
                "several things are wrong",
                pool -> pool.patchPool("{'spec':{'config':[{'name':'one'},{'name':'two'},{'name':'one'}]}}"));
        String kubevirt = "{'spec':{'platform':{'kubevirt':";
        later(
                type,
                NOT_KUBEVIRT + "nodepool.spec.platform.kubevirt is required",
                "nothing is said of KubeVirt",
                pool -> pool.patchPool(kubevirt + "null}}}"));
        later(
                type,
                NOT_KUBEVIRT + "the kubevirt platform rootVolume field is required",
                "there is no root volume",
                pool -> pool.patchPool(kubevirt + "{'rootVolume':null}}}}"));
        later(
                type,
                NOT_KUBEVIRT + "the kubevirt persistent storage field must be set when rootVolume.Type=Persistent",
                "the root volume has no size",
                pool -> pool.patchPool(kubevirt + "{'rootVolume':{'persistent':null}}}}}"));
        later(
                type,
                NOT_KUBEVIRT + "default network cannot be disabled when no additional networks are configured",
                "there is no network",
                pool -> pool.patchPool(kubevirt + "{'attachDefaultNetwork':false}}}}"));
        later(
                type,
                NOT_KUBEVIRT + "host device count must be greater than or equal to 1. received: 0",
                "no device is asked for",
                pool -> pool.patchPool(kubevirt + "{'hostDevices':[{'deviceName':'gpu','count':0}]}}}}"));
        later(
                type,
                "",
                "machines cannot be given a configuration any more",
                pool -> pool.patchCluster("{'status':{'ignitionEndpoint':null}}"));
    }

    private static void updates() {
        later(
                "UpdatingConfig",
                "True AsExpected Updating config in progress. Target config: HASH",
                "machines do not have the configuration yet",
                pool -> {});
        later("UpdatingConfig", "False AsExpected", "they have it", pool -> pool.completeDeployment(3));
        later(
                "UpdatingVersion",
                "True AsExpected Updating version in progress. Target version: 4.17.3",
                "machines do not run the release yet",
                pool -> {});
        later("UpdatingVersion", "False AsExpected", "they run it", pool -> pool.completeDeployment(3));
        String template = "UpdatingPlatformMachineTemplate";
        later(
                template,
                "True AsExpected platform machine template update in progress. Target template: workers-HASH",
                "machines are of another template, or none yet",
                pool -> {});
        later(template, "False AsExpected", "they are of the template", pool -> pool.completeDeployment(3));
    }

    private static void inPlace(PoolFixture pool) {
        pool.patchPool("{'spec':{'management':{'upgradeType':'InPlace','replace':null}}}");
        pool.settle();
        wants(pool, "4.17.9");
        pool.patchCluster("{'spec':{'pullSecret':{'name':'other'}}}");
        pool.secret("clusters", "other", ".dockerconfigjson", "e30=");
        pool.settle();
    }

    private static void upgrader(PoolFixture pool, String annotation, String text) {
        pool.store.patch(
                SETS,
                IN_CONTROL_PLANE,
                JsonObject.EMPTY.withAt(text, "metadata", "annotations", "hypershift.openshift.io/" + annotation));
    }

    private static void updatesInPlace() {
        for (String what : new String[] {"Config", "Version"}) {
            String type = "Updating" + what;
            String message = " Updating " + what + ", Target: HASH";
            fromTheStart(type, "unknown " + message, "the upgrader has not begun", PoolConditionsTest::inPlace);
            fromTheStart(type, "True AsExpected" + message, "the upgrader works", pool -> {
                inPlace(pool);
                upgrader(pool, "nodePoolUpgradeInProgressTrue", "Nodepool update in progress.");
            });
            fromTheStart(type, "False InplaceUpgradeFailed" + message, "a node is degraded", pool -> {
                inPlace(pool);
                upgrader(pool, "nodePoolUpgradeInProgressFalse", "Node n in nodepool degraded: no");
            });
            fromTheStart(type, "False AsExpected", "the upgrader is done", pool -> {
                inPlace(pool);
                String target = pool.tree(SETS, IN_CONTROL_PLANE)
                        .orElseThrow()
                        .text("metadata", "annotations", "hypershift.openshift.io/nodePoolTargetConfigVersion");
                upgrader(pool, "nodePoolCurrentConfigVersion", String.valueOf(target));
            });
        }
    }

    private static void payload() {
        String valid = "ValidGeneratedPayload";
        Consumer<PoolFixture> paused = pool -> pool.patchPool("{'spec':{'pausedUntil':'true'}}");
        String missing = "False NotFound secrets \"token-workers-HASH\" not found";
        fromTheStart(valid, missing, "there is no token, as on a pool that is paused from its beginning", paused);
        later(valid, "Unknown  Unable to get status data from token secret", "it is in the making", pool -> {});
        later(
                valid,
                "True AsExpected Payload generated successfully",
                "the ignition server made it",
                pool -> pool.payload("AsExpected", "Payload generated successfully"));
        later(
                valid,
                " InvalidConfig cannot render",
                "the ignition server cannot make it",
                pool -> pool.payload("InvalidConfig", "cannot render"));
        String reached = "ReachedIgnitionEndpoint";
        fromTheStart(reached, missing, "there is no token", paused);
        later(reached, "False ignitionNotReached", "no machine fetched it", pool -> {});
        later(reached, "True AsExpected", "a machine fetched it", PoolFixture::reachIgnition);
        later(reached, "False ignitionNotReached", "no machine fetched that of another release", pool -> {
            pool.reachIgnition();
            pool.settle();
            wants(pool, "4.17.9");
        });
        fromTheStart(reached, "True AsExpected", "machines are upgraded in place, so none boots again", pool -> {
            pool.patchPool("{'spec':{'management':{'upgradeType':'InPlace','replace':null}}}");
            pool.settle();
            String userData = String.valueOf(pool.tree(SETS, IN_CONTROL_PLANE)
                    .orElseThrow()
                    .text("spec", "template", "spec", "bootstrap", "dataSecretName"));
            pool.store.patch(
                    SECRETS,
                    new ObjectKey(CONTROL_PLANE, userData.replace("user-data", "token")),
                    Json.parseObject(
                            "{\"metadata\":{\"annotations\":{\"hypershift.openshift.io/ignition-reached\":\"True\"}}}"));
            pool.settle();
            wants(pool, "4.17.9");
        });
    }

    private static void tunes(PoolFixture pool, String name, String key, String document) {
        pool.userConfig(name, key, document);
        pool.patchPool("{'spec':{'tuningConfig':[{'name':'" + name + "'}]}}");
    }

    private static final String TUNED = "apiVersion: tuned.openshift.io/v1\nkind: Tuned\nmetadata:\n  name: t\n";
    private static final String PROFILE =
            "apiVersion: performance.openshift.io/v2\nkind: PerformanceProfile\nmetadata:\n  name: p\n";

    private static void tuning() {
        String type = "ValidTuningConfig";
        later(type, "True AsExpected", "there is none", pool -> {});
        later(type, "True AsExpected", "it can be read", pool -> tunes(pool, "mine", "tuning", TUNED));
        later(
                type,
                "False ValidationFailed configmaps \"nope\" not found",
                "it is not there",
                pool -> pool.patchPool("{'spec':{'tuningConfig':[{'name':'nope'}]}}"));
        later(
                type,
                "False ValidationFailed no manifest found in configmap \"mine\" with key \"tuning\"",
                "it is under another key",
                pool -> tunes(pool, "mine", "config", TUNED));
        later(
                type,
                "False ValidationFailed configmap \"mine\" failed validation: error decoding config: no kind \"Pod\" is"
                        + " registered for version \"v1\" in scheme \"node tuning\"",
                "it is of another kind",
                pool -> tunes(pool, "mine", "tuning", "apiVersion: v1\nkind: Pod\n"));
        later(
                type,
                "False ValidationFailed configmap \"mine\" failed validation: error decoding config: strict decoding error:"
                        + " unknown field \"spec.recommended\"",
                "it has a field that there is not",
                pool -> tunes(pool, "mine", "tuning", TUNED + "spec:\n  recommended: []\n"));
        later(
                type,
                "False ValidationFailed there cannot be more than one PerformanceProfile per NodePool. found: 2",
                "there are two performance profiles",
                pool -> {
                    pool.userConfig("one", "tuning", PROFILE);
                    pool.userConfig("two", "tuning", PROFILE);
                    pool.patchPool("{'spec':{'tuningConfig':[{'name':'one'},{'name':'two'}]}}");
                });
    }

    private static void profileStatus(PoolFixture pool, String name) {
        String conditions = "conditions:\n";
        for (String type : new String[] {"Available", "Progressing", "Upgradeable", "Degraded"}) {
            conditions += "- type: " + type + "\n  status: \"" + (type.equals("Degraded") ? "False" : "True")
                    + "\"\n  reason: R" + type + "\n  message: it says so\n";
        }
        pool.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        CONTROL_PLANE,
                        "labels",
                        JsonObject.of(
                                "hypershift.openshift.io/nto-generated-performance-profile-status",
                                "true",
                                "hypershift.openshift.io/nodePool",
                                "workers")),
                "data",
                JsonObject.of("status", conditions)));
    }

    private static void performanceProfile() {
        Map<String, String> expected = Map.of(
                "performance.operator.openshift.io/Available", "True RAvailable it says so",
                "performance.operator.openshift.io/Progressing", "True RProgressing it says so",
                "performance.operator.openshift.io/Upgradeable", "True RUpgradeable it says so",
                "performance.operator.openshift.io/Degraded", "False RDegraded it says so");
        expected.forEach((type, condition) -> {
            later(type, condition, "the node tuning operator says so", pool -> {
                tunes(pool, "mine", "tuning", PROFILE);
                profileStatus(pool, "status");
            });
            later(
                    type,
                    "",
                    "the node tuning operator has said nothing yet",
                    pool -> tunes(pool, "mine", "tuning", PROFILE));
            later(type, "", "the pool has a profile no more", pool -> {
                tunes(pool, "mine", "tuning", PROFILE);
                profileStatus(pool, "status");
                pool.settle();
                pool.patchPool("{'spec':{'tuningConfig':null}}");
            });
        });
    }

    private static void pause() {
        String type = "ReconciliationActive";
        String active = "True ReconciliationActive Reconciliation active on resource";
        later(type, active, "nothing is said", pool -> {});
        later(type, active, "false is said", pool -> pool.patchPool("{'spec':{'pausedUntil':'False'}}"));
        later(
                type,
                active,
                "the time is over",
                pool -> pool.patchPool("{'spec':{'pausedUntil':'2025-12-31T00:00:00Z'}}"));
        for (String nonsense : new String[] {"tomorrow", "", "2026-02-30T00:00:00Z"}) {
            later(
                    type,
                    "True InvalidPausedUntilValue Invalid value provided for PausedUntil field",
                    "the value is '" + nonsense + "'",
                    pool -> pool.patchPool("{'spec':{'pausedUntil':'" + nonsense + "'}}"));
        }
        later(
                type,
                "False ReconciliationPaused Reconciliation paused until field removed",
                "true is said",
                pool -> pool.patchPool("{'spec':{'pausedUntil':'t'}}"));
        later(
                type,
                "False ReconciliationPaused Reconciliation paused until: 2026-01-02T00:00:00Z",
                "it is a time to come",
                pool -> pool.patchPool("{'spec':{'pausedUntil':'2026-01-02T00:00:00Z'}}"));
    }

    private static String says(String type, String status, String reason, String message) {
        return "{\"type\":\"" + type + "\",\"status\":\"" + status + "\",\"reason\":\"" + reason + "\",\"message\":\""
                + message + "\"}";
    }

    private static void machines() {
        String ready = "AllMachinesReady";
        String healthy = "AllNodesHealthy";
        for (String type : new String[] {ready, healthy}) {
            later(type, "False NotFound No Machines are created", "there is no machine", pool -> {});
            later(
                    type,
                    "False AsExpected NodePool set to no replicas",
                    "none is wanted",
                    pool -> pool.patchPool("{'spec':{'replicas':0}}"));
            later(type, WELL, "nothing is wrong with any machine", pool -> {
                pool.machine(
                        "m1", "[" + says("Ready", "True", "", "") + "," + says("NodeHealthy", "True", "", "") + "]");
                pool.machine("m2", "[]");
            });
        }
        later(
                ready,
                "False DVNotReady,VMNotReady 2 of 3 machines are not ready\nMachine m2: DVNotReady: importing\n"
                        + "Machine m1: VMNotReady",
                "machines are not, sorted by reason and with what their infrastructure says",
                pool -> {
                    pool.machine(
                            "m1",
                            "[" + says("Ready", "False", "VMNotReady", "1 of 2 completed") + ","
                                    + says("InfrastructureReady", "False", "VMNotReady", "1 of 2 completed") + "]");
                    pool.machine(
                            "m2",
                            "[" + says("Ready", "Unknown", "Other", "") + ","
                                    + says("InfrastructureReady", "False", "DVNotReady", "importing") + "]");
                    pool.machine("m3", "[" + says("Ready", "True", "", "") + "]");
                });
        later(
                ready,
                "False Waiting 40 of 40 machines are not ready\n"
                        + lines("Machine m%02d: Waiting: " + "x".repeat(60), 12) + TOO_MANY,
                "there is too much to say",
                pool -> {
                    for (int i = 0; i < 40; i++) {
                        pool.machine(
                                String.format("m%02d", i),
                                "[" + says("Ready", "False", "Waiting", "") + ","
                                        + says("InfrastructureReady", "False", "Waiting", "x".repeat(60)) + "]");
                    }
                });
        later(
                healthy,
                "False NodeConditionsFailed Machine m1: NodeNotFound\nMachine m3: NodeConditionsFailed",
                "nodes are not: each with its reason, and the reason of the last",
                pool -> {
                    pool.machine("m3", "[" + says("NodeHealthy", "Unknown", "NodeConditionsFailed", "") + "]");
                    pool.machine("m2", "[" + says("NodeHealthy", "True", "", "") + "]");
                    pool.machine("m1", "[" + says("NodeHealthy", "False", "NodeNotFound", "") + "]");
                });
        conflicts();
        migration();
    }

    private static String lines(String format, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(String.format(format, i)).append('\n');
        }
        return lines.toString();
    }

    private static void conflicts() {
        String type = "ClusterNetworkCIDRConflict";
        String collides = "machine [m%d] with ip [10.132.0.%d] collides with cluster-network cidr [10.132.0.0/14]";
        Consumer<PoolFixture> one = pool -> {
            pool.machine("m1", "[]");
            pool.machine("m2", "[]");
            pool.addresses("m1", "InternalIP", "10.132.0.1");
            pool.addresses("m2", "InternalDNS", "10.132.0.2");
        };
        later(
                type,
                "True InvalidConfiguration " + String.format(collides, 1, 1),
                "a machine has an address of the pods' network",
                one);
        later(
                type,
                "True InvalidConfiguration " + String.format(collides, 1, 1) + ", " + String.format(collides, 2, 2)
                        + ", " + String.format(collides, 3, 3) + ", too many similar errors...",
                "many machines do",
                pool -> {
                    for (int i = 1; i < 6; i++) {
                        pool.machine("m" + i, "[]");
                        pool.addresses("m" + i, "ExternalIP", "10.132.0." + i);
                    }
                });
        later(type, "", "none does", pool -> {
            pool.machine("m1", "[]");
            pool.addresses("m1", "InternalIP", "192.168.0.1");
        });
        later(type, "", "there are no machines any more", pool -> {
            one.accept(pool);
            pool.settle();
            pool.store.delete(PoolFixture.MACHINES, new ObjectKey(CONTROL_PLANE, "m1"), pool.now);
            pool.store.delete(PoolFixture.MACHINES, new ObjectKey(CONTROL_PLANE, "m2"), pool.now);
        });
    }

    private static void virtualMachine(PoolFixture pool, String name, String conditions) {
        pool.store.create(Json.parseObject("{\"apiVersion\":\"infrastructure.cluster.x-k8s.io/v1alpha1\",\"kind\":"
                + "\"KubevirtMachine\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"clusters-demo\"},"
                + "\"status\":{\"conditions\":[" + conditions + "]}}"));
    }

    private static void migration() {
        String type = "KubeVirtNodesLiveMigratable";
        String migratable = "VMLiveMigratable";
        later(type, "", "there is no virtual machine", pool -> {});
        later(type, WELL, "virtual machines can move", pool -> {
            virtualMachine(pool, "v1", says(migratable, "True", "", ""));
            virtualMachine(pool, "v2", "");
        });
        later(
                type,
                "False DisksNotLiveMigratable 1 of 2 machines are not live migratable\n"
                        + "Machine v2: DisksNotLiveMigratable: not shared",
                "some cannot, of whatever pool",
                pool -> {
                    virtualMachine(pool, "v1", says(migratable, "True", "", ""));
                    virtualMachine(pool, "v2", says(migratable, "False", "DisksNotLiveMigratable", "not shared"));
                });
        later(
                type,
                "False R 10 of 10 machines are not live migratable\n" + lines("Machine v%d: R: " + "x".repeat(300), 3)
                        + TOO_MANY,
                "there is too much to say",
                pool -> {
                    for (int i = 0; i < 9; i++) {
                        virtualMachine(pool, "v" + i, says(migratable, "False", "R", "x".repeat(300)));
                    }
                    virtualMachine(pool, "v9", says(migratable, "False", "R", ""));
                });
    }

    private static JsonObject jsonPatch(@Nullable String patch) {
        return JsonObject.EMPTY.withAt(
                patch, "metadata", "annotations", "hypershift.openshift.io/kubevirt-vm-jsonpatch");
    }

    private static void machineTemplate() {
        String type = "ValidMachineTemplate";
        String misfit = "[{\"op\":\"remove\",\"path\":\"/spec/nope\"}]";
        later(type, "", "the template can be made", pool -> {});
        later(
                type,
                "False InvalidKubevirtMachineTemplate failed to apply json patch: the path /spec/nope of a JSON patch"
                        + " leads nowhere",
                "the pool's patch does not fit",
                pool -> pool.store.patch(PoolFixture.POOLS, PoolFixture.POOL, jsonPatch(misfit)));
        later(
                type,
                "False InvalidKubevirtMachineTemplate failed to apply json patch: the path /spec/nope of a JSON patch"
                        + " leads nowhere",
                "the cluster's patch does not fit",
                pool -> pool.store.patch(PoolFixture.CLUSTERS, PoolFixture.CLUSTER, jsonPatch(misfit)));
        later(
                type,
                "False InvalidKubevirtMachineTemplate failed to parse the hypershift.openshift.io/kubevirt-vm-jsonpatch"
                        + " annotation; wrong jsonpatch format: a JSON patch is an array of operations",
                "the patch is none",
                pool -> pool.store.patch(PoolFixture.POOLS, PoolFixture.POOL, jsonPatch("{}")));
        later(type, "", "the patch was mended", pool -> {
            pool.store.patch(PoolFixture.POOLS, PoolFixture.POOL, jsonPatch("{}"));
            pool.settle();
            pool.store.patch(PoolFixture.POOLS, PoolFixture.POOL, jsonPatch(null));
        });
        fromTheStart(
                type,
                "False ValidationFailed there is no support for platform type \"Azure\", so the pool gets no machines;"
                        + " supported are [AWS, Agent, IBMCloud, KubeVirt, None]",
                "nobody provides the platform",
                pool -> pool.moveTo("{'type':'Azure'}", "{'type':'Azure'}"));
    }

    private static void deploymentSays(PoolFixture pool, String condition) {
        pool.completeDeployment(3);
        pool.store.patch(
                DEPLOYMENTS, IN_CONTROL_PLANE, Json.parseObject("{\"status\":{\"conditions\":[" + condition + "]}}"));
    }

    private static void ready() {
        String type = "Ready";
        later(type, "", "Cluster API has not said anything", pool -> {});
        later(
                type,
                "True AsExpected",
                "Cluster API says so without a reason",
                pool -> deploymentSays(pool, "{\"type\":\"Ready\",\"status\":\"True\"}"));
        later(
                type,
                "False WaitingForAvailableMachines Minimum availability requires 3 replicas",
                "Cluster API says why not",
                pool -> deploymentSays(
                        pool,
                        says(
                                "Ready",
                                "False",
                                "WaitingForAvailableMachines",
                                "Minimum availability requires 3 replicas")));
    }

    private static void repair() {
        String type = "AutorepairEnabled";
        Consumer<PoolFixture> asked = pool -> pool.patchPool("{'spec':{'management':{'autoRepair':true}}}");
        later(type, "False AsExpected", "it is not asked for", pool -> {});
        fromTheStart(type, "", "it is asked for and no machine fetched its configuration", asked);
        later(type, "False AsExpected", "it is asked for later and no machine fetched its configuration", asked);
        later(type, "True AsExpected", "it is asked for and a machine fetched its configuration", pool -> {
            asked.accept(pool);
            pool.reachIgnition();
        });
    }

    static Stream<Row> table() {
        return TABLE.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void shows(Row row) {
        PoolFixture pool = PoolFixture.withCluster();
        if (!row.early()) {
            pool.settle();
        }
        row.bringAbout().accept(pool);
        pool.settle();

        assertThat(pool.condition(row.type()).replaceAll("\\b[0-9a-f]{8}\\b", "HASH"))
                .isEqualTo(row.expected());
        assertThat(ON_THE_PAGE).containsAll(Conditions.of(pool.pool(), pool.now).types());
    }

    @Test
    void the_page_about_conditions_has_all_of_them() {
        assertThat(ON_THE_PAGE).isEqualTo(TABLE.stream().map(Row::type).collect(Collectors.toUnmodifiableSet()));
    }

    static Stream<ConditionsDocument.Row> told() {
        return ConditionsDocument.rows().stream()
                .filter(row -> row.testClass().equals(PoolConditionsTest.class.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("told")
    void has_what_the_page_about_conditions_says_it_has(ConditionsDocument.Row told) {
        assertThat(TABLE).anyMatch(row -> row.type().equals(told.type()) && told.isShownBy(row.expected()));
    }
}
