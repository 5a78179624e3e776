package dev.hcp.api.model;

import dev.hcp.api.HcpException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds the envelope of a custom resource: metadata by name, spec and status as the immutable values they are.
 *
 * <pre>{@code
 * NodePool pool = NodePool.builder()
 *         .namespace("clusters")
 *         .name("workers")
 *         .spec(spec -> spec.clusterName("demo").replicas(3))
 *         .build();
 * NodePool larger = pool.toBuilder().spec(spec -> spec.replicas(5)).build();
 * }</pre>
 *
 * <p>Each {@link #build} makes a new resource that shares no mutable part with the builder or with the resource the builder
 * started from, so a read-modify-write leaves what was read untouched. Not thread-safe.
 *
 * @param <R> the resource
 * @param <S> its spec
 * @param <T> its status
 * @param <B> the builder of its spec
 */
public final class ResourceBuilder<R extends CustomResource<S, T>, S extends Model, T, B> {
    private final Supplier<R> envelope;
    private final Supplier<B> newSpec;
    private final Function<S, B> editSpec;
    private final Function<B, S> buildSpec;
    private ObjectMetaBuilder metadata = new ObjectMetaBuilder();
    private @Nullable S spec;
    private @Nullable T status;

    /**
     * A builder for a kind; users call the kind's own {@code builder()}.
     *
     * @param envelope makes an empty resource
     * @param newSpec makes a builder of a spec
     * @param editSpec makes a builder that starts from a spec
     * @param buildSpec makes the spec of a builder
     */
    public ResourceBuilder(
            Supplier<R> envelope, Supplier<B> newSpec, Function<S, B> editSpec, Function<B, S> buildSpec) {
        this.envelope = envelope;
        this.newSpec = newSpec;
        this.editSpec = editSpec;
        this.buildSpec = buildSpec;
    }

    /** Takes everything over from a resource, which stays as it is. */
    public ResourceBuilder<R, S, T, B> from(R resource) {
        ObjectMeta given = resource.getMetadata();
        metadata = given == null ? new ObjectMetaBuilder() : new ObjectMetaBuilder(given);
        spec = resource.getSpec();
        status = resource.getStatus();
        return this;
    }

    /** Sets {@code metadata.name}. */
    public ResourceBuilder<R, S, T, B> name(String name) {
        metadata.withName(name);
        return this;
    }

    /** Sets {@code metadata.generateName}: the server appends five characters to it when no name is given. */
    public ResourceBuilder<R, S, T, B> generateName(String prefix) {
        metadata.withGenerateName(prefix);
        return this;
    }

    /** Sets {@code metadata.namespace}. */
    public ResourceBuilder<R, S, T, B> namespace(String namespace) {
        metadata.withNamespace(namespace);
        return this;
    }

    /** Sets one label. */
    public ResourceBuilder<R, S, T, B> label(String key, String value) {
        metadata.addToLabels(key, value);
        return this;
    }

    /** Adds labels. */
    public ResourceBuilder<R, S, T, B> labels(Map<String, String> labels) {
        metadata.addToLabels(labels);
        return this;
    }

    /** Sets one annotation. */
    public ResourceBuilder<R, S, T, B> annotation(String key, String value) {
        metadata.addToAnnotations(key, value);
        return this;
    }

    /** Adds annotations. */
    public ResourceBuilder<R, S, T, B> annotations(Map<String, String> annotations) {
        metadata.addToAnnotations(annotations);
        return this;
    }

    /** Adds a finalizer unless the resource has it. */
    public ResourceBuilder<R, S, T, B> finalizer(String finalizer) {
        if (!metadata.getFinalizers().contains(finalizer)) {
            metadata.addToFinalizers(finalizer);
        }
        return this;
    }

    /**
     * Adds a reference to the one controlling owner: the resource is deleted with it.
     *
     * @throws HcpException when the owner was not read from a server and so has no {@code metadata.uid}
     */
    public ResourceBuilder<R, S, T, B> controlledBy(HasMetadata owner) {
        String uid = owner.getMetadata().getUid();
        if (uid == null || uid.isEmpty()) {
            throw new HcpException(owner.getKind() + " " + owner.getMetadata().getName()
                    + " cannot be an owner: it has no uid; read it from the server first");
        }
        metadata.addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(uid)
                .withController(true)
                .withBlockOwnerDeletion(true)
                .endOwnerReference();
        return this;
    }

    /** Edits metadata beyond what this builder names. */
    public ResourceBuilder<R, S, T, B> metadata(UnaryOperator<ObjectMetaBuilder> edit) {
        metadata = edit.apply(metadata);
        return this;
    }

    /** Sets {@code spec}. */
    public ResourceBuilder<R, S, T, B> spec(S value) {
        this.spec = value;
        return this;
    }

    /** Edits {@code spec}: starts from the one given so far, or from an empty one. */
    public ResourceBuilder<R, S, T, B> spec(UnaryOperator<B> edit) {
        B builder = spec == null ? newSpec.get() : editSpec.apply(spec);
        spec = buildSpec.apply(edit.apply(builder));
        return this;
    }

    /** Sets {@code status}: for tests and controllers; a server ignores it when the resource is created. */
    public ResourceBuilder<R, S, T, B> status(T value) {
        this.status = value;
        return this;
    }

    /** The resource. */
    public R build() {
        R resource = envelope.get();
        // The first build shares its maps and lists with this builder; a second makes them the resource's own.
        resource.setMetadata(new ObjectMetaBuilder(metadata.build()).build());
        if (spec != null) {
            resource.setSpec(spec);
        }
        if (status != null) {
            resource.setStatus(status);
        }
        return resource;
    }
}
