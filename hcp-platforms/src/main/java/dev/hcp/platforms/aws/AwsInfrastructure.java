package dev.hcp.platforms.aws;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What was made in an AWS account for a hosted cluster: the output of {@code create infra aws}. Texts are empty where there
 * is nothing. Immutable.
 *
 * @param region region of the cluster
 * @param infraId identifier of everything that belongs to the cluster
 * @param machineCidr addresses of nodes
 * @param vpcId network of nodes
 * @param zones availability zones and the subnet of nodes in each; one node pool is made per zone
 * @param baseDomain base domain of the cluster
 * @param baseDomainPrefix what stands before it rather than the cluster's name; {@code none} for nothing
 * @param publicZoneId hosted zone of the base domain
 * @param privateZoneId hosted zone that nodes alone see
 * @param localZoneId hosted zone of the control plane's endpoints
 * @param proxyAddress proxy through which nodes reach the internet
 */
public record AwsInfrastructure(
        String region,
        String infraId,
        String machineCidr,
        String vpcId,
        List<Zone> zones,
        String baseDomain,
        String baseDomainPrefix,
        String publicZoneId,
        String privateZoneId,
        String localZoneId,
        String proxyAddress) {
    public AwsInfrastructure {
        zones = List.copyOf(zones);
    }

    /**
     * An availability zone.
     *
     * @param name name of the zone, such as {@code us-east-1a}
     * @param subnetId subnet of nodes there
     */
    public record Zone(String name, String subnetId) {}

    /** Reads the output of {@code create infra aws}; unknown members are passed over. */
    public static AwsInfrastructure of(JsonObject output) {
        List<Zone> zones = new ArrayList<>();
        for (Object item : output.array("zones")) {
            if (item instanceof JsonObject zone) {
                zones.add(new Zone(text(zone, "name"), text(zone, "subnetID")));
            }
        }
        return new AwsInfrastructure(
                text(output, "region"),
                text(output, "infraID"),
                text(output, "machineCIDR"),
                text(output, "vpcID"),
                zones,
                text(output, "baseDomain"),
                text(output, "baseDomainPrefix"),
                text(output, "publicZoneID"),
                text(output, "privateZoneID"),
                text(output, "localZoneID"),
                text(output, "proxyAddr"));
    }

    private static String text(JsonObject object, String member) {
        return AwsSettings.textOf(object.text(member));
    }
}
