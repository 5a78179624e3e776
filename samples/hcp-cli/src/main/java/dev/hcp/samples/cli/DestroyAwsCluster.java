package dev.hcp.samples.cli;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hcp destroy cluster aws}. What {@code create infra aws} and {@code create iam aws} made stays: this program did not
 * make it.
 */
@Command
@SuppressWarnings("UnusedVariable") // flags without effect are known to picocli alone
final class DestroyAwsCluster extends DestroyCluster {
    private final Session session;

    @Option(names = "--region", hidden = true)
    private String region = "us-east-1";

    @Option(names = "--base-domain", hidden = true)
    private String baseDomain = "";

    @Option(names = "--base-domain-prefix", hidden = true)
    private String baseDomainPrefix = "";

    @Option(names = "--preserve-iam", arity = "0..1", fallbackValue = "true", paramLabel = "true|false", hidden = true)
    private boolean preserveIam;

    @Option(names = "--secret-creds", hidden = true)
    private String secretCreds = "";

    @Option(names = "--aws-infra-grace-period", converter = GoDurationConverter.class, hidden = true)
    private Duration infraGracePeriod = Duration.ZERO;

    @Option(names = "--sts-creds", hidden = true)
    private String stsCreds = "";

    @Option(names = "--role-arn", hidden = true)
    private String roleArn = "";

    DestroyAwsCluster(Session session) {
        super(session, "AWS");
        this.session = session;
    }

    @Override
    public Integer call() {
        Integer code = super.call();
        session.streams()
                .err()
                .println("hcp: network, roles and other infrastructure in the AWS account are left; remove them as they"
                        + " were made, with 'destroy infra aws' and 'destroy iam aws'");
        return code;
    }
}
