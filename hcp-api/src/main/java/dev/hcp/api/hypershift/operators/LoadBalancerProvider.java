package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** An infrastructure that makes load balancers. */
public final class LoadBalancerProvider extends OpenEnum {
    public static final LoadBalancerProvider AWS = new LoadBalancerProvider("AWS");

    public static final LoadBalancerProvider AZURE = new LoadBalancerProvider("Azure");

    public static final LoadBalancerProvider BARE_METAL = new LoadBalancerProvider("BareMetal");

    public static final LoadBalancerProvider GCP = new LoadBalancerProvider("GCP");

    public static final LoadBalancerProvider NUTANIX = new LoadBalancerProvider("Nutanix");

    public static final LoadBalancerProvider OPENSTACK = new LoadBalancerProvider("OpenStack");

    public static final LoadBalancerProvider VSPHERE = new LoadBalancerProvider("VSphere");

    public static final LoadBalancerProvider IBM = new LoadBalancerProvider("IBM");

    private LoadBalancerProvider(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static LoadBalancerProvider of(String value) {
        return new LoadBalancerProvider(value);
    }
}
