package io.github.bandwidthmessaging.generator;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Java type of a schema. */
sealed interface Type {

  enum Token {
    STRING,
    NUMBER,
    BOOLEAN,
    BEGIN_ARRAY,
    BEGIN_OBJECT
  }

  /** The type, as written in a declaration. */
  Code java();

  /** The class that has its Moshi adapter as a constant. */
  String adapters();

  /** The constant for its Moshi adapter. */
  String constant();

  /** The JSON token that its values begin with, null if any may. */
  @Nullable Token token();

  /** Whether the document marks its values as personal. */
  boolean sensitive();

  /** The same type, sensitive. */
  Type masked();

  /** The component schema whose class this is, null for all that has no class of ours. */
  default @Nullable String schema() {
    return null;
  }

  /** Whether a value must be copied to be immutable. */
  default boolean copied() {
    return false;
  }

  /** Whether elements or values in it may be null. */
  default boolean holdsNulls() {
    return false;
  }

  /** This type and those of what its values contain, the innermost first. */
  default Stream<Type> parts() {
    return Stream.of(this);
  }

  /** The expression for its Moshi adapter. */
  default Code adapter() {
    return Code.name(adapters() + "." + constant());
  }

  /** The type without type arguments. */
  default String erasure() {
    return java().toString();
  }

  /** The type in the name of a class. */
  default String label() {
    return java().toString();
  }

  /** The lower, the fewer of the values that begin with its token fit: a date is below a text. */
  default int strictness() {
    return 9;
  }

  default Type markedSensitive(boolean marked) {
    return marked && !sensitive() ? masked() : this;
  }

  default boolean isAny() {
    return this instanceof Any;
  }

  default boolean isClass() {
    return schema() != null;
  }

  default boolean isText() {
    return is(Scalar.STRING);
  }

  default boolean is(Scalar scalar) {
    return this instanceof Plain plain && plain.scalar() == scalar;
  }

  default boolean sameJavaAs(Type other) {
    return java().equals(other.java());
  }

  static Type any() {
    return new Any(false);
  }

  /** A string without a format. */
  static Type text() {
    return of(Scalar.STRING);
  }

  static Type of(Scalar scalar) {
    return new Plain(scalar, false);
  }

  /** Any value, also without a schema. */
  record Any(boolean sensitive) implements Type {
    @Override
    public Code java() {
      return Code.of("Object");
    }

    @Override
    public String adapters() {
      return "Json";
    }

    @Override
    public String constant() {
      return "ANY";
    }

    @Override
    public @Nullable Token token() {
      return null;
    }

    @Override
    public Type masked() {
      return new Any(true);
    }

    @Override
    public boolean copied() {
      return true;
    }

    @Override
    public boolean holdsNulls() {
      return true;
    }
  }

  record Plain(Scalar scalar, boolean sensitive) implements Type {
    @Override
    public Code java() {
      return Code.name(scalar.java());
    }

    @Override
    public String adapters() {
      return "Json";
    }

    @Override
    public String constant() {
      return scalar.name();
    }

    @Override
    public Token token() {
      return scalar.token();
    }

    @Override
    public Type masked() {
      return new Plain(scalar, true);
    }

    @Override
    public int strictness() {
      return scalar.strictness();
    }
  }

  /**
   * A class that the user wrote.
   *
   * @param imported its name with its package
   */
  record Mapped(String imported, @Nullable Token token, boolean sensitive) implements Type {
    @Override
    public Code java() {
      return Code.name(imported.substring(imported.lastIndexOf('.') + 1));
    }

    public Code field() {
      return Code.name(constant());
    }

    @Override
    public String adapters() {
      return "Json";
    }

    @Override
    public String constant() {
      return Names.constant(imported);
    }

    /** The adapter that must come with it, in the package of the client. */
    public Code adapterClass() {
      return Code.name(java() + "JsonAdapter");
    }

    @Override
    public Type masked() {
      return new Mapped(imported, token, true);
    }
  }

  /** A generated class. */
  record Generated(Code java, Token token, String schema, boolean sensitive) implements Type {
    @Override
    public String adapters() {
      return java + "JsonAdapter";
    }

    @Override
    public String constant() {
      return "INSTANCE";
    }

    @Override
    public Type masked() {
      return new Generated(java, token, schema, true);
    }

    @Override
    public int strictness() {
      return 0;
    }
  }

  /**
   * A list, a set or a map.
   *
   * @param items the type of the elements, or of a map's values
   */
  record Container(Shape shape, Type items, boolean nullableItems, boolean sensitive)
      implements Type {

    enum Shape {
      LIST("List", "list", Token.BEGIN_ARRAY),
      SET("Set", "set", Token.BEGIN_ARRAY),
      MAP("Map", "map", Token.BEGIN_OBJECT);

      private final String java;
      private final String factory;
      private final Token token;

      Shape(String java, String factory, Token token) {
        this.java = java;
        this.factory = factory;
        this.token = token;
      }

      /** The type with such items. */
      Code of(Code items) {
        return switch (this) {
          case LIST -> Code.of("List<%s>", items);
          case SET -> Code.of("Set<%s>", items);
          case MAP -> Code.of("Map<String, %s>", items);
        };
      }

      /** The method of Json that makes an adapter of an adapter. */
      String factory() {
        return factory;
      }
    }

    /** A container of such items, sensitive if they are. */
    Container(Shape shape, Type items, boolean nullableItems) {
      this(shape, items, nullableItems, items.sensitive());
    }

    @Override
    public Code java() {
      return shape.of(nullableItems ? Code.of("@Nullable %s", items.java()) : items.java());
    }

    /** That of the innermost items. */
    @Override
    public String adapters() {
      return items.adapters();
    }

    @Override
    public String constant() {
      return items.isClass() ? shape.name() : items.constant() + "_" + shape.name();
    }

    /** The type without nullness, which its adapter ignores. */
    Code javaWithNulls() {
      return shape.of(items instanceof Container c ? c.javaWithNulls() : items.java());
    }

    @Override
    public Token token() {
      return shape.token;
    }

    @Override
    public Type masked() {
      return new Container(shape, items, nullableItems, true);
    }

    @Override
    public String erasure() {
      return shape.java;
    }

    @Override
    public String label() {
      return items.label() + shape.java;
    }

    @Override
    public boolean copied() {
      return true;
    }

    @Override
    public boolean holdsNulls() {
      return nullableItems || items.holdsNulls();
    }

    @Override
    public Stream<Type> parts() {
      return Stream.concat(items.parts(), Stream.of(this));
    }
  }
}
