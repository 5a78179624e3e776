package dev.hcp.api.validation.schema;

/** What names a kind accepts. */
public enum NameRule {
    /** DNS subdomain, up to 253 characters. */
    SUBDOMAIN,
    /** DNS label of RFC 1123, up to 63 characters. */
    LABEL,
    /** DNS label of RFC 1035, up to 63 characters. */
    SERVICE,
    /** Anything that can be one segment of a path. */
    PATH_SEGMENT
}
