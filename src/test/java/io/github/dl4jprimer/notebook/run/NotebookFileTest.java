package io.github.dl4jprimer.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {
    private static final String EXECUTED =
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "a",
               "metadata": {},
               "source": [
                "# 一个神经元 <b>\\n",
                "text"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "b",
               "metadata": {
                "collapsed": true,
                "tags": [
                 "parameters"
                ]
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "1"
                 ]
                }
               ],
               "source": "int a = 1;"
              }
             ],
             "metadata": {
              "kernelspec": {
               "name": "java"
              },
              "toc": {}
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void sourcesAreReadAsLinesOrAsOneString() throws IOException {
        var cells = NotebookFile.read(write("a.ipynb", EXECUTED)).cells();
        assertEquals(
                List.of(
                        new NotebookCell("markdown", "# 一个神经元 <b>\ntext", List.of(), true),
                        new NotebookCell("code", "int a = 1;", List.of("parameters"), false)),
                cells);
        assertTrue(cells.get(0).isText() && !cells.get(0).isCode());
        assertTrue(cells.get(1).isCode() && !cells.get(1).isText());
    }

    @Test
    void theTitleIsTheFirstHeadingOrElseTheName() throws IOException {
        assertEquals("一个神经元 <b>", NotebookFile.read(write("a.ipynb", EXECUTED)).title());
        var bare = write("week9-x.ipynb", "{\"nbformat\": 4, \"cells\": []}");
        assertEquals("week9-x", NotebookFile.read(bare).title());
    }

    @Test
    void strippingRemovesOutputsCountsAndTheFrontendsMarksAlone() throws IOException {
        var path = write("a.ipynb", EXECUTED);
        NotebookFile.read(path).stripped().save();
        var expected =
                EXECUTED.replace("\"execution_count\": 3", "\"execution_count\": null")
                        .replace("    \"collapsed\": true,\n", "")
                        .replaceAll("(?s)\"outputs\": \\[.*?\\n   \\],", "\"outputs\": [],")
                        .replace("  },\n  \"toc\": {}", "  }");
        assertEquals(expected, Files.readString(path));
        assertTrue(NotebookFile.read(path).cells().get(1).stripped());
    }

    @Test
    void strippingLeavesTheOriginalAsItIs() throws IOException {
        var file = NotebookFile.read(write("a.ipynb", EXECUTED));
        file.stripped();
        assertFalse(file.cells().get(1).stripped());
    }

    @Test
    void aFolderListsItsNotebooksByName() throws IOException {
        write("b.ipynb", "");
        write("a.ipynb", "");
        write("notes.md", "");
        assertEquals(
                List.of(folder.resolve("a.ipynb"), folder.resolve("b.ipynb")),
                NotebookFile.in(folder));
    }

    @Test
    void whatIsNoNotebookIsRefused() throws IOException {
        refused(
                "notebook must be a readable file, got %s. See: primer notebooks list",
                folder.resolve("none.ipynb"));
        for (var text : List.of("", "磁盘", "[]", "{")) {
            refused(
                    "notebook must be JSON, got something else (%s). Open it in Jupyter and save"
                            + " it.",
                    write("bad.ipynb", text));
        }
        for (var text : List.of("{}", "{\"nbformat\": 3, \"cells\": []}", "{\"nbformat\": 4}")) {
            refused(
                    "notebook must have nbformat 4 and cells, got other JSON (%s). Open it in"
                            + " Jupyter and save it.",
                    write("bad.ipynb", text));
        }
        var missing = folder.resolve("none");
        var e = assertThrows(BadInput.class, () -> NotebookFile.in(missing));
        assertEquals(
                "notebooks must be in a folder, got none at %s. Run this in the project's folder, or name files."
                        .formatted(missing),
                e.getMessage());
    }

    private static void refused(String message, Path path) {
        var e = assertThrows(BadInput.class, () -> NotebookFile.read(path));
        assertEquals(message.formatted(path), e.getMessage());
    }
}
