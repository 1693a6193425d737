package dev.seedplan.cli;

import dev.seedplan.runtime.connect.Person;
import dev.seedplan.runtime.guard.Guard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command that writes may do where: the flags that programs have, too. */
final class GuardOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "development, test, staging or production, at least (or SEEDPLAN_ENV): the target may show more.")
    private @Nullable String declared;

    @Option(
            names = "--confirm",
            paramLabel = "DATABASE",
            description = "The database's name, with --env production: agrees to this run.")
    private @Nullable String confirmed;

    /** {@return the guard for this command} */
    Guard guard() {
        Guard guard = spec.commandLine().getDefaultValueProvider() instanceof ConfiguredDefaults defaults
                ? defaults.config().guard()
                : Guard.USUAL;
        guard = guard.declaredAs(declared, "--env").confirmed(confirmed);
        Person person = Person.there().orElse(null);
        return person == null ? guard : guard.asking(person::line);
    }
}
