package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The add-ons that a managed cluster gets.
 *
 * <p>CRD field: KlusterletAddonConfig {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface KlusterletAddonConfigSpec extends Model {
    /** Deploys applications. */
    @Nullable
    KlusterletAddon getApplicationManager();

    /** Watches certificates. */
    @Nullable
    KlusterletAddon getCertPolicyController();

    /** Labels of the cluster, such as {@code cloud} and {@code vendor}. */
    Map<String, String> getClusterLabels();

    /** The name of the cluster. */
    @Nullable
    String getClusterName();

    /** The namespace of the cluster. */
    @Nullable
    String getClusterNamespace();

    /** Watches role bindings. */
    @Nullable
    KlusterletAddon getIamPolicyController();

    /** Enforces policies. */
    @Nullable
    KlusterletAddon getPolicyController();

    /** The proxy that add-ons use. */
    @Nullable
    KlusterletProxyConfig getProxyConfig();

    /** Collects what can be searched for. */
    @Nullable
    KlusterletAddon getSearchCollector();

    /** The version of the add-ons; that of the hub when empty. */
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KlusterletAddonConfigSpec}. Not thread-safe. */
    final class Builder extends ImmutableKlusterletAddonConfigSpec.Builder {
        Builder() {}

        /** Sets {@code applicationManager} from a builder. */
        public Builder applicationManager(UnaryOperator<KlusterletAddon.Builder> edit) {
            return applicationManager(edit.apply(KlusterletAddon.builder()).build());
        }

        /** Sets {@code certPolicyController} from a builder. */
        public Builder certPolicyController(UnaryOperator<KlusterletAddon.Builder> edit) {
            return certPolicyController(edit.apply(KlusterletAddon.builder()).build());
        }

        /** Sets {@code iamPolicyController} from a builder. */
        public Builder iamPolicyController(UnaryOperator<KlusterletAddon.Builder> edit) {
            return iamPolicyController(edit.apply(KlusterletAddon.builder()).build());
        }

        /** Sets {@code policyController} from a builder. */
        public Builder policyController(UnaryOperator<KlusterletAddon.Builder> edit) {
            return policyController(edit.apply(KlusterletAddon.builder()).build());
        }

        /** Sets {@code proxyConfig} from a builder. */
        public Builder proxyConfig(UnaryOperator<KlusterletProxyConfig.Builder> edit) {
            return proxyConfig(edit.apply(KlusterletProxyConfig.builder()).build());
        }

        /** Sets {@code searchCollector} from a builder. */
        public Builder searchCollector(UnaryOperator<KlusterletAddon.Builder> edit) {
            return searchCollector(edit.apply(KlusterletAddon.builder()).build());
        }
    }
}
