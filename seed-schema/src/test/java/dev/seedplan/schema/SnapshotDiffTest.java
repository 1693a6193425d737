package dev.seedplan.schema;

import static dev.seedplan.schema.Samples.column;
import static dev.seedplan.schema.Samples.enumType;
import static dev.seedplan.schema.Samples.pub;
import static dev.seedplan.schema.Samples.snapshot;
import static dev.seedplan.schema.Samples.table;
import static dev.seedplan.schema.Samples.tableOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {

    private static final Column ID =
            new Column("id", Samples.BIGINT, true, null, Identity.ALWAYS, null, false, null, null, null);

    @Test
    void equalSnapshotsHaveNoDifference() {
        assertThat(SnapshotDiff.between(Samples.everything(), Samples.everything()))
                .isEmpty();
    }

    @Test
    void tablesAndColumnsAreAddedAndRemoved() {
        Snapshot older = tables(table(pub("users"), "name", "bio"), table(pub("tags"), "slug"));
        Snapshot newer = tables(
                tableOf(pub("users"), List.of(column("name"), ID)), tableOf(pub("posts"), List.of(ID, column("body"))));
        assertThat(texts(older, newer))
                .containsExactly(
                        "removed column public.users.bio",
                        "added column public.users.id: bigint not null",
                        "removed table public.tags",
                        "added table public.posts: 2 columns");
    }

    @Test
    void renamesAreGuessed() {
        Snapshot older = tables(table(pub("users"), "name", "mail", "bio", "site"));
        Snapshot newer = tables(table(pub("users"), "name", "email", "bio", "site"));
        assertThat(texts(older, newer)).containsExactly("renamed column public.users.mail to email (a guess)");
        Snapshot moved = tables(table(pub("people"), "name", "mail", "bio", "site"));
        assertThat(texts(older, moved)).containsExactly("renamed table public.users to public.people (a guess)");
    }

    @Test
    void changedColumnsTellBeforeAndAfter() {
        Column wider = new Column(
                "name",
                new TypeRef("character varying(40)", Samples.pg("varchar"), false, 44),
                true,
                "'x'",
                Identity.NONE,
                null,
                false,
                null,
                null,
                "the name");
        assertThat(texts(tables(table(pub("users"), "name")), tables(tableOf(pub("users"), List.of(wider)))))
                .containsExactly(
                        "changed column public.users.name: type was text, is character varying(40)",
                        "changed column public.users.name: not null was no, is yes",
                        "changed column public.users.name: default expression was none, is 'x'",
                        "changed column public.users.name: comment was none, is the name");
    }

    @Test
    void orderOfColumnsIsToldApartFromAddedOnes() {
        assertThat(texts(tables(table(pub("t"), "a", "b", "c")), tables(table(pub("t"), "new", "b", "a", "c"))))
                .containsExactly(
                        "added column public.t.new: text",
                        "changed table public.t: order of columns was a, b, c, is b, a, c");
    }

    @Test
    void enumLabelsAreTold() {
        Snapshot older = snapshot(List.of(), List.of(enumType(pub("mood"), "sad", "ok", "glad")));
        Snapshot newer = snapshot(List.of(), List.of(enumType(pub("mood"), "glad", "sad", "great")));
        assertThat(texts(older, newer))
                .containsExactly(
                        "removed label public.mood.ok",
                        "added label public.mood.great",
                        "changed type public.mood: order of labels was sad, glad, is glad, sad");
    }

    @Test
    void changedDefinitionIsToldOnce() {
        String json = SnapshotJson.write(Samples.everything());
        Snapshot newer = SnapshotJson.read(
                json.replace("\"(id > 0)\"", "\"(id > 9)\"").replace("\"CHECK …\"", "\"CHECK (id > 9)\""));
        assertThat(texts(Samples.everything(), newer))
                .containsExactly("changed constraint a.b.po\"sts.ck: definition was CHECK …, is CHECK (id > 9)");
    }

    @Test
    void everyFieldOfTheFileShowsUpWhenItChanges() {
        String json = SnapshotJson.write(Samples.everything());
        Pattern number = Pattern.compile("(?<=: )\\d+(?=[,}\n])");
        Pattern text = Pattern.compile("(?<=: )\"(?:[^\"\\\\]|\\\\.)*\"");
        int tried = 0;
        for (MatchResult field : number.matcher(json).results().toList()) {
            tried += changeIsTold(json, field, field.group() + "1");
        }
        for (MatchResult field : text.matcher(json).results().toList()) {
            tried += changeIsTold(json, field, field.group().replaceFirst("\"$", "x\""));
        }
        for (MatchResult field :
                Pattern.compile("\"\\w+\": true(, )?").matcher(json).results().toList()) {
            tried += changeIsTold(json, field, "");
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static int changeIsTold(String json, MatchResult field, String replacement) {
        String changed = json.substring(0, field.start()) + replacement + json.substring(field.end());
        Snapshot newer;
        try {
            newer = SnapshotJson.read(changed);
        } catch (SnapshotException e) {
            return 0; // the field's values are a fixed set
        }
        assertThat(SnapshotDiff.between(Samples.everything(), newer))
                .as(field.group())
                .isNotEmpty();
        return 1;
    }

    private static Snapshot tables(Table... tables) {
        return snapshot(List.of(tables), List.of());
    }

    private static List<String> texts(Snapshot older, Snapshot newer) {
        return SnapshotDiff.between(older, newer).stream().map(Change::text).toList();
    }
}
