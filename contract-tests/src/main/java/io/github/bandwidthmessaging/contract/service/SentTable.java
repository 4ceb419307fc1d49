package io.github.bandwidthmessaging.contract.service;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was sent, and the result, a row for each message. */
final class SentTable {
  /** A message, and what the response says about it. */
  record Row(
      String kind,
      String to,
      @Nullable String text,
      int media,
      int status,
      @Nullable String id,
      @Nullable Integer segments) {}

  private record Column(String heading, boolean isNumber, Function<Row, @Nullable Object> value) {
    static Column text(String heading, Function<Row, @Nullable Object> value) {
      return new Column(heading, false, value);
    }

    static Column number(String heading, Function<Row, @Nullable Object> value) {
      return new Column(heading, true, value);
    }

    String cell(Row row) {
      return Objects.toString(value.apply(row), "-");
    }

    /** Aligns texts to the left, numbers to the right. */
    Stream<String> lines(List<Row> rows) {
      List<String> cells = rows.stream().map(this::cell).toList();
      int width =
          Stream.concat(Stream.of(heading), cells.stream())
              .mapToInt(String::length)
              .max()
              .orElseThrow();
      return Stream.concat(Stream.of(heading, "-".repeat(width)), cells.stream())
          .map(cell -> isNumber ? padding(cell, width) + cell : cell + padding(cell, width));
    }

    private static String padding(String cell, int width) {
      return " ".repeat(width - cell.length());
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Message", Row::kind),
          Column.text("To", Row::to),
          Column.text("Text", Row::text),
          Column.number("Media", Row::media),
          Column.number("Status", row -> row.status() == 0 ? null : row.status()),
          Column.text("Message id", Row::id),
          Column.number("Segments", Row::segments));

  private final List<Row> rows = new ArrayList<>();

  void add(Row row) {
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  @Override
  public String toString() {
    List<List<String>> columns =
        COLUMNS.stream().map(column -> column.lines(rows).toList()).toList();
    return IntStream.range(0, rows.size() + 2)
        .mapToObj(
            line ->
                columns.stream()
                        .map(cells -> cells.get(line))
                        .collect(joining("  "))
                        .stripTrailing()
                    + System.lineSeparator())
        .collect(joining());
  }
}
