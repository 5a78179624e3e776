package dev.hcp.platforms.aws;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.configuration.ConfigMapNameReference;
import dev.hcp.api.configuration.ProxyConfig;
import dev.hcp.api.hypershift.DnsSpec;
import dev.hcp.api.hypershift.KmsProvider;
import dev.hcp.api.hypershift.PublishingStrategyType;
import dev.hcp.api.hypershift.SecretEncryptionSpec;
import dev.hcp.api.hypershift.SecretEncryptionType;
import dev.hcp.api.hypershift.ServicePublishingStrategyMapping;
import dev.hcp.api.hypershift.aws.AwsClusterResourceTag;
import dev.hcp.api.hypershift.aws.AwsEndpointAccess;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.ServicePublishing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be chosen of a new hosted cluster on AWS beyond its machines, on top of what was made for it there. Mirrors
 * {@code spec.platform.aws} of HostedCluster. Not thread-safe.
 */
public final class AwsClusterOptions {
    private static final Set<String> ACCESS = Set.of("Public", "PublicAndPrivate", "Private");

    private Optional<AwsInfrastructure> infrastructure = Optional.empty();
    private Optional<AwsIdentities> identities = Optional.empty();
    private String endpointAccess = "Public";
    private String baseDomainPrefix = "";
    private boolean multiArch;
    private final Map<String, String> additionalTags = new LinkedHashMap<>();

    /** What was made in the account. Required. */
    public void infrastructure(AwsInfrastructure output) {
        this.infrastructure = Optional.of(output);
    }

    /** Who the cluster is in AWS. Required. */
    public void identities(AwsIdentities output) {
        this.identities = Optional.of(output);
    }

    /** {@code Public}, the default, {@code PublicAndPrivate} or {@code Private}. */
    public void endpointAccess(String access) {
        this.endpointAccess = access;
    }

    /** What stands before the base domain where the infrastructure does not say; {@code none} for nothing. */
    public void baseDomainPrefix(String prefix) {
        this.baseDomainPrefix = prefix;
    }

    /** Whether node pools may have other architectures than the control plane. False by default. */
    public void multiArch(boolean multiArch) {
        this.multiArch = multiArch;
    }

    /** One more tag of everything that the cluster makes in AWS. */
    public void additionalTag(String key, String value) {
        additionalTags.put(key, value);
    }

    /** What was made in the account, if it is told. */
    public Optional<AwsInfrastructure> infrastructure() {
        return infrastructure;
    }

    /** Who the cluster is in AWS, if it is told. */
    public Optional<AwsIdentities> identities() {
        return identities;
    }

    /** What cannot even be written down as a cluster. */
    public List<OptionProblem> refusals() {
        List<OptionProblem> problems = new ArrayList<>();
        if (infrastructure.isEmpty()) {
            problems.add(new OptionProblem(
                    "infraJson", "is required: what was made in the AWS account, the output of 'create infra aws'"));
        } else if (infrastructure.get().zones().isEmpty()) {
            problems.add(new OptionProblem("infraJson", "names no zones: nodes have no subnet"));
        }
        if (identities.isEmpty()) {
            problems.add(new OptionProblem(
                    "iamJson", "is required: the roles of the cluster in AWS, the output of 'create iam aws'"));
        }
        return problems;
    }

    /** What cannot work as a cluster: the {@link #refusals()} and more. */
    public List<OptionProblem> problems() {
        List<OptionProblem> problems = refusals();
        if (!ACCESS.contains(endpointAccess)) {
            problems.add(new OptionProblem(
                    "endpointAccess", "must be Public, PublicAndPrivate or Private, not '" + endpointAccess + "'"));
        }
        return problems;
    }

