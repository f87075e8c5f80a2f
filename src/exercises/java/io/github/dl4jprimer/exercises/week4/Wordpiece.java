package io.github.dl4jprimer.exercises.week4;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * w4-wordpiece：把一个词切成词表里有的片段。 / Cuts a word into pieces that the vocabulary has.
 *
 * <p>从左到右，每次取词表里有的最长的片段，取了就不反悔。不在词首的片段在词表里以 ## 开头，结果里也一样。只要有一处切不下去，整个词就是一个 [UNK]。空词没有片段。
 *
 * <p>From the left, each time take the longest piece that the vocabulary has, and never go back on
 * it. Pieces that do not begin the word are written with ## in the vocabulary, and so in the
 * result. If at any place no piece fits, the whole word is one [UNK]. The empty word has no pieces.
 *
 * <pre>
 * 词表 / vocabulary: d, s, disk, ##i, ##s, ##k
 * of("disks") = [disk, ##s]      of("diskx") = [[UNK]]      of("") = []
 * </pre>
 */
public final class Wordpiece {
    private Wordpiece() {}

    /** 一个词的片段，从左到右。 / The pieces of a word, from left to right. */
    public static List<String> of(String word, Set<String> vocabulary) {
        throw new UnsupportedOperationException("TODO w4-wordpiece");
    }
}
