package io.github.dl4jprimer.exercise;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Classes that were compiled into memory, loaded apart from all that were compiled before. */
final class MemoryClasses {
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    /** Returns a file manager that reads from {@code files} and writes here. */
    JavaFileManager writtenFrom(JavaFileManager files) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new Written(name, kind);
            }
        };
    }

    /** Returns a fresh loader, which finds the classes here before those of its parent. */
    ClassLoader loader(ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve)
                    throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    var known = findLoadedClass(name);
                    if (known != null || !classes.containsKey(name)) {
                        return known != null ? known : super.loadClass(name, resolve);
                    }
                    var bytes = classes.get(name).toByteArray();
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }
        };
    }

    /** A source that never lay in a file. */
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(uri(className, Kind.SOURCE), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Written extends SimpleJavaFileObject {
        private final String className;

        Written(String className, Kind kind) {
            super(uri(className, kind), kind);
            this.className = className;
        }

        @Override
        public OutputStream openOutputStream() {
            var bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return bytes;
        }
    }

    private static URI uri(String className, JavaFileObject.Kind kind) {
        return URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    }
}
