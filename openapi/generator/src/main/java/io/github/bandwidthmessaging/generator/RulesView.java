package io.github.bandwidthmessaging.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The input of {@code Rules.mustache}: the checks of all classes that are sent. */
record RulesView(
    List<Model> models, List<Arguments> arguments, List<Expression> expressions, List<Part> parts) {

  /** The number of steps in one method. */
  private static final int METHOD = 400;

  /** How much the methods of one class do: it has at most 65,535 constants. */
  private static final int CLASS = 4000;

  /**
   * A class and the steps of its check, in order.
   *
   * @param parts the classes that do it, if it is too much for one method
   */
  record Model(Code className, boolean object, List<Step> steps, List<Integer> parts) {
    Model(Code className, boolean object, List<Step> steps) {
      this(className, object, steps, List.of());
    }
  }

  /** A class with some of what checks do, at most one method for each of the checked classes. */
  record Part(int index, List<Model> models) {
    private boolean takes(Model model) {
      return models.stream().noneMatch(m -> m.className().equals(model.className()))
          && models.stream().mapToInt(m -> weight(m.steps())).sum() < CLASS;
    }
  }

  static RulesView of(List<Model> models, List<Arguments> arguments, List<Expression> expressions) {
    List<Model> checked = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    int room = CLASS;
    for (Model model : models) {
      int weight = weight(model.steps());
      if (weight <= Math.min(room, METHOD)) {
        room -= weight;
        checked.add(model);
        continue;
      }
      List<Integer> indexes = new ArrayList<>();
      for (List<Step> steps : split(model.steps())) {
        Model some = new Model(model.className(), model.object(), steps);
        if (parts.isEmpty() || !parts.get(parts.size() - 1).takes(some)) {
          parts.add(new Part(parts.size(), new ArrayList<>()));
        }
        parts.get(parts.size() - 1).models().add(some);
        indexes.add(parts.size() - 1);
      }
      checked.add(new Model(model.className(), model.object(), List.of(), indexes));
    }
    return new RulesView(checked, arguments, expressions, parts);
  }

  private static List<List<Step>> split(List<Step> steps) {
    List<List<Step>> split = new ArrayList<>();
    int room = 0;
    for (Step step : steps) {
      int weight = weight(List.of(step));
      if (split.isEmpty() || weight > room) {
        split.add(new ArrayList<>());
        room = METHOD;
      }
      split.get(split.size() - 1).add(step);
      room -= weight;
    }
    return split;
  }

  private static int weight(List<Step> steps) {
    return (int) steps.stream().flatMap(RulesView::withInner).count();
  }

  /** A method that checks arguments of an operation. */
  record Arguments(Code method, List<OperationView.Parameter> parameters, List<Step> steps) {

    Code names() {
      return Code.join(", ", parameters.stream().map(OperationView.Parameter::name).toList());
    }
  }

  record Expression(Code constant, Code literal) {}

  /** A step of a check. */
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

    /** The check of a part of the value. */
    default List<Step> steps() {
      return List.of();
    }
  }

  /** Reports a violation if the condition is met. */
  record Check(Code condition, Code path, Code rule, Code limit, Code actual) implements Step {

    private static final Set<Code> OF_TEXT =
        Set.of(Code.literal("maxLength"), Code.literal("minLength"), Code.literal("pattern"));

    boolean measuresLength() {
      return OF_TEXT.contains(rule);
    }
  }

  /**
   * Calls the check of the value's class.
   *
   * @param schema that of the class
   */
  record Delegate(Code path, Code value, String schema) implements Step {}

  /** Checks a property, if it is present. */
  record Local(Code java, Code variable, Code value, List<Step> steps) implements Step {}

  /** Checks the value if it is this alternative of a union. */
  record Alternative(Code java, Code variable, List<Step> steps) implements Step {}

  /**
   * Checks each item.
   *
   * @param nullable whether an item may be null; otherwise a null is a violation
   */
  record Items(
      Code java,
      Code variable,
      Code index,
      Code value,
      Code path,
      boolean nullable,
      List<Step> steps)
      implements Step {}

  /** Checks each value of a map, like {@link Items} those of a list. */
  record Values(
      Code java, Code variable, Code key, Code value, Code path, boolean nullable, List<Step> steps)
      implements Step {}

  boolean measuresLength() {
    return steps().anyMatch(step -> step instanceof Check check && check.measuresLength());
  }

  boolean namesMembers() {
    return models.stream().anyMatch(Model::object) || steps().anyMatch(Step::isValues);
  }

  private Stream<Step> steps() {
    return Stream.of(
            models.stream().map(Model::steps),
            parts.stream().flatMap(part -> part.models().stream()).map(Model::steps),
            arguments.stream().map(Arguments::steps))
        .flatMap(steps -> steps)
        .flatMap(List::stream)
        .flatMap(RulesView::withInner);
  }

  static Stream<Step> withInner(Step step) {
    return Stream.concat(Stream.of(step), step.steps().stream().flatMap(RulesView::withInner));
  }
}
