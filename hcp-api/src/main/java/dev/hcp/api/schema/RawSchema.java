package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Schema keywords that no other annotation expresses, as a JSON object; a null takes a keyword away. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RawSchema.List.class)
public @interface RawSchema {
    String value();

    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;

    /** Several on one place. */
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        RawSchema[] value();
    }
}
