package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Subresource;
import io.fabric8.kubernetes.api.model.certificates.v1.CertificateSigningRequest;
import java.util.List;

/** The kinds of the certificates group. */
final class CertificateKinds {
    private CertificateKinds() {}

    static List<Resource> all() {
        return List.of(kind("certificates.k8s.io", "certificatesigningrequests", CertificateSigningRequest.class, "csr")
                .clusterScoped()
                .status()
                .subresource(Subresource.of("approval", "CertificateSigningRequest", "get", "patch", "update"))
                .nameRule(NameRule.PATH_SEGMENT)
                .selectableFields(List.of("spec.signerName"))
                .strategy(new CertificateRequestStrategy())
                .build());
    }
}
