package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ManagementNetwork;
import dev.hcp.platforms.OperatorOptions;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out what a management cluster offers. */
public final class ManagementClusters {
    private static final String CONFIG = "config.openshift.io";
    private static final String KUBEVIRT = "kubevirt.io";

    private ManagementClusters() {}

    /**
     * Asks a cluster for the API groups it serves, its version, platform, ingress domain and networks, and the version of KubeVirt.
     * What it does not have, such as OpenShift's configuration on another Kubernetes, is left out.
     *
     * @param operator how the operator is installed, which no cluster tells
     * @param environment the operator's environment variables, such as {@code System.getenv()}
     * @throws HcpException when the cluster does not answer, or does not accept the client's credentials
     */
    public static ManagementCluster discover(
            KubernetesClient client, OperatorOptions operator, Map<String, String> environment) {
        requireAnswer(client);
        Set<String> groups = client.getApiGroups().getGroups().stream()
                .map(APIGroup::getName)
                .collect(Collectors.toSet());
        return new ManagementCluster(
                groups.contains("route.openshift.io"),
                read(client, groups, CONFIG, "v1", "Infrastructure", "infrastructures")
                        .map(object -> object.text("status", "platformStatus", "type"))
                        .orElse("None"),
                read(client, groups, CONFIG, "v1", "Ingress", "ingresses").map(object -> object.text("spec", "domain")),
                operator,
                kubeVirtVersion(client, groups),
                kubernetesVersion(client),
                groups,
                environment,
                network(client, groups));
    }

    /**
     * The mirrors of images that a cluster is configured with, by their source: those of its ImageDigestMirrorSets,
     * ImageTagMirrorSets and ImageContentSourcePolicies, as {@link RegistryReleases.Builder#mirrors} takes them. None on a
     * cluster that is not OpenShift's.
     */
    public static Map<String, List<String>> imageMirrors(KubernetesClient client) {
        requireAnswer(client);
        Map<String, List<String>> mirrors = new TreeMap<>();
        readMirrors(client, CONFIG, "v1", "ImageDigestMirrorSet", "imageDigestMirrors", mirrors);
        readMirrors(client, CONFIG, "v1", "ImageTagMirrorSet", "imageTagMirrors", mirrors);
        readMirrors(
                client,
                "operator.openshift.io",
                "v1alpha1",
                "ImageContentSourcePolicy",
                "repositoryDigestMirrors",
                mirrors);
        return mirrors;
    }

    private static void readMirrors(
            KubernetesClient client,
            String group,
            String version,
            String kind,
            String field,
            Map<String, List<String>> mirrors) {
        String plural = kind.endsWith("y")
                ? kind.toLowerCase(Locale.ROOT).substring(0, kind.length() - 1) + "ies"
                : kind.toLowerCase(Locale.ROOT) + "s";
        APIResourceList served = client.getApiResources(group + "/" + version);
        boolean known = served != null
                && served.getResources().stream().anyMatch(resource -> plural.equals(resource.getName()));
        if (!known) {
            return;
        }
        List<GenericKubernetesResource> found = client.genericKubernetesResources(
                        new ResourceDefinitionContext.Builder()
                                .withGroup(group)
                                .withVersion(version)
                                .withKind(kind)
                                .withPlural(plural)
                                .withNamespaced(false)
                                .build())
                .list()
                .getItems();
        for (GenericKubernetesResource each : found) {
            for (Object item : Json.toTree(each).array("spec", field)) {
                if (item instanceof JsonObject source && source.get("source") instanceof String name) {
                    List<String> all = mirrors.computeIfAbsent(name, unknown -> new ArrayList<>());
                    source.array("mirrors").forEach(mirror -> all.add(String.valueOf(mirror)));
                }
            }
        }
        mirrors.values().removeIf(List::isEmpty);
    }

    /** @throws HcpException when the cluster does not answer, or does not accept the client's credentials */
    static void requireAnswer(KubernetesClient client) {
        try {
            client.getKubernetesVersion();
        } catch (KubernetesClientException e) {
            String problem = e.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED
                    ? " does not accept the operator's credentials: log in anew, or renew the token: "
                    : " does not answer: see whether the address is right and can be reached from here: ";
            throw new HcpException(
                    "the API server of the management cluster, " + client.getMasterUrl() + "," + problem
                            + e.getMessage(),
                    e);
        }
    }

    private static ManagementNetwork network(KubernetesClient client, Set<String> groups) {
        JsonObject spec = read(client, groups, CONFIG, "v1", "Network", "networks")
                .map(object -> object.object("spec"))
                .orElse(JsonObject.EMPTY);
        List<String> pods = new ArrayList<>();
        for (Object item : spec.array("clusterNetwork")) {
            if (item instanceof JsonObject part && part.get("cidr") instanceof String cidr) {
                pods.add(cidr);
            }
        }
        List<String> services = new ArrayList<>();
        spec.array("serviceNetwork").forEach(cidr -> services.add(String.valueOf(cidr)));
        return new ManagementNetwork(pods, services, apiServerAddresses(client));
    }

    private static List<String> apiServerAddresses(KubernetesClient client) {
        Endpoints endpoints =
                client.endpoints().inNamespace("default").withName("kubernetes").get();
        return endpoints == null
                ? List.of()
                : endpoints.getSubsets().stream()
                        .flatMap(subset -> subset.getAddresses().stream())
                        .map(EndpointAddress::getIp)
                        .toList();
    }

    private static String kubernetesVersion(KubernetesClient client) {
        String version = client.getKubernetesVersion().getGitVersion();
        return version.startsWith("v") ? version.substring(1) : version;
    }

    private static Optional<String> kubeVirtVersion(KubernetesClient client, Set<String> groups) {
        if (!groups.contains(KUBEVIRT)) {
            return Optional.empty();
        }
        List<GenericKubernetesResource> installations;
        try {
            installations = client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                            .withGroup(KUBEVIRT)
                            .withVersion("v1")
                            .withKind("KubeVirt")
                            .withPlural("kubevirts")
                            .withNamespaced(true)
                            .build())
                    .inAnyNamespace()
                    .list()
                    .getItems();
        } catch (KubernetesClientException e) {
            // Its machines may be known where its installation is not.
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        for (GenericKubernetesResource installation : installations) {
            String version = Json.toTree(installation).text("status", "observedKubeVirtVersion");
            if (version != null && !version.isEmpty()) {
                return Optional.of(version.startsWith("v") ? version.substring(1) : version);
            }
        }
        return Optional.empty();
    }

    /** A configuration object of OpenShift, all of which are named {@code cluster}. */
    private static Optional<JsonObject> read(
            KubernetesClient client, Set<String> groups, String group, String version, String kind, String plural) {
        if (!groups.contains(group)) {
            return Optional.empty();
        }
        GenericKubernetesResource found = client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                        .withGroup(group)
                        .withVersion(version)
                        .withKind(kind)
                        .withPlural(plural)
                        .withNamespaced(false)
                        .build())
                .withName("cluster")
                .get();
        return Optional.ofNullable(found).map(Json::toTree);
    }
}
