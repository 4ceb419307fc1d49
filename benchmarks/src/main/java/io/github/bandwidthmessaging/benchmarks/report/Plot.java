package io.github.bandwidthmessaging.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as bars; shorter is better. */
public final class Plot {
  private static final int WIDTH = 460;
  private static final int LABELS = 170;
  private static final int ROW = 20;
  private static final int GAP = 30;
  private static final Map<String, String> COLORS =
      Map.of("Ours", "#0b6e99", "Stock", "#c7853e", "Vendor", "#b04a3a");

  private record Panel(String title, String unit, double divisor, String measurement) {}

  private static final List<Panel> PANELS =
      List.of(
          new Panel("Read a receipt (example 5)", "µs", 1e3, "read example 5"),
          new Panel("Write a request (example 5)", "µs", 1e3, "write example 5"),
          new Panel("One call over loopback", "µs", 1e3, "send"),
          new Panel("One call over loopback, allocated", "KB", 1e3, "send bytes"),
          new Panel("Start of the JVM to the first message", "ms", 1, "cold start"),
          new Panel("Run-time class path", "MB", 1, "megabytes"),
          new Panel("CPU per message, 64 in flight", "µs", 1, "many at 64: CPU per message"));

  private final Figures figures;

  public Plot(Figures figures) {
    this.figures = figures;
  }

  public String svg() {
    StringBuilder svg = new StringBuilder();
    int[] bottom = {16, 16};
    for (int i = 0; i < PANELS.size(); i++) {
      int column = i % 2;
      if (column == 0) {
        bottom[0] = bottom[1] = Math.max(bottom[0], bottom[1]);
      }
      bottom[column] = panel(svg, PANELS.get(i), 16 + column * (WIDTH + GAP), bottom[column]);
    }
    int width = 32 + 2 * WIDTH + GAP;
    int height = Math.max(bottom[0], bottom[1]);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s</svg>
        """
        .formatted(width, height, width, height, svg);
  }

  private int panel(StringBuilder svg, Panel panel, int x, int top) {
    List<String> contenders =
        figures.contenders(panel.measurement()).stream()
            .sorted(
                (a, b) ->
                    Double.compare(
                        figures.median(panel.measurement(), a),
                        figures.median(panel.measurement(), b)))
            .toList();
    double longest =
        contenders.stream()
            .mapToDouble(c -> figures.median(panel.measurement(), c))
            .max()
            .orElse(1);
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-weight=\"bold\" font-size=\"14\">%s (%s)</text>\n"
            .formatted(x, top + 14, panel.title(), panel.unit()));
    int y = top + 24;
    for (String contender : contenders) {
      double value = figures.median(panel.measurement(), contender);
      double length = (WIDTH - LABELS - 50) * value / longest;
      boolean ours = contender.equals("Ours");
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\"%s>%s</text>\n"
              .formatted(
                  x + LABELS - 6,
                  y + 14,
                  ours ? " font-weight=\"bold\"" : "",
                  Report.name(contender)));
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
              x + LABELS,
              y + 2,
              Math.max(length, 1),
              ROW - 4,
              COLORS.getOrDefault(contender, "#9aa5ad")));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
              x + LABELS + length + 5,
              y + 14,
              Report.number(value / panel.divisor())));
      y += ROW;
    }
    return y + 20;
  }
}
