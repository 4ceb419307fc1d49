package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the limits of a parameter's schema in sentences. */
final class Limits {
  private Limits() {}

  /** Sentences to append to a description, each after a space; empty without limits. */
  static String sentences(Schema<?> schema, Schemas schemas) {
    StringJoiner sentences = new StringJoiner(" ", " ", "").setEmptyValue("");
    add(schema, false, schemas, sentences);
    return sentences.toString();
  }

  private static void add(
      Schema<?> schema, boolean nested, Schemas schemas, StringJoiner sentences) {
    if (schema.get$ref() != null) {
      add(schemas.component(Schemas.refName(schema.get$ref(), "")), true, schemas, sentences);
    }
    for (Schema<?> part : Schemas.parts(new Schema<>().allOf(schema.getAllOf()))) {
      add(part, true, schemas, sentences);
    }
    range(
        bound("at least ", "more than ", schema.getMinimum(), schema.getExclusiveMinimum()),
        bound("at most ", "less than ", schema.getMaximum(), schema.getExclusiveMaximum()),
        sentences);
    size("character", schema.getMinLength(), schema.getMaxLength(), sentences);
    size("item", schema.getMinItems(), schema.getMaxItems(), sentences);
    if (schema.getPattern() != null) {
      sentences.add("Matches `" + schema.getPattern() + "`.");
    }
    if (nested && schema.getDefault() != null) {
      sentences.add("Absent means `" + schema.getDefault() + "`.");
    }
  }

  private static void size(
      String unit, @Nullable Integer least, @Nullable Integer most, StringJoiner sentences) {
    Integer last = most == null ? least : most;
    if (last != null) {
      String unitOfLast = " " + unit + (last == 1 ? "" : "s");
      range(
          least == null ? null : "at least " + least + (most == null ? unitOfLast : ""),
          most == null ? null : "at most " + most + unitOfLast,
          sentences);
    }
  }

  private static void range(@Nullable String least, @Nullable String most, StringJoiner sentences) {
    String words =
        Stream.of(least, most).filter(Objects::nonNull).collect(Collectors.joining(" and "));
    if (!words.isEmpty()) {
      sentences.add(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }
  }

  private static @Nullable String bound(
      String words, String exclusive, @Nullable BigDecimal bound, @Nullable Boolean excluded) {
    return bound == null
        ? null
        : (Boolean.TRUE.equals(excluded) ? exclusive : words) + bound.toPlainString();
  }
}
