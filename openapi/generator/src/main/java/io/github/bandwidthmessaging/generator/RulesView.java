package io.github.bandwidthmessaging.generator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code Rules.mustache} reads: the checks of all classes that are sent. */
record RulesView(List<Model> models, List<Arguments> arguments, List<Expression> expressions) {

  /** A class, and what its check does, in order. */
  record Model(Code className, boolean object, List<Step> steps) {}

  /** A method that checks arguments of an operation. */
  record Arguments(Code method, List<OperationView.Parameter> parameters, List<Step> steps) {

    Code names() {
      return Code.join(", ", parameters.stream().map(OperationView.Parameter::name).toList());
    }
  }

  record Expression(Code constant, Code literal) {}

  /** Something that a check does. */
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
  record Check(Code condition, Code path, Code rule, Code limit, Code actual) implements Step {

    private static final Set<Code> OF_TEXT =
        Set.of(Code.literal("maxLength"), Code.literal("minLength"), Code.literal("pattern"));

    boolean measuresLength() {
      return OF_TEXT.contains(rule);
    }
  }

  /** Asks the check of the value's own class. */
  record Delegate(Code path, Code value) implements Step {}

  /** Looks at a property, if it is there. */
  record Local(Code java, Code variable, Code value, List<Step> steps) implements Step {}

  /** Looks at the value if it is this alternative of a union. */
  record Alternative(Code java, Code variable, List<Step> steps) implements Step {}

  /**
   * Looks at each item.
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

  /** Looks at each value of a map, as {@link Items} at those of a list. */
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
    return Stream.concat(
            models.stream().map(Model::steps), arguments.stream().map(Arguments::steps))
        .flatMap(List::stream)
        .flatMap(RulesView::withInner);
  }

  private static Stream<Step> withInner(Step step) {
    return Stream.concat(Stream.of(step), step.steps().stream().flatMap(RulesView::withInner));
  }
}
