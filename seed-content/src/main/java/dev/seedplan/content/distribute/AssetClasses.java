package dev.seedplan.content.distribute;

import dev.seedplan.spi.DistributionTask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assets that no rule tells apart, and targets likewise.
 *
 * @param classes of each class its assets, ascending
 * @param places of each class its smallest quota of the first and of the second family, -1 for none
 * @param groups of each group its targets, ascending
 * @param allowed of each class the groups that may have its assets
 */
record AssetClasses(List<int[]> classes, List<int[]> places, List<int[]> groups, List<BitSet> allowed) {

    private record Signature(int first, int second, BitSet groups) {}

    static AssetClasses of(DistributionTask task, Families families) {
        Map<BitSet, List<Integer>> byAllowed = new LinkedHashMap<>();
        BitSet everything = new BitSet();
        everything.set(0, task.assets());
        for (int target = 0; target < task.targets(); target++) {
            BitSet may = task.allowed() == null ? everything : task.allowed().get(target);
            byAllowed.computeIfAbsent(may, key -> new ArrayList<>()).add(target);
        }
        List<BitSet> kinds = List.copyOf(byAllowed.keySet());
        Map<Signature, List<Integer>> bySignature = new LinkedHashMap<>();
        for (int asset = 0; asset < task.assets(); asset++) {
            BitSet groups = new BitSet();
            for (int group = 0; group < kinds.size(); group++) {
                groups.set(group, kinds.get(group).get(asset));
            }
            Signature signature = new Signature(
                    families.innermost(0, asset, task.quotas()), families.innermost(1, asset, task.quotas()), groups);
            bySignature.computeIfAbsent(signature, key -> new ArrayList<>()).add(asset);
        }
        return new AssetClasses(
                bySignature.values().stream().map(AssetClasses::array).toList(),
                bySignature.keySet().stream()
                        .map(signature -> new int[] {signature.first, signature.second})
                        .toList(),
                byAllowed.values().stream().map(AssetClasses::array).toList(),
                bySignature.keySet().stream().map(Signature::groups).toList());
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@return the same with each target a group of its own} */
    AssetClasses ungrouped() {
        List<int[]> single = new ArrayList<>();
        List<BitSet> may = new ArrayList<>();
        classes.forEach(each -> may.add(new BitSet()));
        for (int group = 0; group < groups.size(); group++) {
            for (int target : groups.get(group)) {
                for (int each = 0; each < may.size(); each++) {
                    may.get(each).set(single.size(), allowed.get(each).get(group));
                }
                single.add(new int[] {target});
            }
        }
        return new AssetClasses(classes, places, single, may);
    }
}
