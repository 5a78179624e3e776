package dev.hcp.api.capi.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A kind of zone. */
public final class AwsZoneType extends OpenEnum {
    public static final AwsZoneType AVAILABILITY_ZONE = new AwsZoneType("availability-zone");

    public static final AwsZoneType LOCAL_ZONE = new AwsZoneType("local-zone");

    public static final AwsZoneType WAVELENGTH_ZONE = new AwsZoneType("wavelength-zone");

    private AwsZoneType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsZoneType of(String value) {
        return new AwsZoneType(value);
    }
}
