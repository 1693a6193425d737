package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.Cell;
import dev.seedplan.mapping.MappingHost;
import dev.seedplan.runtime.internal.rules.ColumnChecks;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Mix;
import org.jspecify.annotations.Nullable;

/** What a row's mapping asks: about the row's asset, other pools, and markdown. */
final class RowContent implements MappingHost {

    private final Frame frame;
    private @Nullable ColumnChecks checks;

    RowContent(Frame frame) {
        this.frame = frame;
    }

    @Override
    public @Nullable String fact(String name) {
        return frame.step().pool().fact(frame.local(), name);
    }

    @Override
    public String where(String field) {
        return frame.step().pool().where(frame.local(), field, frame.position());
    }

    @Override
    public String describe(String column) {
        TableSpec table = frame.step().table().table();
        return (table.schema().equals("public") ? table.name() : table.id()) + "." + column;
    }

    @Override
    public @Nullable String broken(String column, Object value) {
        if (checks == null) {
            checks = new ColumnChecks(
                    frame.step().table().table(), frame.worker().now());
        }
        return checks.broken(column, value);
    }

    @Override
    public <A> A pick(Assets<A> assets, Cell cell) {
        AssetSource.Pool<A> pool = frame.worker().pool(assets);
        if (pool.size() == 0) {
            throw new EngineException(EngineError.EMPTY_POOL, frame.step().name(), assets);
        }
        return pool.get((int) Mix.jump(cell.draw(0), pool.size()));
    }

    @Override
    public String html(String markdown) {
        return frame.worker().content().html(markdown);
    }

    @Override
    public String plainText(String markdown) {
        return frame.worker().content().plainText(markdown);
    }
}
