package io.github.bandwidthmessaging.check.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.check.report.ContractResults.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What PIT found in the client, in the profile {@code thorough}. */
final class ClientMutation {
  static final String NAME = "client-mutation";
  private static final String TITLE = "Mutation of the client";

  private record Mutant(String source, int line, String what, boolean detected) {}

  private ClientMutation() {}

  /**
   * Returns the file that the system property names; without the property, that PIT did not run;
   * nothing if the file is missing.
   */
  static Optional<Table> table() {
    String file = System.getProperty("client.mutation");
    if (file == null) {
      return Optional.of(
          new Table(
              TITLE, "Not run: it takes minutes, mvn -Pthorough verify", List.of(), List.of()));
    }
    return Files.exists(Path.of(file))
        ? Optional.of(table(mutants(Path.of(file))))
        : Optional.empty();
  }

  private static Table table(List<Mutant> mutants) {
    long killed = mutants.stream().filter(Mutant::detected).count();
    return new Table(
        TITLE,
        "%d of %d mutants killed, %d %%"
            .formatted(killed, mutants.size(), Math.floorDiv(100 * killed, mutants.size())),
        List.of("mutants", "killed"),
        mutants.stream()
            .collect(groupingBy(Mutant::source, TreeMap::new, toList()))
            .entrySet()
            .stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList());
  }

  /**
   * Survivors are not failures as long as PIT's threshold holds; otherwise the build stops earlier.
   */
  private static Row row(String source, List<Mutant> mutants) {
    List<Mutant> survivors = mutants.stream().filter(mutant -> !mutant.detected()).toList();
    return new Row(
        source,
        List.of(String.valueOf(mutants.size()), String.valueOf(mutants.size() - survivors.size())),
        true,
        survivors.stream()
            .map(mutant -> "line " + mutant.line() + " " + mutant.what())
            .collect(joining("; ")));
  }

  private static List<Mutant> mutants(Path file) {
    try {
      NodeList mutations =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("mutation");
      return IntStream.range(0, mutations.getLength())
          .mapToObj(i -> mutant((Element) mutations.item(i)))
          .toList();
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("PIT's report cannot be read: " + file, e);
    }
  }

  private static Mutant mutant(Element mutation) {
    return new Mutant(
        text(mutation, "sourceFile").replace(".java", ""),
        Integer.parseInt(text(mutation, "lineNumber")),
        text(mutation, "description").replaceAll("[\\w/$]+/", ""),
        Boolean.parseBoolean(mutation.getAttribute("detected")));
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
