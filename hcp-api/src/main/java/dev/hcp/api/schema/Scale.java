package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The kind has a {@code scale} sub-resource: {@code spec.replicas} and {@code status.replicas}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scale {
    /** The JSON path of the label selector of what is scaled; empty for none. */
    String selectorPath() default "";
}
