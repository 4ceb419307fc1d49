package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Finds Java names for the names of a document. */
final class Names {

  /** Methods that an accessor would clash with. */
  private static final Set<String> TAKEN_MEMBERS =
      Set.of(
          "additionalProperties",
          "builder",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "jsonAdapter",
          "notify",
          "notifyAll",
          "nullProperties",
          "toBuilder",
          "toString",
          "violations",
          "wait");

  /** All templates whose code names classes; one that begins with a capital is a class itself. */
  private static final List<String> TEMPLATES =
      List.of(
          "Json",
          "RequestWriter",
          "RetrofitClient",
          "Rules",
          "Violation",
          "adapter",
          "api",
          "enumeration",
          "enumeration-adapter",
          "model",
          "object",
          "object-adapter",
          "property-read",
          "property-write",
          "rules-step",
          "union",
          "union-adapter",
          "union-object");

  private static final Pattern IMPORTED = Pattern.compile("(?m)^import .*\\.(\\w+);");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|static final \\S+) (\\w+)");
  private static final Pattern CAPITALIZED = Pattern.compile("\\b([A-Z]\\w*)");

  /** Classes that generated code names: a schema must not hide them, nor be hidden by them. */
  private static final Set<String> TAKEN_CLASSES = takenClasses();

  /** Most file systems allow 255 bytes for a file's name. */
  private static final int MAX_TYPE = 200;

  private Names() {}

  /** The classes of ours that every client can have, in lower case: each is a file. */
  static Set<String> files() {
    return TEMPLATES.stream()
        .filter(template -> Character.isUpperCase(template.charAt(0)))
        .map(template -> template.toLowerCase(Locale.ROOT))
        .collect(toSet());
  }

  private static Set<String> takenClasses() {
    // Not named in templates: our Java names them, and adapters inherit the last one.
    Set<String> taken =
        new HashSet<>(Set.of("Void", "One", "Several", "LIST", "SET", "MAP", "Factory"));
    for (String template : TEMPLATES) {
      String text = text(template);
      matches(CAPITALIZED, text).filter(Names::isInJavaLang).forEach(taken::add);
      if (Character.isUpperCase(template.charAt(0))) {
        taken.add(template);
      }
      // These name no class of the document.
      if (!template.equals("Json") && !template.equals("RequestWriter")) {
        matches(IMPORTED, text).forEach(taken::add);
        matches(DECLARED, text).forEach(taken::add);
      }
    }
    return taken;
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  private static String text(String template) {
    String resource = "/retrofit-moshi/" + template + ".mustache";
    try (InputStream stream =
        Objects.requireNonNull(Names.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

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
    String upper = capitalized(name);
    return TAKEN_CLASSES.contains(upper) ? upper + "Model" : upper;
  }

  /** A name that begins a class's name. */
  static String capitalized(String name) {
    String camel = camel(name);
    String upper =
        camel.isEmpty() ? "Empty" : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    return identifier(upper.substring(0, Math.min(upper.length(), MAX_TYPE)));
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

  /** Signs matter if there is nothing else: {@code +1} and {@code -1}, {@code <} and {@code >=}. */
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
                String sign =
                    Objects.requireNonNullElse(Character.getName(c), "u" + Integer.toHexString(c));
                spelled.append(sign.toLowerCase(Locale.ROOT)).append('_');
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
    // A valid name is kept, whatever precedes it in the document.
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

  /** Appends underscores until the name is unique, and adds it to the names taken. */
  static String unique(String name, Set<String> taken) {
    String unique = name;
    while (!taken.add(unique)) {
      unique += "_";
    }
    return unique;
  }
}
