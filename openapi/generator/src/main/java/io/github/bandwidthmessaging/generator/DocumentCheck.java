package io.github.bandwidthmessaging.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the mistakes in an OpenAPI 3.0 or 3.1 document, each with its line. */
public final class DocumentCheck extends YamlDocument {
  /**
   * The keywords of each object. After a keyword: {@code !} if it is required, {@code +} if OpenAPI
   * 3.0 does not have it, {@code []} or <code>{}</code> if it is a list or a map; then what it is,
   * text if nothing is said.
   */
  private static final String TABLE =
      """
      root             openapi! info!:info jsonSchemaDialect+ servers[]:server paths!:paths webhooks+{}:pathItem components:components security[]:security tags[]:tag externalDocs:externalDocs
      info             title! summary+ description termsOfService contact:contact license:license version!
      contact          name url email
      license          name! identifier+ url
      server           url! description variables{}:serverVariable
      serverVariable   enum[] default! description
      components       schemas{}:schema responses{}:response parameters{}:parameter examples{}:example requestBodies{}:requestBody headers{}:header securitySchemes{}:securityScheme links{}:link callbacks{}:callback pathItems+{}:pathItem
      pathItem         summary description get:operation put:operation post:operation delete:operation options:operation head:operation patch:operation trace:operation servers[]:server parameters[]:parameter
      operation        tags[] summary description externalDocs:externalDocs operationId parameters[]:parameter requestBody:requestBody responses!:responses callbacks{}:callback deprecated:flag security[]:security servers[]:server
      externalDocs     description url!
      parameter        name! in!:query|header|path|cookie description required:flag deprecated:flag allowEmptyValue:flag style:matrix|label|form|simple|spaceDelimited|pipeDelimited|deepObject explode:flag allowReserved:flag schema:schema example:any examples{}:example content{}:mediaType
      header           description required:flag deprecated:flag style:simple explode:flag schema:schema example:any examples{}:example content{}:mediaType
      requestBody      description content!{}:mediaType required:flag
      mediaType        schema:schema example:any examples{}:example encoding{}:encoding
      encoding         contentType headers{}:header style:form|spaceDelimited|pipeDelimited|deepObject explode:flag allowReserved:flag
      response         description! headers{}:header content{}:mediaType links{}:link
      example          summary description value:any externalValue
      link             operationRef operationId parameters{}:any requestBody:any description server:server
      tag              name! description externalDocs:externalDocs
      schema           title multipleOf:number maximum:number exclusiveMaximum:any minimum:number exclusiveMinimum:any maxLength:count minLength:count pattern maxItems:count minItems:count uniqueItems:flag maxProperties:count minProperties:count
      schema           required[] enum[]:any type:any allOf[]:schema oneOf[]:schema anyOf[]:schema not:schema items:schema properties{}:schema additionalProperties:schema description format default:any nullable:flag discriminator:discriminator
      schema           readOnly:flag writeOnly:flag xml:xml externalDocs:externalDocs example:any deprecated:flag const+:any examples+[]:any contentEncoding+ contentMediaType+ contentSchema+:schema if+:schema then+:schema else+:schema
      schema           prefixItems+[]:schema contains+:schema minContains+:count maxContains+:count patternProperties+{}:schema propertyNames+:schema dependentSchemas+{}:schema dependentRequired+:any unevaluatedItems+:schema unevaluatedProperties+:schema
      schema           $defs+{}:schema $id+ $schema+ $anchor+ $dynamicRef+ $dynamicAnchor+ $comment+ $vocabulary+:any
      xml              name namespace prefix attribute:flag wrapped:flag
      discriminator    propertyName! mapping{}:text
      securityScheme   type!:apiKey|http|oauth2|openIdConnect|mutualTLS description name in:query|header|cookie scheme bearerFormat flows:flows openIdConnectUrl
      flows            implicit:flow password:flow clientCredentials:flow authorizationCode:flow
      flow             authorizationUrl tokenUrl refreshUrl scopes!{}:text
      """;

