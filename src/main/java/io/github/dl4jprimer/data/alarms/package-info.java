/**
 * Makes <b>alarm-logs-zh</b>: labelled alarm lines in Chinese and an unlabelled corpus, from
 * phrasings written by hand.
 *
 * <p>Start with {@link io.github.dl4jprimer.data.alarms.AlarmLogs}, which writes the files under
 * {@code datasets/alarm-logs-zh}. The phrasings are resources beside these classes: {@code
 * phrasings/<class>.txt} (lines with slots such as <code>{host}</code>; hard ones begin with {@code
 * !}), {@code corpus/<class>.txt} (clauses) and {@code slots.txt} (what slots are filled with).
 * Learners need none of this: {@link io.github.dl4jprimer.data.Datasets} reads the finished files.
 *
 * @see <a href="https://aclanthology.org/2020.acl-main.442/">Ribeiro et al. 2020, Beyond accuracy:
 *     behavioral testing of NLP models with CheckList</a> (templates with slots)
 */
package io.github.dl4jprimer.data.alarms;
