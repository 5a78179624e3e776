package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Server-side apply owns the object as a whole. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Atomic {
    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;
}
