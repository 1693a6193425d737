package dev.seedplan.schema;

/** A snapshot's file could not be read; the message is complete, with code, reason and remedy. */
public abstract sealed class SnapshotException extends RuntimeException {

    private final SchemaError error;

    private SnapshotException(SchemaError error, String message) {
        super(message);
        this.error = error;
    }

    /** {@return the error's entry in the catalogue} */
    public SchemaError error() {
        return error;
    }

    /** The text is not a snapshot. */
    public static final class Malformed extends SnapshotException {

        private final int line;
        private final int column;
        private final String problem;

        Malformed(String file, int line, int column, String problem) {
            super(
                    SchemaError.MALFORMED,
                    SchemaError.MALFORMED.message(file + ", line " + line + ", column " + column + ": " + problem));
            this.line = line;
            this.column = column;
            this.problem = problem;
        }

        /** {@return the line of the problem, from 1} */
        public int line() {
            return line;
        }

        /** {@return the column of the problem, from 1} */
        public int column() {
            return column;
        }

        /** {@return what is wrong there, without code, place and remedy} */
        public String problem() {
            return problem;
        }
    }

    /** The text is a snapshot in a format that this version of Seedplan does not know. */
    public static final class TooNew extends SnapshotException {

        private final long found;

        TooNew(String file, long found) {
            super(
                    SchemaError.TOO_NEW,
                    SchemaError.TOO_NEW.message(file + " has format " + found
                            + ", this version of Seedplan reads up to " + Snapshot.FORMAT));
            this.found = found;
        }

        /** {@return the format of the text} */
        public long found() {
            return found;
        }

        /** {@return the newest format that is understood} */
        public int understood() {
            return Snapshot.FORMAT;
        }
    }
}
