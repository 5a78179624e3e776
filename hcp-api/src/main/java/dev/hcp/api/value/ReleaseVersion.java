package dev.hcp.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hcp.api.HcpException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of an OpenShift release, such as {@code 4.17.3} or {@code 4.18.0-rc.2}: semantic versioning 2.0.0, so a
 * pre-release comes before its release and build metadata is ignored in comparisons. The text is kept as it came; a text that
 * is no version sorts before all versions. Numbers have at most nine digits. Equality is that of the texts, so it is finer than the order.
 *
 * @param text the text, which may be no version at all
 */
public record ReleaseVersion(String text) implements Comparable<ReleaseVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final Pattern SEMVER = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-("
            + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?");

    /** Wraps a text; it is not checked. */
    @JsonCreator
    public static ReleaseVersion of(String text) {
        return new ReleaseVersion(text);
    }

    /**
     * A text that must be a version.
     *
     * @throws HcpException when it is none
     */
    public static ReleaseVersion parse(String text) {
        ReleaseVersion version = new ReleaseVersion(text);
        if (!version.isValid()) {
            throw new HcpException("\"" + text + "\" is not a release version; write it as 4.17.3 or 4.18.0-rc.2");
        }
        return version;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** Whether the text is a semantic version. */
    public boolean isValid() {
        return SEMVER.matcher(text).matches();
    }

    /**
     * The first number, 4 in 4.17.3.
     *
     * @throws HcpException when the text is no version
     */
    public int major() {
        return number(1);
    }

    /**
     * The second number, 17 in 4.17.3.
     *
     * @throws HcpException when the text is no version
     */
    public int minor() {
        return number(2);
    }

    /**
     * The third number, 3 in 4.17.3.
     *
     * @throws HcpException when the text is no version
     */
    public int patch() {
        return number(3);
    }

    /** The pre-release part, {@code rc.2} in 4.18.0-rc.2. */
    public Optional<String> preRelease() {
        Matcher matcher = SEMVER.matcher(text);
        return matcher.matches() ? Optional.ofNullable(matcher.group(4)) : Optional.empty();
    }

    /** Major and minor number, as release channels and minor-version rules use them: {@code 4.17}. */
    public String minorLine() {
        return major() + "." + minor();
    }

    /** The version without pre-release and build metadata: {@code 4.18.0} for 4.18.0-rc.2. */
    public ReleaseVersion release() {
        return new ReleaseVersion(major() + "." + minor() + "." + patch());
    }

    /** Whether both are of the same {@code 4.y} line. */
    public boolean isSameMinor(ReleaseVersion other) {
        return major() == other.major() && minor() == other.minor();
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        Matcher mine = SEMVER.matcher(text);
        Matcher theirs = SEMVER.matcher(other.text);
        boolean valid = mine.matches();
        if (valid != theirs.matches()) {
            return valid ? 1 : -1;
        }
        if (!valid) {
            return text.compareTo(other.text);
        }
        for (int group = 1; group <= 3; group++) {
            int comparison =
                    Integer.compare(Integer.parseInt(mine.group(group)), Integer.parseInt(theirs.group(group)));
            if (comparison != 0) {
                return comparison;
            }
        }
        return comparePreReleases(mine.group(4), theirs.group(4));
    }

    @Override
    public String toString() {
        return text;
    }

    private static int comparePreReleases(@Nullable String mine, @Nullable String theirs) {
        if (mine == null || theirs == null) {
            return Boolean.compare(mine == null, theirs == null);
        }
        String[] left = mine.split("\\.");
        String[] right = theirs.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int comparison = compareIdentifiers(left[i], right[i]);
            if (comparison != 0) {
                return comparison;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int compareIdentifiers(String mine, String theirs) {
        boolean mineIsNumber = mine.chars().allMatch(Character::isDigit);
        boolean theirsIsNumber = theirs.chars().allMatch(Character::isDigit);
        if (mineIsNumber && theirsIsNumber) {
            return new BigInteger(mine).compareTo(new BigInteger(theirs));
        }
        return mineIsNumber != theirsIsNumber ? (mineIsNumber ? -1 : 1) : mine.compareTo(theirs);
    }

    private int number(int group) {
        Matcher matcher = SEMVER.matcher(text);
        if (!matcher.matches()) {
            throw new HcpException("\"" + text + "\" is not a release version; write it as 4.17.3 or 4.18.0-rc.2");
        }
        return Integer.parseInt(matcher.group(group));
    }
}
