package dev.hcp.client;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.DnsSpec;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.SecretEncryptionSpec;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.aws.AwsClusterOptions;
import dev.hcp.platforms.aws.AwsIdentities;
import dev.hcp.platforms.aws.AwsInfrastructure;
import dev.hcp.platforms.aws.AwsMachineOptions;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hosted cluster on AWS, on infrastructure that exists, with the defaults of {@code hcp create cluster aws}
 * (documentation, "Creating a hosted cluster on AWS" and "Creating the AWS infrastructure separately"). One node pool is
 * made per availability zone. Not thread-safe.
 */
public final class CreateAwsCluster extends CreateCluster<CreateAwsCluster> implements AwsMachines<CreateAwsCluster> {
    private final AwsClusterOptions options = new AwsClusterOptions();
    private final AwsMachineOptions machines = new AwsMachineOptions();
    private String secretCreds = "";

    CreateAwsCluster(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
        etcdStorageClass = "gp3-csi";
    }

    /** What was made in the AWS account, {@code --infra-json}. Required. It brings base domain and identifier. */
    public CreateAwsCluster infrastructure(AwsInfrastructure output) {
        options.infrastructure(output);
        return output.infraId().isEmpty() ? this : infraId(output.infraId());
    }

    /** Who the cluster is in AWS, {@code --iam-json}. Required. */
    public CreateAwsCluster identities(AwsIdentities output) {
        options.identities(output);
        return this;
    }

    /**
     * What stands before the base domain instead of the cluster's name, {@code --base-domain-prefix}; {@code none} for
     * nothing. That of the infrastructure when not set.
     */
    public CreateAwsCluster baseDomainPrefix(String prefix) {
        options.baseDomainPrefix(prefix);
        return this;
    }

    /** Who reaches the API server, {@code --endpoint-access}: Public, the default, PublicAndPrivate or Private. */
    public CreateAwsCluster endpointAccess(String access) {
        options.endpointAccess(access);
        return this;
    }

    /** Whether node pools may have other architectures than the control plane. False by default. */
    public CreateAwsCluster multiArch(boolean multiArch) {
        options.multiArch(multiArch);
        return this;
    }

    /** A tag of everything that the cluster makes in AWS, {@code --additional-tags}. */
    public CreateAwsCluster additionalTag(String key, String value) {
        options.additionalTag(key, value);
        return this;
    }

    /**
     * A Secret in the cluster's namespace that has pull secret, SSH key and base domain where they are not given, {@code
     * --secret-creds}.
     */
    public CreateAwsCluster secretCreds(String secretName) {
        this.secretCreds = secretName;
        return this;
    }

    @Override
    public AwsMachineOptions machines() {
        return machines;
    }

    @Override
    public CreateAwsCluster builder() {
        return this;
    }

    @Override
    CreateAwsCluster self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.AWS;
    }

    @Override
    List<OptionProblem> platformRefusals() {
        return options.refusals();
    }

    @Override
    List<OptionProblem> platformProblems() {
        List<OptionProblem> problems = new ArrayList<>(options.problems());
        problems.addAll(machines.problems());
        return problems;
    }

    @Override
    void lookUp() {
        if (secretCreds.isEmpty()) {
            return;
        }
        Secret secret = Failures.explain("read Secret " + namespace + "/" + secretCreds, () -> client.kubernetes()
                .secrets()
                .inNamespace(namespace)
                .withName(secretCreds)
                .get());
        if (secret == null || secret.getData() == null) {
            throw new ResourceNotFoundException("secret " + namespace + "/" + secretCreds
                    + ", which secretCreds names, does not exist or is empty");
        }
        if (pullSecret == null) {
            pullSecret = credential(secret, "pullSecret");
        }
        if (baseDomain.isEmpty() && secret.getData().containsKey("baseDomain")) {
            baseDomain = credential(secret, "baseDomain");
        }
        if (sshKey == null && !generateSsh && sshKeyPair == null) {
            sshKeyPair = new SshKeyPair(credential(secret, "ssh-privatekey"), credential(secret, "ssh-publickey"));
        }
    }

    private String credential(Secret secret, String key) {
        String value = secret.getData().get(key);
        if (value == null) {
            throw new ResourceNotFoundException(
                    "secret " + namespace + "/" + secretCreds + ", which secretCreds names, has no key " + key);
        }
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    @Override
    Optional<String> pullSecret() {
        if (pullSecret == null && !secretCreds.isEmpty()) {
            lookUp();
        }
        return super.pullSecret();
    }

    @Override
    DnsSpec dns() {
        DnsSpec dns = options.dns();
        return dns.getBaseDomain() == null || dns.getBaseDomain().isEmpty() ? withBaseDomain(dns) : dns;
    }

    private DnsSpec withBaseDomain(DnsSpec dns) {
        DnsSpec.Builder builder = dns.toBuilder();
        builder.baseDomain(baseDomain);
        return builder.build();
    }

    @Override
    ClusterConfiguration configured(ClusterConfiguration configuration) {
        return options.configured(configuration);
    }

    @Override
    Optional<SecretEncryptionSpec> secretEncryption() {
        return options.secretEncryption();
    }

    @Override
    void describe(HostedClusterSpec.Builder spec) {
        AwsIdentities who = options.identities().orElseThrow();
        spec.platform(platform -> platform.type(PlatformType.AWS).aws(options.platform()))
                .services(options.services(name, externalDnsDomain));
        if (!who.issuerUrl().isEmpty()) {
            spec.issuerURL(who.issuerUrl());
        }
    }

    @Override
    List<String> machineCidr() {
        String range = options.infrastructure().orElseThrow().machineCidr();
        return range.isEmpty() ? List.of() : List.of(range);
    }

    @Override
    Map<String, NodePoolPlatform> pools() {
        Map<String, NodePoolPlatform> pools = new LinkedHashMap<>();
        String profile = options.identities().orElseThrow().profileName();
        for (AwsInfrastructure.Zone zone :
                options.infrastructure().orElseThrow().zones()) {
            NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
            platform.type(PlatformType.AWS).aws(machines.platform(arch, zone.subnetId(), profile));
            pools.put(zone.name(), platform.build());
        }
        return pools;
    }
}
