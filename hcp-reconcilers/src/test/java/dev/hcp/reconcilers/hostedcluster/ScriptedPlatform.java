package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.Conclusion;
import dev.hcp.platforms.Orphan;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A platform of type None that answers what a test wants it to. */
final class ScriptedPlatform implements PlatformProvider {
    List<String> problems = List.of();
    Optional<String> unsupported = Optional.empty();
    Optional<String> noCredentials = Optional.empty();
    List<Condition> standing = List.of();
    List<Condition> conditions = List.of();
    Conclusion conclusion = Conclusion.NOTHING;
    ClusterDefaults defaults = ClusterDefaults.NONE;
    JsonObject completion = JsonObject.EMPTY;
    Function<World, List<HasMetadata>> deletion = world -> List.of();
    Function<World, List<HasMetadata>> credentialsToDelete = world -> List.of();
    Function<World, List<Orphan>> orphans = world -> List.of();

    static Condition condition(String type, String status, String reason, String message) {
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .build();
    }

    @Override
    public String platformType() {
        return "None";
    }

    @Override
    public List<String> validate(HostedCluster cluster, World world) {
        return problems;
    }

    @Override
    public Optional<String> unsupported(HostedCluster cluster, World world) {
        return unsupported;
    }

    @Override
    public List<HasMetadata> credentials(HostedCluster cluster, World world) {
        noCredentials.ifPresent(message -> {
            throw new HcpException(message);
        });
        return List.of();
    }

    @Override
    public ClusterDefaults defaults(HostedCluster cluster, World world) {
        return defaults;
    }

    @Override
    public JsonObject completion(HostedCluster cluster, World world) {
        return completion;
    }

    @Override
    public List<Condition> standingConditions(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return standing;
    }

    @Override
    public List<Condition> conditions(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return conditions;
    }

    @Override
    public Conclusion conclude(HostedCluster cluster, HostedControlPlane controlPlane, World world) {
        return conclusion;
    }

    @Override
    public List<HasMetadata> deletion(HostedCluster cluster, World world) {
        return deletion.apply(world);
    }

    @Override
    public List<HasMetadata> credentialsToDelete(HostedCluster cluster, World world) {
        return credentialsToDelete.apply(world);
    }

    @Override
    public List<Orphan> orphans(HostedCluster cluster, World world) {
        return orphans.apply(world);
    }
}
