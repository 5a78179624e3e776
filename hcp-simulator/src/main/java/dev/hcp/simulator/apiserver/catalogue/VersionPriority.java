package dev.hcp.simulator.apiserver.catalogue;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders API versions, the most stable and newest first: v2, v1, v1beta2, v1beta1, v1alpha1, then others by name. */
final class VersionPriority implements Comparator<String> {
    private static final Pattern KUBERNETES = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    @Override
    public int compare(String a, String b) {
        Matcher left = KUBERNETES.matcher(a);
        Matcher right = KUBERNETES.matcher(b);
        boolean leftFits = left.matches();
        boolean rightFits = right.matches();
        if (!leftFits || !rightFits) {
            return leftFits ? -1 : rightFits ? 1 : a.compareTo(b);
        }
        int byStability = Integer.compare(stability(right), stability(left));
        if (byStability != 0) {
            return byStability;
        }
        int byMajor = Long.compare(Long.parseLong(right.group(1)), Long.parseLong(left.group(1)));
        if (byMajor != 0) {
            return byMajor;
        }
        return left.group(3) == null ? 0 : Long.compare(Long.parseLong(right.group(3)), Long.parseLong(left.group(3)));
    }

    private static int stability(Matcher version) {
        return version.group(2) == null ? 2 : version.group(2).equals("beta") ? 1 : 0;
    }
}
