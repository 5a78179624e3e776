package dev.hcp.platforms.ibmcloud;

import dev.hcp.platforms.PlatformProvider;
import java.util.Set;

/**
 * Platform {@code IBMCloud} with {@code spec.platform.ibmcloud.providerType: UPI}: nodes are brought by IBM Cloud's own
 * service, so there is no infrastructure, no Cluster API Cluster and no provider.
 */
public final class IbmCloudPlatform implements PlatformProvider {
    @Override
    public String platformType() {
        return "IBMCloud";
    }

    /** None is listed in the reference, so that pools show InvalidArchPlatform and go on. */
    @Override
    public Set<String> architectures() {
        return Set.of();
    }
}
