package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a definition says of a kind as a whole, where it is not what most kinds do. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CrdKind {
    /** The top-level members that must be present. */
    String[] required() default {};

    /** Whether status is a sub-resource of its own; only asked for kinds that have a status. */
    boolean statusSubresource() default true;

    /** Whether status is a sub-resource although nothing is said of what it holds; asked for kinds without a status. */
    boolean statusWithoutSchema() default false;
}
