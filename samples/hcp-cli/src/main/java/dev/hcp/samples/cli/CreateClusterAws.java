package dev.hcp.samples.cli;

import dev.hcp.client.CreateAwsCluster;
import dev.hcp.platforms.aws.AwsIdentities;
import dev.hcp.platforms.aws.AwsInfrastructure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hcp create cluster aws}, on infrastructure that exists. */
@Command
@SuppressWarnings("UnusedVariable") // flags without effect are known to picocli alone
final class CreateClusterAws extends CreateClusterCommand<CreateAwsCluster> {
    /** What they say was decided when the infrastructure was made. */
    private static final List<String> OF_INFRASTRUCTURE = List.of(
            "--region",
            "--zones",
            "--enable-proxy",
            "--proxy-vpc-endpoint-service-name",
            "--single-nat-gateway",
            "--kms-key-arn",
            "--oidc-issuer-url",
            "--sts-creds",
            "--role-arn",
            "--aws-creds",
            "--multi-arch");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final AwsMachineFlags machines = new AwsMachineFlags();

    @Option(
            names = "--infra-json",
            paramLabel = "FILE",
            description = "What was made in the AWS account for the cluster: the output of 'create infra aws'.")
    private @Nullable Path infraJson;

    @Option(
            names = "--iam-json",
            paramLabel = "FILE",
            description = "The roles of the cluster in AWS: the output of 'create iam aws'.")
    private @Nullable Path iamJson;

    @Option(
            names = "--endpoint-access",
            paramLabel = "ACCESS",
            description = "Who reaches the API server: Public, PublicAndPrivate or Private. Default: Public.")
    private String endpointAccess = "Public";

    @Option(
            names = "--additional-tags",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Tag of everything that the cluster makes in AWS; may be repeated.")
    private List<String> additionalTags = List.of();

    @Option(
            names = "--secret-creds",
            paramLabel = "NAME",
            description = "Secret in the cluster's namespace with the pull secret and the SSH key.")
    private String secretCreds = "";

    @Option(names = "--region", paramLabel = "REGION", hidden = true, description = "Comes with --infra-json.")
    private String region = "us-east-1";

    @Option(names = "--zones", split = ",", paramLabel = "ZONE", hidden = true, description = "See --infra-json.")
    private List<String> zones = List.of();

    @Option(names = "--enable-proxy", arity = "0..1", fallbackValue = "true", paramLabel = "true|false", hidden = true)
    private boolean enableProxy;

    @Option(names = "--proxy-vpc-endpoint-service-name", hidden = true)
    private String proxyEndpoint = "";

    @Option(
            names = "--single-nat-gateway",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            hidden = true)
    private boolean singleNatGateway;

    @Option(names = "--kms-key-arn", hidden = true)
    private String kmsKeyArn = "";

    @Option(names = "--oidc-issuer-url", hidden = true)
    private String oidcIssuerUrl = "";

    @Option(names = "--sts-creds", hidden = true)
    private String stsCreds = "";

    @Option(names = "--role-arn", hidden = true)
    private String roleArn = "";

    @Option(names = "--aws-creds", hidden = true)
    private String awsCreds = "";

    @Option(names = "--multi-arch", arity = "0..1", fallbackValue = "true", paramLabel = "true|false", hidden = true)
    private boolean multiArch;

    CreateClusterAws(Session session) {
        super(session);
    }

    @Override
    boolean needsPullSecret() {
        return secretCreds.isEmpty();
    }

    @Override
    CreateAwsCluster builder(String namespace, String name) {
        checkCredentials();
        CreateAwsCluster cluster = session.hcp()
                .awsCluster(namespace, name)
                .endpointAccess(endpointAccess)
                .secretCreds(secretCreds);
        machines.applyTo(cluster);
        if (infraJson != null) {
            cluster.infrastructure(AwsInfrastructure.of(OptionTexts.json("--infra-json", infraJson)));
        }
        if (iamJson != null) {
            cluster.identities(AwsIdentities.of(OptionTexts.json("--iam-json", iamJson)));
        }
        for (String tag : additionalTags) {
            OptionTexts.Pair pair = OptionTexts.pair("--additional-tags", tag);
            cluster.additionalTag(pair.key(), pair.value());
        }
        if (!flags.baseDomainPrefix.isEmpty()) {
            cluster.baseDomainPrefix(flags.baseDomainPrefix);
        }
        warn();
        return cluster;
    }

    private void checkCredentials() {
        boolean token = !stsCreds.isEmpty() || !roleArn.isEmpty();
        if (token && !awsCreds.isEmpty()) {
            throw new UsageException("give either --aws-creds or --sts-creds with --role-arn, not both");
        }
        if (token && (stsCreds.isEmpty() || roleArn.isEmpty())) {
            throw new UsageException("--sts-creds and --role-arn need each other");
        }
    }

    /** The infrastructure is there: saying again what it shall be like changes nothing. */
    private void warn() {
        OF_INFRASTRUCTURE.stream()
                .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
                .forEach(option -> session.streams()
                        .err()
                        .println("hcp: " + option + " has no effect: the infrastructure is the one of --infra-json"));
    }
}
