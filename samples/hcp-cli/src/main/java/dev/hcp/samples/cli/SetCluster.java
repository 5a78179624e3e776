package dev.hcp.samples.cli;

import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.configuration.IdentityProvider;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HostedClusterResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp set cluster}. */
@Command(
        footer = {
            "",
            "Examples:",
            "  hcp set cluster demo --channel stable-4.17",
            "  hcp set cluster demo --identity-providers providers.yaml"
        })
final class SetCluster extends OnCluster {
    @Option(names = "--channel", paramLabel = "CHANNEL", description = "Where updates come from, such as stable-4.17.")
    private @Nullable String channel;

    @Option(
            names = "--identity-providers",
            paramLabel = "FILE",
            description = "Who may log in, in place of those there were: a YAML list of identity providers.")
    private @Nullable Path identityProviders;

    @Option(
            names = "--feature-set",
            paramLabel = "SET",
            description =
                    "Features to turn on: TechPreviewNoUpgrade, DevPreviewNoUpgrade or CustomNoUpgrade. Some cannot"
                            + " be turned off again.")
    private @Nullable String featureSet;

    @Option(
            names = "--encryption-key",
            paramLabel = "SECRET",
            description = "Secret beside the cluster whose key 'key' has 32 bytes, with which to encrypt from now on.")
    private @Nullable String encryptionKey;

    SetCluster(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        Settings settings = new Settings(session, "HostedCluster " + cluster.name());
        if (channel != null) {
            String chosen = channel;
            settings.add("has the channel " + chosen, () -> cluster.channel(chosen));
        }
        if (identityProviders != null) {
            List<IdentityProvider> providers = providers(identityProviders);
            settings.add(
                    providers.size() == 1
                            ? "has 1 identity provider"
                            : "has " + providers.size() + " identity providers",
                    () -> cluster.identityProviders(providers));
        }
        if (featureSet != null) {
            FeatureSet features = FeatureSet.of(featureSet);
            settings.add("has the feature set " + features, () -> cluster.featureSet(features));
        }
        if (encryptionKey != null) {
            String secret = encryptionKey;
            settings.add("is encrypted with " + secret, () -> cluster.encryptWith(secret));
        }
        settings.apply("--channel, --identity-providers, --feature-set, --encryption-key");
        return ExitCodes.OK;
    }

    private static List<IdentityProvider> providers(Path file) {
        List<IdentityProvider> providers = new ArrayList<>();
        for (JsonObject item : OptionTexts.objects("--identity-providers", file, "identity providers")) {
            if (item.text("name") == null || item.text("type") == null) {
                throw new UsageException("--identity-providers " + file + ": each item needs a name and a type");
            }
            providers.add(Json.toType(item, IdentityProvider.class));
        }
        return providers;
    }
}
