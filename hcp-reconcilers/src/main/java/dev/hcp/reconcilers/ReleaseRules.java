package dev.hcp.reconcilers;

import dev.hcp.api.value.ReleaseVersion;
import java.util.List;
import java.util.Optional;

/** Which releases a hosted cluster or node pool may run, and may move between. */
public final class ReleaseRules {
    /** The newest minor line this version of the operator supports. */
    public static final ReleaseVersion LATEST_SUPPORTED = ReleaseVersion.of("4.17.0");

    /** The oldest minor line it supports. */
    public static final ReleaseVersion MINIMUM_SUPPORTED = ReleaseVersion.of("4.14.0");

    private static final ReleaseVersion MINIMUM_IBM_CLOUD = ReleaseVersion.of("4.9.0");
    private static final ReleaseVersion NO_MINIMUM = ReleaseVersion.of("0.0.0");

    private ReleaseRules() {}

    /** The supported minor lines, newest first, such as {@code 4.17}. */
    public static List<String> supportedLines() {
        return List.of("4.17", "4.16", "4.15", "4.14");
    }

    /**
     * The oldest release a platform supports.
     *
     * @param skipValidation whether the cluster carries the annotation that lifts the limit
     */
    public static ReleaseVersion minimum(String platformType, boolean skipValidation) {
        if (skipValidation) {
            return NO_MINIMUM;
        }
        return platformType.equals("IBMCloud") ? MINIMUM_IBM_CLOUD : MINIMUM_SUPPORTED;
    }

    /**
     * What speaks against running a release.
     *
     * @param wanted the release
     * @param current the release it runs now, when it moves from one to another
     * @param maximum the newest release allowed; {@link #LATEST_SUPPORTED} is a limit in any case
     * @param minimum the oldest release allowed
     * @return the message that conditions show, or empty
     */
    public static Optional<String> problem(
            ReleaseVersion wanted,
            Optional<ReleaseVersion> current,
            ReleaseVersion maximum,
            ReleaseVersion minimum,
            String networkType,
            String platformType) {
        ReleaseVersion newest = maximum.compareTo(LATEST_SUPPORTED) > 0 ? LATEST_SUPPORTED : maximum;
        if (wanted.compareTo(ReleaseVersion.of("4.8.0")) < 0) {
            return Optional.of("releases before 4.8 are not supported. Attempting to use: \"" + wanted + "\"");
        }
        if (current.isPresent() && current.get().minor() > wanted.minor()) {
            return Optional.of(
                    "y-stream downgrade from \"" + current.get() + "\" to \"" + wanted + "\" is not supported");
        }
        boolean sdn = networkType.equals("OpenShiftSDN");
        if (sdn && current.isPresent() && current.get().minor() < wanted.minor()) {
            return Optional.of(
                    "y-stream upgrade from \"" + current.get() + "\" to \"" + wanted + "\" is not for OpenShiftSDN");
        }
        if (sdn && current.isEmpty() && wanted.minor() > 10 && !platformType.equals("PowerVS")) {
            return Optional.of("cannot use OpenShiftSDN with OCP version \"" + wanted + "\" > 4.10");
        }
        if (networkType.equals("OVNKubernetes") && current.isEmpty() && wanted.minor() <= 10) {
            return Optional.of("cannot use OVNKubernetes with OCP version \"" + wanted + "\" < 4.11");
        }
        if (wanted.major() > newest.major() || (wanted.major() == newest.major() && wanted.minor() > newest.minor())) {
            return Optional.of(
                    "the latest version supported is: \"" + newest + "\". Attempting to use: \"" + wanted + "\"");
        }
        if (wanted.major() < minimum.major()
                || (wanted.major() == minimum.major() && wanted.minor() < minimum.minor())) {
            return Optional.of("the minimum version supported for platform " + platformType + " is: \"" + minimum
                    + "\". Attempting to use: \"" + wanted + "\"");
        }
        return Optional.empty();
    }
}
