package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Conditions without the constraints of {@code metav1.Condition}: their own required members and time stamps. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainConditions {
    /** The members that must be present. */
    String[] required();

    /** The members that are time stamps. */
    String[] times();

    /** Whether the time stamps may be null. */
    boolean timesMayBeNull() default false;
}
