package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Asks to replace a signer of a hosted control plane, so that all its earlier certificates lose their trust. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("certificates.hypershift.openshift.io")
@Version("v1alpha1")
@Kind("CertificateRevocationRequest")
@Plural("certificaterevocationrequests")
@ShortNames({"crr", "crrs"})
public final class CertificateRevocationRequest
        extends CustomResource<CertificateRevocationRequestSpec, CertificateRevocationRequestStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    CertificateRevocationRequest,
                    CertificateRevocationRequestSpec,
                    CertificateRevocationRequestStatus,
                    CertificateRevocationRequestSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                CertificateRevocationRequest::new,
                CertificateRevocationRequestSpec::builder,
                CertificateRevocationRequestSpec::toBuilder,
                CertificateRevocationRequestSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    CertificateRevocationRequest,
                    CertificateRevocationRequestSpec,
                    CertificateRevocationRequestStatus,
                    CertificateRevocationRequestSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
