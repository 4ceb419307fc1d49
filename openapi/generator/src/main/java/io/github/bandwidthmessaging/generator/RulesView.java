package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code Rules.mustache} reads: the checks of all classes that are sent. */
record RulesView(List<Model> models, List<Arguments> arguments, List<Expression> expressions) {

  /** A class, and what its check does, in order. */
  record Model(String className, boolean object, List<Step> steps) {}

  /** A method that checks arguments of an operation. */
  record Arguments(String method, List<OperationView.Parameter> parameters, List<Step> steps) {

    String names() {
      return parameters.stream().map(OperationView.Parameter::name).collect(joining(", "));
    }
  }

  record Expression(String constant, String literal) {}

  /**
   * Something that a check does; all texts are Java expressions, but names of variables and rules.
   */
  sealed interface Step {

    default boolean isCheck() {
      return this instanceof Check;
    }

    default boolean isDelegate() {
      return this instanceof Delegate;
    }

    default boolean isLocal() {
      return this instanceof Local;
    }

    default boolean isAlternative() {
      return this instanceof Alternative;
    }

    default boolean isItems() {
      return this instanceof Items;
    }

    default boolean isValues() {
      return this instanceof Values;
    }

    /** What is done with a part of the value. */
    default List<Step> steps() {
      return List.of();
    }
  }

  /** Finds a violation if the condition is met. */
  record Check(String condition, String path, String rule, String limit, String actual)
      implements Step {

    private static final Set<String> OF_TEXT = Set.of("maxLength", "minLength", "pattern");

    boolean measuresLength() {
      return OF_TEXT.contains(rule);
    }
  }

  /** Asks the check of the value's own class. */
  record Delegate(String path, String value) implements Step {}

  /** Looks at a property, if it is there. */
  record Local(String java, String variable, String value, List<Step> steps) implements Step {}

  /** Looks at the value if it is this alternative of a union. */
  record Alternative(String java, String variable, List<Step> steps) implements Step {}

  /**
   * Looks at each item.
   *
   * @param nullable whether an item may be null; otherwise a null is a violation
   */
  record Items(
      String java,
      String variable,
      String index,
      String value,
      String path,
      boolean nullable,
      List<Step> steps)
      implements Step {}

  /** Looks at each value of a map, as {@link Items} at those of a list. */
  record Values(
      String java,
      String variable,
      String key,
      String value,
      String path,
      boolean nullable,
      List<Step> steps)
      implements Step {}

  boolean measuresLength() {
    return steps().anyMatch(step -> step instanceof Check check && check.measuresLength());
  }

  boolean namesMembers() {
    return models.stream().anyMatch(Model::object) || steps().anyMatch(Step::isValues);
  }

  private Stream<Step> steps() {
    return Stream.concat(
            models.stream().map(Model::steps), arguments.stream().map(Arguments::steps))
        .flatMap(List::stream)
        .flatMap(RulesView::withInner);
  }

  private static Stream<Step> withInner(Step step) {
    return Stream.concat(Stream.of(step), step.steps().stream().flatMap(RulesView::withInner));
  }
}
