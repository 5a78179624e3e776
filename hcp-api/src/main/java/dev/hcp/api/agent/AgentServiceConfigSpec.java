package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The installation of the service.
 *
 * <p>CRD field: AgentServiceConfig {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentServiceConfigSpec extends NamedInJson {
    /** Secret with headers and parameters of requests for images of the operating system. */
    @RawSchema("{\"properties\":{\"name\":{\"type\":\"string\"}}}")
    @JsonProperty("OSImageAdditionalParamsRef")
    @Nullable
    LocalObjectReference getOsImageAdditionalParamsRef();

    /** ConfigMap with the authority of the certificates of servers with images of the operating system. */
    @RawSchema("{\"properties\":{\"name\":{\"type\":\"string\"}}}")
    @JsonProperty("OSImageCACertRef")
    @Nullable
    LocalObjectReference getOsImageCaCertRef();

    /** The volume of the database. */
    @Required
    @Nullable
    StorageClaim getDatabaseStorage();

    /** The volume with logs, manifests and kubeconfigs. */
    @Required
    @Nullable
    StorageClaim getFilesystemStorage();

    /** Whether iPXE scripts can also be had without encryption. */
    @JsonProperty("iPXEHTTPRoute")
    @Nullable
    IpxeHttpRoute getIpxeHttpRoute();

    /** The volume with images. */
    @Nullable
    StorageClaim getImageStorage();

    /** The host names of the service where it runs on plain Kubernetes. */
    @Nullable
    AgentServiceIngress getIngress();

    /** ConfigMap with {@code registries.conf} and {@code ca-bundle.crt} of a mirror. */
    @RawSchema("{\"properties\":{\"name\":{\"type\":\"string\"}}}")
    @Nullable
    LocalObjectReference getMirrorRegistryRef();

    /** The images that data for support is gathered with. */
    List<MustGatherImage> getMustGatherImages();

    /** The images of the operating system, by version and architecture; the service knows some itself. */
    List<OsImage> getOsImages();

    /** Registries that need no credentials in pull secrets. */
    List<String> getUnauthenticatedRegistries();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentServiceConfigSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentServiceConfigSpec.Builder {
        Builder() {}

        /** Sets {@code databaseStorage} from a builder. */
        public Builder databaseStorage(UnaryOperator<StorageClaim.Builder> edit) {
            return databaseStorage(edit.apply(StorageClaim.builder()).build());
        }

        /** Sets {@code filesystemStorage} from a builder. */
        public Builder filesystemStorage(UnaryOperator<StorageClaim.Builder> edit) {
            return filesystemStorage(edit.apply(StorageClaim.builder()).build());
        }

        /** Sets {@code imageStorage} from a builder. */
        public Builder imageStorage(UnaryOperator<StorageClaim.Builder> edit) {
            return imageStorage(edit.apply(StorageClaim.builder()).build());
        }

        /** Sets {@code ingress} from a builder. */
        public Builder ingress(UnaryOperator<AgentServiceIngress.Builder> edit) {
            return ingress(edit.apply(AgentServiceIngress.builder()).build());
        }
    }
}
