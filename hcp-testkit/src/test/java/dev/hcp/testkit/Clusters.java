package dev.hcp.testkit;

import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import java.time.Duration;

/** Hosted clusters that tests begin with. */
final class Clusters {
    static final Duration LONG = Duration.ofHours(2);
    static final String PULL_SECRET = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
    private static final String RELEASES = "quay.io/openshift-release-dev/ocp-release:";

    private Clusters() {}

    static String release(String version) {
        return RELEASES + version + "-x86_64";
    }

    /** A KubeVirt cluster {@code clusters/demo} of 4.16.5 that is being created, with a node pool {@code demo}. */
    static HostedClusterResource begun(HcpClient hcp, int nodes) {
        return hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(release("4.16.5"))
                .pullSecret(PULL_SECRET)
                .nodePoolReplicas(nodes)
                .apply();
    }

    /** The same when it is complete. */
    static HostedClusterResource complete(HcpClient hcp, int nodes) {
        HostedClusterResource demo = begun(hcp, nodes);
        demo.awaitCompleted(LONG);
        demo.nodePool("demo").awaitReplicas(nodes, LONG);
        return demo;
    }
}
