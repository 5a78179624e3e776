package dev.hcp.platforms;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;

/**
 * The deployment of a platform's Cluster API provider.
 *
 * @param pod its containers and volumes; scheduling, labels and service account are added by the reconciler
 * @param rules what it may do in the control plane namespace, besides what every provider may
 */
public record CapiProvider(PodSpec pod, List<PolicyRule> rules) {
    public CapiProvider {
        rules = List.copyOf(rules);
    }
}
