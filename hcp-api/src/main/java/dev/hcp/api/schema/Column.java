package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column that {@code kubectl get} prints for a kind, in the order of the annotations. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Column.List.class)
public @interface Column {
    /** The heading. */
    String name();

    /** The OpenAPI type of the values, or {@code date}. */
    String type() default "string";

    /** The JSON path of the value. */
    String path();

    /** Columns above 0 are printed in wide output only. */
    int priority() default 0;

    /** The first edition of which this is true. */
    Edition since() default Edition.V4_17;

    /** The last edition of which this is true. */
    Edition until() default Edition.LATEST;

    /** Several on one place. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        Column[] value();
    }
}
