package io.github.dl4jprimer.experiment;

/**
 * Which data a run was trained on.
 *
 * @param name name of the dataset, empty if unknown
 * @param checksum SHA-256 of its files, empty if unknown
 */
public record DatasetVersion(String name, String checksum) {
    /** Data that nobody named. */
    public static final DatasetVersion UNKNOWN = new DatasetVersion("", "");
}
