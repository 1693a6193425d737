package dev.seedplan.example.blog;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What {@code ./mvnw -Pdemo} runs: an embedded PostgreSQL, the plan's own main, and a look at the result. */
final class Demo {

    private Demo() {}

    public static void main(String[] args) throws SQLException, IOException {
        try (BlogDatabase database = new BlogDatabase()) {
            System.out.println("\nPostgreSQL " + database.server().version() + " is running; filling it with BlogDemo\n");
            String url = "postgresql://" + database.server().user() + ":" + database.server().password() + "@"
                    + database.server().host() + ":" + database.server().port() + "/blog";
            int exit = dev.seedplan.runtime.SeedMain.run(new BlogDemoSeed(), new String[] {"--url", url});
            if (exit != 0) {
                System.exit(exit);
            }
            show(database, "The latest posts", "select p.title, u.name as author, p.reading_minutes as min, "
                    + "(select count(*) from comments c where c.post_id = p.id) as comments, p.published_at::date as published "
                    + "from posts p join users u on u.id = p.author_id where p.status = 'published' "
                    + "order by p.published_at desc limit 6");
            show(database, "The busiest tags", "select t.label, count(*) as posts from tags t "
                    + "join post_tags pt on pt.tag_id = t.id group by t.id order by count(*) desc, t.label limit 5");
            if (Boolean.getBoolean("seedplan.demo.keep")) {
                System.out.println("Look inside:  psql '" + url + "'\nPress Enter to stop the server.");
                System.in.read();
            } else {
                System.out.println("""
                        Look inside:  ./mvnw -Pdemo -Dseedplan.demo.keep=true   keeps the server and prints a psql command
                        The plan:     seed-maven-example/src/main/java/dev/seedplan/example/blog/BlogDemo.java
                        """);
            }
        }
    }

    private static void show(BlogDatabase database, String title, String query) throws SQLException {
        System.out.println("\n" + title);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder("  ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    int width = i == 1 ? 44 : i == 2 && rows.getMetaData().getColumnCount() > 2 ? 24 : 0;
                    String text = rows.getString(i)
                            + (rows.getMetaData().getColumnLabel(i).equals("min") ? " min" : "")
                            + (rows.getMetaData().getColumnLabel(i).equals("comments") ? " comments" : "")
                            + (rows.getMetaData().getColumnLabel(i).equals("posts") ? " posts" : "");
                    line.append(text).append(" ".repeat(Math.max(2, width - text.length())));
                }
                System.out.println(line.toString().stripTrailing());
            }
        }
        System.out.println();
    }
}
