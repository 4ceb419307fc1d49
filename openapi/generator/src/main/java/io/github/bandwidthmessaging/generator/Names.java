package io.github.bandwidthmessaging.generator;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;

/** Java names for what a document calls as it likes. */
final class Names {

  /** Methods that a property's accessor would clash with. */
  private static final Set<String> TAKEN_MEMBERS =
      Set.of(
          "additionalProperties",
          "builder",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toString",
          "violations",
          "wait");

  /** Classes that the templates name: a schema must not hide them. */
  private static final Set<String> TAKEN_CLASSES =
      Set.of(
          "ArrayList",
          "BigDecimal",
          "BigInteger",
          "Body",
          "Boolean",
          "Builder",
          "ByteString",
          "Call",
          "Class",
          "CompletableFuture",
          "Converter",
          "Delimited",
          "Deprecated",
          "Double",
          "Enum",
          "Field",
          "Float",
          "FormUrlEncoded",
          "Generated",
          "Header",
          "Headers",
          "IOException",
          "IllegalArgumentException",
          "Integer",
          "Iterable",
          "Json",
          "JsonAdapter",
          "JsonReader",
          "JsonWriter",
          "LinkedHashMap",
          "List",
          "LocalDate",
          "Long",
          "Map",
          "Moshi",
          "Multipart",
          "MultipartBody",
          "NullPointerException",
          "Nullable",
          "Object",
          "Objects",
          "OffsetDateTime",
          "One",
          "Override",
          "Part",
          "Path",
          "Pattern",
          "Query",
          "Record",
          "RequestBody",
          "ResponseBody",
          "Retrofit",
          "RetrofitClient",
          "Rules",
          "Set",
          "Several",
          "Streaming",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "Type",
          "URI",
          "UUID",
          "Unknown",
          "Violation",
          "Void");

  private static final int MAX_TYPE = 200;

  private Names() {}

  /**
   * A member's name: {@code to_string} becomes {@code toString_}, {@code +1} becomes {@code plus1}.
   */
  static String member(String name) {
    String camel = camel(name);
    String lower = camel;
    int capitals = 0;
    while (capitals < camel.length() && Character.isUpperCase(camel.charAt(capitals))) {
      capitals++;
    }
    if (capitals > 0) {
      // URLPath becomes urlPath, ID becomes id.
      int end = capitals == camel.length() || capitals == 1 ? capitals : capitals - 1;
      if (end < camel.length() && Character.isDigit(camel.charAt(end))) {
        end = capitals;
      }
      lower = camel.substring(0, end).toLowerCase(Locale.ROOT) + camel.substring(end);
    }
    return TAKEN_MEMBERS.contains(lower) ? lower + "_" : identifier(lower);
  }

  /**
   * The method that returns a copy with a member changed: {@code tag} has {@code withTag}. Members
   * begin with no capital letter, so no two have the same; and it takes an argument, so that it can
   * stand beside the accessor of a property {@code withTag}.
   */
  static String wither(String member) {
    return "with" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  /** A class's name. */
  static String type(String name) {
    String camel = camel(name);
    String upper =
        camel.isEmpty() ? "Empty" : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    upper = identifier(upper);
    if (upper.length() > MAX_TYPE) {
      // A class is a file, and few systems take a name of more than 255 bytes.
      upper = upper.substring(0, MAX_TYPE) + "_" + Integer.toHexString(upper.hashCode());
    }
    return TAKEN_CLASSES.contains(upper) ? upper + "Model" : upper;
  }

  /**
   * A constant's name: {@code in-transit} becomes {@code IN_TRANSIT}, {@code -1} becomes {@code
   * MINUS_1}.
   */
  static String constant(String value) {
    StringBuilder constant = new StringBuilder();
    char previous = '_';
    for (char c : spelled(value).toCharArray()) {
      if (!Character.isLetterOrDigit(c)) {
        c = '_';
      } else if (Character.isUpperCase(c) && Character.isLowerCase(previous)) {
        constant.append('_');
      }
      if (c != '_' || (previous != '_' && constant.length() > 0)) {
        constant.append(c);
      }
      previous = c;
    }
    String trimmed = constant.toString().replaceAll("_+$", "").toUpperCase(Locale.ROOT);
    return identifier(trimmed.isEmpty() ? "EMPTY" : trimmed);
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean up = false;
    for (char c : spelled(name).toCharArray()) {
      if (!Character.isLetterOrDigit(c)) {
        up = camel.length() > 0;
      } else {
        camel.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return camel.toString();
  }

  /**
   * Signs carry the meaning where nothing else does: {@code +1} and {@code -1}, {@code <} and
   * {@code >=}.
   */
  private static String spelled(String name) {
    if (name.matches("[+-].*")) {
      return (name.charAt(0) == '+' ? "plus_" : "minus_") + spelled(name.substring(1));
    }
    boolean onlySigns = name.codePoints().noneMatch(Character::isLetterOrDigit);
    StringBuilder spelled = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .codePoints()
        .forEach(
            c -> {
              if (onlySigns) {
                spelled.append(spelledOut(c)).append('_');
              } else if (c < 128) {
                spelled.append((char) c);
              } else if (Character.isLetterOrDigit(c)) {
                spelled.append(String.format("u%04x", c));
              } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                spelled.append('_');
              }
            });
    return spelled.toString();
  }

  /** The name of a character, which not every one has. */
  private static String spelledOut(int character) {
    String name = Character.getName(character);
    return name == null ? String.format("u%04x", character) : name.toLowerCase(Locale.ROOT);
  }

  private static String identifier(String name) {
    if (name.isEmpty()) {
      return "empty";
    }
    if (SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || restricted(name)) {
      return name + "_";
    }
    return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
  }

  private static boolean restricted(String name) {
    return Set.of("record", "sealed", "permits", "var", "yield").contains(name);
  }

  /**
   * Names for the members of one class, by what the document calls them; no two are alike.
   *
   * @param naming the name of a member if it were alone
   */
  static Map<String, String> members(Collection<String> jsonNames, UnaryOperator<String> naming) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    // A name that needs no change keeps it, whatever stands before it in the document.
    for (String jsonName : jsonNames) {
      if (naming.apply(jsonName).equals(jsonName)) {
        names.put(jsonName, jsonName);
        taken.add(jsonName);
      }
    }
    for (String jsonName : jsonNames) {
      if (!names.containsKey(jsonName)) {
        names.put(jsonName, unique(naming.apply(jsonName), taken));
      }
    }
    return names;
  }

  /** The name with as many underscores as make it another than those taken, which it joins. */
  static String unique(String name, Set<String> taken) {
    String unique = name;
    while (!taken.add(unique)) {
      unique += "_";
    }
    return unique;
  }
}
