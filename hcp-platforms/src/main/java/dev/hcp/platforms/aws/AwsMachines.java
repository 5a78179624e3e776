package dev.hcp.platforms.aws;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.platforms.NodePoolContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What EC2 instances of a node pool are made from. */
final class AwsMachines {
    private static final long DEFAULT_VOLUME_SIZE = 16;
    private static final Map<String, String> STREAM_ARCHITECTURES = Map.of("amd64", "x86_64", "arm64", "aarch64");

    /** The order in which Go declares the fields of an AWSMachineTemplate's spec; the template's name depends on it. */
    private static final GoJson TEMPLATE = GoJson.ofStruct("template(metadata(labels annotations) spec(providerID"
            + " instanceID instanceMetadataOptions(httpEndpoint httpPutResponseHopLimit httpTokens instanceMetadataTags)"
            + " ami(id eksLookupType) imageLookupFormat imageLookupOrg imageLookupBaseOS instanceType additionalTags"
            + " iamInstanceProfile publicIP additionalSecurityGroups(id filters(name values)) subnet(id filters(name"
            + " values)) securityGroupOverrides sshKeyName rootVolume(deviceName size type iops throughput encrypted"
            + " encryptionKey) nonRootVolumes networkInterfaces uncompressedUserData cloudInit(insecureSkipSecretsManager"
            + " secretCount secretPrefix secureSecretsBackend) ignition spotMarketOptions placementGroupName"
            + " placementGroupPartition tenancy privateDnsName))");

    private AwsMachines() {}

    /**
     * The image that instances boot: the one of the release for the cluster's region.
     *
     * @throws HcpException when the release has none there
     */
    static String image(NodePoolContext context, AwsPlatformSpec settings) {
        NodePool pool = context.pool();
        String arch = pool.getSpec().getArch() == null
                ? "amd64"
                : pool.getSpec().getArch().value();
        String inStream = STREAM_ARCHITECTURES.get(arch);
        if (inStream == null) {
            throw new HcpException("couldn't find OS metadata for architecture \"" + arch + "\"");
        }
        String region = AwsSettings.textOf(settings.getRegion());
        String image = context.release().awsImages().get(region + "/" + inStream);
        if (image == null) {
            throw new HcpException("couldn't find AWS image for region \"" + region + "\"");
        }
        if (image.isEmpty()) {
            throw new HcpException("release image metadata has no image for region \"" + region + "\"");
        }
        return image;
    }

    /**
     * The template.
     *
     * @param securityGroup the cluster's own security group, or nothing where machines do not need it
     */
    static MachineTemplate template(NodePoolContext context, String image, Optional<String> securityGroup) {
        NodePool pool = context.pool();
        JsonObject settings = Json.toTree(pool).object("spec", "platform", "aws");
        String infraId = AwsSettings.infraId(context.cluster());
        String profile = AwsSettings.textOf(settings.text("instanceProfile"));
        String tokens = AwsSettings.annotation(
                                pool.getMetadata().getAnnotations(), Annotations.EC2_INSTANCE_METADATA_HTTP_TOKENS)
                        .filter("required"::equals)
                        .isPresent()
                ? "required"
                : "optional";
        JsonObject machine = JsonObject.builder(12)
                .put("additionalSecurityGroups", securityGroups(settings, securityGroup))
                .put("additionalTags", tags(context.cluster(), settings, infraId))
                .put("ami", JsonObject.of("id", image))
                .put(
                        "cloudInit",
                        JsonObject.of("insecureSkipSecretsManager", true, "secureSecretsBackend", "secrets-manager"))
                .put("iamInstanceProfile", profile.isEmpty() ? infraId + "-worker-profile" : profile)
                .put(
                        "instanceMetadataOptions",
                        JsonObject.of(
                                "httpEndpoint",
                                "enabled",
                                "httpPutResponseHopLimit",
                                2,
                                "httpTokens",
                                tokens,
                                "instanceMetadataTags",
                                "disabled"))
                .put("instanceType", AwsSettings.textOf(settings.text("instanceType")))
                .put("rootVolume", rootVolume(settings))
                .put("subnet", subnet(settings.object("subnet")))
                .put("uncompressedUserData", true)
                .build();
        if (machine.array("additionalSecurityGroups").isEmpty()) {
            machine = machine.without("additionalSecurityGroups");
        }
        JsonObject spec = JsonObject.of("template", JsonObject.of("spec", machine));
        String canonical = TEMPLATE.write(spec.withAt(JsonObject.EMPTY, "template", "metadata"));
        return new MachineTemplate(spec, canonical);
    }

    /** The one that is named; filters count where none is. */
    private static JsonObject subnet(JsonObject settings) {
        return settings.containsKey("id") ? settings.without("filters") : settings;
    }

    private static JsonArray securityGroups(JsonObject settings, Optional<String> ofCluster) {
        List<@Nullable Object> groups = new ArrayList<>(settings.array("securityGroups"));
        ofCluster.ifPresent(id -> groups.add(JsonObject.of("id", id)));
        return JsonArray.copyOf(groups);
    }

    private static JsonObject tags(HostedCluster cluster, JsonObject settings, String infraId) {
        Map<String, Object> tags = new TreeMap<>();
        List<Object> all = new ArrayList<>(settings.array("resourceTags"));
        AwsPlatformSpec ofCluster = AwsSettings.of(cluster);
        if (ofCluster != null) {
            all.addAll(Json.toTree(ofCluster).array("resourceTags"));
        }
        for (Object item : all) {
            if (item instanceof JsonObject tag) {
                tags.put(AwsSettings.textOf(tag.text("key")), AwsSettings.textOf(tag.text("value")));
            }
        }
        tags.putIfAbsent(AwsSettings.ownershipTag(infraId), AwsSettings.OWNED);
        return JsonObject.copyOf(tags);
    }

    private static JsonObject rootVolume(JsonObject settings) {
        if (!settings.containsKey("rootVolume")) {
            return JsonObject.of("size", DEFAULT_VOLUME_SIZE);
        }
        JsonObject wanted = settings.object("rootVolume");
        long size = wanted.integer(0, "size");
        String type = AwsSettings.textOf(wanted.text("type"));
        JsonObject.Builder volume = JsonObject.builder(5)
                .put("size", size > 0 ? size : DEFAULT_VOLUME_SIZE)
                .put("type", type.isEmpty() ? "gp3" : type);
        if (wanted.integer(0, "iops") > 0) {
            volume.put("iops", wanted.integer(0, "iops"));
        }
        if (!AwsSettings.textOf(wanted.text("encryptionKey")).isEmpty()) {
            volume.put("encryptionKey", wanted.text("encryptionKey"));
        }
        return volume.putIfPresent("encrypted", wanted.get("encrypted")).build();
    }
}
