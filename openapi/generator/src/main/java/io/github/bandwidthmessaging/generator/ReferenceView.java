package io.github.bandwidthmessaging.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of the reference page reads; names that end in Html are markup already. */
record ReferenceView(
    String title,
    String version,
    String descriptionHtml,
    List<Link> links,
    List<Link> servers,
    List<Scheme> schemes,
    List<Action> actions,
    List<Action> callbacks,
    List<Model> models) {

  record Link(String url, String textHtml) {}

  record Scheme(String name, String kind, String descriptionHtml) {}

  /**
   * An operation, or what is posted to a callback URL.
   *
   * @param summary null where the description begins with it
   * @param preparation the Java that the examples take for granted
   */
  record Action(
      String id,
      String method,
      String path,
      @Nullable String summary,
      String descriptionHtml,
      @Nullable Link more,
      List<Field> parameters,
      @Nullable String bodyHtml,
      String bodyDescriptionHtml,
      @Nullable String preparation,
      List<Example> examples,
      List<Answer> answers) {

    boolean hasParameters() {
      return !parameters.isEmpty();
    }

    boolean hasExamples() {
      return !examples.isEmpty();
    }
  }

  /** A request in Java and as a command, and what answers it. */
  record Example(
      String id,
      String summary,
      @Nullable String java,
      String curl,
      @Nullable String status,
      @Nullable String answer) {}

  record Answer(
      String status, String descriptionHtml, @Nullable String bodyHtml, List<Shown> examples) {}

  record Shown(String summary, String json) {}

  record Model(String name, String descriptionHtml, String kindHtml, List<Field> fields) {

    boolean hasFields() {
      return !fields.isEmpty();
    }
  }

  record Field(String name, String kindHtml, boolean required, String descriptionHtml) {}
}
