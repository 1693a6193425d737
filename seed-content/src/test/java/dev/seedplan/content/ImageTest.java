package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.Image;
import dev.seedplan.spi.ContentException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {

    private static final Assets<Image> PICTURES = Assets.images("p/*");

    @TempDir
    Path directory;

    private Image image(String name, byte[] bytes) {
        return Content.all(PICTURES, new Content().with("p/" + name, bytes).directory(directory))
                .get(0);
    }

    private String refusal(byte[] bytes) {
        return Content.refusal(PICTURES, new Content().with("p/a.png", bytes).directory(directory));
    }

    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png", "gif, image/gif"})
    void sizeAndTypeComeFromTheBytes(String format, String mime) {
        Image image = image("a.webp", Pictures.of(format, 40, 30, 0xFF0000, 0x0000FF));
        assertThat(image.mime()).isEqualTo(mime);
        assertThat(image.width()).isEqualTo(40);
        assertThat(image.height()).isEqualTo(30);
        assertThat(image.orientation()).isEqualTo(1);
        assertThat(image.taken()).isNull();
        assertThat(image.latitude()).isNull();
        assertThat(image.text("$mime")).isEqualTo(mime);
        assertThat(image.text("width")).isEqualTo("40");
        assertThat(image.text("$extension")).isEqualTo("webp");
        assertThat(image.fields()).containsExactly("mime", "width", "height", "orientation");
    }

    @Test
    void webpAndAvifHaveTheirSize() {
        Image webp = image("a", Pictures.webp(640, 481));
        assertThat(webp.mime()).isEqualTo("image/webp");
        assertThat(webp.width()).isEqualTo(640);
        assertThat(webp.height()).isEqualTo(481);
        Image avif = image("a", Pictures.avif(1920, 1080));
        assertThat(avif.mime()).isEqualTo("image/avif");
        assertThat(avif.width()).isEqualTo(1920);
        assertThat(avif.height()).isEqualTo(1080);
        assertThatThrownBy(avif::dominantColor)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("p/a is image/avif, which cannot be decoded here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg width='12.2' height='7px'/> | 13 | 7",
                "<svg width='1in' height='2.54cm'/> | 96 | 96",
                "<svg viewBox='0 0 400 300'/> | 400 | 300",
                "<svg viewBox='0,0,400,300' width='100%' height='90'/> | 120 | 90",
                "<svg width='80' viewBox='0 0 400 300'/> | 80 | 60",
                "<svg/> | 300 | 150",
                "<?xml version='1.0'?><!-- c --><s:svg xmlns:s='http://www.w3.org/2000/svg' width='5' height='6'/> | 5 | 6",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/none.dtd'><svg width='5' height='6'/> | 5 | 6",
            })
    void svgHasTheSizeItDeclares(String svg, int width, int height) {
        Image image = image("a.svg", svg.getBytes(StandardCharsets.UTF_8));
        assertThat(image.mime()).isEqualTo("image/svg+xml");
        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(height);
    }

    @Test
    void svgReadsNoEntities() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "41");
        for (String entity : new String[] {"SYSTEM '" + secret.toUri() + "'", "'41'"}) {
            String svg = "<!DOCTYPE svg [<!ENTITY x " + entity + ">]><svg width='&x;' height='&x;'/>";
            assertThat(refusal(svg.getBytes(StandardCharsets.UTF_8)))
                    .startsWith("[SEED-5161] p/a.png: it is no well-formed svg: ");
        }
    }

    @Test
    void exifSaysWhenWhereAndWhichWayUp() {
        Image image = image("a.jpg", Pictures.jpegWithExif(20, 10));
        assertThat(image.width()).isEqualTo(20);
        assertThat(image.orientation()).isEqualTo(6);
        assertThat(image.taken()).isEqualTo("2024-05-31T18:30:59");
        assertThat(image.latitude()).isEqualTo(52.5, Offset.offset(1e-9));
        assertThat(image.longitude()).isEqualTo(13.4, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void dominantColourAndThumbnail(String format) throws IOException {
        Image image = image("a", Pictures.of(format, 400, 100, 0xFF0000, 0x0000FF));
        assertThat(image.dominantColor()).isIn("#ff0000", "#ee0000");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(image.thumbnail(40)));
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(10);
        assertThat(small.getRGB(30, 5) >> 16 & 255).isGreaterThan(240);
        assertThat(small.getRGB(3, 5) & 255).isGreaterThan(240);
        BufferedImage same = ImageIO.read(new ByteArrayInputStream(image.thumbnail(4096)));
        assertThat(same.getWidth()).isEqualTo(400);
        assertThatThrownBy(() -> image.thumbnail(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesAreReadWhenAskedForAlsoFromAnArchive() {
        byte[] bytes = Pictures.of("png", 4, 3, 0x112233, 0x112233);
        Path jar = new Content().with("p/a.png", bytes).jar(directory.resolve("pictures.jar"));
        Image image = Content.all(PICTURES, jar).get(0);
        assertThat(image.bytes()).isEqualTo(bytes);
        assertThat(image.dominantColor()).isEqualTo("#112233");
    }

    @Test
    void changedFileIsNoticed() throws IOException {
        Image image = image("a.png", Pictures.of("png", 4, 3, 1, 1));
        Files.write(directory.resolve("p/a.png"), Pictures.of("png", 4, 3, 2, 2));
        assertThatThrownBy(image::bytes)
                .isInstanceOf(ContentException.class)
                .hasMessage(
                        "[SEED-5163] p/a.png: its bytes are others than they were; run again when nobody writes to it.");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(refusal("text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        "[SEED-5161] p/a.png: its bytes are those of no jpeg, png, gif, webp, svg or avif; put a whole"
                                + " jpeg, png, gif, webp, svg or avif in its place, or narrow the path in the plan.");
        assertThat(refusal(new byte[0])).startsWith("[SEED-5161] p/a.png: ");
        assertThat(refusal("<html/>".getBytes(StandardCharsets.UTF_8))).startsWith("[SEED-5161] p/a.png: ");
        assertThat(refusal("BM".getBytes(StandardCharsets.UTF_8))).startsWith("[SEED-5161] p/a.png: ");
    }

    /** Every beginning of every picture: refused with one message, and never an exception of a library. */
    @Test
    void cutPicturesAreRefused() {
        byte[][] pictures = {
            Pictures.jpegWithExif(8, 8),
            Pictures.of("png", 8, 8, 1, 2),
            Pictures.of("gif", 8, 8, 1, 2),
            Pictures.webp(8, 8),
            Pictures.avif(8, 8),
        };
        for (byte[] picture : pictures) {
            for (int length = 0; length < picture.length - 12; length += 7) {
                byte[] cut = Arrays.copyOf(picture, length);
                assertThatThrownBy(() -> ImageFacts.of(cut)).isInstanceOf(Refused.class);
            }
        }
    }

    /** Bytes changed at random: facts or one refusal, in bounded memory. */
    @Test
    void brokenPicturesAreReadOrRefused() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] picture = switch (random.nextInt(5)) {
                case 0 -> Pictures.jpegWithExif(8, 8);
                case 1 -> Pictures.of("png", 8, 8, 1, 2);
                case 2 -> Pictures.of("gif", 8, 8, 1, 2);
                case 3 -> Pictures.webp(8, 8);
                default -> Pictures.avif(8, 8);
            };
            for (int i = 0; i <= random.nextInt(4); i++) {
                picture[random.nextInt(picture.length)] = (byte) random.nextInt(256);
            }
            try {
                ImageFacts facts = ImageFacts.of(picture);
                assertThat(facts.width()).as("seed %d", seed).isPositive();
                if (facts.mime().matches("image/(jpeg|png|gif)")) {
                    assertThat(Pixels.of(picture).thumbnail(4))
                            .as("seed %d", seed)
                            .isNotEmpty();
                }
            } catch (Refused e) {
                assertThat(e.error()).as("seed %d", seed).isIn(ContentError.NO_IMAGE, ContentError.IMAGE_TOO_LARGE);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void hugePictureIsNotDecoded() {
        byte[] png = Pictures.of("png", 8, 8, 1, 2);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        Image image = image("a.png", png);
        assertThat(image.width()).isEqualTo(60_000);
        assertThatThrownBy(image::dominantColor)
                .hasMessage(
                        "[SEED-5162] p/a.png: it has 60000 by 60000 pixels, and more than 120000000 are not decoded;"
                                + " scale it down.");
    }
}
