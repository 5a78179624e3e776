package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constraints on the items of a list, or on the values of a map. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Items.List.class)
public @interface Items {
    /** The regular expression that each must match. */
    String pattern() default "";

    /** The texts allowed. */
    String[] oneOf() default {};

    /** Whether an explicit null is a value of its own. */
    boolean nullAllowed() default false;

    /** Bounds on the size of each. */
    Size size() default @Size;

    /** Rules that each must keep. */
    Rule[] rules() default {};

    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;

    /** Several on one place. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        Items[] value();
    }
}
