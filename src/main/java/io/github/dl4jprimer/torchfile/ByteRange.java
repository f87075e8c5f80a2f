package io.github.dl4jprimer.torchfile;

/**
 * A stretch of a file.
 *
 * @param begin first byte
 * @param end byte after the last one
 */
record ByteRange(long begin, long end) {
    long length() {
        return end - begin;
    }
}
