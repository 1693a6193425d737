package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageLinesTest {

    @Test
    void classesAreSummedUpByModule() {
        String text = CoverageLines.text(List.of(
                "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,LINE_MISSED,LINE_COVERED",
                "checks/b,p,One,10,30,0,1,3",
                "checks/b,p,Two,0,40,0,0,4",
                "checks/a,p,Three,20,0,0,2,0"));
        assertThat(text.lines().skip(1).map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "a 0.0 % of instructions, 0.0 % of 2 lines",
                        "b 87.5 % of instructions, 87.5 % of 8 lines",
                        "all modules 70.0 % of instructions, 70.0 % of 10 lines");
    }
}
