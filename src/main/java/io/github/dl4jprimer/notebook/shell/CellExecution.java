package io.github.dl4jprimer.notebook.shell;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs compiled snippets in this JVM and hands out the live value of a variable, where JShell
 * itself returns only its text.
 *
 * <p>Assertions are on inside cells, whatever the flags of the JVM: a notebook's checks must not
 * pass because nobody looked.
 */
final class CellExecution extends LocalExecutionControl {
    /** The package that JShell puts all snippets into. */
    private static final String SNIPPETS = "REPL";

    private final BooleanSupplier interrupted;
    private final AtomicReference<Object> live = new AtomicReference<>();

    /**
     * Creates the execution of one session.
     *
     * @param interrupted whether the cell was interrupted before its next snippet could start
     */
    CellExecution(BooleanSupplier interrupted) {
        this.interrupted = interrupted;
    }

    /** Returns a provider that gives a JShell this one execution. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "in this JVM";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return CellExecution.this;
            }
        };
    }

    /** Returns the value that {@link #varValue} met last, and forgets it. */
    Object takeValue() {
        return live.getAndSet(null);
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(classes);
        for (var loaded : classes) {
            try {
                findClass(loaded.name()).getClassLoader().setPackageAssertionStatus(SNIPPETS, true);
            } catch (ClassNotFoundException e) {
                throw new ClassInstallException(e.getMessage(), new boolean[classes.length]);
            }
        }
    }

    /** Keeps the variable's value for {@link #takeValue}; its text is of no use to anybody. */
    @Override
    public String varValue(String className, String variable) throws InternalException {
        try {
            var field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            live.set(field.get(null));
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    /** An interrupt while a snippet was still compiled must not be lost. */
    @Override
    protected String invoke(Method snippet) throws Exception {
        if (interrupted.getAsBoolean()) {
            throw new StoppedException();
        }
        return super.invoke(snippet);
    }
}
