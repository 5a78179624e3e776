package dev.hcp.api.names;

/** Annotations by which a hub imports hosted clusters. */
public final class HubAnnotations {
    /** On a ManagedCluster: the managed cluster on which its agent runs. */
    public static final String HOSTING_CLUSTER_NAME = "import.open-cluster-management.io/hosting-cluster-name";

    /** On a ManagedCluster: {@code Hosted} for an agent that runs elsewhere. */
    public static final String KLUSTERLET_DEPLOY_MODE = "import.open-cluster-management.io/klusterlet-deploy-mode";

    /** On a ManagedCluster: what made it; {@code hypershift} for hosted clusters. */
    public static final String CREATED_VIA = "open-cluster-management/created-via";

    private HubAnnotations() {}
}
