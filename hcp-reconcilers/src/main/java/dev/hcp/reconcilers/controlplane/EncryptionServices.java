package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.util.List;
import java.util.function.Predicate;

/** Containers beside the API server that encrypt with keys of a cloud's key service. */
final class EncryptionServices {
    private static final String KMS = "kms";

    private static final Container AWS_TOKEN = Container.of("aws-kms-token-minter", "token-minter", "10m", "10Mi");
    private static final Container AWS_ACTIVE = Container.of(
                    "aws-kms-active", "aws-kms-encryption-provider", "10m", "10Mi")
            .orImageOf(Annotations.AWS_KMS_PROVIDER_IMAGE)
            .tcp("http", 8080)
            .arguments(controlPlane -> awsArguments(controlPlane, "activeKey", 8080));
    private static final Container AWS_BACKUP = Container.of(
                    "aws-kms-backup", "aws-kms-encryption-provider", "10m", "10Mi")
            .orImageOf(Annotations.AWS_KMS_PROVIDER_IMAGE)
            .tcp("http", 8081)
            .arguments(controlPlane -> awsArguments(controlPlane, "backupKey", 8081));
    private static final Container AZURE_ACTIVE = Container.of(
                    "azure-kms-provider-active", "azure-kms-encryption-provider")
            .tcp("http", 8787);
    private static final Container AZURE_BACKUP = Container.of(
                    "azure-kms-provider-backup", "azure-kms-encryption-provider")
            .tcp("http", 8788);
    private static final Container IBM = Container.of("ibmcloud-kms", "")
            .orImageOf(Annotations.IBMCLOUD_KMS_PROVIDER_IMAGE)
            .tcp("http", 8001);

    /** All of them, in the order in which a pod has them. */
    static final List<Container> CONTAINERS =
            List.of(AWS_TOKEN, AWS_ACTIVE, AWS_BACKUP, AZURE_ACTIVE, AZURE_BACKUP, IBM);

    private EncryptionServices() {}

    /** Puts them into a component. */
    static Component onlyWhereWanted(Component component) {
        return component
                .only(AWS_TOKEN.name(), uses("AWS"))
                .only(AWS_ACTIVE.name(), uses("AWS"))
                .only(AWS_BACKUP.name(), uses("AWS").and(hasBackup("aws")))
                .only(AZURE_ACTIVE.name(), uses("Azure"))
                .only(AZURE_BACKUP.name(), uses("Azure").and(hasBackup("azure")))
                .only(IBM.name(), uses("IBMCloud"));
    }

    private static Predicate<ControlPlane> uses(String provider) {
        return controlPlane -> {
            JsonObject encryption = controlPlane.spec().object("secretEncryption");
            return KMS.equals(encryption.text("type")) && provider.equals(encryption.text(KMS, "provider"));
        };
    }

    private static Predicate<ControlPlane> hasBackup(String provider) {
        return controlPlane -> !controlPlane
                .spec()
                .object("secretEncryption", KMS, provider, "backupKey")
                .isEmpty();
    }

    private static List<String> awsArguments(ControlPlane controlPlane, String key, int healthPort) {
        JsonObject aws = controlPlane.spec().object("secretEncryption", KMS, "aws");
        String socket = key.equals("activeKey") ? "awskmsactive.sock" : "awskmsbackup.sock";
        return List.of(
                "--key=" + ControlPlane.text(aws, key, "arn"),
                "--region=" + ControlPlane.text(aws, "region"),
                "--listen=/var/run/" + socket,
                "--health-port=:" + healthPort);
    }
}
