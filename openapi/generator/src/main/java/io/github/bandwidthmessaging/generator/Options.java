package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.toMap;

import io.github.bandwidthmessaging.generator.Type.Mapped;
import io.github.bandwidthmessaging.generator.Type.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.languages.JavaClientCodegen;

/** The options of a build. Options without an effect are rejected. */
final class Options {
  private static final String RESOURCES_FOLDER = "resourcesFolder";
  private static final String METHODS = "methods";
  private static final String UNDEFINED_STYLES = "undefinedStyles";

  private static final List<String> PACKAGES =
      List.of("packageName", "apiPackage", "invokerPackage", "modelPackage");

  /** Each option, with its text in {@code config-help}. */
  static final List<CliOption> OURS =
      List.of(
          option("packageName", "The package of all classes", "client"),
          option("apiPackage", "Another name for packageName", null),
          option("invokerPackage", "Another name for packageName", null),
          option("modelPackage", "Another name for packageName", null),
          option("groupId", "A folder in META-INF/native-image", "org.openapitools"),
          option("artifactId", "A folder in the folder of groupId", "openapi-java"),
          option(
              "sourceFolder", "The folder of the sources, in the output folder", "src/main/java"),
          option(
              RESOURCES_FOLDER,
              "The folder of META-INF, in the output folder",
              "src/main/resources"),
          option(METHODS, "What an operation becomes: sync, a Call; async, a future; both", "both"),
          option(
              UNDEFINED_STYLES,
              "An optional parameter or form field whose serialization OpenAPI does not define:"
                  + " stop the build, or leaveOut with a warning",
              "stop"),
          option("apiNamePrefix", "The prefix of interface names", null),
          option("apiNameSuffix", "The suffix of interface names", "Api"),
          option("modelNamePrefix", "The prefix of model names", null),
          option("modelNameSuffix", "The suffix of model names", null),
          option(
              "additionalModelTypeAnnotations",
              "Annotations of objects, with their packages, separated by semicolons",
              null),
          option(
              "additionalEnumTypeAnnotations",
              "Annotations of enums, with their packages, separated by semicolons",
              null),
          option(
              "additionalOneOfTypeAnnotations",
              "Annotations of unions, with their packages, separated by semicolons",
              null));

  /** What OpenAPI Generator always sets itself. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "closebrace|excludeTests|generate[A-Z]\\w*|git(Host|RepoId|UserId)|lambda|openbrace"
              + "|releaseNote|templateDir");

  /** What can stand on the left of a type mapping: what OpenAPI Generator calls it, or we. */
  private static final Pattern TYPE_AND_FORMAT =
      Pattern.compile("(string|integer|number|boolean)(\\+.+)?");

  private static final Map<String, String> TYPES =
      Map.of(
          "ByteArray", "string+byte",
          "date", "string+date",
          "DateTime", "string+date-time",
          "OffsetDateTime", "string+date-time",
          "URI", "string+uri",
          "UUID", "string+uuid",
          "long", "integer+int64",
          "double", "number+double",
          "float", "number+float",
          "decimal", "number");

  private final DefaultCodegen codegen;
  private final String packageName;
  private final String methods;
  private final boolean leavesOutUndefined;
  private final Map<String, String> imports;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, String> schemas = new HashMap<>();
  private final Annotations annotations;
  private final Set<String> mappedClasses = new TreeSet<>();

  /** What a generator maps by default. */
  record Defaults(
      Map<String, String> types, Map<String, String> imports, Map<String, String> instances) {
    static Defaults of(DefaultCodegen codegen) {
      return new Defaults(
          Map.copyOf(codegen.typeMapping()),
          Map.copyOf(codegen.importMapping()),
          Map.copyOf(codegen.instantiationTypes()));
    }
  }

