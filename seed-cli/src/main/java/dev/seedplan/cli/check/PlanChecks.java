package dev.seedplan.cli.check;

import dev.seedplan.cli.CliException;
import dev.seedplan.cli.SchemaSource;
import dev.seedplan.cli.UrlDataSource;
import dev.seedplan.cli.plans.PlanPath;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans against the project's snapshot, the database that is named, and their content. */
final class PlanChecks {

    private final PlanPath path;
    private final Path directory;
    private final @Nullable String content;

    PlanChecks(PlanPath path, Path directory, @Nullable String content) {
        this.path = path;
        this.directory = directory;
        this.content = content;
    }

    List<Finding> findings(@Nullable Snapshot snapshot, SchemaSource source, Map<String, String> environment) {
        String hash = snapshot == null ? null : SnapshotHash.of(snapshot);
        List<Finding> findings = new ArrayList<>();
        for (PlanPath.Found plan : path.plans(directory)) {
            findings.add(finding(plan, hash, source, environment));
        }
        return findings;
    }

    private Finding finding(
            PlanPath.Found plan, @Nullable String hash, SchemaSource source, Map<String, String> environment) {
        String subject = "plan " + plan.name();
        try {
            SeedProgram program = path.program(plan, directory);
            String compiled = program.spec().schemaHash();
            if (hash != null && !compiled.isEmpty() && !hash.equals(compiled)) {
                return new Finding(
                        subject,
                        SeedException.DRIFT,
                        List.of("it was compiled with another snapshot: compile it again"));
            }
            SeedRun run = Seedplan.run(program);
            if (content != null) {
                run.content(content);
            }
            if (source.database().address() != null) {
                run.to(new UrlDataSource(source.database().required(environment)));
            }
            run.check();
            return Finding.fits(subject);
        } catch (SeedException e) {
            return new Finding(subject, e.exitCode(), List.of(String.valueOf(e.getMessage())));
        } catch (CliException e) {
            return new Finding(subject, e.exit(), List.of(String.valueOf(e.getMessage())));
        }
    }
}
