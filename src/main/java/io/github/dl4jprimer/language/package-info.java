/**
 * The two languages of the course: which one is spoken, and how wide its text stands on a terminal.
 *
 * <p>Start with {@link io.github.dl4jprimer.language.Language}. Short words (axis names, table
 * heads) stand as pairs where they are used, so that none can be forgotten; lesson texts are
 * resources of package {@code course}.
 */
package io.github.dl4jprimer.language;
