package dev.seedplan.templates.knowledge;

import static dev.seedplan.Values.between;
import static dev.seedplan.Values.bools;
import static dev.seedplan.Values.emailOf;
import static dev.seedplan.Values.fullName;

import dev.seedplan.Asset;
import dev.seedplan.Assets;
import dev.seedplan.Draw;
import dev.seedplan.Image;
import dev.seedplan.Mapping;
import dev.seedplan.Own;
import dev.seedplan.Per;
import dev.seedplan.Rows;
import dev.seedplan.SeedPlan;
import dev.seedplan.Shape;
import dev.seedplan.templates.knowledge.db.ArticlesRow;
import dev.seedplan.templates.knowledge.db.FeedbackRow;
import dev.seedplan.templates.knowledge.db.PicturesRow;
import dev.seedplan.templates.knowledge.db.SpacesRow;
import dev.seedplan.templates.knowledge.db.StaffRow;

/** A knowledge base whose articles are the markdown files that its authors keep in version control. */
@SeedPlan(seed = 23, at = "2026-02-01T00:00:00Z")
public class KnowledgeBase {

    static final Assets<Asset> SPACES = Assets.yaml("content/spaces.yaml").keyedBy("slug");
    static final Assets<Article> ARTICLES = Assets.markdown("content/guide/**/*.md", Article.class);
    static final Assets<Image> PICTURES = Assets.images("content/pictures/*");

    @Rows(from = "SPACES")
    @Mapping("""
            slug      = yaml.slug
            name      = yaml.name
            is_public = yaml.public
            """)
    protected void spaces(SpacesRow s) {}

    @Rows(4)
    protected void staff(StaffRow s) {
        s.name(fullName()).email(emailOf(s.name()).unique());
    }

    @Rows(from = "ARTICLES")
    @Own("space_slug")
    @Mapping("""
            # The same id and slug whenever the article is loaded, and wherever.
            id           = uuidOf($path)
            slug         = concat(frontmatter.space, '-', slugify($filename))
            space_slug   = frontmatter.space
            title        = frontmatter.title | headline($filename)
            excerpt      = excerpt(body, 180)
            body_html    = markdown_to_html(body)
            read_minutes = read_time(body)
            keywords     = frontmatter.keywords | []
            state        = frontmatter.state
            source_path  = $path
            reviewed_on  = frontmatter.reviewed
            updated_at   = frontmatter.updated | random_recent(90 days)
            """)
    protected void articles(ArticlesRow a, StaffRow author) {}

    /** A function of this plan's own: {@code keyboard-shortcuts} is "Keyboard shortcuts". */
    static String headline(String filename) {
        String words = filename.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Rows(from = "PICTURES")
    @Mapping("""
            name    = $filename
            mime    = $mime
            width   = $width
            height  = $height
            content = $content
            """)
    protected void pictures(PicturesRow p) {}

    @Mapping("remark = random('Solved it, thank you.', 'A picture would help.', 'Where is that menu?', '', '', '') | null")
    protected void feedback(
            FeedbackRow f, @Per(min = 0, max = 12, shape = Shape.ZIPF) ArticlesRow article, Draw d) {
        f.helpful(bools(0.8)).givenAt(between(article.updatedAt(), d.now()));
    }
}
