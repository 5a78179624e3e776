package dev.hcp.simulator.world;

import dev.hcp.platforms.ReleaseUpdates;
import dev.hcp.platforms.ReleaseUpdates.ConditionalUpdate;
import dev.hcp.platforms.ReleaseUpdates.Risk;
import dev.hcp.platforms.ReleaseUpdates.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Update channels by rule: channel {@code stable-4.y} (and fast, candidate) has the patch releases 0 to {@value #PATCHES} of
 * 4.y and of the minor version before it, {@code eus-4.y} of an even y those of the minor version before that, too. From a
 * release an update goes to every later one of its minor version and of the next, if the channel has them.
 */
final class UpdateGraph {
    /** The newest patch release of every minor version. */
    static final int PATCHES = 20;

    private static final List<String> STREAMS = List.of("candidate", "eus", "fast", "stable");
    private static final Pattern CHANNEL = Pattern.compile("(candidate|eus|fast|stable)-4\\.(\\d+)");
    private static final Pattern VERSION = Pattern.compile("4\\.(\\d+)\\.(\\d+)");

    /** Releases whose kernel an add-on of some clusters does not get along with. */
    private static final List<String> RISKY = List.of("4.14.34", "4.15.25", "4.16.7");

    private static final Risk SRIOV = new Risk(
            "SRIOVFailedToConfigureVF",
            "The kernel of this release needs a newer SR-IOV operator; update that before the cluster.",
            "https://issues.redhat.com/browse/NHE-1171",
            Optional.of("group(csv_succeeded{name=~\"sriov-network-operator[.].*\"}) or 0 * group(csv_count)"));

    private final BiFunction<String, String, String> images;

    /** @param images from a version and an architecture to the release image */
    UpdateGraph(BiFunction<String, String, String> images) {
        this.images = images;
    }

    ReleaseUpdates from(String version, String channel, String architecture) {
        Matcher at = VERSION.matcher(version);
        Matcher in = CHANNEL.matcher(channel);
        if (!at.matches() || !in.matches()) {
            return ReleaseUpdates.NONE;
        }
        int minor = Integer.parseInt(at.group(1));
        int patch = Integer.parseInt(at.group(2));
        if (!has(in.group(1), Integer.parseInt(in.group(2)), minor) || patch > PATCHES) {
            return ReleaseUpdates.NONE;
        }
        List<Update> available = new ArrayList<>();
        List<ConditionalUpdate> conditional = new ArrayList<>();
        for (int next = minor + 1; next >= minor; next--) {
            if (!has(in.group(1), Integer.parseInt(in.group(2)), next)) {
                continue;
            }
            for (int later = PATCHES; later > (next == minor ? patch : -1); later--) {
                Update update = update(next, later, architecture);
                if (RISKY.contains(update.version())) {
                    conditional.add(new ConditionalUpdate(update, List.of(SRIOV)));
                } else {
                    available.add(update);
                }
            }
        }
        return new ReleaseUpdates(Optional.of(update(minor, patch, architecture)), available, conditional);
    }

    private static boolean has(String stream, int channelMinor, int minor) {
        boolean extended = stream.equals("eus");
        return minor <= channelMinor
                && minor >= channelMinor - (extended ? 2 : 1)
                && (!extended || channelMinor % 2 == 0);
    }

    private Update update(int minor, int patch, String architecture) {
        List<String> channels = new ArrayList<>();
        for (String stream : STREAMS) {
            for (int channelMinor = minor; channelMinor <= minor + 2; channelMinor++) {
                if (has(stream, channelMinor, minor)) {
                    channels.add(stream + "-4." + channelMinor);
                }
            }
        }
        String version = "4." + minor + "." + patch;
        return new Update(
                version,
                images.apply(version, architecture),
                "https://access.redhat.com/errata/RHBA-" + (2010 + minor / 2) + ":" + (1000 + minor * 100 + patch),
                channels);
    }
}
