package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permission;
import dev.hcp.platforms.Permissions;
import dev.hcp.reconcilers.Rbac;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;

/** The operator's account may not do what the operator needs: its role is older than the operator, or of another. */
public final class MissingRuleException extends HcpException {
    private static final long serialVersionUID = 1L;

    MissingRuleException(Class<? extends HasMetadata> type, Access access, KubernetesClientException refusal) {
        super(
                "the operator's account lacks a right to " + new Permission(false, type, Set.of(access)).resource()
                        + ": " + refusal.getMessage() + ". Its role needs the rules "
                        + Rbac.rules(
                                Permissions.builder().management(type, access).build(), false)
                        + "; write the role anew from OperatorRole",
                refusal);
    }
}