  Options(DefaultCodegen codegen, Defaults defaults) {
    this.codegen = codegen;
    refuseUnknown();
    packageName = onePackage();
    methods = oneOf(METHODS, "sync", "async", "both");
    leavesOutUndefined = oneOf(UNDEFINED_STYLES, "leaveOut", "stop").equals("leaveOut");
    annotations =
        new Annotations(
            annotations("additionalModelTypeAnnotations"),
            annotations("additionalEnumTypeAnnotations"),
            annotations("additionalOneOfTypeAnnotations"));
    imports = added(codegen.importMapping(), defaults.imports());
    Set<String> unused = new TreeSet<>(imports.keySet());
    added(codegen.typeMapping(), defaults.types())
        .forEach(
            (type, java) -> {
              unused.remove(java);
              types.put(TYPES.getOrDefault(type, type), mapped(type, java));
            });
    codegen
        .schemaMapping()
        .forEach(
            (schema, java) -> {
              unused.remove(java);
              schemas.put(schema, qualified("schemaMappings", schema, java));
            });
    refuse("importMappings", unused, "only for classes of typeMappings and schemaMappings");
    refuse(
        "instantiationTypes",
        added(codegen.instantiationTypes(), defaults.instances()).keySet(),
        "collections are unmodifiable copies");
    refuse(
        "openapiNormalizer", codegen.openapiNormalizer().keySet(), "the document is read as it is");
    refuse("reservedWordsMappings", codegen.reservedWordsMappings().keySet(), "use nameMappings");
    refuse(
        "serverVariables",
        codegen.serverVariableOverrides().keySet(),
        "set baseUrl on the builder");
  }

  private static CliOption option(String name, String description, @Nullable String value) {
    CliOption option = CliOption.newString(name, description);
    return value == null ? option : option.defaultValue(value);
  }

  static List<CliOption> others() {
    return new JavaClientCodegen().cliOptions();
  }

  String resourcesFolder() {
    return value(RESOURCES_FOLDER, "src/main/resources");
  }

  String packageName() {
    return packageName;
  }

  /** Which methods an operation becomes. */
  record Methods(boolean sync, boolean async) {}

  Methods methods() {
    return new Methods(!methods.equals("async"), !methods.equals("sync"));
  }

  /** Whether optional values without a defined serialization are omitted. */
  boolean leavesOutUndefinedStyles() {
    return leavesOutUndefined;
  }

  /** What stands above the classes of each kind. */
  record Annotations(List<Code> objects, List<Code> enums, List<Code> unions) {}

  Annotations annotations() {
    return annotations;
  }

  private List<Code> annotations(String option) {
    return Stream.of(value(option, "").split("[;\\n]", -1))
        .map(String::strip)
        .filter(annotation -> !annotation.isEmpty())
        .map(Code::annotation)
        .toList();
  }

  /** The type that a build sets instead of ours, null for none. */
  @Nullable Type type(String type, String format) {
    Type named = types.get(type + "+" + format);
    return named == null && (format.isEmpty() || !TYPES.containsValue(type + "+" + format))
        ? types.get(type)
        : named;
  }

  /** The class of a schema if the user wrote it, otherwise null. */
  @Nullable String schema(String name) {
    return schemas.get(name);
  }

  /** The classes that the user wrote, with their packages. */
  Set<String> mappedClasses() {
    return mappedClasses;
  }

  void refuseUnknownSchemas(Set<String> known) {
    Set<String> unknown = new TreeSet<>(schemas.keySet());
    unknown.removeAll(known);
    refuse("schemaMappings", unknown, "the document has no such schema");
  }

  String className(String schema) {
    return codegen.modelNameMapping().containsKey(schema)
        ? name("modelNameMappings", codegen.modelNameMapping(), schema, Names::type)
        : Names.type(
            value("modelNamePrefix", "") + " " + schema + " " + value("modelNameSuffix", ""));
  }

  String interfaceName(String tag) {
    return Names.type(
        value("apiNamePrefix", "") + Names.capitalized(tag) + value("apiNameSuffix", "Api"));
  }

  String property(String jsonName) {
    return name("nameMappings", codegen.nameMapping(), jsonName, Names::member);
  }

  String parameter(String name) {
    return name("parameterNameMappings", codegen.parameterNameMapping(), name, Names::member);
  }

  String constant(String value) {
    return name("enumNameMappings", codegen.enumNameMapping(), value, Names::constant);
  }

  String operation(String id) {
    return name("operationIdNameMappings", codegen.operationIdNameMapping(), id, Names::member);
  }

  private static String name(
      String option, Map<String, String> mapping, String name, UnaryOperator<String> rule) {
    String wanted = mapping.get(name);
    if (wanted == null) {
      return rule.apply(name);
    }
    String possible = rule.apply(wanted);
    if (!possible.equals(wanted)) {
      throw new Refusal(
          "%s: \"%s\" cannot be called \"%s\", but it can be called \"%s\"."
              .formatted(option, name, wanted, possible));
    }
    return wanted;
  }

