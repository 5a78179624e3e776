package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Approves the certificate signing request of the same name, in the namespace of a hosted control plane. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("certificates.hypershift.openshift.io")
@Version("v1alpha1")
@Kind("CertificateSigningRequestApproval")
@Plural("certificatesigningrequestapprovals")
@ShortNames({"csra", "csras"})
@CrdKind(statusSubresource = false)
public final class CertificateSigningRequestApproval
        extends CustomResource<CertificateSigningRequestApprovalSpec, CertificateSigningRequestApprovalStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    CertificateSigningRequestApproval,
                    CertificateSigningRequestApprovalSpec,
                    CertificateSigningRequestApprovalStatus,
                    CertificateSigningRequestApprovalSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                CertificateSigningRequestApproval::new,
                CertificateSigningRequestApprovalSpec::builder,
                CertificateSigningRequestApprovalSpec::toBuilder,
                CertificateSigningRequestApprovalSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    CertificateSigningRequestApproval,
                    CertificateSigningRequestApprovalSpec,
                    CertificateSigningRequestApprovalStatus,
                    CertificateSigningRequestApprovalSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
