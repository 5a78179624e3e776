package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Where the cluster's operator lifecycle manager finds operators. */
final class OperatorCatalogs {
    private static final String NAMESPACE = "openshift-marketplace";

    /** A catalogue, with the rank that it has among others. */
    private record Catalog(String name, String displayName, int priority, String image) {}

    private static final List<Catalog> CATALOGS = List.of(
            new Catalog("certified-operators", "Certified Operators", -200, "certified-operator-index"),
            new Catalog("community-operators", "Community Operators", -400, "community-operator-index"),
            new Catalog("redhat-marketplace", "Red Hat Marketplace", -300, "redhat-marketplace-index"),
            new Catalog("redhat-operators", "Red Hat Operators", -100, "redhat-operator-index"));

    private OperatorCatalogs() {}

    static void reconcile(HostedPass pass, String releaseVersion) {
        boolean inGuest = "guest".equals(pass.spec().text("olmCatalogPlacement"));
        pass.applySpec(
                ConfigKinds.OperatorHub.class,
                "cluster",
                () -> inGuest
                        ? pass.configuration().object("operatorhub")
                        : JsonObject.of("disableAllDefaultSources", true));
        if (inGuest && pass.configuration().isTrue("operatorhub", "disableAllDefaultSources")) {
            return;
        }
        for (Catalog catalog : CATALOGS) {
            Class<? extends HasMetadata> type = OperatorKinds.CatalogSource.class;
            pass.apply(type, NAMESPACE, catalog.name(), () -> {
                JsonObject spec = JsonObject.of(
                        "displayName",
                        catalog.displayName(),
                        "priority",
                        catalog.priority(),
                        "publisher",
                        "Red Hat",
                        "sourceType",
                        "grpc",
                        "updateStrategy",
                        JsonObject.of("registryPoll", JsonObject.of("interval", "10m")));
                return HostedPass.object(type, NAMESPACE, catalog.name())
                        .with(
                                "spec",
                                inGuest
                                        ? spec.with("image", image(pass, catalog, releaseVersion))
                                        : spec.with("address", catalog.name() + ":50051"));
            });
        }
    }

    private static String image(HostedPass pass, Catalog catalog, String releaseVersion) {
        return pass.annotation("hypershift.openshift.io/" + catalog.name() + "-catalog-image")
                .orElseGet(() -> {
                    String[] version = releaseVersion.split("\\.", 3);
                    String stream = version.length < 2 ? releaseVersion : version[0] + "." + version[1];
                    return "registry.redhat.io/redhat/" + catalog.image() + ":v" + stream;
                });
    }
}
