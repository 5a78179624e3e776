package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads releases from where they are: an image registry, by the distribution API. What it reads of an image it keeps by
 * digest, as that never changes; which digest a tag stands for is asked again after an hour, and what failed after half a minute.
 *
 * <p>It needs no library but the JDK's HTTP client: of the distribution API it takes two requests, manifests and blobs, and
 * the libraries that speak it are made to push and build images. Thread-safe; look-ups of one image wait for one another.
 */
public final class RegistryReleases implements ReleaseCatalogue {
    private static final Duration TAG_HOLDS = Duration.ofHours(1);
    private static final Duration FAILURE_HOLDS = Duration.ofSeconds(30);
    private static final int LAST_CLUSTERS = 2000;
    private static final int LAST_IMAGES = 32;
    private static final int LAST_RELEASES = 200;

    private final Registry registry;
    private final Map<String, List<String>> mirrors;
    private final Shared shared;
    private final Recent<String, Slot> slots = new Recent<>(LAST_IMAGES);

    /** What is the same for all clusters. What is known is found by digest: whoever has that may read it. */
    private record Shared(
            HttpClient http,
            Duration timeout,
            Set<String> plainHttp,
            Map<String, List<String>> mirrors,
            InstantSource clock,
            Recent<ImageAccess, RegistryReleases> clusters,
            Recent<String, ReleaseMetadata> contents,
            Recent<String, JsonObject> configurations) {}

    /** What is known of a pull specification. */
    private static final class Slot {
        private @Nullable Found found;
        private @Nullable ReleaseMetadata release;
        private @Nullable ReleaseNotFoundException failure;
        private Instant until = Instant.MIN;
    }

    /** An image, where it was found, and its manifest. */
    private record Found(ImageName where, Registry.Manifest manifest) {}

    private RegistryReleases(ImageAccess access, Shared shared) {
        this.shared = shared;
        registry = new Registry(shared.http(), access.pullSecret(), shared.timeout(), shared.plainHttp());
        mirrors = new LinkedHashMap<>(access.mirrors());
        shared.mirrors().forEach((source, all) -> mirrors.merge(source, all, RegistryReleases::joined));
    }