  private String value(String option, String other) {
    return Objects.toString(codegen.additionalProperties().get(option), other);
  }

  /** Returns the value of an option, the last of the possible ones if it is not set. */
  private String oneOf(String option, String... possible) {
    List<String> all = List.of(possible);
    String value = value(option, all.get(all.size() - 1));
    if (!all.contains(value)) {
      throw new Refusal(
          "The option \"%s\" is %s or %s, not \"%s\"."
              .formatted(
                  option,
                  String.join(", ", all.subList(0, all.size() - 1)),
                  all.get(all.size() - 1),
                  value));
    }
    return value;
  }

  private void refuseUnknown() {
    List<String> known = OURS.stream().map(CliOption::getOpt).toList();
    for (String name : new TreeSet<>(codegen.additionalProperties().keySet())) {
      if (!known.contains(name) && !OTHERS.matcher(name).matches()) {
        throw new Refusal(
            "\"%s\" is not an option of %s%s"
                .formatted(name, codegen.getName(), hint(name, known, known)));
      }
    }
  }

  private String onePackage() {
    Map<String, String> set = new TreeMap<>();
    PACKAGES.forEach(
        option -> {
          String name = value(option, "");
          if (!name.isEmpty()) {
            set.put(option, name);
          }
        });
    if (Set.copyOf(set.values()).size() > 1) {
      throw new Refusal(
          "All classes are in one package, so that what only they use stays private to it; these"
              + " name more than one: "
              + set
              + ".");
    }
    String name = set.isEmpty() ? "client" : set.values().iterator().next();
    if (!SourceVersion.isName(name)) {
      throw new Refusal("\"" + name + "\" cannot be the name of a package.");
    }
    return name;
  }

  private Type mapped(String type, String java) {
    String key = TYPES.getOrDefault(type, type);
    if (!TYPE_AND_FORMAT.matcher(key).matches()) {
      List<String> known = new ArrayList<>(TYPES.keySet());
      known.addAll(List.of("boolean", "integer", "number", "string"));
      throw new Refusal(
          "typeMappings: \"%s\" is not a type%s"
              .formatted(
                  type, hint(type, known, List.of("string+email", "integer+int64", "DateTime"))));
    }
    Token token =
        key.startsWith("string")
            ? Token.STRING
            : key.equals("boolean") ? Token.BOOLEAN : Token.NUMBER;
    String simple = java.replaceAll("^java\\.(lang|math|net|time|util)\\.", "");
    for (Scalar scalar : Scalar.values()) {
      if (scalar.java().equals(simple)) {
        if (scalar.token() != token) {
          throw new Refusal(
              "typeMappings: \"%s\" is a %s in JSON, which %s is not."
                  .formatted(type, token.name().toLowerCase(Locale.ROOT), simple));
        }
        return Type.of(scalar);
      }
    }
    return new Mapped(qualified("typeMappings", type, java), token, false);
  }

  private String qualified(String option, String mapped, String java) {
    String name = imports.getOrDefault(java, java);
    if (!SourceVersion.isName(name) || !name.contains(".")) {
      throw new Refusal(
          "%s: \"%s=%s\" needs the name of a class with its package."
              .formatted(option, mapped, name));
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (!Names.type(simple).equals(simple)
        || mappedClasses.stream().anyMatch(c -> c.endsWith("." + simple) && !c.equals(name))) {
      throw new Refusal(
          "%s: \"%s\" has the name of another class of the client.".formatted(option, name));
    }
    mappedClasses.add(name);
    return name;
  }

  private static Map<String, String> added(Map<String, String> all, Map<String, String> before) {
    return all.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void refuse(String option, Collection<String> names, String reason) {
    if (!names.isEmpty()) {
      throw new Refusal(
          "%s: \"%s\" has no effect: %s.".formatted(option, names.iterator().next(), reason));
    }
  }

  private static String hint(String word, List<String> candidates, List<String> examples) {
    String hint = Spelling.hint(word, candidates);
    return hint.isEmpty() ? "; there are " + String.join(", ", examples) + "." : hint;
  }
}
