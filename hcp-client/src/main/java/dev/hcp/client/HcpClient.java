package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.platforms.PlatformProviders;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Entry point: what an administrator does with hosted clusters on one management cluster.
 *
 * <pre>{@code
 * HcpClient hcp = HcpClient.of(kubernetesClient);
 * HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
 *         .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
 *         .pullSecret(dockerConfigJson)
 *         .nodePoolReplicas(3)
 *         .apply();
 * demo.awaitCompleted(Duration.ofMinutes(30));
 * }</pre>
 *
 * <p>It works over the fabric8 client it is given and does not close it. It waits by watching: however many threads wait, there is
 * one watch of each kind, while somebody waits. Immutable and thread-safe, as is everything that it gives except for the builders
 * of clusters and node pools.
 */
public final class HcpClient {
    /** Who changes fields, in {@code metadata.managedFields}. */
    static final String FIELD_MANAGER = "hcp-client";

    private final KubernetesClient kubernetes;
    private final Waits waits;
    private final InstantSource clock;
    private final Optional<HttpClient.Factory> guestHttpClients;
    private final PlatformProviders platforms = PlatformProviders.load();
    private final ReleaseStreams releaseStreams;
    private final String operatorNamespace;

    private HcpClient(Builder builder) {
        this.kubernetes = builder.kubernetes;
        this.waits = new Waits(builder.kubernetes, builder.waiting);
        this.clock = builder.clock;
        this.guestHttpClients = builder.guestHttpClients;
        this.releaseStreams = builder.releaseStreams;
        this.operatorNamespace = builder.operatorNamespace;
    }

    /** A client for a real management cluster: waits watch it. */
    public static HcpClient of(KubernetesClient kubernetes) {
        return builder(kubernetes).build();
    }

    /** A client with other ways to wait or to reach guest clusters. */
    public static Builder builder(KubernetesClient kubernetes) {
        return new Builder(kubernetes);
    }

    /** A new hosted cluster on KubeVirt, with the documented defaults; nothing happens until it is applied. */
    public CreateKubeVirtCluster kubeVirtCluster(String namespace, String name) {
        return new CreateKubeVirtCluster(this, namespace, name);
    }

    /** A new hosted cluster on agents, with the documented defaults; nothing happens until it is applied. */
    public CreateAgentCluster agentCluster(String namespace, String name) {
        return new CreateAgentCluster(this, namespace, name);
    }

    /** A new hosted cluster on AWS, with the documented defaults; nothing happens until it is applied. */
    public CreateAwsCluster awsCluster(String namespace, String name) {
        return new CreateAwsCluster(this, namespace, name);
    }

    /** A new hosted cluster whose nodes somebody else brings; nothing happens until it is applied. */
    public CreateNoneCluster noneCluster(String namespace, String name) {
        return new CreateNoneCluster(this, namespace, name);
    }

    /** A new node pool on KubeVirt of the cluster that {@link CreateNodePool#clusterName} names. */
    public CreateKubeVirtNodePool kubeVirtNodePool(String namespace, String name) {
        return new CreateKubeVirtNodePool(this, namespace, name);
    }

    /** A new node pool of agents of the cluster that {@link CreateNodePool#clusterName} names. */
    public CreateAgentNodePool agentNodePool(String namespace, String name) {
        return new CreateAgentNodePool(this, namespace, name);
    }

    /** A new node pool on AWS of the cluster that {@link CreateNodePool#clusterName} names. */
    public CreateAwsNodePool awsNodePool(String namespace, String name) {
        return new CreateAwsNodePool(this, namespace, name);
    }

    /** A hosted cluster, whether it exists or not. */
    public HostedClusterResource hostedCluster(String namespace, String name) {
        return new HostedClusterResource(this, namespace, name);
    }

    /** A node pool, whether it exists or not. */
    public NodePoolResource nodePool(String namespace, String name) {
        return new NodePoolResource(this, namespace, name);
    }

    /**
     * All hosted clusters of the management cluster, by namespace and name.
     *
     * @throws MissingDefinitionsException when HyperShift is not installed there
     * @throws PermissionDeniedException when one may not see all namespaces
     */
    public List<HostedCluster> hostedClusters() {
        return Failures.explain("list hosted clusters", () -> kubernetes
                .resources(HostedCluster.class)
                .inAnyNamespace()
                .list()
                .getItems());
    }

