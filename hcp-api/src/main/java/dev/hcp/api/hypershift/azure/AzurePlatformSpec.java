package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.Until;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on Azure.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure}, HostedControlPlane {@code spec.platform.azure}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.private) == has(oldSelf.private)",
        message = "private cannot be added or removed after cluster creation",
        since = Edition.LATEST)
@Rule(
        value = "!has(oldSelf.topology) || has(self.topology)",
        message = "topology cannot be removed once set",
        since = Edition.LATEST)
@Rule(
        value =
                "!has(self.topology) || !has(oldSelf.topology) || (self.topology == 'Public') == (oldSelf.topology == 'Public')",
        message = "transitions between Public and non-Public topology are not supported",
        since = Edition.LATEST)
@Rule(
        value =
                "has(self.topology) && (self.topology == 'Private' || self.topology == 'PublicAndPrivate') ? has(self.private) : !has(self.private)",
        message = "private is required when topology is Private or PublicAndPrivate, and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value =
                "!has(self.private) || self.private.type != 'PrivateLink' || self.azureAuthenticationConfig.azureAuthenticationConfigType != 'WorkloadIdentities' || has(self.azureAuthenticationConfig.workloadIdentities.controlPlaneOperator)",
        message =
                "workloadIdentities.controlPlaneOperator is required when Private Link is configured with WorkloadIdentities authentication",
        since = Edition.LATEST)
public interface AzurePlatformSpec extends NamedInJson {
    /** As whom the components of the cluster use the Azure API. */
    @Since(Edition.LATEST)
    @Required
    @Nullable
    AzureAuthenticationConfig getAzureAuthenticationConfig();

    /** The Azure cloud; the public one by default. */
    @Default("\"AzurePublicCloud\"")
    @Nullable
    AzureCloud getCloud();

    /** How nodes pull from an Azure container registry. */
    @Since(Edition.LATEST)
    @Nullable
    AzureContainerRegistry getContainerRegistry();

    /** Secret with the credentials for the Azure API. */
    @Until(Edition.V4_17)
    @Required
    @Nullable
    LocalObjectReference getCredentials();

    /** The region, such as {@code eastus}; immutable. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "Location is immutable")
    @Nullable
    String getLocation();

    /** How the API server is reached privately; required for a topology other than Public, not for that. */
    @JsonProperty("private")
    @Since(Edition.LATEST)
    @Nullable
    AzurePrivateSpec getPrivateAccess();

    /** The existing resource group for everything that is made; immutable. */
    @Required
    @Default("\"default\"")
    @Pattern("^[a-zA-Z0-9_()\\-\\.]{1,89}[a-zA-Z0-9_()\\-]$")
    @Size(max = 90, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "ResourceGroupName is immutable")
    @Nullable
    String getResourceGroup();

    /** The existing network security group of the subnet; immutable. */
    @Required(since = Edition.LATEST)
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "SecurityGroupID is immutable")
    @Nullable
    String getSecurityGroupID();

    /** The existing subnet for nodes, by its resource ID; immutable. */
    @Required
    @Size(min = 1, max = 355, since = Edition.LATEST)
    @Rule(
            value =
                    "size(self.split('/')) == 11 && self.matches('^/subscriptions/.*/resourceGroups/.*/providers/Microsoft.Network/virtualNetworks/.*/subnets/.*$')",
            message =
                    "encryptionSetID must be in the format `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{vnetName}/subnets/{subnetName}`",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[4].matches('[a-zA-Z0-9-_\\\\(\\\\)\\\\.]{1,90}')",
            message =
                    "The resourceGroupName should be between 1 and 90 characters, consisting only of alphanumeric characters, hyphens, underscores, periods and parenthesis",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[4].endsWith('.')",
            message = "the resourceGroupName in the subnetID must not end with a period (.) character",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[8].matches('[a-zA-Z0-9-_\\\\.]{2,64}')",
            message =
                    "The vnetName should be between 2 and 64 characters, consisting only of alphanumeric characters, hyphens, underscores and periods",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[8].endsWith('.') && !self.split('/')[8].endsWith('-')",
            message = "the vnetName in the subnetID must not end with either a period (.) or hyphen (-) character",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[10].matches('[a-zA-Z0-9][a-zA-Z0-9-_\\\\.]{0,79}')",
            message =
                    "The subnetName should be between 1 and 80 characters, consisting only of alphanumeric characters, hyphens and underscores and must start with an alphanumeric character",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[10].endsWith('.') && !self.split('/')[10].endsWith('-')",
            message = "the subnetName in the subnetID must not end with a period (.) or hyphen (-) character",
            since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "SubnetID is immutable")
    @Nullable
    String getSubnetID();

    /** The subscription; immutable. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "SubscriptionID is immutable")
    @Nullable
    String getSubscriptionID();

    /** The tenant. */
    @Since(Edition.LATEST)
    @Required
    @Size(max = 255)
    @Nullable
    String getTenantID();

    /** From where the API server is reached; Public by default, which cannot become another, or the reverse. */
    @Since(Edition.LATEST)
    @Nullable
    AzureTopology getTopology();

    /** The existing virtual network, by its resource ID; immutable. */
    @Required(since = Edition.LATEST)
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "VnetID is immutable")
    @Nullable
    String getVnetID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzurePlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzurePlatformSpec.Builder {
        Builder() {}

        /** Sets {@code azureAuthenticationConfig} from a builder. */
        public Builder azureAuthenticationConfig(UnaryOperator<AzureAuthenticationConfig.Builder> edit) {
            return azureAuthenticationConfig(
                    edit.apply(AzureAuthenticationConfig.builder()).build());
        }

        /** Sets {@code containerRegistry} from a builder. */
        public Builder containerRegistry(UnaryOperator<AzureContainerRegistry.Builder> edit) {
            return containerRegistry(
                    edit.apply(AzureContainerRegistry.builder()).build());
        }

        /** Sets {@code privateAccess} from a builder. */
        public Builder privateAccess(UnaryOperator<AzurePrivateSpec.Builder> edit) {
            return privateAccess(edit.apply(AzurePrivateSpec.builder()).build());
        }
    }
}