    /** Where names of the cluster are looked up. */
    public DnsSpec dns() {
        AwsInfrastructure made = infrastructure.orElseThrow();
        DnsSpec.Builder dns = DnsSpec.builder();
        dns.baseDomain(made.baseDomain());
        String prefix = made.baseDomainPrefix().isEmpty() ? baseDomainPrefix : made.baseDomainPrefix();
        if (!prefix.isEmpty()) {
            dns.baseDomainPrefix(prefix.equals("none") ? "" : prefix);
        }
        if (!made.publicZoneId().isEmpty()) {
            dns.publicZoneID(made.publicZoneId());
        }
        if (!made.privateZoneId().isEmpty()) {
            dns.privateZoneID(made.privateZoneId());
        }
        return dns.build();
    }

    /** The platform's part of a HostedCluster's specification. */
    public AwsPlatformSpec platform() {
        AwsInfrastructure made = infrastructure.orElseThrow();
        AwsInfrastructure.Zone zone = made.zones().get(0);
        AwsPlatformSpec.Builder platform = AwsPlatformSpec.builder();
        platform.region(made.region())
                .rolesRef(identities.orElseThrow().roles())
                .endpointAccess(AwsEndpointAccess.of(endpointAccess))
                .multiArch(multiArch)
                .cloudProviderConfig(cloud ->
                        cloud.vpc(made.vpcId()).zone(zone.name()).subnet(subnet -> subnet.id(zone.subnetId())));
        additionalTags.forEach((key, value) -> platform.addResourceTags(
                AwsClusterResourceTag.builder().key(key).value(value).build()));
        return platform.build();
    }

    /** The cluster's configuration with the proxy of its infrastructure, where there is one. */
    public ClusterConfiguration configured(ClusterConfiguration configuration) {
        String proxy = infrastructure.orElseThrow().proxyAddress();
        if (proxy.isEmpty()) {
            return configuration;
        }
        ProxyConfig.Builder settings = ProxyConfig.builder();
        settings.httpProxy(proxy)
                .httpsProxy(proxy)
                .trustedCA(ConfigMapNameReference.builder().name("").build());
        ClusterConfiguration.Builder configured = configuration.toBuilder();
        configured.proxy(settings.build());
        return configured.build();
    }

    /** Encryption of secrets by AWS' key service, where the cluster has a role for it. */
    public Optional<SecretEncryptionSpec> secretEncryption() {
        AwsIdentities who = identities.orElseThrow();
        if (who.kmsProviderRoleArn().isEmpty()) {
            return Optional.empty();
        }
        SecretEncryptionSpec.Builder encryption = SecretEncryptionSpec.builder();
        encryption.type(SecretEncryptionType.KMS).kms(kms -> kms.provider(KmsProvider.AWS)
                .aws(aws -> aws.region(infrastructure.orElseThrow().region())
                        .activeKey(key -> key.arn(who.kmsKeyArn()))
                        .auth(auth -> auth.awsKms(who.kmsProviderRoleArn()))));
        return Optional.of(encryption.build());
    }

    /**
     * How the cluster's services are published.
     *
     * @param cluster name of the cluster
     * @param externalDomain domain in which names for the services are made; empty for the cloud's own names
     */
    public List<ServicePublishingStrategyMapping> services(String cluster, String externalDomain) {
        List<ServicePublishingStrategyMapping> services = ServicePublishing.byIngress(!externalDomain.isEmpty());
        if (externalDomain.isEmpty()) {
            return services;
        }
        return services.stream()
                .map(mapping -> hostName(mapping)
                        .map(host -> mapping.toBuilder()
                                .servicePublishingStrategy(strategy -> strategy.type(PublishingStrategyType.ROUTE)
                                        .route(route -> route.hostname(host + "-" + cluster + "." + externalDomain)))
                                .build())
                        .orElse(mapping))
                .toList();
    }

    /** What is served on private endpoints, too, has no public name. */
    private Optional<String> hostName(ServicePublishingStrategyMapping mapping) {
        boolean internet = endpointAccess.equals("Public");
        return switch (String.valueOf(mapping.getService())) {
            case "APIServer" -> Optional.of("api");
            case "OAuthServer" -> Optional.of("oauth");
            case "Konnectivity" -> internet ? Optional.of("konnectivity") : Optional.empty();
            case "Ignition" -> internet ? Optional.of("ignition") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