  /**
   * A mistake, such as {@code messaging.yaml:12: Message: ...} as a string.
   *
   * @param warning whether a client can be generated anyway
   */
  public record Complaint(Path file, int line, String sentence, boolean warning) {
    @Override
    public String toString() {
      return file.getFileName() + ":" + line + ": " + sentence;
    }
  }

  /** What a keyword of an object is the name of. */
  record Keyword(String kind, String shape, boolean required, boolean newer) {}

  private record Visit(Node node, String kind) {}

  private static final Map<String, Map<String, Keyword>> KEYWORDS = new HashMap<>();

  /** Where the components of a kind are, which are what a {@code $ref} can name. */
  private static final Map<String, String> SECTIONS = new HashMap<>();

  static {
    Pattern form = Pattern.compile("([$\\w]+)(!?)(\\+?)(\\[]|\\{}|):?(.*)");
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" +");
      Map<String, Keyword> keywords =
          KEYWORDS.computeIfAbsent(words[0], kind -> new LinkedHashMap<>());
      for (String word : List.of(words).subList(1, words.length)) {
        Matcher m = form.matcher(word);
        m.matches();
        String kind = m.group(5).isEmpty() ? "text" : m.group(5);
        boolean required = !m.group(2).isEmpty();
        keywords.put(m.group(1), new Keyword(kind, m.group(4), required, !m.group(3).isEmpty()));
      }
    }
    KEYWORDS
        .getOrDefault("components", Map.of())
        .forEach((section, k) -> SECTIONS.put(k.kind(), section));
  }

  /** Objects whose keys are not keywords, with the kind of their values. */
  static final Map<String, String> KEYED =
      Map.of("paths", "pathItem", "callback", "pathItem", "responses", "response");

  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "object", "string", "null");

  /** The formats that make a difference, and others that look like them. */
  private static final List<String> FORMATS =
      List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password", "uuid");

  private static final Pattern OTHER_FORMATS =
      Pattern.compile(String.join("|", FORMATS) + "|u?int\\d+|time|data");
  private static final List<String> OUR_EXTENSIONS =
      List.of("x-codeSamples", Rules.PATTERN_DESCRIPTION, "x-sensitive");
  static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Keywords whose schemas are about the same value as the schema around them. */
  private static final Set<String> SAME_VALUE =
      Set.of("allOf", "oneOf", "anyOf", "not", "if", "then", "else");

  private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");

  private final Map<String, Node> operationIds = new HashMap<>();
  private final Set<Visit> visited = new HashSet<>();

  /** What schemas call themselves, which references can use. */
  private final Set<String> ids = new HashSet<>();

  private boolean newer;

  private DocumentCheck(Path file) {
    super(file);
  }

  /** Returns the mistakes in the order of the file; none for a document without mistakes. */
  public static List<Complaint> complaints(Path file) throws IOException {
    DocumentCheck check = new DocumentCheck(file);
    Node root = check.read();
    if (root != null) {
      check.document(root);
    }
    return check.complaints();
  }

  /** The keywords of an object of a kind; none if it has no keywords. */
  static Map<String, Keyword> keywords(String kind) {
    return KEYWORDS.getOrDefault(kind, Map.of());
  }

  private void document(Node document) {
    // Also finds duplicate keys in parts that are not checked below, such as examples.
    duplicates(document);
    ids.remove("");
    Node version = get(document, "openapi");
    if (get(document, "swagger") != null && version == null) {
      return; // OpenAPI 2 has other keywords.
    }
    newer = text(version).startsWith("3.1");
    if (version != null && !text(version).matches("3\\.[01]\\.\\d+.*")) {
      add(version, "", "OpenAPI %s is not known; use 3.0.3 or 3.1.0", text(version));
      return;
    }
    check(document, "root", "document", "", document);
  }

  private void duplicates(Node node) {
    if (visited.add(new Visit(node, "duplicates"))) {
      entries(node).values().forEach(entry -> duplicates(entry.getValueNode()));
      ids.add(text(get(node, "$id")));
      elements(node, false).forEach(this::duplicates);
    }
  }

  /**
   * @param name what the node is the value of
   * @param where the schema, property or operation that it is in
   * @param whole for a schema the outermost one that is about the same value
   */
  private void check(Node node, String kind, String name, String where, Node whole) {
    Map<String, Keyword> keywords = KEYWORDS.getOrDefault(kind, Map.of());
    if (keywords.isEmpty() && !KEYED.containsKey(kind) && !kind.equals("security")) {
      scalar(node, kind, name, where);
      return;
    }
    boolean always = kind.equals("schema") && type(node).equals("boolean");
    boolean anywhere = newer || name.equals("additionalProperties");
    if (!visited.add(new Visit(node, kind))
        || (always && anywhere)
        || !is("object", node, name, where)) {
      return;
    }
    Map<String, NodeTuple> own = entries(node);
    if (own.containsKey("$ref") && SECTIONS.containsKey(kind)) {
      reference(own.get("$ref").getValueNode(), kind, where);
      if (!kind.equals("pathItem") && !(newer && kind.equals("schema"))) {
        for (Map.Entry<String, NodeTuple> entry : own.entrySet()) {
          if (!(newer ? Set.of("$ref", "summary", "description") : Set.of("$ref"))
              .contains(entry.getKey())) {
            Node key = entry.getValue().getKeyNode();
            warn(key, where, "\"%s\" is ignored next to $ref", entry.getKey());
          }
        }
        return;
      }
    }
    Set<String> meant = new HashSet<>();
    own.forEach(
        (key, entry) -> {
          Node value = entry.getValueNode();
          if (kind.equals("security")) {
            Set<String> schemes = entries(at("#/components/securitySchemes")).keySet();
            if (!schemes.contains(key)) {
              String hint = Spelling.hint(key, schemes);
              warn(entry.getKeyNode(), where, "there is no security scheme \"%s\"%s", key, hint);
            }
          } else if (key.startsWith("x-")) {
            String hint = OUR_EXTENSIONS.contains(key) ? "" : Spelling.hint(key, OUR_EXTENSIONS);
            if (!hint.isEmpty()) {
              warn(entry.getKeyNode(), where, "\"%s\" is not known%s", key, hint);
            }
          } else if (KEYED.containsKey(kind)) {
            keyed(kind, key, entry, where);
          } else if (keywords.containsKey(key)) {
            Keyword keyword = keywords.get(key);
            if (keyword.newer() && !newer) {
              add(entry.getKeyNode(), where, "\"%s\" needs OpenAPI 3.1", key);
            } else if (newer && key.equals("nullable")) {
              String sentence = "\"nullable\" is OpenAPI 3.0's; add 'null' to \"type\"";
              warn(entry.getKeyNode(), where, sentence);
            }
            keyword(key, keyword, value, where, whole);
          } else if (!key.equals("$ref")) {
            String hint = Spelling.hint(key, keywords.keySet());
            meant.add(hint.replaceAll(".*\"(.*)\".*", "$1"));
            // JSON Schema, so OpenAPI 3.1, allows further keywords.
            if (!hint.isEmpty() || !newer || !kind.equals("schema")) {
              Node at = entry.getKeyNode();
              String sentence = "\"%s\" is not a keyword of %s%s";
              if (hint.isEmpty()) {
                warn(at, where, sentence, key, words(kind), "; is the indentation right?");
              } else {
                add(at, where, sentence, key, words(kind), hint);
              }
            }
          }
        });
    keywords.forEach(
        (key, keyword) -> {
          boolean optional = newer && KEYED.containsKey(key); // Paths and responses.
          if (keyword.required() && !optional && !own.containsKey(key) && !meant.contains(key)) {
            add(node, where, "%s needs \"%s\"", words(kind), key);
          }
        });
    switch (kind) {
      case "schema" -> schema(node, where, whole);
      case "parameter" -> parameter(node, where);
      case "operation" -> operation(node, where);
      default -> {}
    }
  }

  private void keyword(String key, Keyword keyword, Node node, String where, Node whole) {
    // A forbidden property need not be declared.
    boolean same = SAME_VALUE.contains(key) && !key.equals("not");
    String kind = keyword.kind();
    if (keyword.shape().isEmpty()) {
      String place = kind.equals("operation") ? key.toUpperCase(Locale.ROOT) + " " + where : where;
      check(node, kind, key, place, same ? whole : node);
    } else if (is(keyword.shape().equals("[]") ? "array" : "object", node, key, where)) {
      elements(node, false).forEach(e -> check(e, kind, key, where, same ? whole : e));
      entries(node)
          .forEach(
              (name, entry) -> {
                boolean property = key.equals("properties") && !where.isEmpty();
                String place = property ? where + "." + name : where.isEmpty() ? name : where;
                check(entry.getValueNode(), kind, name, place, entry.getValueNode());
              });
    }
  }

  private void keyed(String kind, String key, NodeTuple entry, String where) {
    Node value = entry.getValueNode();
    if (kind.equals("paths")) {
      path(key, entry);
    } else if (kind.equals("responses") && !key.matches("default|[1-5](\\d\\d|XX)")) {
      add(entry.getKeyNode(), where, "\"%s\" is not a status such as '200' or default", key);
    }
    check(value, KEYED.getOrDefault(kind, ""), key, kind.equals("paths") ? key : where, value);
  }

  private boolean is(String type, Node node, String name, String where) {
    if (type(node).equals(type)) {
      return true;
    }
    if (type(node).equals("null")) {
      add(node, where, "\"%s\" is empty; is the next line indented?", name);
    } else {
      add(node, where, "\"%s\" must be %s, not %s", name, article(type), article(type(node)));
    }
    return false;
  }

  private void scalar(Node node, String kind, String name, String where) {
    String type = type(node);
    switch (kind) {
      case "any" -> {}
      case "flag" -> is("boolean", node, name, where);
      case "number" -> {
        if (!type.equals("integer")) {
          is("number", node, name, where);
        }
      }
      case "count" -> {
        if (is("integer", node, name, where) && text(node).startsWith("-")) {
          add(node, where, "\"%s\" must not be negative", name);
        }
      }
      default -> {
        if (node instanceof ScalarNode && !type.equals("string") && !type.equals("null")) {
          unquoted(node, name, where);
        } else if (is("string", node, name, where) && !kind.equals("text")) {
          List<String> allowed = List.of(kind.split("\\|"));
          if (!allowed.contains(text(node))) {
            String hint = Spelling.hint(text(node), allowed);
            hint = hint.isEmpty() ? "; it must be one of " + String.join(", ", allowed) : hint;
            add(node, where, "\"%s\" cannot be \"%s\"%s", name, text(node), hint);
          }
        }
      }
    }
  }

  private void unquoted(Node node, String name, String where) {
    String read = article(type(node));
    warn(
        node, where, "\"%s\" has %s, which YAML reads as %s; write '%2$s'", name, text(node), read);
  }

  private void schema(Node node, String where, Node whole) {
    Node type = get(node, "type");
    for (Node one : elements(type, true)) {
      if (!TYPES.contains(text(one))) {
        String hint = Spelling.hint(text(one), TYPES);
        hint = hint.isEmpty() ? "; it must be one of " + String.join(", ", TYPES) : hint;
        add(one, where, "\"%s\" is not a type%s", text(one), hint);
      }
    }
    if (!newer && type instanceof SequenceNode) {
      add(type, where, "a list of types needs OpenAPI 3.1");
    }
    if (!newer && type != null && text(type).equals("array") && get(node, "items") == null) {
      add(type, where, "an array needs \"items\"");
    }
    Node format = get(node, "format");
    String meant = format == null ? "" : Spelling.hint(text(format), FORMATS);
    if (format != null && !meant.isEmpty() && !OTHER_FORMATS.matcher(text(format)).matches()) {
      warn(format, where, "\"%s\" is not a format%s", text(format), meant);
    }
    Set<String> names = new LinkedHashSet<>();
    if (names(whole, names, new HashSet<>()) && !names.isEmpty()) {
      for (Node name : elements(get(node, "required"), false)) {
        if (!names.contains(text(name))) {
          String hint = Spelling.hint(text(name), names);
          warn(
              name, where, "\"%s\" is required, but there is no such property%s", text(name), hint);
        }
      }
    }
    Map<String, Node> values = new HashMap<>();
    for (Node value : elements(get(node, "enum"), false)) {
      value(value, node, "enum", where);
      if (value instanceof ScalarNode && values.put(type(value) + text(value), value) != null) {
        warn(value, where, "\"%s\" is in the enum twice", text(value));
      }
    }
    for (String keyword : List.of("const", "default", "example")) {
      Node value = get(node, keyword);
      if (value != null) {
        value(value, node, keyword, where);
      }
    }
    elements(get(node, "examples"), false).forEach(e -> value(e, node, "examples", where));
    for (String of : List.of("imum", "Length", "Items", "Properties", "Contains")) {
      Node least = get(node, "min" + of);
      Node most = get(node, "max" + of);
      if (least != null && most != null && compare(least, most) > 0) {
        String sentence = "\"min%s\" is %s, more than \"max%1$s\", which is %s";
        warn(least, where, sentence, of, text(least), text(most));
      }
    }
    for (String bound : List.of("exclusiveMinimum", "exclusiveMaximum")) {
      Node value = get(node, bound);
      if (value != null) {
        scalar(value, newer ? "number" : "flag", bound, where);
      }
    }
    Node pattern = get(node, "pattern");
    String fault = fault(text(pattern));
    if (pattern != null && !fault.isEmpty()) {
      add(pattern, where, "\"pattern\" has %s", fault);
    }
    discriminator(node, where);
  }

  /** Adds the properties that a value can have; returns false if they are unknown. */
  private boolean names(Node schema, Set<String> names, Set<Node> done) {
    if (!done.add(schema)) {
      return true;
    }
    names.addAll(entries(get(schema, "properties")).keySet());
    boolean told = get(schema, "patternProperties") == null;
    for (String keyword : SAME_VALUE) {
      for (Node part : elements(get(schema, keyword), true)) {
        told &= names(part, names, done);
      }
    }
    Node ref = get(schema, "$ref");
    Node target = ref == null ? schema : at(text(ref));
    return target != null && names(target, names, done) && told;
  }

  /** Returns what a schema says itself, or the one it refers to, or a part of it. */
  private @Nullable Node find(@Nullable Node schema, String keyword, int depth) {
    Node own = get(schema, keyword);
    if (own != null || schema == null || depth == 0) {
      return own;
    }
    Node ref = get(schema, "$ref");
    Node found = ref == null ? null : find(at(text(ref)), keyword, depth - 1);
    for (Node part : elements(get(schema, "allOf"), false)) {
      found = found == null ? find(part, keyword, depth - 1) : found;
    }
    return found;
  }

  /** Reports a value that its schema does not allow. */
  private void value(Node value, Node schema, String keyword, String where) {
    if (!visited.add(new Visit(value, keyword + " of " + System.identityHashCode(schema)))) {
      return;
    }
    String type = type(value);
    List<String> types =
        elements(find(schema, "type", 9), true).stream().map(t -> text(t)).toList();
    boolean whole = type.equals("number") && text(value).matches("-?\\d+\\.0+");
    boolean fits =
        types.isEmpty()
            || types.contains(type)
            || !TYPES.containsAll(types)
            || (type.equals("integer") && types.contains("number"))
            || (whole && types.contains("integer"));
    if (isReadAsAnother(value) && !(fits && type.equals("boolean") && !types.isEmpty())) {
      unquoted(value, keyword, where);
    } else if (!fits && !type.equals("null")) {
      if (types.contains("string") && value instanceof ScalarNode) {
        unquoted(value, keyword, where);
      } else {
        String is = value instanceof ScalarNode ? "'" + text(value) + "'" : article(type);
        String declared = String.join(" or ", types);
        String sentence = "\"%s\": %s does not have the type %s";
        boolean number = types.contains("integer") || types.contains("number");
        if (keyword.equals("enum") && number && !isNumber(value)) {
          add(value, where, sentence, keyword, is, declared);
        } else {
          warn(value, where, sentence, keyword, is, declared);
        }
      }
    } else if (!keyword.equals("enum") && value instanceof ScalarNode && !type.equals("null")) {
      List<String> allowed =
          elements(find(schema, "enum", 9), false).stream().map(t -> text(t)).toList();
      if (!allowed.isEmpty() && !allowed.contains(text(value))) {
        String hint = Spelling.hint(text(value), allowed);
        warn(value, where, "\"%s\": '%s' is not in the enum%s", keyword, text(value), hint);
      }
    }
    boolean number = type.equals("integer") || type.equals("number");
    for (String bound : number ? List.of("minimum", "maximum") : List.<String>of()) {
      Node limit = find(schema, bound, 9);
      if (limit != null && compare(value, limit) * (bound.equals("minimum") ? -1 : 1) > 0) {
        String sentence = "\"%s\" is %s, which is beyond \"%s\"";
        warn(value, where, sentence, keyword, text(value), bound);
      }
    }
    Node items = find(schema, "items", 9);
    if (items != null) {
      elements(value, false).forEach(e -> value(e, items, keyword, where));
    }
    Node properties = find(schema, "properties", 9);
    entries(value)
        .forEach(
            (name, entry) -> {
              Node property = get(properties, name);
              if (property != null) {
                value(entry.getValueNode(), property, keyword, where);
              }
            });
  }

  private void discriminator(Node schema, String where) {
    Node discriminator = get(schema, "discriminator");
    Node property = get(discriminator, "propertyName");
    entries(get(discriminator, "mapping"))
        .forEach(
            (value, entry) -> {
              if (!text(entry.getValueNode()).matches("[^#].*\\.(ya?ml|json)(#.*)?")) {
                reference(entry.getValueNode(), "schema", where);
              }
            });
    boolean shared = property != null && get(get(schema, "properties"), text(property)) != null;
    for (String keyword : shared ? List.<String>of() : List.of("oneOf", "anyOf")) {
      for (Node alternative : elements(get(schema, keyword), false)) {
        Set<String> names = new LinkedHashSet<>();
        if (property != null
            && names(alternative, names, new HashSet<>())
            && !names.isEmpty()
            && !names.contains(text(property))) {
          String hint = Spelling.hint(text(property), names);
          String sentence = "the alternative %s has no discriminator property \"%s\"%s";
          String name = text(get(alternative, "$ref")).replaceAll(".*/", "");
          warn(property, where, sentence, name, text(property), hint);
        }
      }
    }
  }

  private void parameter(Node node, String where) {
    String name = text(get(node, "name"));
    if (text(get(node, "in")).equals("path") && !text(get(node, "required")).equals("true")) {
      add(node, where, "the path parameter \"%s\" needs \"required: true\"", name);
    }
    Node schema = get(node, "schema");
    if ((schema == null) == (get(node, "content") == null)) {
      add(node, where, "the parameter \"%s\" needs either \"schema\" or \"content\"", name);
    }
    Node example = get(node, "example");
    if (schema != null && example != null) {
      value(example, schema, "example", where);
    }
  }

  private void operation(Node node, String where) {
    Node id = get(node, "operationId");
    Node first = id == null ? null : operationIds.putIfAbsent(text(id), id);
    if (id != null && first != null) {
      add(id, where, "the operationId \"%s\" is already used, on line %d", text(id), line(first));
    }
  }

  private void path(String path, NodeTuple entry) {
    if (!path.startsWith("/")) {
      add(entry.getKeyNode(), "", "the path \"%s\" must begin with a slash", path);
    }
    Set<String> wanted =
        TEMPLATE.matcher(path).results().map(m -> m.group(1)).collect(Collectors.toSet());
    Map<String, Node> shared = parameters(entry.getValueNode(), wanted, path);
    entries(entry.getValueNode())
        .forEach(
            (method, operation) -> {
              if (METHODS.contains(method)) {
                String where = method.toUpperCase(Locale.ROOT) + " " + path;
                Map<String, Node> declared = parameters(operation.getValueNode(), wanted, where);
                declared.putAll(shared);
                for (String name : declared.containsKey("*") ? Set.<String>of() : wanted) {
                  if (!declared.containsKey(name)) {
                    String hint = Spelling.hint(name, declared.keySet());
                    Node key = operation.getKeyNode();
                    add(
                        key,
                        where,
                        "there is no parameter with \"in: path\" for {%s}%s",
                        name,
                        hint);
                  }
                }
              }
            });
  }

  /** The path parameters by name, and {@code *} if some are unknown. */
  private Map<String, Node> parameters(Node owner, Set<String> wanted, String where) {
    Map<String, Node> declared = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    for (Node parameter : elements(get(owner, "parameters"), false)) {
      Node ref = get(parameter, "$ref");
      Node target = ref == null ? parameter : at(text(ref));
      String name = target == null ? "*" : text(get(target, "name"));
      String in = text(get(target, "in"));
      if (target != null && !all.add(in + " " + name)) {
        add(parameter, where, "there are two parameters \"%s\" with \"in: %s\"", name, in);
      }
      if (target == null || in.equals("path")) {
        declared.put(name, parameter);
        if (target != null && !wanted.contains(name)) {
          String hint = Spelling.hint(name, wanted);
          add(parameter, where, "the path has no {%s} for the parameter%s", name, hint);
        }
      }
    }
    return declared;
  }

  private void reference(Node ref, String kind, String where) {
    String text = text(ref);
    String section = SECTIONS.getOrDefault(kind, "");
    Set<String> names = entries(at("#/components/" + section)).keySet();
    if (!is("string", ref, "$ref", where) || names.contains(text)) {
      return;
    }
    if (text.contains(":")) {
      if (text.matches("https?://.*") && ids.isEmpty() && !ForeignReferences.allowed()) {
        add(
            ref,
            where,
            "\"%s\" is not fetched; save it and refer to the file, or set the global property"
                + " \"foreignReferences\" to true",
            text);
      }
      return;
    }
    if (!text.startsWith("#")) {
      if (!Files.isRegularFile(file().resolveSibling(text.replaceAll("#.*", "")))) {
        add(ref, where, "\"%s\" does not exist%s", text, Spelling.hint(text, names));
      }
    } else if (text.startsWith("#/") || !newer) { // Otherwise it is an anchor.
      String[] parts = text.split("/", -1);
      if (at(text) == null && !ids.isEmpty()) {
        return; // It can be within a schema that has an $id.
      }
      if (at(text) == null) {
        int to = text.length();
        while (to > 0 && at(text.substring(0, to)) == null) {
          to = text.lastIndexOf('/', to - 1);
        }
        String found = to < 0 ? "#" : text.substring(0, to);
        String wrong = text.substring(found.length() + 1).replaceAll("/.*", "");
        String hint = Spelling.hint(wrong, entries(at(found)).keySet());
        add(ref, where, "\"%s\" does not exist%s", text, hint);
      } else if (parts.length == 4
          && parts[1].equals("components")
          && !parts[2].equals(section)
          && SECTIONS.containsValue(parts[2])) {
        add(
            ref,
            where,
            "\"%s\" is not %s; those are in #/components/%s",
            text,
            words(kind),
            section);
      }
    }
  }

  /** What is invalid in JavaScript's regular expressions too; Java's are stricter. */
  private static String fault(String pattern) {
    int open = 0;
    boolean inClass = false;
    char before = '(';
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        if (++i == pattern.length()) {
          return "a trailing backslash";
        }
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open < 0) {
        return "a ) without a (";
      } else if ("*+?".indexOf(c) >= 0
          && "(|".indexOf(before) >= 0
          && !(c == '?' && open > 0 && before == '(')) {
        return "nothing before " + c + " to repeat";
      }
      before = c;
    }
    return inClass ? "a [ without a ]" : open > 0 ? "a ( without a )" : "";
  }

  private static String article(String noun) {
    return noun.equals("null") ? noun : ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  private static String words(String kind) {
    return kind.equals("root")
        ? "the document"
        : article(kind.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
  }
}
