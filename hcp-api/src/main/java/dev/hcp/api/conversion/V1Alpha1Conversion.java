package dev.hcp.api.conversion;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts HyperShift's kinds between {@code hypershift.openshift.io/v1alpha1}, which is deprecated, and {@code
 * v1beta1}, as the operator's conversion webhook does. What the versions share is kept as it is, unknown fields included.
 * Pure and thread-safe.
 *
 * <p>What v1alpha1 says in its own way:
 *
 * <ul>
 *   <li>AWS credentials are secrets there and roles here. A role that is only known by its secret has the ARN {@code
 *       arn-from-secret::NAME}, which the operator later replaces by the ARN in the secret;
 *   <li>networks are single CIDRs beside the lists;
 *   <li>configuration is a list of whole objects;
 *   <li>the size of a node pool is {@code nodeCount};
 *   <li>a hosted control plane has its networks, and how its API server is published, beside {@code networking};
 *   <li>an endpoint has one name.
 * </ul>
 */
public final class V1Alpha1Conversion {
    /** The older version. */
    public static final String V1ALPHA1 = "hypershift.openshift.io/v1alpha1";

    /** The version that is stored. */
    public static final String V1BETA1 = "hypershift.openshift.io/v1beta1";

    /** The kinds that both versions have. */
    public static final Set<String> KINDS = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("HostedCluster", "NodePool", "HostedControlPlane", "AWSEndpointService")));

    private static final String FROM_SECRET = "arn-from-secret::";

    /** Roles by the secret of the component that assumes them, {@code namespace/name}, and their field. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    /** References to secrets in v1alpha1 and the roles that they stand for. */
    private static final Map<String, String> CREDENTIALS = new LinkedHashMap<>();

    /** Fields of the configuration and the kinds of the objects that v1alpha1 lists instead. */
    private static final Map<String, String> CONFIGURATION = new LinkedHashMap<>();

    /** CIDRs of v1alpha1 and the lists whose first entry they are. */
    private static final Map<String, String> NETWORKS = new LinkedHashMap<>();

    /** Fields of a hosted control plane in v1alpha1 and where they are in v1beta1. */
    private static final Map<String, List<String>> MOVED = new LinkedHashMap<>();

    static {
        for (String network : List.of("podCIDR", "serviceCIDR", "machineCIDR")) {
            MOVED.put(network, List.of("spec", "networking", network));
        }
        MOVED.put("networkType", List.of("spec", "networking", "networkType"));
        MOVED.put("apiPort", List.of("spec", "networking", "apiServer", "port"));
        MOVED.put("apiAdvertiseAddress", List.of("spec", "networking", "apiServer", "advertiseAddress"));
        MOVED.put("apiAllowedCIDRBlocks", List.of("spec", "networking", "apiServer", "allowedCIDRBlocks"));
        ROLES.put("openshift-ingress-operator/cloud-credentials", "ingressARN");
        ROLES.put("openshift-image-registry/installer-cloud-credentials", "imageRegistryARN");
        ROLES.put("openshift-cluster-csi-drivers/ebs-cloud-credentials", "storageARN");
        ROLES.put("openshift-cloud-network-config-controller/cloud-credentials", "networkARN");
        CREDENTIALS.put("kubeCloudControllerCreds", "kubeCloudControllerARN");
        CREDENTIALS.put("nodePoolManagementCreds", "nodePoolManagementARN");
        CREDENTIALS.put("controlPlaneOperatorCreds", "controlPlaneOperatorARN");
        CONFIGURATION.put("apiServer", "APIServer");
        CONFIGURATION.put("authentication", "Authentication");
        CONFIGURATION.put("featureGate", "FeatureGate");
        CONFIGURATION.put("image", "Image");
        CONFIGURATION.put("ingress", "Ingress");
        CONFIGURATION.put("network", "Network");
        CONFIGURATION.put("oauth", "OAuth");
        CONFIGURATION.put("proxy", "Proxy");
        CONFIGURATION.put("scheduler", "Scheduler");
        NETWORKS.put("podCIDR", "clusterNetwork");
        NETWORKS.put("serviceCIDR", "serviceNetwork");
        NETWORKS.put("machineCIDR", "machineNetwork");
    }

    private V1Alpha1Conversion() {}

    /**
     * The object in v1beta1; the same object when it is in v1beta1 already.
     *
     * @throws HcpException when it is of no kind that both versions have, or of neither version
     */
    public static JsonObject toV1Beta1(JsonObject object) {
        if (V1BETA1.equals(object.text("apiVersion"))) {
            return object;
        }
        require(object, V1ALPHA1);
        JsonObject result = object.with("apiVersion", V1BETA1);
        return switch (String.valueOf(object.text("kind"))) {
            case "NodePool" -> nodePoolUp(result);
            case "AWSEndpointService" -> endpointUp(result);
            case "HostedControlPlane" -> clusterUp(controlPlaneUp(result));
            default -> clusterUp(result);
        };
    }

    /**
     * The object in v1alpha1; the same object when it is in v1alpha1 already.
     *
     * @throws HcpException when it is of no kind that both versions have, or of neither version
     */
    public static JsonObject toV1Alpha1(JsonObject object) {
        if (V1ALPHA1.equals(object.text("apiVersion"))) {
            return object;
        }
        require(object, V1BETA1);
        JsonObject result = object.with("apiVersion", V1ALPHA1);
        return switch (String.valueOf(object.text("kind"))) {
            case "NodePool" -> nodePoolDown(result);
            case "AWSEndpointService" -> endpointDown(result);
            case "HostedControlPlane" -> controlPlaneDown(clusterDown(result));
            default -> clusterDown(result);
        };
    }

    private static void require(JsonObject object, String version) {
        String kind = object.text("kind");
        if (!version.equals(object.text("apiVersion")) || !KINDS.contains(String.valueOf(kind))) {
            throw new HcpException("cannot convert an object of apiVersion " + object.text("apiVersion") + " and kind "
                    + kind + "; " + String.join(", ", KINDS) + " of " + V1ALPHA1 + " and " + V1BETA1
                    + " can be converted");
        }
    }

    private static JsonObject endpointUp(JsonObject endpoint) {
        Object name = endpoint.at("status", "dnsName");
        JsonObject result = endpoint.withoutAt("status", "dnsName");
        return name == null || !result.array("status", "dnsNames").isEmpty()
                ? result
                : result.withAt(JsonArray.of(name), "status", "dnsNames");
    }

    private static JsonObject endpointDown(JsonObject endpoint) {
        JsonArray names = endpoint.array("status", "dnsNames");
        return names.isEmpty() ? endpoint : endpoint.withAt(names.get(0), "status", "dnsName");
    }

    private static JsonObject controlPlaneUp(JsonObject controlPlane) {
        JsonObject result = controlPlane;
        for (Map.Entry<String, List<String>> moved : MOVED.entrySet()) {
            Object value = result.at("spec", moved.getKey());
            if (value == null) {
                continue;
            }
            result = result.withoutAt("spec", moved.getKey());
            String[] path = moved.getValue().toArray(String[]::new);
            if (result.at(path) == null) {
                result = result.withAt(value, path);
            }
        }
        return result;
    }

    private static JsonObject controlPlaneDown(JsonObject controlPlane) {
        JsonObject result = controlPlane;
        for (Map.Entry<String, List<String>> moved : MOVED.entrySet()) {
            Object value = controlPlane.at(moved.getValue().toArray(String[]::new));
            if (value != null) {
                result = result.withAt(value, "spec", moved.getKey());
            }
        }
        return result;
    }

    private static JsonObject nodePoolUp(JsonObject pool) {
        Object count = pool.at("spec", "nodeCount");
        JsonObject result = pool.withoutAt("spec", "nodeCount");
        return count == null || pool.at("spec", "replicas") != null ? result : result.withAt(count, "spec", "replicas");
    }

    private static JsonObject nodePoolDown(JsonObject pool) {
        Object replicas = pool.at("spec", "replicas");
        return replicas == null ? pool : pool.withAt(replicas, "spec", "nodeCount");
    }

    private static JsonObject clusterUp(JsonObject cluster) {
        JsonObject result = networksUp(cluster);
        result = configurationUp(result);
        result = rolesUp(result);
        Object secret = result.at("spec", "secretEncryption", "kms", "aws", "auth", "credentials", "name");
        if (secret != null) {
            result = result.withoutAt("spec", "secretEncryption", "kms", "aws", "auth", "credentials")
                    .withAt(FROM_SECRET + secret, "spec", "secretEncryption", "kms", "aws", "auth", "awsKms");
        }
        return result;
    }

    private static JsonObject clusterDown(JsonObject cluster) {
        JsonObject result = cluster;
        for (Map.Entry<String, String> network : NETWORKS.entrySet()) {
            JsonArray entries = cluster.array("spec", "networking", network.getValue());
            Object first = entries.isEmpty() ? null : entries.object(0).get("cidr");
            if (first != null) {
                result = result.withAt(first, "spec", "networking", network.getKey());
            }
        }
        result = rolesDown(configurationDown(result));
        String role = result.text("spec", "secretEncryption", "kms", "aws", "auth", "awsKms");
        if (role != null && role.startsWith(FROM_SECRET)) {
            String name = role.substring(FROM_SECRET.length());
            result = result.withAt(name, "spec", "secretEncryption", "kms", "aws", "auth", "credentials", "name")
                    .withoutAt("spec", "secretEncryption", "kms", "aws", "auth", "awsKms");
        }
        return result;
    }

    private static JsonObject networksUp(JsonObject cluster) {
        JsonObject result = cluster;
        for (Map.Entry<String, String> network : NETWORKS.entrySet()) {
            Object cidr = result.at("spec", "networking", network.getKey());
            if (cidr == null) {
                continue;
            }
            result = result.withoutAt("spec", "networking", network.getKey());
            if (result.array("spec", "networking", network.getValue()).isEmpty()) {
                JsonArray entries = JsonArray.of(JsonObject.of("cidr", cidr));
                result = result.withAt(entries, "spec", "networking", network.getValue());
            }
        }
        return result;
    }

    private static JsonObject configurationUp(JsonObject cluster) {
        JsonObject configuration = cluster.object("spec", "configuration");
        if (configuration.isEmpty()) {
            return cluster;
        }
        JsonObject result = configuration.without("items").without("secretRefs").without("configMapRefs");
        for (Object item : configuration.array("items")) {
            if (item instanceof JsonObject object) {
                for (Map.Entry<String, String> kind : CONFIGURATION.entrySet()) {
                    if (kind.getValue().equals(object.text("kind")) && !result.containsKey(kind.getKey())) {
                        result = result.with(kind.getKey(), object.object("spec"));
                    }
                }
            }
        }
        return cluster.withAt(result, "spec", "configuration");
    }

    private static JsonObject configurationDown(JsonObject cluster) {
        JsonObject configuration = cluster.object("spec", "configuration");
        List<Object> items = new ArrayList<>();
        CONFIGURATION.forEach((field, kind) -> {
            if (configuration.get(field) instanceof JsonObject spec) {
                items.add(JsonObject.of("apiVersion", "config.openshift.io/v1", "kind", kind, "spec", spec));
            }
        });
        return items.isEmpty() ? cluster : cluster.withAt(JsonArray.copyOf(items), "spec", "configuration", "items");
    }

    private static JsonObject rolesUp(JsonObject cluster) {
        JsonObject aws = cluster.object("spec", "platform", "aws");
        if (aws.isEmpty()) {
            return cluster;
        }
        JsonObject roles = aws.object("rolesRef");
        for (Object item : aws.array("roles")) {
            if (item instanceof JsonObject role) {
                String field = ROLES.get(role.text("namespace") + "/" + role.text("name"));
                if (field != null) {
                    roles = roles.with(field, role.get("arn"));
                }
            }
        }
        JsonObject result = aws.without("roles");
        for (Map.Entry<String, String> credentials : CREDENTIALS.entrySet()) {
            String name = aws.text(credentials.getKey(), "name");
            result = result.without(credentials.getKey());
            if (name != null && !name.isEmpty()) {
                roles = roles.with(credentials.getValue(), FROM_SECRET + name);
            }
        }
        return cluster.withAt(roles.isEmpty() ? result : result.with("rolesRef", roles), "spec", "platform", "aws");
    }

    private static JsonObject rolesDown(JsonObject cluster) {
        JsonObject aws = cluster.object("spec", "platform", "aws");
        JsonObject roles = aws.object("rolesRef");
        if (roles.isEmpty()) {
            return cluster;
        }
        JsonObject result = aws;
        List<Object> listed = new ArrayList<>();
        for (Map.Entry<String, String> role : ROLES.entrySet()) {
            String arn = roles.text(role.getValue());
            if (arn != null && !arn.isEmpty()) {
                int slash = role.getKey().indexOf('/');
                listed.add(JsonObject.of(
                        "arn",
                        arn,
                        "namespace",
                        role.getKey().substring(0, slash),
                        "name",
                        role.getKey().substring(slash + 1)));
            }
        }
        if (!listed.isEmpty()) {
            result = result.with("roles", JsonArray.copyOf(listed));
        }
        for (Map.Entry<String, String> credentials : CREDENTIALS.entrySet()) {
            String arn = roles.text(credentials.getValue());
            if (arn != null && arn.startsWith(FROM_SECRET)) {
                result = result.withAt(arn.substring(FROM_SECRET.length()), credentials.getKey(), "name");
            }
        }
        return cluster.withAt(result, "spec", "platform", "aws");
    }
}
