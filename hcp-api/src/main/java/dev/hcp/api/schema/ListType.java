package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How server-side apply merges the list: "atomic", "set" or "map" with its keys. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ListType.List.class)
public @interface ListType {
    String value();

    String[] keys() default {};

    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;

    /** Several on one place. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        ListType[] value();
    }
}
