package io.github.bandwidthmessaging.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code Rules.mustache} reads: the checks of all classes that are sent. */
record RulesView(List<Model> models, List<Expression> expressions) {

  /** The class, and what its check does, in order. */
  record Model(String className, List<Step> steps) {}

  record Expression(String constant, String literal) {}

  /**
   * One line of a check; exactly one of the kinds is set, all else is what the line needs.
   *
   * @param path the expression for the place of the value
   * @param actual the expression for what is said of the value
   */
  record Step(
      Kind kind,
      String variable,
      String java,
      String expression,
      String path,
      String rule,
      @Nullable String limit,
      @Nullable String actual) {

    Step(
        Kind kind,
        String variable,
        String java,
        String expression,
        String path,
        String rule,
        @Nullable String limit) {
      this(kind, variable, java, expression, path, rule, limit, null);
    }

    enum Kind {
      BROKEN,
      VALUE,
      ALTERNATIVE,
      ITEMS,
      END,
      END_ITEMS,
      AT_MOST,
      AT_LEAST,
      RANGE,
      MATCH,
      KNOWN,
      NESTED
    }

    boolean broken() {
      return kind == Kind.BROKEN;
    }

    boolean value() {
      return kind == Kind.VALUE;
    }

    boolean alternative() {
      return kind == Kind.ALTERNATIVE;
    }

    boolean items() {
      return kind == Kind.ITEMS;
    }

    boolean end() {
      return kind == Kind.END;
    }

    boolean endItems() {
      return kind == Kind.END_ITEMS;
    }

    boolean atMost() {
      return kind == Kind.AT_MOST;
    }

    boolean atLeast() {
      return kind == Kind.AT_LEAST;
    }

    boolean range() {
      return kind == Kind.RANGE;
    }

    boolean match() {
      return kind == Kind.MATCH;
    }

    boolean known() {
      return kind == Kind.KNOWN;
    }

    boolean nested() {
      return kind == Kind.NESTED;
    }
  }

  boolean measuresLength() {
    return models.stream()
        .flatMap(m -> m.steps().stream())
        .anyMatch(s -> s.match() || s.expression().startsWith("length("));
  }

  boolean namesMembers() {
    return models.stream()
        .flatMap(m -> m.steps().stream())
        .anyMatch(s -> s.path().startsWith("member("));
  }
}
