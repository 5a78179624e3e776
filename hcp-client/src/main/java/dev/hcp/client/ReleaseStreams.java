package dev.hcp.client;

/** Knows the newest release of each stream, such as {@code 4-stable-multi}. Implementations are thread-safe. */
@FunctionalInterface
public interface ReleaseStreams {
    /**
     * The image of the newest release.
     *
     * @throws dev.hcp.api.HcpException when it cannot be found out
     */
    String newest(String stream);

    /** The public release controllers of OpenShift, asked over HTTPS. */
    static ReleaseStreams online() {
        return new OnlineReleaseStreams();
    }
}
