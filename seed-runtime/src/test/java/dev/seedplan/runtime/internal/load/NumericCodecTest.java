package dev.seedplan.runtime.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** numeric in binary, read back by the server. */
class NumericCodecTest {

    private static List<BigDecimal> values() {
        List<BigDecimal> values = new ArrayList<>(List.of(
                new BigDecimal("0"),
                new BigDecimal("0.00"),
                new BigDecimal("1"),
                new BigDecimal("-1"),
                new BigDecimal("10000"),
                new BigDecimal("0.0001"),
                new BigDecimal("0.00001"),
                new BigDecimal("9999.9999"),
                new BigDecimal("12345678901234567890.123456789"),
                new BigDecimal("-0.5"),
                new BigDecimal("1E+9"),
                new BigDecimal("100000000"),
                new BigDecimal("0.10"),
                new BigDecimal("1e-20")));
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            values.add(new BigDecimal(new BigInteger(1 + random.nextInt(200), random), random.nextInt(40) - 5)
                    .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate()));
        }
        return values;
    }

    @Test
    void theServerReadsEveryValueAsItWas() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table n (i int, v numeric)");
            CopyBuffer out = new CopyBuffer();
            out.raw(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
            });
            List<BigDecimal> values = values();
            NumericCodec codec = new NumericCodec(-1, -1);
            for (int i = 0; i < values.size(); i++) {
                out.int16(2);
                out.int32(4);
                out.int32(i);
                int start = out.startField();
                codec.encode(values.get(i), out);
                out.endField(start);
            }
            out.int16(-1);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy n from stdin (format binary)", new ByteArrayInputStream(out.bytes(), 0, out.size()));
            try (ResultSet rows = statement.executeQuery("select v::text from n order by i")) {
                for (BigDecimal value : values) {
                    rows.next();
                    BigDecimal expected = value.scale() < 0 ? value.setScale(0) : value;
                    assertThat(rows.getString(1)).isEqualTo(expected.toPlainString());
                }
            }
        }
    }
}
