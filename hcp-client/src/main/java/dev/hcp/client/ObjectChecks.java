package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.api.validation.Validator;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.List;

/** Says at once what the API server and the operator would refuse. */
final class ObjectChecks {
    private ObjectChecks() {}

    static List<OptionProblem> problems(List<HasMetadata> resources) {
        List<OptionProblem> problems = new ArrayList<>();
        for (HasMetadata resource : resources) {
            if (resource instanceof CustomResource<?, ?> custom) {
                Validator.validate(custom)
                        .errors()
                        .forEach(error ->
                                problems.add(new OptionProblem("", resource.getKind() + " " + error.message())));
            }
            if (resource instanceof HostedCluster cluster) {
                HostedClusterChecks.problems(cluster).forEach(text -> problems.add(new OptionProblem("", text)));
            }
        }
        return problems;
    }
}
