package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds on the length of a text, or the number of items of a list or members of an object; -1 for none. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Size.List.class)
public @interface Size {
    int min() default -1;

    int max() default -1;

    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;

    /** Several on one place. */
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        Size[] value();
    }
}
