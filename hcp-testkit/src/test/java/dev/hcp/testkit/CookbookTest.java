package dev.hcp.testkit;

import static dev.hcp.testkit.Clusters.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.hypershift.ImageContentSource;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.client.CreateAwsCluster;
import dev.hcp.client.CreateKubeVirtCluster;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.NodePoolResource;
import dev.hcp.client.Tables;
import dev.hcp.platforms.aws.AwsIdentities;
import dev.hcp.platforms.aws.AwsInfrastructure;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Command lines of the documentation, and what a program says instead: a comment {@code // SECTION | COMMAND} for each
 * command, and the line that follows. {@code docs/cookbook.md} is made of them, and each line is run here.
 */
@HcpTest
class CookbookTest {
    private static final Duration AN_HOUR = Duration.ofHours(2);
    private static final String IMAGE = Clusters.release("4.16.8");

    @Test
    void creating_and_looking(HcpClient hcp, Simulator simulator, @TempDir Path directory) {
        String release = Clusters.release("4.16.5");
        String pullSecret = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
        // Create a cluster
        // 3.3.2.1 | hcp create cluster kubevirt --name demo --node-pool-replicas 2 --pull-secret FILE --memory 8Gi
        // --cores 2
        HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(release)
                .pullSecret(pullSecret)
                .nodePoolReplicas(2)
                .memory("8Gi")
                .cores(2)
                .apply();
        demo.awaitCompleted(AN_HOUR);
        demo.nodePool("demo").awaitReplicas(2, AN_HOUR);
        Tables tables = hcp.tables();

        // See a cluster
        // 3.3.2.1, 3.3.4.1, 3.3.4.3 | oc get --namespace clusters hostedclusters
        // 3.1.7 | oc get hostedclusters -n clusters
        show(tables.hostedClusters("clusters"));
        // 3.3.8 | oc get --namespace clusters hostedclusters demo
        show(demo.status());
        // 6.2, 6.7 | oc get -n clusters hostedcluster demo -o yaml
        show(demo.get());
        // 3.1.7, 3.3.7.1, 4.2.2.1, 4.4.2.1 | oc get nodepools --namespace clusters
        // 12.6 | oc get nodepool --namespace clusters
        show(tables.nodePools("clusters"));
        // 6.6 | oc get -n clusters nodepool demo -o yaml
        show(demo.nodePool("demo").get());
        // 3.2.3, 3.3.2.1, 3.4.3, 3.5.4, 3.6.4 | oc -n clusters-demo get pods
        show(tables.pods(demo.controlPlaneNamespace()));
        // 3.5.7, 4.2.2, 4.4.2, 4.5.3 | oc -n clusters-demo get machines
        show(tables.machines(demo.controlPlaneNamespace()));
        // 12.3.2 | oc get vm -n clusters-demo
        show(tables.virtualMachines(demo.controlPlaneNamespace()));
        // 3.1.5.4 | oc get pod -n hypershift -lapp=external-dns
        tables.pods("hypershift", "app=external-dns");

        // Reach a cluster
        // 3.1.7.2, 3.3.4.1, 3.3.8, 3.5.7, 4.2.1, 4.3.1, 4.4.1, 4.5.3 | hcp create kubeconfig --namespace clusters
        // --name demo
        // 3.4.4, 4.2.2, 4.2.2.2, 4.4.2, 4.4.2.2 | oc extract -n clusters secret/demo-admin-kubeconfig --to=-
        // 3.2.4, 4.2.2.1, 4.4.2.1 | oc extract -n clusters-demo secret/admin-kubeconfig --to=-
        String kubeconfig = demo.kubeconfig();
        assertThat(kubeconfig).contains("clusters:");
        // 3.1.7.1 | (the Secret with the password of kubeadmin)
        show(demo.kubeadminPassword());
        try (KubernetesClient guest = demo.guest()) {
            Tables hosted = demo.tables(guest);
            // 3.1.7.1, 3.1.7.2, 3.3.7, 3.3.7.1, 3.5.7, 4.2.1, 4.2.2, 4.2.2.1, 4.2.2.2 | oc --kubeconfig FILE get nodes
            // 4.3.1, 4.4.1, 4.4.2, 4.4.2.1, 4.4.2.2, 4.5.3, 12.3.1, 13.4.1 | oc --kubeconfig FILE get nodes
            show(hosted.nodes());
            // 3.2.4, 3.3.4.1, 3.3.8, 3.4.4 | oc get co --kubeconfig=FILE
            // 3.5.7, 4.5.3, 12.3.1 | oc --kubeconfig FILE get clusteroperators
            show(hosted.clusterOperators());
            // 4.5.3 | oc --kubeconfig FILE get clusterversion
            show(hosted.clusterVersion());
            // 3.5.7, 4.2.2, 4.2.3, 4.4.2, 4.4.3 | oc --kubeconfig FILE get clusterversion,co
            // 3.1.10.1 | oc get clusteroperators clusterversion
            show(List.of(hosted.clusterVersion(), hosted.clusterOperators()));
            // 3.2.4, 3.4.4 | oc get pods -A --kubeconfig=FILE
            hosted.pods();
            // 12.3.3 | oc get nodes -o yaml
            show(guest.nodes().list().getItems());
            // 12.3.3 | oc get pods -A --field-selector=status.phase!=Running,status.phase!=Succeeded
            hosted.get("/api/v1/pods?fieldSelector=status.phase!%3DRunning,status.phase!%3DSucceeded");
            // 12.3.6 | oc get pods -n openshift-cluster-csi-drivers -o wide -l app=kubevirt-csi-driver
            hosted.pods("openshift-cluster-csi-drivers", "app=kubevirt-csi-driver");
            // 9.3 | oc get pods -n openshift-sriov-network-operator
            hosted.pods("openshift-sriov-network-operator");
            // 12.3.8 | oc get clusterversion version -ojsonpath='{.status.desired.image}'
            show(demo.get().getStatus().getVersion().getDesired().getImage());
        }

        String workload =
                "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: reversewords\n  namespace: default\nspec:\n  selector:\n    matchLabels:\n      app: reversewords\n  template:\n    metadata:\n      labels:\n        app: reversewords\n    spec:\n      containers:\n      - name: reversewords\n        image: quay.io/mavazque/reversewords:latest\n";

        // Run things in a cluster
        try (KubernetesClient guest = demo.guest()) {
            // 4.2.2.2, 4.2.3, 4.4.2.2, 4.4.3 | oc apply -f workload-config.yaml
            guest.resource(workload).serverSideApply();
            // 4.2.2.2, 4.4.2.2 | oc --kubeconfig FILE -n default delete deployment reversewords
            guest.apps()
                    .deployments()
                    .inNamespace("default")
                    .withName("reversewords")
                    .delete();
        }

        // Publish its applications
        // 3.3.4.2 | oc --kubeconfig FILE get services -n openshift-ingress router-nodeport-default -o jsonpath='...'
        // 3.3.4.2 | oc apply -f - (the Service demo-apps)
        show(demo.publishApplications());
        simulator.advance(Duration.ofMinutes(5));
        // 3.3.4.3 | oc -n clusters-demo get service demo-apps -o jsonpath='{.status.loadBalancer.ingress[0].ip}'
        show(demo.applicationsAddress());

        // Look for faults
        // 12.1, 12.2 | oc adm must-gather --image=IMAGE /usr/bin/gather hosted-cluster-namespace=clusters
        // hosted-cluster-name=demo --dest-dir=DIRECTORY
        show(demo.dump(directory.resolve("dump")));
        // 12.3 | (all of its steps)
        show(demo.diagnose());
        // 12.3.2 | oc get pods -n clusters-demo -l kubevirt.io=virt-launcher
        show(tables.pods(demo.controlPlaneNamespace(), "kubevirt.io=virt-launcher"));
        // 12.3.2 | oc get pods -n clusters-demo | grep "import"
        tables.pods(demo.controlPlaneNamespace()).column("NAME").stream()
                .filter(name -> name.contains("import"))
                .toList();
        // 12.3.5 | oc get pods -n clusters-demo -l app=cloud-controller-manager
        show(tables.pods(demo.controlPlaneNamespace(), "app=cloud-controller-manager"));
        // 12.3.6 | oc get pods -n clusters-demo -l app=kubevirt-csi-driver
        tables.pods(demo.controlPlaneNamespace(), "app=kubevirt-csi-driver");

        // Remove nodes and clusters
        // 13.4.1 | oc -n clusters scale nodepool demo --replicas 0
        demo.nodePool("demo").scaleToZero();
        demo.nodePool("demo").awaitReplicas(0, AN_HOUR);
        try (KubernetesClient guest = demo.guest()) {
            // 13.4.1 | oc --kubeconfig FILE delete node worker-0
            guest.nodes().withName("worker-0").delete();
        }
        // 13.1.1, 13.3.1 | oc delete managedcluster demo
        demo.deleteManagedCluster();
        // 13.3.1 | hcp destroy cluster kubevirt --name demo
        // 13.2.1, 13.4.1, 13.6.1 | hcp destroy cluster agent --name demo
        demo.destroy().run();
        assertThat(demo.find()).isEmpty();
    }

    @Test
    void creating_otherwise(HcpClient hcp, Simulator simulator) {
        String release = Clusters.release("4.16.5");
        String pullSecret = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        CreateKubeVirtCluster other = hcp.kubeVirtCluster("clusters", "other")
                .releaseImage(release)
                .pullSecret(pullSecret)
                .nodePoolReplicas(2)
                .memory("8Gi")
                .cores(2);

        // Choose how a cluster is made
        // 3.3.2.2 | hcp create cluster kubevirt ... --infra-namespace=NAMESPACE --infra-kubeconfig-file=FILE
        other.infraNamespace("virtual-machines").infraKubeconfig(demo.kubeconfig());
        // 3.3.4.1 | hcp create cluster kubevirt ... --base-domain example.com
        other.baseDomain("example.com");
        // 3.3.6.1 | hcp create cluster kubevirt ... --additional-network name:default/net
        other.additionalNetwork("default/net");
        // 3.3.6.1.1 | hcp create cluster kubevirt ... --attach-default-network false
        other.attachDefaultNetwork(false);
        // 3.3.6.2 | hcp create cluster kubevirt ... --qos-class Guaranteed
        other.qosClass("Guaranteed");
        // 3.3.6.3 | hcp create cluster kubevirt ... --vm-node-selector rack=one
        other.vmNodeSelector(Map.of("rack", "one"));
        // 4.3.2.1, 4.3.2.2 | hcp create cluster kubevirt ... --infra-storage-class-mapping=INFRA/HOSTED
        other.infraStorageClassMapping("fast", "fast");
        // 4.3.2.2 | hcp create cluster kubevirt ... --infra-volumesnapshot-class-mapping=INFRA/HOSTED
        other.infraVolumeSnapshotClassMapping("snapshots", "snapshots", "");
        // 4.3.2.3 | hcp create cluster kubevirt ... --infra-storage-class-mapping=INFRA/HOSTED,group=GROUP
        // --infra-volumesnapshot-class-mapping=INFRA/HOSTED,group=GROUP
        other.infraStorageClassMapping("slow", "slow", "b").infraVolumeSnapshotClassMapping("slow", "slow", "b");
        // 4.3.2.4 | hcp create cluster kubevirt ... --root-volume-storage-class CLASS --root-volume-size 64
        other.rootVolumeStorageClass("fast").rootVolumeSize(64);
        // 4.3.2.5 | hcp create cluster kubevirt ... --root-volume-cache-strategy=PVC
        other.rootVolumeCacheStrategy("PVC");
        // 4.3.2.6 | hcp create cluster kubevirt ... --etcd-storage-class=CLASS
        other.etcdStorageClass("fast");
        // 4.1.3.3 | hcp create cluster ... --render
        show(other.render());

        // Add node pools
        // 3.3.7.1 | hcp create nodepool kubevirt --cluster-name demo --name extra --node-count 1 --memory 8Gi --cores 2
        // --root-volume-size 32
        hcp.kubeVirtNodePool("clusters", "extra")
                .clusterName("demo")
                .nodeCount(1)
                .memory("8Gi")
                .cores(2)
                .rootVolumeSize(32)
                .apply();
        demo.nodePool("extra").awaitReplicas(1, AN_HOUR);

        // See what is supported
        // 6.3.2 | hcp version
        show(hcp.supportedVersions());
        // 3.1.10.1 | hcp create kubeconfig
        show(hcp.kubeconfigs("clusters").text());

        // Destroy with more patience
        // 13.5.1 | hcp destroy cluster agent --name=demo --namespace=clusters --cluster-grace-period 20m0s
        demo.destroy().gracePeriod(Duration.ofMinutes(20)).run();
        assertThat(demo.find()).isEmpty();
    }

    @Test
    void clusters_on_aws(HcpClient hcp) {
        String release = "quay.io/openshift-release-dev/ocp-release:4.16.5-multi";
        String pullSecret = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
        AwsInfrastructure infrastructure = AwsInfrastructure.of(Json.parseObject("""
                {"region":"us-east-1","infraID":"cloud-x1","machineCIDR":"10.0.0.0/16","vpcID":"vpc-1","Name":"cloud",
                 "zones":[{"name":"us-east-1a","subnetID":"subnet-a"}],"baseDomain":"example.com",
                 "publicZoneID":"Z1","privateZoneID":"Z2","localZoneID":"Z3"}
                """));
        AwsInfrastructure twoZones = AwsInfrastructure.of(Json.parseObject("""
                {"region":"us-east-1","infraID":"cloud-x1","machineCIDR":"10.0.0.0/16","vpcID":"vpc-1","Name":"cloud",
                 "zones":[{"name":"us-east-1a","subnetID":"subnet-a"},{"name":"us-east-1b","subnetID":"subnet-b"}],
                 "baseDomain":"example.com","publicZoneID":"Z1","privateZoneID":"Z2","localZoneID":"Z3"}
                """));
        AwsIdentities identities = AwsIdentities.of(Json.parseObject("""
                {"region":"us-east-1","profileName":"cloud-worker","infraID":"cloud-x1","issuerURL":"https://issuer.example.com",
                 "roles":{"ingressARN":"arn:aws:iam::1:role/ingress","imageRegistryARN":"arn:aws:iam::1:role/registry",
                   "storageARN":"arn:aws:iam::1:role/storage","networkARN":"arn:aws:iam::1:role/network",
                   "kubeCloudControllerARN":"arn:aws:iam::1:role/cloud","nodePoolManagementARN":"arn:aws:iam::1:role/pools",
                   "controlPlaneOperatorARN":"arn:aws:iam::1:role/cpo"}}
                """));
        CreateAwsCluster other = hcp.awsCluster("clusters", "other");

        // Create a cluster on AWS
        // 3.1.7, 3.1.8.1, 4.1.3.3 | hcp create cluster aws --name cloud --infra-id ID --base-domain example.com
        // --sts-creds FILE --pull-secret FILE --region us-east-1 --generate-ssh --node-pool-replicas 2 --namespace
        // clusters --role-arn ARN
        HostedClusterResource cloud = hcp.awsCluster("clusters", "cloud")
                .infrastructure(infrastructure)
                .identities(identities)
                .releaseImage(release)
                .pullSecret(pullSecret)
                .generateSsh(true)
                .nodePoolReplicas(2)
                .apply();
        // 3.1.8 | hcp create cluster aws ... --zones us-east-1a,us-east-1b
        other.infrastructure(twoZones);
        // 3.1.5.3 | hcp create cluster aws ... --endpoint-access=PublicAndPrivate --external-dns-domain=dns.example.com
        other.endpointAccess("PublicAndPrivate").externalDnsDomain("dns.example.com");
        // 3.1.10 | hcp create cluster aws ... --endpoint-access Private
        other.endpointAccess("Private");
        // 3.1.5.4 | hcp create cluster aws ... --instance-type m6i.xlarge --auto-repair --release-image IMAGE
        other.instanceType("m6i.xlarge").autoRepair(true).releaseImage(release);
        // 3.1.9.1 | hcp create cluster aws ... --multi-arch
        other.multiArch(true);
        // 3.1.9.1 | hcp create nodepool aws --cluster-name cloud --name more --node-count 3
        hcp.awsNodePool("clusters", "more").clusterName("cloud").nodeCount(3).apply();
        // 3.1.9.2 | hcp create nodepool aws --cluster-name cloud --name arms --node-count 3 --arch arm64
        hcp.awsNodePool("clusters", "arms")
                .clusterName("cloud")
                .nodeCount(3)
                .arch("arm64")
                .apply();
        assertThat(cloud.nodePools())
                .extracting(pool -> pool.getMetadata().getName())
                .containsExactly("arms", "cloud-us-east-1a", "more");
        assertThat(other.identities(identities).pullSecret(pullSecret).problems())
                .isEmpty();

        // Destroy a cluster on AWS
        // 13.1.1 | hcp destroy cluster aws --name cloud --infra-id ID --role-arn ARN --sts-creds FILE --base-domain
        // example.com
        cloud.destroy().infraId("cloud-x1").run();
        assertThat(cloud.find()).isEmpty();
    }

    @Test
    void scaling_and_repairing(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        NodePoolResource pool = demo.nodePool("demo");

        // Scale
        // 3.3.7 | oc scale nodepool/demo --namespace clusters --replicas=2
        // 3.5.7, 4.2.2, 4.4.2, 4.5.3 | oc -n clusters scale nodepool demo --replicas 2
        pool.scale(2);
        // 12.6 | oc scale nodepool/demo --namespace clusters --replicas=0
        pool.scaleToZero();
        // 12.6 | oc scale nodepool/demo --namespace clusters --replicas=1
        pool.scale(1);
        // 4.2.2.2, 4.4.2.2 | oc -n clusters patch nodepool demo --type=json -p '[{"op": "remove", "path":
        // "/spec/replicas"},{"op":"add", "path": "/spec/autoScaling", "value": { "max": 5, "min": 2 }}]'
        pool.autoscale(2, 5);
        // 4.2.2.3, 4.4.2.3 | oc -n clusters patch nodepool demo --type=json -p '[{"op":"remove", "path":
        // "/spec/autoScaling"}, {"op": "add", "path": "/spec/replicas", "value": 1}]'
        pool.stopAutoscaling(1);

        // Repair and drain
        // 4.2.4, 4.4.4 | oc get nodepool -n clusters demo -o yaml | grep nodeDrainTimeout
        // 12.6 | oc get nodepool -n clusters demo -ojsonpath='{.spec.nodeDrainTimeout}'
        pool.get().getSpec().getNodeDrainTimeout();
        // 4.2.4, 4.4.4 | oc patch nodepool -n clusters demo -p '{"spec":{"nodeDrainTimeout": "30m"}}' --type=merge
        // 12.6 | oc edit nodepool demo --namespace clusters
        pool.drainTimeout(Duration.ofMinutes(30));
        // 4.2.4, 4.4.4 | oc patch nodepool -n clusters demo -p '{"spec": {"management": {"autoRepair":true}}}'
        // --type=merge
        pool.autoRepair(true);
        // 4.2.4, 4.2.5, 4.4.4, 4.4.5 | oc get nodepool -n clusters demo -o yaml | grep autoRepair
        show(pool.get().getSpec().getManagement().getAutoRepair());
        // 4.2.5, 4.4.5 | oc patch nodepool -n clusters demo -p '{"spec": {"management": {"autoRepair":false}}}'
        // --type=merge
        pool.autoRepair(false);
        pool.awaitReplicas(1, AN_HOUR);
    }

    @Test
    void pausing_restarting_and_configuring(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        NodePoolResource pool = demo.nodePool("demo");
        Instant time = simulator.now().plus(Duration.ofHours(1));
        String machineConfig =
                "apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n  name: chrony\nspec:\n  config:\n    ignition:\n      version: 3.2.0\n";
        String tuned =
                "apiVersion: tuned.openshift.io/v1\nkind: Tuned\nmetadata:\n  name: tuned-1\n  namespace: openshift-cluster-node-tuning-operator\nspec:\n  profile:\n  - data: |\n      [sysctl]\n      vm.dirty_ratio=\"55\"\n    name: tuned-1-profile\n  recommend:\n  - priority: 20\n    profile: tuned-1-profile\n";

        // Pause and restart
        // 12.5 | oc patch -n clusters hostedclusters/demo -p '{"spec":{"pausedUntil":"TIMESTAMP"}}' --type=merge
        demo.pauseUntil(time);
        // 12.5 | oc patch -n clusters hostedclusters/demo -p '{"spec":{"pausedUntil":"true"}}' --type=merge
        demo.pause();
        // 12.5 | oc patch -n clusters hostedclusters/demo -p '{"spec":{"pausedUntil":null}}' --type=merge
        demo.resume();
        // 12.4 | oc annotate hostedcluster -n clusters demo hypershift.openshift.io/restart-date=$(date
        // --iso-8601=seconds)
        demo.restart();

        // Configure
        // 9.1 | oc edit nodepool demo --namespace clusters (spec.config, with its ConfigMap)
        pool.configure("chrony", machineConfig);
        // 9.2 | oc create -f tuned-1.yaml (with spec.tuningConfig of the node pool)
        pool.tune("tuned-1", tuned);
        // 10.1 | oc edit hostedcluster demo -n clusters (spec.configuration.featureGate.featureSet)
        demo.featureSet(FeatureSet.TECH_PREVIEW_NO_UPGRADE);
        simulator.advance(Duration.ofHours(1));
        try (KubernetesClient guest = demo.guest()) {
            // 9.2 | oc --kubeconfig FILE get tuned.tuned.openshift.io -n openshift-cluster-node-tuning-operator
            show(demo.tables(guest)
                    .get("/apis/tuned.openshift.io/v1/namespaces/openshift-cluster-node-tuning-operator/tuneds"));
            // 9.2 | oc --kubeconfig FILE get profile.tuned.openshift.io -n openshift-cluster-node-tuning-operator
            demo.tables(guest)
                    .get("/apis/tuned.openshift.io/v1/namespaces/openshift-cluster-node-tuning-operator/profiles");
            // 10.1 | oc get featuregate cluster -o yaml
            show(guest.raw("/apis/config.openshift.io/v1/featuregates/cluster"));
        }
    }

    @Test
    void updating(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        NodePoolResource pool = demo.nodePool("demo");
        String image = IMAGE;

        // Update
        // 6.2 | oc edit hostedcluster demo -n clusters (spec.channel)
        demo.channel("stable-4.16");
        // 6.2 | oc get -n clusters hostedcluster demo -o yaml (status.version.availableUpdates, conditionalUpdates)
        demo.await("learn of updates", cluster -> !demo.availableUpdates().isEmpty(), LONG);
        // 6.7 | oc annotate hostedcluster -n clusters demo "hypershift.openshift.io/force-upgrade-to=IMAGE"
        // --overwrite; oc patch hostedcluster demo -n clusters --type=merge -p '{"spec":{"release":{"image":"IMAGE"}}}'
        demo.upgradeTo(image).controlPlaneOnly().force().run(AN_HOUR);
        // 6.6 | oc patch nodepool demo -n clusters --type=merge -p
        // '{"spec":{"nodeDrainTimeout":"60s","release":{"image":"IMAGE"}}}'
        pool.edit(spec -> spec.toBuilder()
                .nodeDrainTimeout(GoDuration.of("60s"))
                .release(r -> r.image(image))
                .build());
        // 6.6 | (the same with rules of version skew checked first, waiting for it)
        demo.upgradeTo(image).nodePoolsOnly("demo").run(AN_HOUR);
        // 6.6 | (what an update would do, in order, and what speaks against it)
        show(demo.upgradeTo(image).plan().explain());
    }

    @Test
    void hosts_of_the_agent_platform(HcpClient hcp, Simulator simulator) {
        Objects objects = simulator.objects();
        ResourceType agents = objects.resource("agent-install.openshift.io/v1beta1", "Agent");
        ResourceType environments = objects.resource("agent-install.openshift.io/v1beta1", "InfraEnv");
        HostedClusterResource metal = hcp.hostedCluster("clusters", "metal");
        String release = Clusters.release("4.16.5");
        String pullSecret = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";

        List<ImageContentSource> mirrors = List.of(ImageContentSource.builder()
                .source("quay.io/openshift-release-dev")
                .addMirrors("mirror.example.com/openshift")
                .build());
        String sshKey = "ssh-ed25519 AAAA core";

        // Hosts of the agent platform
        // 3.2.3, 3.4.3, 3.5.4, 3.6.4 | oc create ns clusters-metal
        metal.createControlPlaneNamespace();
        // 3.5.5, 4.5.1 | oc apply -f infraenv-config.yaml
        hcp.agents("clusters-metal")
                .infraEnv("metal")
                .cpuArchitecture("s390x")
                .sshAuthorizedKey(sshKey)
                .apply();
        register(objects, environments, agents);
        // 3.5.5 | oc -n clusters-metal get InfraEnv metal -o json
        show(hcp.agents("clusters-metal").bootArtifacts("metal"));
        // 4.5.1 | oc -n clusters-metal get InfraEnv metal -o json
        show(hcp.agents("clusters-metal").discoveryImage("metal"));
        // 3.2.3, 3.4.3, 3.5.4, 3.6.4 | hcp create cluster agent --name=metal --pull-secret=FILE
        // --agent-namespace=clusters-metal
        // --base-domain=example.com --api-server-address=api.metal.example.com
        // --etcd-storage-class=CLASS --ssh-key FILE --namespace clusters --control-plane-availability-policy
        // HighlyAvailable --release-image=IMAGE
        hcp.agentCluster("clusters", "metal")
                .releaseImage(release)
                .pullSecret(pullSecret)
                .agentNamespace("clusters-metal")
                .baseDomain("example.com")
                .apiServerAddress("api.metal.example.com")
                .etcdStorageClass("fast")
                .sshKey(sshKey)
                .apply();
        // 3.2.3.2, 3.4.3.2 | hcp create cluster agent ... --image-content-sources icsp.yaml
        hcp.agentCluster("clusters", "mirrored").imageContentSources(mirrors);
        // 4.2.2.1, 4.4.2.1 | hcp create nodepool agent --cluster-name metal --name extra --node-count 2
        // --agentLabelSelector '{"matchLabels": {"size": "medium"}}'
        hcp.agentNodePool("clusters", "extra")
                .clusterName("metal")
                .nodeCount(2)
                .agentLabelSelector("size=medium")
                .apply();
        // 3.5.6.3, 4.2.2, 4.4.2, 4.5.2, 4.5.3 | oc -n clusters-metal get agents
        show(hcp.tables().agents("clusters-metal"));
        // 4.5.2 | oc -n clusters-metal patch agent one -p
        // '{"spec":{"installation_disk_id":"/dev/sda","approved":true}}'
        // --type merge
        hcp.agents("clusters-metal").approve("one", "", "/dev/sda");
        // 4.5.2 | oc -n clusters-metal patch agent one -p '{"spec":{"hostname":"worker-1","approved":true}}' --type
        // merge
        hcp.agents("clusters-metal").approve("one", "worker-1");
        // 3.5.6.3 | oc -n clusters-metal patch agent one -p
        // '{"spec":{"installation_disk_id":"/dev/sda","approved":true,"hostname":"worker-1"}}' --type merge
        hcp.agents("clusters-metal").approve("one", "worker-1", "/dev/sda");
        // 3.5.7, 4.2.2, 4.4.2, 4.5.3 | oc -n clusters-metal get agent -o jsonpath='{range .items[*]}... State:
        // {@.status.debugInfo.state}{end}'
        show(hcp.agents("clusters-metal").list());
        // 13.4.1 | oc -n clusters-metal delete agent two
        hcp.agents("clusters-metal").delete("two");

        assertThat(objects.list(agents, "clusters-metal")).singleElement().satisfies(agent -> assertThat(
                        agent.object("spec"))
                .isEqualTo(JsonObject.of(
                        "approved",
                        true,
                        "hostname",
                        "worker-1",
                        "installation_disk_id",
                        "/dev/sda",
                        "role",
                        "worker")));
    }

    /** What the assisted service and two hosts would do. */
    private static void register(Objects objects, ResourceType environments, ResourceType agents) {
        String namespace = "clusters-metal";
        JsonObject environment = objects.get(environments, namespace, "metal").orElseThrow();
        JsonObject status = JsonObject.of(
                "bootArtifacts",
                JsonObject.of("kernel", "https://example.com/kernel"),
                "isoDownloadURL",
                "https://example.com/discovery.iso");
        objects.update(environments, "status", environment.with("status", status), "test");
        for (String name : List.of("one", "two")) {
            objects.create(
                    agents,
                    JsonObject.of(
                            "metadata", JsonObject.of("name", name, "namespace", namespace),
                            "spec", JsonObject.of("approved", false, "role", "worker")),
                    "test");
        }
    }

    /** What a reader would print; that there is something is what is asked here. */
    private static void show(Object seen) {
        assertThat(seen).isNotNull();
        assertThat(seen.toString())
                .isNotEmpty()
                .isNotEqualTo("No resources found")
                .isNotEqualTo("[]");
    }
}
