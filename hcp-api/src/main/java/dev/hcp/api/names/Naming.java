package dev.hcp.api.names;

import java.nio.charset.StandardCharsets;

/** The rules that derive names from names. */
public final class Naming {
    /** The alphabet of generated suffixes: no vowels, so no words. */
    public static final String SUFFIX_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int INFRA_ID_BASE = 21;
    private static final int LABEL_VALUE = 63;
    private static final int NODE_POOL_SELECTOR = 43;

    private Naming() {}

    /** The namespace of a hosted cluster's control plane: both names joined, dots of the cluster's name replaced. */
    public static String controlPlaneNamespace(String namespace, String name) {
        return namespace + "-" + name.replace('.', '-');
    }

    /**
     * The infrastructure ID made from a cluster name: at most 21 letters, digits and dashes of it, a dash, and the suffix.
     *
     * @param suffix five characters of {@link #SUFFIX_ALPHABET}, drawn by the caller
     */
    public static String infraId(String name, String suffix) {
        String base = name.replaceAll("[^A-Za-z0-9-]", "-").replaceAll("-+", "-");
        base = base.substring(0, Math.min(base.length(), INFRA_ID_BASE));
        return base.replaceAll("-+$", "") + "-" + suffix;
    }

    /**
     * {@code base-suffix}, shortened to a length where needed: then the base is cut and its hash put in between; where the
     * suffix leaves no room for that, the suffix goes and the hash is that of both.
     */
    public static String shortName(String base, String suffix, int maximumLength) {
        String whole = base + "-" + suffix;
        if (length(whole) <= maximumLength) {
            return whole;
        }
        int room = maximumLength - 10 - length(suffix);
        if (room < 1) {
            String name = cut(base, Math.max(0, maximumLength - 9)) + "-" + Hashes.simple(whole);
            return cut(name, maximumLength);
        }
        return cut(base, room) + "-" + Hashes.simple(base) + "-" + suffix;
    }

    /** {@link #shortName(String, String, int)} to the 63 characters of a label value. */
    public static String shortName(String base, String suffix) {
        return shortName(base, suffix, LABEL_VALUE);
    }

    /** The label that is both key and value of the selector of a node pool's machines. */
    public static String nodePoolSelector(String infraId, String clusterName, String nodePoolName) {
        return shortName(infraId + "-" + clusterName, nodePoolName, NODE_POOL_SELECTOR);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Names are ASCII; anything else was refused before it came here. */
    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
