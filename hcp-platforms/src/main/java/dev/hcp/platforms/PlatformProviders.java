package dev.hcp.platforms;

import dev.hcp.api.HcpException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The platforms there are, by type. Immutable and thread-safe. */
public final class PlatformProviders {
    private final Map<String, PlatformProvider> byType;

    private PlatformProviders(Map<String, PlatformProvider> byType) {
        this.byType = Collections.unmodifiableMap(byType);
    }

    /** Those on the class path, found by {@link ServiceLoader}. */
    public static PlatformProviders load() {
        List<PlatformProvider> found = new ArrayList<>();
        ServiceLoader.load(PlatformProvider.class).forEach(found::add);
        return of(found);
    }

    /**
     * These and no others.
     *
     * @throws HcpException when two are for the same platform type
     */
    public static PlatformProviders of(List<PlatformProvider> providers) {
        Map<String, PlatformProvider> byType = new TreeMap<>();
        for (PlatformProvider provider : providers) {
            PlatformProvider other = byType.put(provider.platformType(), provider);
            if (other != null) {
                throw new HcpException("two providers for platform type " + provider.platformType() + ": "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName() + "; keep one of them on the class path");
            }
        }
        return new PlatformProviders(byType);
    }

    /** The provider for a platform type, if there is one. */
    public Optional<PlatformProvider> find(String platformType) {
        return Optional.ofNullable(byType.get(platformType));
    }

    /**
     * The provider for a platform type.
     *
     * @throws HcpException when there is none
     */
    public PlatformProvider get(String platformType) {
        PlatformProvider provider = byType.get(platformType);
        if (provider == null) {
            throw new HcpException("no provider for platform type \"" + platformType + "\"; there are "
                    + byType.keySet() + ". Add one as a " + PlatformProvider.class.getName() + " service");
        }
        return provider;
    }

    /** The provider for a platform type, or one that says of every cluster that its platform is not supported. */
    public PlatformProvider orUnsupported(String platformType) {
        PlatformProvider provider = byType.get(platformType);
        return provider == null ? new UnsupportedPlatform(platformType) : provider;
    }

    /** What all of them do to objects. */
    public Permissions permissions() {
        Permissions all = Permissions.NONE;
        for (PlatformProvider provider : byType.values()) {
            all = all.and(provider.permissions());
        }
        return all;
    }

    /** The platform types there are providers for, sorted. */
    public List<String> platformTypes() {
        return List.copyOf(byType.keySet());
    }
}
