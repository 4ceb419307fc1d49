package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.SegmentCount.Encoding.GSM_7;
import static io.github.bandwidthmessaging.SegmentCount.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.groups.Tuple.tuple;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import io.github.bandwidthmessaging.SegmentCount.Encoding;
import io.github.bandwidthmessaging.SegmentCount.Obstacle;
import io.github.bandwidthmessaging.random.RandomTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentCountTest {
  private static final int TEXTS_PER_SEED = 400;

  @ParameterizedTest
  @CsvSource({
    "a, 0, GSM_7, 1, 0, 160",
    "a, 1, GSM_7, 1, 1, 159",
    "a, 160, GSM_7, 1, 160, 0",
    "a, 161, GSM_7, 2, 161, 145",
    "a, 306, GSM_7, 2, 306, 0",
    "a, 307, GSM_7, 3, 307, 152",
    "a, 2048, GSM_7, 14, 2048, 94",
    "€, 80, GSM_7, 1, 160, 0",
    "€, 81, GSM_7, 2, 162, 143",
    "ж, 70, UCS_2, 1, 70, 0",
    "ж, 71, UCS_2, 2, 71, 63",
    "ж, 134, UCS_2, 2, 134, 0",
    "ж, 135, UCS_2, 3, 135, 66",
    "ж, 2048, UCS_2, 31, 2048, 29",
    "😀, 35, UCS_2, 1, 70, 0",
    "😀, 36, UCS_2, 2, 72, 61"
  })
  void countsUnitsAndSegments(
      String character, int times, Encoding encoding, int segments, int used, int left) {
    SegmentCount count = SegmentCount.of(character.repeat(times));

    assertThat(count.encoding()).isEqualTo(encoding);
    assertThat(count.segments()).isEqualTo(segments);
    assertThat(count.unitsUsed()).isEqualTo(used);
    assertThat(count.unitsLeft()).isEqualTo(left);
  }

  @Test
  void movesExtensionCharacterThatDoesNotFitToNextSegment() {
    // 152 + 2 does not fit into 153; 306 units would otherwise be two segments.
    SegmentCount count = SegmentCount.of("a".repeat(152) + "€" + "a".repeat(152));

    assertThat(count.unitsUsed()).isEqualTo(306);
    assertThat(count.segments()).isEqualTo(3);
    assertThat(count.unitsLeft()).isEqualTo(152);
  }

  @Test
  void movesSurrogatePairThatDoesNotFitToNextSegment() {
    SegmentCount count = SegmentCount.of("ж".repeat(66) + "😀" + "ж".repeat(66));

    assertThat(count.unitsUsed()).isEqualTo(134);
    assertThat(count.segments()).isEqualTo(3);
  }

  @Test
  void takesHalfSurrogatePairForOneUnit() {
    assertThat(SegmentCount.of("\ud83d").unitsUsed()).isEqualTo(1);
  }

  @Test
  void namesEachObstacleWithItsPlace() {
    assertThat(SegmentCount.of("a’b😀c\u200b").obstacles())
        .extracting(Obstacle::index, Obstacle::character, Obstacle::replacement)
        .containsExactly(tuple(1, "’", "'"), tuple(3, "😀", null), tuple(6, "\u200b", ""));
    assertThat(SegmentCount.of("{plain}").obstacles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "“Smart” quotes – and… dashes, '\"Smart\" quotes - and... dashes'",
    "façade á la ŁódŹ, facade a la LodZ",
    "cafe\u0301, café",
    "ﬁne ½ ① ＡＢＣ １２３, fine 1/2 1 ABC 123",
    "a\u00a0b\u202fc, a b c",
    "soft\u00adhyphen, softhyphen",
    "™ © ®, TM (C) (R)",
    "plain €, plain €",
    "it\u02bbs \u02b9ok\u02b9 \u275bhi\u275c \u275dho\u275e \u301dhe\u301e\u301f, it's 'ok' 'hi' \"ho\" \"he\"\"",
    "\u202a+1\u202c \u2066a\u2069\u200eb\u200fc\u2060d\u200be\ufefff, +1 abcdef",
    "hi 😀 ж, hi 😀 ж"
  })
  void replacesWhatItCan(String text, String expected) {
    assertThat(SegmentCount.of(text).withReplacements()).isEqualTo(expected);
  }

  @Test
  @Timeout(10)
  void takesLinearTimeForStackedMarks() {
    String marks = "\u0301\u0316".repeat(500_000);

    assertThat(SegmentCount.of("e" + marks).withReplacements()).isEqualTo("é");
    assertThat(SegmentCount.of(marks).obstacles()).hasSize(1_000_000);
    // Marks that take up space are ordered, too.
    String spacing = "\u302e\ud834\udd65".repeat(200_000);
    assertThat(SegmentCount.of("e" + spacing).withReplacements()).hasSize(600_001);
  }

  @Test
  void leavesTextOutOfToString() {
    assertThat(SegmentCount.of("secret"))
        .hasToString("SegmentCount[encoding=GSM_7, segments=1, unitsUsed=6, unitsLeft=154]");
    assertThat(SegmentCount.of("abc😀").obstacles()).hasToString("[U+1F600 at 3]");
  }

  @Test
  @SuppressWarnings("NullAway")
  void rejectsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> SegmentCount.of(null))
        .withMessage("text == null");
  }

  /** The alphabet, character by character, against Cloudhopper's. */
  @Test
  void agreesWithCloudhopperOnAlphabet() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      // The escape itself is not a character that a text can hold.
      if (c == 0x1b) {
        continue;
      }
      String text = String.valueOf((char) c);
      boolean gsm = GSMCharset.canRepresent(text);
      assertThat(SegmentCount.of(text).encoding()).as("U+%04X", c).isEqualTo(gsm ? GSM_7 : UCS_2);
      if (gsm) {
        assertThat(SegmentCount.of(text).unitsUsed())
            .as("U+%04X", c)
            .isEqualTo(CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM).length);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithModelOfTheStandard(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS_PER_SEED; i++) {
      String text = RandomTexts.next(random);
      List<Integer> model = Model.segments(text);
      SegmentCount count = SegmentCount.of(text);

      assertThat(count.segments()).as(text).isEqualTo(model.size());
      assertThat(count.unitsUsed())
          .as(text)
          .isEqualTo(model.stream().mapToInt(Integer::intValue).sum());
      assertThat(count.unitsLeft())
          .as(text)
          .isEqualTo(Model.capacity(text, model.size()) - model.get(model.size() - 1));
      assertThat(count.obstacles().isEmpty()).as(text).isEqualTo(count.encoding() == GSM_7);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void replacesWithGsm7Only(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS_PER_SEED; i++) {
      String text = RandomTexts.next(random);
      SegmentCount count = SegmentCount.of(text);
      for (Obstacle obstacle : count.obstacles()) {
        assertThat(text.substring(obstacle.index())).startsWith(obstacle.character());
        if (obstacle.replacement() != null) {
          assertThat(SegmentCount.of(obstacle.replacement()).encoding()).isEqualTo(GSM_7);
        }
      }
      assertThat(SegmentCount.of(count.withReplacements()).obstacles())
          .allSatisfy(left -> assertThat(left.replacement()).isNull());
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /** The rules once more, with strings that are cut instead of units that are summed. */
  private static final class Model {
    private static final String GSM =
        "[@£$¥èéùìòÇ\\nØø\\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]";
    private static final String EXTENSION = "[\\f^{}\\\\\\[~\\]|€]";

    static List<Integer> segments(String text) {
      String units =
          isGsm(text)
              ? gsmUnits(text)
              : text.codePoints().mapToObj(c -> c > 0xffff ? "<>" : "-").reduce("", String::concat);
      if (units.length() <= capacity(text, 1)) {
        return List.of(units.length());
      }
      List<Integer> lengths = new ArrayList<>();
      while (!units.isEmpty()) {
        int end = Math.min(units.length(), capacity(text, 2));
        if (units.charAt(end - 1) == '<') {
          end--;
        }
        lengths.add(end);
        units = units.substring(end);
      }
      return lengths;
    }

    private static String gsmUnits(String text) {
      return text.replaceAll("(?s)" + EXTENSION, "\u0001")
          .replaceAll("[^\u0001]", "-")
          .replace("\u0001", "<>");
    }

    static int capacity(String text, int segments) {
      return isGsm(text) ? (segments == 1 ? 160 : 153) : (segments == 1 ? 70 : 67);
    }

    private static boolean isGsm(String text) {
      return text.matches("(?s)(" + GSM + "|" + EXTENSION + ")*+");
    }
  }
}
