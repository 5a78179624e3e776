package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether strict transport security must include subdomains. */
public final class HstsSubDomainsPolicy extends OpenEnum {
    public static final HstsSubDomainsPolicy REQUIRE_INCLUDE_SUB_DOMAINS =
            new HstsSubDomainsPolicy("RequireIncludeSubDomains");

    public static final HstsSubDomainsPolicy REQUIRE_NO_INCLUDE_SUB_DOMAINS =
            new HstsSubDomainsPolicy("RequireNoIncludeSubDomains");

    public static final HstsSubDomainsPolicy NO_OPINION = new HstsSubDomainsPolicy("NoOpinion");

    private HstsSubDomainsPolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static HstsSubDomainsPolicy of(String value) {
        return new HstsSubDomainsPolicy(value);
    }
}
