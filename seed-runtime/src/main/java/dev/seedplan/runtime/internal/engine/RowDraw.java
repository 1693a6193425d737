package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.Cell;
import dev.seedplan.Draw;
import dev.seedplan.Gen;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.time.Instant;
import java.util.List;

/** The draws of a row method's body, keyed by pool or label. */
final class RowDraw implements Draw {

    private final Frame frame;
    private final Cell cell;

    RowDraw(Frame frame) {
        this.frame = frame;
        cell = new Cell(frame.worker().surroundings());
    }

    @Override
    public long row() {
        return frame.ordinal();
    }

    @Override
    public int index() {
        return Math.toIntExact(frame.k());
    }

    @Override
    public Instant now() {
        return frame.worker().now();
    }

    @Override
    public <A> A pick(Assets<A> assets) {
        AssetSource.Pool<A> pool = pool(assets);
        long key = RowKeys.other(frame.step().key(), "pick", frame.worker().name(assets));
        return pool.get((int) Mix.jump(Mix.draw(key, frame.address(), 0), pool.size()));
    }

    private <A> AssetSource.Pool<A> pool(Assets<A> assets) {
        AssetSource.Pool<A> pool = frame.worker().pool(assets);
        if (pool.size() == 0) {
            throw new EngineException(EngineError.EMPTY_POOL, frame.step().name(), assets);
        }
        return pool;
    }

    @Override
    public <A> A deal(Assets<A> assets) {
        AssetSource.Pool<A> pool = pool(assets);
        long key = RowKeys.other(
                frame.step().table().uniqueKey(0), "deal", frame.worker().name(assets));
        long round = frame.ordinal() / pool.size();
        return pool.get((int) Permutation.at(Mix.combine(key, round), pool.size(), frame.ordinal() % pool.size()));
    }

    @Override
    public <T> T pick(String label, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("pick(\"" + label + "\", …) has an empty list to choose from");
        }
        long key = RowKeys.other(frame.step().key(), "list", label);
        return values.get((int) Mix.below(Mix.draw(key, frame.address(), 0), values.size()));
    }

    @Override
    public <T> T draw(String label, Gen<T> gen) {
        cell.moveToRow(frame.address(), frame.ordinal());
        cell.moveToColumn(
                RowKeys.other(frame.step().key(), "draw", label),
                RowKeys.other(frame.step().table().uniqueKey(0), "draw", label),
                -1);
        return gen.at(cell);
    }
}
