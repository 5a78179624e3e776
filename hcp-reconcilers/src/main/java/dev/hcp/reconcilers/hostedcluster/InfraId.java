package dev.hcp.reconcilers.hostedcluster;

/** The name under which the infrastructure of a cluster goes. */
final class InfraId {
    private static final int BASE_LIMIT = 21;

    private InfraId() {}

    /** The cluster's name, cut and cleaned, with a random suffix. */
    static String of(String cluster, String suffix) {
        String base = cluster.replaceAll("[^A-Za-z0-9-]", "-").replaceAll("-+", "-");
        if (base.length() > BASE_LIMIT) {
            base = base.substring(0, BASE_LIMIT);
        }
        return base.replaceAll("-+$", "") + "-" + suffix;
    }
}
