package dev.hcp.platforms;

/**
 * What is wrong with one option of something to be created.
 *
 * @param option the option, as the method is called that sets it, such as {@code rootVolumeSize}; empty for a problem that
 *     is none of one option
 * @param text what is wrong and what would be right, to follow the option's name
 */
public record OptionProblem(String option, String text) {
    /** The option and what is wrong with it. */
    @Override
    public String toString() {
        return option.isEmpty() ? text : option + " " + text;
    }
}
