package dev.seedplan.runtime.shop;

import dev.seedplan.Gen;
import dev.seedplan.OptionalGen;
import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import java.math.BigDecimal;
import java.time.Instant;

/** The row classes of the shop. */
final class Rows {

    private Rows() {}

    record CustomersRow(Slots slots) {

        CustomersRow name(Gen<String> gen) {
            slots.note(1, gen);
            return this;
        }

        String name() {
            return (String) slots.getObject(1);
        }

        CustomersRow email(Gen<String> gen) {
            slots.note(2, gen);
            return this;
        }

        CustomersRow joinedAt(Gen<Instant> gen) {
            slots.note(3, gen);
            return this;
        }

        Instant joinedAt() {
            return (Instant) slots.get(3);
        }

        static void encode(Slots s, RowWriter out) {
            out.int8(s, 0);
            out.text(s, 1);
            out.text(s, 2);
            out.timestamp(s, 3);
            out.text(s, 4);
        }
    }

    record ProductsRow(Slots slots) {

        ProductsRow name(Gen<String> gen) {
            slots.note(1, gen);
            return this;
        }

        ProductsRow price(BigDecimal price) {
            slots.set(2, price);
            return this;
        }

        BigDecimal price() {
            return (BigDecimal) slots.getObject(2);
        }

        static void encode(Slots s, RowWriter out) {
            out.int4(s, 0);
            out.text(s, 1);
            out.numeric(s, 2);
            out.label(s, 3);
        }
    }

    record OrdersRow(Slots slots) {

        OrdersRow placedAt(Gen<Instant> gen) {
            slots.note(2, gen);
            return this;
        }

        Instant placedAt() {
            return (Instant) slots.get(2);
        }

        OrdersRow note(OptionalGen<String> gen) {
            slots.note(3, gen);
            return this;
        }

        static void encode(Slots s, RowWriter out) {
            out.uuid(s, 0);
            out.int8(s, 1);
            out.timestamp(s, 2);
            out.text(s, 3);
            out.int8(s, 4);
        }
    }

    record OrderLinesRow(Slots slots) {

        OrderLinesRow quantity(int quantity) {
            slots.setBits(2, quantity);
            return this;
        }

        static void encode(Slots s, RowWriter out) {
            out.uuid(s, 0);
            out.int4(s, 1);
            out.int2(s, 2);
        }
    }

    record NotesRow(Slots slots) {

        NotesRow body(Gen<String> gen) {
            slots.note(3, gen);
            return this;
        }

        static void encode(Slots s, RowWriter out) {
            out.int8(s, 0);
            out.uuid(s, 1);
            out.int8(s, 2);
            out.text(s, 3);
            out.int4(s, 4);
        }
    }
}