    /**
     * All node pools of the management cluster, by namespace and name.
     *
     * @throws MissingDefinitionsException when HyperShift is not installed there
     * @throws PermissionDeniedException when one may not see all namespaces
     */
    public List<NodePool> nodePools() {
        return Failures.explain("list node pools", () -> kubernetes
                .resources(NodePool.class)
                .inAnyNamespace()
                .list()
                .getItems());
    }

    /** The hosts that have registered in a namespace, and what they are discovered with (documentation 3.5 and 4.5). */
    public Agents agents(String namespace) {
        return new Agents(kubernetes, namespace);
    }

    /** Tables of the management cluster's objects, as the documentation shows them. */
    public Tables tables() {
        return new Tables(kubernetes, Optional.empty());
    }

    /** The nodes of the management cluster: which of them are for control planes, and in which zones they are (documentation 2.5). */
    public ManagementNodes managementNodes() {
        return new ManagementNodes(kubernetes);
    }

    /**
     * One kubeconfig for all hosted clusters of a namespace that report one, as {@code hcp create kubeconfig} without a name
     * makes it (documentation 3.1.10.1).
     *
     * @throws RequestFailedException when the management cluster cannot be asked
     */
    public Kubeconfigs kubeconfigs(String namespace) {
        return Kubeconfigs.of(this, namespace);
    }

    /**
     * What the HyperShift operator can deploy (documentation 6.3.2).
     *
     * @throws ResourceNotFoundException when there is no operator that tells, in the {@linkplain Builder#operatorNamespace
     *     namespace} where it is looked for
     */
    public SupportedVersions supportedVersions() {
        return supportedVersions(operatorNamespace);
    }

    /**
     * What another HyperShift operator can deploy.
     *
     * @param operatorNamespace namespace of the operator
     * @throws ResourceNotFoundException when there is no operator that tells
     */
    public SupportedVersions supportedVersions(String operatorNamespace) {
        return SupportedVersions.read(kubernetes, operatorNamespace);
    }

    /** The fabric8 client underneath. */
    public KubernetesClient kubernetes() {
        return kubernetes;
    }

    PlatformProviders platforms() {
        return platforms;
    }

    ReleaseStreams releaseStreams() {
        return releaseStreams;
    }

    String operatorNamespace() {
        return operatorNamespace;
    }

    Instant now() {
        return clock.instant();
    }

    Waits waits() {
        return waits;
    }

    KubernetesClient guestClient(Config config) {
        KubernetesClientBuilder builder = new KubernetesClientBuilder().withConfig(config);
        guestHttpClients.ifPresent(builder::withHttpClientFactory);
        return builder.build();
    }

    /** Collects what a client needs. Not thread-safe. */
    public static final class Builder {
        private final KubernetesClient kubernetes;
        private Optional<Waiting> waiting = Optional.empty();
        private InstantSource clock = InstantSource.system();
        private Optional<HttpClient.Factory> guestHttpClients = Optional.empty();
        private ReleaseStreams releaseStreams = ReleaseStreams.online();
        private String operatorNamespace = "hypershift";

        private Builder(KubernetesClient kubernetes) {
            this.kubernetes = kubernetes;
        }

        /**
         * How to let time pass, on a simulator in virtual time: a reference to its own wait, {@code simulator::runUntil}. By
         * default time passes by itself.
         */
        public Builder waiting(Waiting waiting) {
            this.waiting = Optional.of(waiting);
            return this;
        }

        /** What time it is on the cluster; for a simulator in virtual time {@code simulator::now}. The system's by default. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The HTTP client with which guest clusters are reached. By default fabric8's default one; for an in-process
         * simulator its own, {@code simulator.httpClientFactory()}.
         */
        public Builder guestHttpClients(HttpClient.Factory factory) {
            this.guestHttpClients = Optional.of(factory);
            return this;
        }

        /** Who knows the newest releases; by default OpenShift's public release controllers. */
        public Builder releaseStreams(ReleaseStreams streams) {
            this.releaseStreams = streams;
            return this;
        }

        /** The namespace of the HyperShift operator, which tells what it supports and is part of dumps. {@code hypershift} by default. */
        public Builder operatorNamespace(String namespace) {
            this.operatorNamespace = namespace;
            return this;
        }

        /** The client. */
        public HcpClient build() {
            return new HcpClient(this);
        }
    }
}
