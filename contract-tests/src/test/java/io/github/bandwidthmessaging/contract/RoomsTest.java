package io.github.bandwidthmessaging.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each {@link Room} says it may use, against the classes, tests included, and against the
 * diagram in CONTRIBUTING.md.
 */
final class RoomsTest {
  /** The parents of the rooms. */
  private static final List<String> PACKAGES =
      List.of(Project.class.getPackageName(), RoomsTest.class.getPackageName());

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PACKAGES);

  /** What every room may use: the parents themselves. */
  private static final String FOUNDATION = "foundation";

  private static final Pattern DIAGRAM =
      Pattern.compile("subgraph (?:openapi/check|contract-tests)\n(.*?)\n *end\n", Pattern.DOTALL);
  private static final Pattern DRAWN = Pattern.compile("(\\w+) --> (.+)");

  /** That a room may use another. */
  private record Arrow(String from, String to) {
    @Override
    public String toString() {
      return from + " --> " + to;
    }
  }

  @Test
  void everyPackageIsARoom() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackageName)
        .contains(PACKAGES.get(0) + ".node", PACKAGES.get(1) + ".random")
        .allSatisfy(
            name ->
                assertThat(CLASSES.getPackage(name))
                    .matches(
                        it -> PACKAGES.contains(name) || it.isAnnotatedWith(Room.class),
                        "is a room"));
  }

  @Test
  void roomsUseOnlyWhatTheyMay() {
    assertThat(violations(arrows())).isEmpty();
  }

  static List<Arrow> arrows() {
    return CLASSES.getDefaultPackage().getSubpackagesInTree().stream()
        .filter(room -> room.isAnnotatedWith(Room.class))
        .flatMap(
            room ->
                Stream.of(room.getAnnotationOfType(Room.class).mayUse())
                    .map(used -> new Arrow(room.getRelativeName(), used)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void findsDependencyThatIsNotAllowed(Arrow arrow) {
    List<Arrow> others = arrows().stream().filter(other -> !other.equals(arrow)).toList();
    assertThat(violations(others)).isNotEmpty();
  }

  @Test
  void diagramShowsTheRooms() throws IOException {
    String page = Files.readString(Project.resolve(".github/CONTRIBUTING.md"));
    assertThat(DIAGRAM.matcher(page).results().flatMap(it -> DRAWN.matcher(it.group(1)).results()))
        .flatMap(
            drawn ->
                Stream.of(drawn.group(2).split(" & ", -1))
                    .map(used -> new Arrow(drawn.group(1), used))
                    .toList())
        .containsExactlyInAnyOrderElementsOf(arrows());
  }

  private static Set<String> uses(String room, List<Arrow> arrows) {
    Set<String> uses = new TreeSet<>(Set.of(FOUNDATION));
    arrows.stream().filter(arrow -> arrow.from().equals(room)).map(Arrow::to).forEach(uses::add);
    return uses;
  }

  private static List<String> violations(List<Arrow> arrows) {
    Map<String, Set<String>> rooms =
        arrows().stream()
            .flatMap(arrow -> Stream.of(arrow.from(), arrow.to()))
            .distinct()
            .collect(toMap(room -> room, room -> uses(room, arrows)));
    LayeredArchitecture architecture =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer(FOUNDATION)
            .definedBy(PACKAGES.toArray(String[]::new))
            .whereLayer(FOUNDATION)
            .mayNotAccessAnyLayer();
    for (String room : rooms.keySet()) {
      architecture =
          architecture
              .layer(room)
              .definedBy(
                  PACKAGES.stream().map(name -> name + "." + room + "..").toArray(String[]::new));
    }
    for (Map.Entry<String, Set<String>> room : rooms.entrySet()) {
      architecture =
          architecture
              .whereLayer(room.getKey())
              .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
    }
    return architecture.evaluate(CLASSES).getFailureReport().getDetails();
  }
}