    private static List<String> joined(List<String> first, List<String> then) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private static Shared shared(Builder options) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .connectTimeout(options.timeout)
                // Not of its own: an authorization must not follow.
                .followRedirects(HttpClient.Redirect.NEVER);
        if (options.trust != null) {
            http.sslContext(options.trust);
        }
        return new Shared(
                http.build(),
                options.timeout,
                Set.copyOf(options.plainHttp),
                new LinkedHashMap<>(options.mirrors),
                options.clock,
                new Recent<>(LAST_CLUSTERS),
                new Recent<>(LAST_RELEASES),
                new Recent<>(LAST_RELEASES));
    }

    /** Options of a catalogue. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@inheritDoc} The cluster's own mirrors are asked before those of {@link Builder#mirrors}. */
    @Override
    public ReleaseCatalogue with(ImageAccess access) {
        return shared.clusters().get(access, () -> new RegistryReleases(access, shared));
    }

    @Override
    public ReleaseMetadata lookup(String image) {
        Slot slot = slot(image);
        synchronized (slot) {
            Found found = find(image);
            ReleaseMetadata known = slot.release;
            if (known == null) {
                known = remembered(slot, () -> read(image, found));
                slot.release = known;
            }
            return known;
        }
    }

    private static ReleaseMetadata named(ReleaseMetadata release, String image) {
        return new ReleaseMetadata(
                image,
                release.version(),
                release.payloadArch(),
                release.componentImages(),
                release.kubeVirtImage(),
                release.awsImages(),
                release.imageLabels(),
                release.extra());
    }

    @Override
    public String payloadArch(String image) {
        Found found = find(image);
        return found.manifest().isList() ? "Multi" : arch(configuration(found));
    }

    @Override
    public Optional<String> digest(String image) {
        return Optional.of(find(image).manifest().digest());
    }

    private Slot slot(String image) {
        return slots.get(image, Slot::new);
    }

    private Found find(String image) {
        Slot slot = slot(image);
        synchronized (slot) {
            if (shared.clock().instant().isBefore(slot.until)) {
                if (slot.failure != null) {
                    throw new ReleaseNotFoundException(String.valueOf(slot.failure.getMessage()));
                }
                if (slot.found != null) {
                    return slot.found;
                }
            }
            return remembered(slot, () -> {
                ImageName name = ImageName.of(image);
                Found found = anywhere(name, where -> new Found(where, registry.manifest(where)));
                slot.found = found;
                slot.release = null;
                slot.failure = null;
                slot.until = name.isByDigest()
                        ? Instant.MAX
                        : shared.clock().instant().plus(TAG_HOLDS);
                return found;
            });
        }
    }

    /** What failed is not tried again at once. */
    private <T> T remembered(Slot slot, Supplier<T> read) {
        try {
            return read.get();
        } catch (ReleaseNotFoundException e) {
            slot.failure = e;
            slot.until = shared.clock().instant().plus(FAILURE_HOLDS);
            throw e;
        }
    }

    /** In the mirrors of an image, in their order, and then where its name says. */
    private <T> T anywhere(ImageName image, Function<ImageName, T> read) {
        List<String> problems = new ArrayList<>();
        for (ImageName place : places(image)) {
            try {
                return read.apply(place);
            } catch (ReleaseNotFoundException e) {
                problems.add(e.getMessage());
            }
        }
        throw new ReleaseNotFoundException(
                problems.size() == 1
                        ? problems.get(0)
                        : "image " + image + " was found neither in its mirrors nor at its source: "
                                + String.join("; ", problems));
    }

    private List<ImageName> places(ImageName image) {
        List<ImageName> places = new ArrayList<>();
        mirrors.forEach((source, ofSource) -> {
            boolean within = image.path().equals(source) || image.path().startsWith(source + "/");
            if (within) {
                ofSource.forEach(mirror -> places.add(image.in(source, mirror)));
            }
        });
        places.add(image);
        return places;
    }

    /** A release with the labels of its operator, which only who may read that image gets to know. */
    private ReleaseMetadata read(String image, Found found) {
        String digest = found.manifest().digest();
        Optional<ReleaseMetadata> known = shared.contents().get(digest);
        ReleaseMetadata content = known.isPresent() ? known.get() : content(image, found);
        shared.contents().put(digest, content);
        return named(content.withImageLabels(operatorLabels(content.componentImages())), image);
    }

    private ReleaseMetadata content(String image, Found found) {
        Found child = found.manifest().isList() ? child(found) : found;
        ReleasePayload payload = payload(child);
        payload.missing().ifPresent(file -> {
            throw Registry.problem(
                    child.where(), "it has no " + file + ", so it is not an OpenShift release; name a release image");
        });
        try {
            Map<String, String> components = payload.componentImages();
            String arch = found.manifest().isList() || payload.isMultiArch() ? "Multi" : arch(configuration(child));
            return payload.metadata(image, arch, components, Map.of());
        } catch (ReleaseNotFoundException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Registry.problem(child.where(), "its release manifests cannot be understood: " + e.getMessage());
        }
    }

    /** Of an image for many architectures, the one for amd64 or else the first: they say the same. */
    private Found child(Found list) {
        String first = null;
        for (Object item : list.manifest().content().array("manifests")) {
            if (item instanceof JsonObject entry && entry.get("digest") instanceof String digest) {
                boolean common = "amd64".equals(entry.text("platform", "architecture"));
                first = first == null || common ? digest : first;
                if (common) {
                    break;
                }
            }
        }
        if (first == null) {
            throw Registry.problem(list.where(), "its list of manifests is empty");
        }
        ImageName name = list.where().at(first);
        return new Found(name, registry.manifest(name));
    }

    /** The manifests of a release are in its last layer that has any, as far as anybody has seen. */
    private ReleasePayload payload(Found image) {
        JsonArray layers = image.manifest().content().array("layers");
        Map<String, byte[]> files = new HashMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Set<String> wanted = new HashSet<>(ReleasePayload.FILES);
            wanted.removeAll(files.keySet());
            if (new ReleasePayload(files).missing().isEmpty()) {
                break;
            }
            String digest = layers.get(i) instanceof JsonObject layer ? String.valueOf(layer.text("digest")) : "";
            try (InputStream in = registry.blob(image.where(), digest)) {
                files.putAll(LayerFiles.read(in, wanted));
                // To its end, where it turns out to be what its digest says.
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw Registry.problem(image.where(), "layer " + digest + " cannot be read: " + e.getMessage());
            }
        }
        return new ReleasePayload(files);
    }

    private JsonObject configuration(Found image) {
        String digest = image.manifest().content().text("config", "digest");
        if (digest == null) {
            throw Registry.problem(image.where(), "its manifest names no configuration");
        }
        Optional<JsonObject> known = shared.configurations().get(digest);
        JsonObject configuration = known.isPresent() ? known.get() : registry.json(image.where(), digest);
        shared.configurations().put(digest, configuration);
        return configuration;
    }

    private static String arch(JsonObject configuration) {
        return String.valueOf(configuration.text("architecture")).toUpperCase(Locale.ROOT);
    }

    private Map<String, String> operatorLabels(Map<String, String> components) {
        String operator = components.get(ReleasePayload.OPERATOR);
        if (operator == null) {
            return Map.of();
        }
        Found found = find(operator);
        JsonObject labels =
                configuration(found.manifest().isList() ? child(found) : found).object("config", "Labels");
        Map<String, String> texts = new HashMap<>();
        for (String key : labels.keySet()) {
            String value = labels.text(key);
            if (value != null) {
                texts.put(key, value);
            }
        }
        return texts;
    }

    /** Options of a catalogue. Each method returns this. */
    public static final class Builder {
        private final Map<String, List<String>> mirrors = new LinkedHashMap<>();
        private final Set<String> plainHttp = new HashSet<>();
        private Duration timeout = Duration.ofSeconds(30);
        private InstantSource clock = InstantSource.system();
        private @Nullable SSLContext trust;

        private Builder() {}

        /**
         * Mirrors of a registry, of a repository or of all repositories below a path, as in {@code imageContentSources} of a
         * HostedCluster and in an ImageDigestMirrorSet: they are asked first, in their order, and the source last. These hold
         * for all clusters, as the management cluster's do; a cluster's own come with {@link RegistryReleases#with}. By
         * default none.
         */
        public Builder mirrors(String source, List<String> value) {
            if (value.isEmpty()) {
                throw new HcpException("the source " + source + " shall have mirrors, and none is named");
            }
            mirrors.put(source, List.copyOf(value));
            return this;
        }

        /** Whose certificates to trust; those that this Java runtime trusts by default. */
        public Builder trust(SSLContext value) {
            trust = value;
            return this;
        }

        /** A registry, {@code host:port}, that speaks HTTP without encryption; none by default. Passwords go there in clear. */
        public Builder plainHttp(String host) {
            plainHttp.add(host);
            return this;
        }

        /** How long a registry may take to begin an answer; 30 seconds by default. */
        public Builder timeout(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new HcpException("a registry needs some time to answer; got " + value);
            }
            timeout = value;
            return this;
        }

        /** What time it is; the system's by default. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** The catalogue, as anybody sees it: without credentials. */
        public RegistryReleases build() {
            return new RegistryReleases(ImageAccess.ANONYMOUS, shared(this));
        }
    }
}
