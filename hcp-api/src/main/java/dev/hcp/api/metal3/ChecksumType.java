package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The algorithm of an image's checksum. */
public final class ChecksumType extends OpenEnum {
    public static final ChecksumType MD5 = new ChecksumType("md5");

    public static final ChecksumType SHA256 = new ChecksumType("sha256");

    public static final ChecksumType SHA512 = new ChecksumType("sha512");

    public static final ChecksumType AUTO = new ChecksumType("auto");

    private ChecksumType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ChecksumType of(String value) {
        return new ChecksumType(value);
    }
}
