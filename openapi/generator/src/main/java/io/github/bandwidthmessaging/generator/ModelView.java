package io.github.bandwidthmessaging.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The input of the model templates; exactly one of the three kinds of class is present.
 *
 * @param tried whether a value is read to see if it fits, by itself or within another
 */
record ModelView(
    @Nullable ObjectView object,
    @Nullable EnumView enumeration,
    @Nullable UnionView union,
    boolean tried) {

  /** How many properties one method deals with, or alternatives one statement. */
  private static final int GROUP = 250;

  boolean masks() {
    return (union != null && union.sensitive()) || (object != null && object.hidesSomething());
  }

  /** The types whose adapters the class's own adapter needs. */
  Stream<Type> types() {
    return Stream.of(
            object == null ? Stream.<Type>of() : object.types(),
            enumeration == null ? Stream.<Type>of() : Stream.of(enumeration.base()),
            union == null ? Stream.<Type>of() : union.types())
        .flatMap(types -> types);
  }

  /** Whether a value is not read when it is within another that is tried. */
  boolean skips() {
    return tried && union != null && union.tries();
  }

  /** Whether it counts unknown values. */
  boolean counts() {
    return tried && object == null;
  }

  /** Whether it counts the nulls that it would not write again. */
  boolean losesNull() {
    return tried && object != null && object.properties().stream().anyMatch(Property::refusesNull);
  }

  /** Whether it counts properties that it cannot hold. */
  boolean loses() {
    return tried && object != null && object.additional() == null;
  }

  record ObjectView(
      Code name,
      Javadoc javadoc,
      List<Property> properties,
      List<Listing> listings,
      List<Property> required,
      List<Wither> withers,
      List<AtLeastOne> oneOfRequired,
      @Nullable Type additional,
      List<Code> unions) {

    Code className() {
      return name;
    }

    Stream<Type> types() {
      Stream<Type> declared = properties.stream().map(Property::type);
      return additional == null ? declared : Stream.concat(declared, Stream.of(additional));
    }

    boolean hasProperties() {
      return !properties.isEmpty();
    }

    boolean comparesSomething() {
      return hasProperties() || additional != null;
    }

    boolean keepsNulls() {
      return properties.stream().anyMatch(Property::keepsNull);
    }

    /**
     * Whether one method cannot deal with all properties: javac and formatters take an expression
     * apart recursively, and the code of a method has at most 64 KiB.
     */
    boolean large() {
      return properties.size() > GROUP;
    }

    int groupSize() {
      return GROUP;
    }

    List<Group> groups() {
      List<Group> groups = new ArrayList<>();
      for (int start = 0; start < properties.size(); start += GROUP) {
        int end = Math.min(properties.size(), start + GROUP);
        groups.add(new Group(groups.size(), properties.subList(start, end)));
      }
      return groups;
    }

    boolean hidesSomething() {
      return properties.stream().anyMatch(Property::sensitive);
    }

    /** Whether a property is not declared as nullable. */
    boolean requiresSomething() {
      return properties.stream().anyMatch(p -> !p.optional());
    }

    boolean hasPresets() {
      return properties.stream().anyMatch(p -> p.preset() != null);
    }

    boolean checked() {
      return !required.isEmpty() || !oneOfRequired.isEmpty();
    }

    boolean hasUnions() {
      return !unions.isEmpty();
    }

    Code joinedUnions() {
      return Code.join(", ", unions);
    }
  }

  /** Properties that one method deals with. */
  record Group(int index, List<Property> properties) {}

  /** A method that returns the values of a property that is a T or a list of T. */
  record Listing(Code method, Property property) {}

  /**
   * A method that returns a copy of the object with one property changed.
   *
   * @param summary the first sentence about the property
   */
  record Wither(Code method, Property property, Javadoc summary) {}

  /** Properties of which at least one is required. */
  record AtLeastOne(List<Property> properties) {

    Code missing() {
      return missing(Code.of(""));
    }

    /**
     * @param object what stands before the name of a property
     */
    Code missing(Code object) {
      return Code.join(" && ", properties.stream().map(p -> p.missing(object)).toList());
    }

    Code names() {
      return Code.join(" or ", properties.stream().map(Property::name).toList());
    }
  }

  /**
   * A property.
   *
   * @param listed T, where a value is a T or a list of T
   */
  record Property(
      String jsonName,
      Code name,
      int index,
      boolean last,
      Type type,
      boolean required,
      boolean nullable,
      boolean deprecated,
      boolean inherited,
      Javadoc javadoc,
      @Nullable Code preset,
      @Nullable Type listed) {

    Code literal() {
      return Code.literal(jsonName);
    }

    boolean refusesNull() {
      return !nullable && !type.isAny();
    }

    Property ofUnion(Javadoc text, boolean inherited) {
      return new Property(
          jsonName,
          name,
          index,
          last,
          type,
          required,
          nullable,
          deprecated,
          inherited,
          text,
          preset,
          listed);
    }

    /**
     * The declared type is null-free only for what the document requires and does not let be null.
     */
    boolean optional() {
      return !required || nullable;
    }

    boolean writtenAsNull() {
      return required && nullable;
    }

    /** Whether null differs from absent. */
    boolean keepsNull() {
      return !required && (nullable || type.isAny());
    }

    boolean neverNull() {
      return !writtenAsNull() && !keepsNull();
    }

    /** Whether the property is missing in an object. */
    Code missing(Code object) {
      Code missing = Code.of("%s%s == null", object, name);
      return keepsNull()
          ? Code.of("%s && !%snullProperties.contains(%s)", missing, object, literal())
          : missing;
    }

    boolean first() {
      return index == 0;
    }

    boolean sensitive() {
      return type.sensitive();
    }
  }

  record EnumView(
      Code name, Javadoc javadoc, Type base, List<EnumValue> values, List<Code> unions) {

    Code className() {
      return name;
    }

    boolean text() {
      return base.isText();
    }

    boolean hasUnions() {
      return !unions.isEmpty();
    }

    Code joinedUnions() {
      return Code.join(", ", unions);
    }
  }

  record EnumValue(Code constant, Code literal, Javadoc shown, int index, boolean last) {}

  /**
   * A union.
   *
   * @param listed T, where a value is a T or a list of T
   */
  record UnionView(
      Code name,
      Javadoc javadoc,
      boolean sensitive,
      List<Wrapped> wrapped,
      List<Written> classes,
      List<Code> unions,
      List<Branch> branches,
      List<Code> shapes,
      @Nullable Discriminator discriminator,
      List<Property> shared,
      @Nullable Type listed) {

    boolean hasUnions() {
      return !unions.isEmpty();
    }

    Code joinedUnions() {
      return Code.join(", ", unions);
    }

    /** Whether a chain of this many conditions is too deep for javac and formatters. */
    boolean large() {
      return classes.size() > GROUP;
    }

    Code unionName() {
      return name;
    }

    boolean hidden() {
      return sensitive;
    }

    Stream<Type> types() {
      return Stream.of(
              wrapped.stream().map(Wrapped::type),
              candidates().map(Candidate::type),
              shared.stream().map(Property::type))
          .flatMap(types -> types);
    }

    boolean attempts() {
      return candidates().anyMatch(c -> !c.direct());
    }

    boolean deep() {
      return candidates().anyMatch(Candidate::deep);
    }

    /** Whether alternatives are tried that contain other classes. */
    boolean tries() {
      return hasShapes() || deep();
    }

    boolean hasShapes() {
      return !shapes.isEmpty();
    }

    /** The JSON tokens of everything that is not an object with a class. */
    Code tokens() {
      return Code.join(
          "",
          branches.stream()
              .filter(branch -> !branch.candidates().isEmpty())
              .map(branch -> Code.of(", JsonReader.Token.%s", branch.token()))
              .toList());
    }

    private Stream<Candidate> candidates() {
      return branches.stream().flatMap(branch -> branch.candidates().stream());
    }
  }

  /**
   * A class that is an alternative.
   *
   * @param forced the value of its discriminator where it has another in another union
   */
  record Written(Code name, @Nullable Forced forced) {}

  /**
   * A property that must have a certain value.
   *
   * @param condition whether it has not
   */
  record Forced(Code property, Code condition, Code value) {}

  /**
   * An alternative without a generated class, in a record of its own.
   *
   * @param factory whether the interface has a method that makes it
   * @param values the expression for its values as a list, null if it has none
   */
  record Wrapped(Code record, Type type, boolean factory, @Nullable Code values) {}

  /** The alternatives that begin with one JSON token; objects with a class have shapes. */
  record Branch(Code token, boolean object, List<Candidate> candidates, boolean total) {}

  /**
   * @param variable a local variable for the value
   * @param record the record that wraps the value, null for a class of ours
   * @param direct whether every value with this token fits, so that nothing need be tried
   * @param known whether an open enum takes only its known values, because others follow
   * @param deep whether it contains objects or unions, which are not read as long as it is tried
   * @param strict whether it is taken only if all in it is named
   */
  record Candidate(
      Code variable,
      Type type,
      @Nullable Code record,
      boolean direct,
      boolean known,
      boolean deep,
      boolean strict) {

    /** Whether its value is read as it is tried. */
    boolean plain() {
      return !direct && !deep;
    }

    /** Whether the record refuses a null at any depth, which the reader lets through. */
    boolean refusesNulls() {
      return type.copied() && !type.holdsNulls();
    }
  }

  /**
   * @param text whether its values are strings
   */
  record Discriminator(Code literal, boolean text, List<Mapped> mapped) {}

  record Mapped(Code literal, Code adapter) {}
}
