package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A platform that OpenShift runs on. */
public final class IngressPlatformType extends OpenEnum {
    public static final IngressPlatformType AWS = new IngressPlatformType("AWS");

    public static final IngressPlatformType AZURE = new IngressPlatformType("Azure");

    public static final IngressPlatformType BARE_METAL = new IngressPlatformType("BareMetal");

    public static final IngressPlatformType GCP = new IngressPlatformType("GCP");

    public static final IngressPlatformType LIBVIRT = new IngressPlatformType("Libvirt");

    public static final IngressPlatformType OPENSTACK = new IngressPlatformType("OpenStack");

    public static final IngressPlatformType NONE = new IngressPlatformType("None");

    public static final IngressPlatformType VSPHERE = new IngressPlatformType("VSphere");

    public static final IngressPlatformType OVIRT = new IngressPlatformType("oVirt");

    public static final IngressPlatformType IBM_CLOUD = new IngressPlatformType("IBMCloud");

    public static final IngressPlatformType KUBEVIRT = new IngressPlatformType("KubeVirt");

    public static final IngressPlatformType EQUINIX_METAL = new IngressPlatformType("EquinixMetal");

    public static final IngressPlatformType POWER_VS = new IngressPlatformType("PowerVS");

    public static final IngressPlatformType ALIBABA_CLOUD = new IngressPlatformType("AlibabaCloud");

    public static final IngressPlatformType NUTANIX = new IngressPlatformType("Nutanix");

    public static final IngressPlatformType EXTERNAL = new IngressPlatformType("External");

    /** An empty text, which counts as absent. */
    public static final IngressPlatformType UNSET = new IngressPlatformType("");

    private IngressPlatformType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IngressPlatformType of(String value) {
        return new IngressPlatformType(value);
    }
}
