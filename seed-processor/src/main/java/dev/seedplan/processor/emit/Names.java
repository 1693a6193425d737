package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;

/** The classes that generated code mentions. */
final class Names {

    private static final String DSL = "dev.seedplan";
    private static final String SPI = "dev.seedplan.spi";
    private static final String RUNTIME = "dev.seedplan.runtime";
    private static final String PROGRAM = "dev.seedplan.runtime.program";

    static final ClassName ASSETS = ClassName.get(DSL, "Assets");
    static final ClassName SHAPE = ClassName.get(DSL, "Shape");
    static final ClassName STRATEGY = ClassName.get(DSL, "Strategy");
    static final ClassName SPREAD = ClassName.get(DSL, "Spread");

    static final ClassName LABELED = ClassName.get(SPI, "Labeled");
    static final ClassName KIND = ClassName.get(SPI, "Kind");

    static final ClassName MAPPING_ROW = ClassName.get("dev.seedplan.mapping", "MappingRow");

    static final ClassName SEED_MAIN = ClassName.get(RUNTIME, "SeedMain");
    static final ClassName SEED_PROGRAM = ClassName.get(PROGRAM, "SeedProgram");
    static final ClassName SNAPSHOT_FILES = ClassName.get(PROGRAM, "SnapshotFiles");
    static final ClassName BOUND_PLAN = ClassName.get(PROGRAM, "BoundPlan");
    static final ClassName CALL = ClassName.get(PROGRAM, "Call");
    static final ClassName PLAN_SPEC = ClassName.get(PROGRAM, "PlanSpec");
    static final ClassName TABLE_SPEC = ClassName.get(PROGRAM, "TableSpec");
    static final ClassName COLUMN_SPEC = ClassName.get(PROGRAM, "ColumnSpec");
    static final ClassName STEP_SPEC = ClassName.get(PROGRAM, "StepSpec");
    static final ClassName DISTRIBUTE_SPEC = ClassName.get(PROGRAM, "DistributeSpec");
    static final ClassName PARENT_SPEC = ClassName.get(PROGRAM, "ParentSpec");

    /** The encoder of a row class; no accessor has a dollar in its name. */
    static final String ENCODE = "$encode";

    private Names() {}
}
