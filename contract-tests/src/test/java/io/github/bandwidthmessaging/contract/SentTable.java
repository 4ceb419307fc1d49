package io.github.bandwidthmessaging.contract;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was sent and what came of it, a row for each message. */
final class SentTable {
  private static final List<String> HEADINGS =
      List.of("Message", "To", "Text", "Media", "Status", "Message id", "Segments");
  private static final List<Integer> NUMBERS = List.of(3, 4, 6);

  private final List<List<String>> rows = new ArrayList<>();

  void add(@Nullable Object... cells) {
    rows.add(Stream.of(cells).map(cell -> cell == null ? "-" : cell.toString()).toList());
  }

  int size() {
    return rows.size();
  }

  /** Returns the table with its columns aligned: texts to the left, numbers to the right. */
  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size())
            .mapToObj(
                column ->
                    Stream.concat(Stream.of(HEADINGS), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
            .toList();
    List<String> rule = widths.stream().map("-"::repeat).toList();
    return Stream.concat(Stream.of(HEADINGS, rule), rows.stream())
        .map(row -> line(row, widths) + System.lineSeparator())
        .collect(joining());
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> {
              String padding = " ".repeat(widths.get(column) - row.get(column).length());
              return NUMBERS.contains(column)
                  ? padding + row.get(column)
                  : row.get(column) + padding;
            })
        .collect(joining("  "))
        .stripTrailing();
  }
}
