package io.github.dl4jprimer.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What picocli finds wrong with the words of a command, in the form of all other errors: {@code
 * --epochs must be a whole number, got many. Try: primer train --help}.
 *
 * <p>picocli tells its findings apart by exception types; each has a sentence here. What it may add
 * later is told in its own words.
 */
final class UsageError {
    private UsageError() {}

    /** Returns the one line that the user sees. */
    static String line(ParameterException failure) {
        var command = failure.getCommandLine();
        var help = " Try: " + command.getCommandSpec().qualifiedName() + " --help";
        return problem(failure, command).replaceAll("\\R", " ") + "." + help;
    }

    private static String problem(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, command);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (failure instanceof MutuallyExclusiveArgsException) {
            return "options must not exclude each other, got two of which one must go: "
                    + failure.getMessage().replaceAll("^Error: | are mutually exclusive.*$", "");
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " must be given once, got it twice";
        }
        if (failure.getArgSpec() != null && failure.getValue() != null) {
            var argument = failure.getArgSpec();
            return "%s must be %s, got %s"
                    .formatted(name(argument), expected(argument), failure.getValue());
        }
        var commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? failure.getMessage()
                : "command must be one of " + String.join(", ", commands) + ", got none";
    }

    /** A word that the command does not know: most likely a mistyped command or option. */
    private static String unknown(UnmatchedArgumentException failure, CommandLine command) {
        var got = failure.getUnmatched().get(0);
        var commands = command.getSubcommands().keySet();
        if (!commands.isEmpty() && !got.startsWith("-")) {
            return "command must be one of %s, got %s".formatted(String.join(", ", commands), got);
        }
        var options =
                command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return got.startsWith("-")
                ? "option must be one of %s, got %s".formatted(options, got)
                : "arguments must be no more than the command takes, got %s besides".formatted(got);
    }

    /** What a value has to look like, by the type it is read into. */
    private static String expected(ArgSpec argument) {
        var type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return argument.isMultiValue() ? "whole numbers with commas between" : "a whole number";
        }
        return "a path that this system can have";
    }

    /** What was left out; a positional argument may have to be given several times. */
    private static String missing(List<ArgSpec> arguments) {
        var names = arguments.stream().map(UsageError::name).collect(Collectors.joining(" and "));
        var least = arguments.get(0).arity().min();
        return least > 1
                ? "%s must be given at least %d times, got fewer".formatted(names, least)
                : names + " must be given, got nothing";
    }

    /** An argument as the help calls it: {@code --epochs}, or {@code RUN}. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
