package io.github.bandwidthmessaging.generator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a schema stands in Java.
 *
 * @param java the type, as written in a declaration
 * @param adapter the expression for its Moshi adapter
 * @param token the JSON token that its values begin with, null if any may
 * @param schema the component schema whose class this is, null for all that has no class of ours
 * @param copied whether a value must be copied to be immutable
 * @param holdsNulls whether elements or values in it may be null
 * @param sensitive whether the document marks its values as personal
 */
record Type(
    String java,
    String adapter,
    @Nullable Token token,
    @Nullable String schema,
    boolean copied,
    boolean holdsNulls,
    boolean sensitive) {

  enum Token {
    STRING,
    NUMBER,
    BOOLEAN,
    BEGIN_ARRAY,
    BEGIN_OBJECT
  }

  static Type scalar(String java, String adapter, Token token) {
    return new Type(java, "Json." + adapter, token, null, false, false, false);
  }

  static Type any() {
    return new Type("Object", "Json.ANY", null, null, true, true, false);
  }

  static Type ofClass(String name, Token token, String schema) {
    return new Type(name, name + "JsonAdapter.INSTANCE", token, schema, false, false, false);
  }

  Type list(boolean nullableItems) {
    return container("List<", "list", Token.BEGIN_ARRAY, nullableItems);
  }

  Type set(boolean nullableItems) {
    return container("Set<", "set", Token.BEGIN_ARRAY, nullableItems);
  }

  Type map(boolean nullableValues) {
    return container("Map<String, ", "map", Token.BEGIN_OBJECT, nullableValues);
  }

  private Type container(String prefix, String factory, Token token, boolean nullable) {
    return new Type(
        prefix + (nullable ? "@Nullable " : "") + java + ">",
        "Json." + factory + "(" + adapter + ")",
        token,
        null,
        true,
        nullable || holdsNulls,
        sensitive);
  }

  Type markedSensitive(boolean marked) {
    return marked && !sensitive
        ? new Type(java, adapter, token, schema, copied, holdsNulls, true)
        : this;
  }

  boolean isClass() {
    return schema != null;
  }

  boolean isText() {
    return java.equals("String");
  }

  boolean sameJavaAs(Type other) {
    return Objects.equals(java, other.java);
  }
}
