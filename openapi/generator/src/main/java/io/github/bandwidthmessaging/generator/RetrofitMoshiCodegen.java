package io.github.bandwidthmessaging.generator;

import static java.util.Comparator.comparing;

import com.samskivert.mustache.Mustache;
import io.github.bandwidthmessaging.generator.ModelView.EnumView;
import io.github.bandwidthmessaging.generator.RulesView.Arguments;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates Java clients for Retrofit and Moshi, without reflection.
 *
 * <p>Package and file layout, options and the walk through the document are OpenAPI Generator's;
 * the schemas are read by {@link Schemas}, the operations by {@link Operations}, and everything
 * that is written comes from our templates.
 */
@SuppressWarnings("rawtypes") // swagger-models declares schemas raw
public final class RetrofitMoshiCodegen extends AbstractJavaCodegen {

  private static final Logger LOG = LoggerFactory.getLogger(RetrofitMoshiCodegen.class);

  private static final String VIEW = "view";

  /** How many classes one method can distinguish: its code must stay below 64 KiB. */
  private static final int GROUP = 1000;

  /** An operation whose arguments have limits. */
  private record Checked(Code name, Arguments arguments) {}

  private record ClassGroup(int index, List<Code> classes) {}

  private record Packages(Code client, Code models, Code apis) {}

  /** The sources of a document's classes. */
  @SuppressWarnings("rawtypes") // swagger-models declares schemas raw
  private record Views(
      Schemas schemas,
      Unions unions,
      ObjectViews objects,
      EnumViews enums,
      UnionViews unionViews,
      Set<String> tried,
      Operations operations,
      Rules rules) {

    static Views of(OpenAPI document, Set<String> files, Options options, Operations.Ids ids) {
      InlineContent.name(document);
      Schemas declared = new Schemas(components(document), files, options, Map.of());
      Operations operations = new Operations(document, declared, new TypeMapper(declared), ids);
      // With the parameters and forms of the operations.
      Schemas schemas =
          new Schemas(components(document), files, options, operations.inputClasses());
      TypeMapper types = new TypeMapper(schemas);
      Unions unions = new Unions(schemas, types);
      Set<String> sent = RequestSchemas.of(document, schemas, operations);
      ObjectViews objects = new ObjectViews(schemas, types, unions, sent);
      UnionViews unionViews = new UnionViews(schemas, types, unions, objects);
      return new Views(
          schemas,
          unions,
          objects,
          new EnumViews(schemas, types, unions),
          unionViews,
          unionViews.tried(),
          operations,
          new Rules(sent, operations.all().toList(), schemas, types, unions, objects));
    }

    private static Map<String, Schema> components(OpenAPI document) {
      Components components = document.getComponents();
      return components == null || components.getSchemas() == null
          ? Map.of()
          : components.getSchemas();
    }

    ModelView model(String name) {
      boolean isTried = tried.contains(name);
      return switch (schemas.kind(name)) {
        case OBJECT -> new ModelView(objects.view(name), null, null, isTried);
        case ENUM -> new ModelView(null, enums.view(name), null, isTried);
        case UNION -> new ModelView(null, null, unionViews.view(name), isTried);
        case ALIAS -> throw new IllegalStateException(name + " has no class");
      };
    }

    /** The schemas whose classes a class names. */
    List<String> related(String name) {
      Stream<Type> alternatives = schemas.isUnion(name) ? unions.of(name).stream() : Stream.of();
      return Stream.concat(
              unions.with(name).stream(),
              Stream.concat(model(name).types(), alternatives)
                  .flatMap(Type::parts)
                  .map(Type::schema)
                  .filter(Objects::nonNull))
          .toList();
    }
  }

  private final Map<String, String> apiNames = new HashMap<>();
  private final Set<String> apiFiles = new HashSet<>(Names.files());
  private final List<ModelView> modelViews = new ArrayList<>();
  private final List<OperationView> operationViews = new ArrayList<>();
  private final List<Code> apis = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();
  private final Options.Defaults defaults;
  private @Nullable Options options;
  private @Nullable OpenAPI document;
  private @Nullable Views views;

  /** Creates the generator; OpenAPI Generator finds it under its name, {@code retrofit-moshi}. */
  public RetrofitMoshiCodegen() {
    outputFolder = "generated-code/retrofit-moshi";
    embeddedTemplateDir = "retrofit-moshi";
    templateDir = embeddedTemplateDir;
    hideGenerationTimestamp = true;
    modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
    modelTestTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    apiTestTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    // An inline enum is a class like any other.
    inlineSchemaOption.put("RESOLVE_INLINE_ENUMS", "true");
    cliOptions.clear();
    cliOptions.addAll(Options.OURS);
    // They map to Double and Float here, which we do only if a build asks for it.
    typeMapping.keySet().removeAll(Set.of("double", "float"));
    defaults = Options.Defaults.of(this);
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public String getName() {
    return "retrofit-moshi";
  }

  @Override
  public String getHelp() {
    return "Generates a Java client on Retrofit and Moshi: immutable models, streaming JSON, no reflection.";
  }

  /**
   * Also lists, once there is a document, what other generators of Java understand: the Maven
   * plugin hands over only the options that are listed, and these are to be refused.
   */
  @Override
  public List<CliOption> cliOptions() {
    return inputSpec == null
        ? cliOptions
        : Stream.of(cliOptions, Options.others()).flatMap(List::stream).toList();
  }

  /** The first method that OpenAPI Generator calls. */
  @Override
  public String defaultTemplatingEngine() {
    DocumentReader.expect();
    return super.defaultTemplatingEngine();
  }

  @Override
  public void setLibrary(String library) {
    throw new Refusal("The option \"library\" has no effect: retrofit-moshi is for one library.");
  }

  /** Our templates write only what was escaped. */
  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return Escaped.only(super.processCompiler(compiler));
  }

  @Override
  public void processOpts() {
    ForeignReferences.refuse(Path.of(inputSpec));
    DocumentReader.check(inputSpec);
    options = new Options(this, defaults);
    for (String name : List.of("apiPackage", "invokerPackage", "modelPackage")) {
      additionalProperties.put(name, options.packageName());
    }
    super.processOpts();
    additionalProperties.put("methods", options.methods());
    additionalProperties.put("annotations", options.annotations());
    additionalProperties.put(
        "mappedClasses", options.mappedClasses().stream().map(Code::name).toList());
    String resourcesFolder = options.resourcesFolder();
    additionalProperties.put("notice", Notice.of(this));
    additionalProperties.put(
        "packages",
        new Packages(Code.name(invokerPackage), Code.name(modelPackage), Code.name(apiPackage)));
    Downgrade.Result downgraded = located(() -> Downgrade.of(inputSpec));
    if (downgraded == null) {
      openapiNormalizer = new Preparation.Rules(References.text(inputSpec), null);
    } else {
      downgraded.warnings().forEach(warning -> LOG.warn("{}", warning));
      openapiNormalizer =
          new Preparation.Rules(downgraded.document().toString(), downgraded.parsed(inputSpec));
    }
    setEnablePostProcessFile(true);
    supportingFiles.clear();
    List.of("RetrofitClient", "Json", "package-info").forEach(this::addSupportingFile);
    supportingFiles.add(
        new SupportingFile(
            "keep-rules.mustache",
            resourcesFolder + "/META-INF/proguard",
            invokerPackage + ".pro"));
    supportingFiles.add(
        new SupportingFile(
            "reachability-metadata.mustache",
            resourcesFolder + "/META-INF/native-image/" + groupId + "/" + artifactId,
            "reachability-metadata.json"));
  }

  private void addSupportingFile(String name) {
    String folder = sourceFolder + File.separator + invokerPackage.replace('.', File.separatorChar);
    supportingFiles.add(new SupportingFile(name + ".mustache", folder, name + ".java"));
  }

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    located(
        () -> {
          read(document);
          return document;
        });
  }

  /** Prefixes messages about a part of the document with the file and the line. */
  private <T extends @Nullable Object> T located(Supplier<T> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException e) {
      String located = Place.located(inputSpec, String.valueOf(e.getMessage()));
      throw e instanceof Refusal || located.isEmpty() ? e : new Refusal(located);
    } catch (StackOverflowError e) {
      throw new Refusal(
          Path.of(inputSpec).getFileName()
              + ": the chain of schemas is too long for the stack of this JVM;"
              + " set -Xss16m in MAVEN_OPTS.");
    }
  }

  private void read(OpenAPI document) {
    this.document = document;
    if (document.getExtensions() != null
        && document.getExtensions().containsKey("x-original-swagger-version")) {
      LOG.warn("The document is Swagger 2.0; swagger-parser converted it to OpenAPI 3.0.");
    }
    if (openapiNormalizer instanceof Preparation.Rules rules) {
      rules.throwFailure();
    }
    nameApis(document);
    for (String mapped : options().mappedClasses()) {
      String name = mapped.substring(mapped.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      apiFiles.addAll(List.of(name, name + "jsonadapter"));
    }
    views = Views.of(document, apiFiles, options(), this::id);
    if (!views.rules().isEmpty()) {
      addSupportingFile("Rules");
      addSupportingFile("Violation");
    }
    if (!views.operations().inputs().isEmpty()
        || views.operations().all().anyMatch(OperationView::converts)) {
      addSupportingFile("RequestWriter");
    }
  }

  /** Interfaces are named before the models, which must not take their files. */
  private void nameApis(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    for (PathItem path : document.getPaths().values()) {
      for (Operation operation : path.readOperations()) {
        if (operation.getExtensions() != null) {
          // OpenAPI Generator would leave the operation out.
          operation.getExtensions().remove("x-internal");
        }
        List<String> tags = operation.getTags();
        for (String tag : tags == null || tags.isEmpty() ? List.of("default") : tags) {
          toApiName(sanitizeTag(tag));
        }
      }
    }
  }

  @Override
  public String toModelName(String name) {
    return views == null ? options().className(name) : views.schemas().className(name);
  }

  /** The class's name, which is unique without regard to case already. */
  @Override
  public String modelFilename(String templateName, String modelName) {
    return modelFileFolder()
        + File.separator
        + toModelName(modelName)
        + modelTemplateFiles().get(templateName);
  }

  /** Tags with the same Java name share an interface. */
  @Override
  public String sanitizeTag(String tag) {
    return Names.capitalized(tag);
  }

  @Override
  public String toApiName(String name) {
    String tag = name.isEmpty() ? "default" : name;
    return apiNames.computeIfAbsent(
        Names.capitalized(tag),
        type -> {
          String unique = options().interfaceName(tag);
          for (int i = 2; !apiFiles.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = options().interfaceName(tag + i);
          }
          return unique;
        });
  }

  /** The class's name, which is unique without regard to case already. */
  @Override
  public String apiFilename(String templateName, String tag) {
    return apiFileFolder() + File.separator + toApiName(tag) + apiTemplateFiles().get(templateName);
  }

  /** Only a name: our templates read nothing else, and the rest takes most of the time. */
  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public CodegenModel fromModel(String name, Schema schema) {
    CodegenModel model = new CodegenModel();
    model.name = name;
    model.classname = toModelName(name);
    return model;
  }

  @Override
  public Map<String, ModelsMap> updateAllModels(Map<String, ModelsMap> models) {
    return models;
  }

  @Override
  public ModelsMap postProcessModels(ModelsMap models) {
    return models;
  }

  /** All classes of ours, also those that OpenAPI Generator would leave out. */
  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    return located(this::classes);
  }

  private Map<String, ModelsMap> classes() {
    Map<String, ModelsMap> classes = new LinkedHashMap<>();
    needed().stream()
        .sorted(comparing(this::toModelName))
        .forEach(name -> classes.put(name, model(name)));
    // Otherwise a schema called date, number or file is not written.
    typeMapping.keySet().removeAll(classes.keySet());
    ContainerAdapters containers = new ContainerAdapters(modelViews);
    classes.forEach(
        (name, map) -> map.put("containers", containers.in(toModelName(name) + "JsonAdapter")));
    return classes;
  }

  /** The schemas with a class, but those that say only what the fields of a form are. */
  private Set<String> needed() {
    Collection<String> forms = ModelUtils.getSchemasUsedOnlyInFormParam(document);
    Deque<String> found = new ArrayDeque<>();
    for (String name : views().schemas().names()) {
      if (views().schemas().hasClass(name) && !forms.contains(name)) {
        found.add(name);
      }
    }
    Set<String> needed = new HashSet<>();
    while (!found.isEmpty()) {
      String name = found.remove();
      if (needed.add(name)) {
        found.addAll(views().related(name));
      }
    }
    return needed;
  }

  private ModelsMap model(String name) {
    ModelView view = views().model(name);
    modelViews.add(view);
    ModelMap model = new ModelMap();
    model.setModel(fromModel(name, views().schemas().component(name)));
    ModelsMap map = new ModelsMap();
    map.putAll(additionalProperties);
    map.setModels(List.of(model));
    map.put(VIEW, view);
    map.put("ruled", views().rules().has(name));
    map.put("input", views().operations().inputs().get(name));
    return map;
  }

  /** Nothing: our templates do not read it, and it compares each enum with every model. */
  @Override
  public void updateCodegenPropertyEnum(CodegenProperty property) {}

  /** Only a name and what our templates read, as for models. */
  private String id(Operation operation, String path, String httpMethod) {
    String declared = Objects.toString(operation.getOperationId(), "");
    return declared.isBlank() ? getOrGenerateOperationId(operation, path, httpMethod) : declared;
  }

  @Override
  public CodegenOperation fromOperation(
      String path, String httpMethod, Operation operation, @Nullable List<Server> servers) {
    CodegenOperation codegen = new CodegenOperation();
    codegen.operationId = Names.member(id(operation, path, httpMethod));
    codegen.vendorExtensions.put(VIEW, views().operations().views(path, httpMethod));
    return codegen;
  }

  /** Makes no name unique: that is done in {@link #postProcessOperationsWithModels}. */
  @Override
  public void addOperationToGroup(
      String tag,
      String resourcePath,
      Operation operation,
      CodegenOperation codegen,
      Map<String, List<CodegenOperation>> operations) {
    String group = tag;
    for (int i = 2; isFull(operations.getOrDefault(group, List.of())); i++) {
      group = tag + i;
    }
    operations.computeIfAbsent(group, k -> new ArrayList<>()).add(codegen);
  }

  /**
   * Whether there is no room for another operation: the JDK makes a proxy of the interface, and
   * looks up all methods in one of the proxy, whose code has at most 64 KiB.
   */
  private static boolean isFull(List<CodegenOperation> operations) {
    return operations.stream()
            .flatMap(operation -> overloads(operation).stream())
            .mapToInt(overload -> 2 * (24 + 14 * overload.parameters().size()))
            .sum()
        > 50_000;
  }

  /** The methods of an operation. */
  @SuppressWarnings("unchecked") // we put them there
  private static List<OperationView> overloads(CodegenOperation operation) {
    return Objects.requireNonNull(
        (List<OperationView>) operation.vendorExtensions.get(VIEW), operation.operationId);
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap objs, List<ModelMap> allModels) {
    OperationsMap processed = super.postProcessOperationsWithModels(objs, allModels);
    List<OperationView> methods = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (CodegenOperation operation : processed.getOperations().getOperation()) {
      List<OperationView> overloads = overloads(operation);
      String suffix = "";
      for (OperationView view : overloads) {
        while (view.equals(overloads.get(0))
            && (taken.contains(view.name() + suffix)
                || taken.contains(view.asyncName() + suffix))) {
          suffix += "_";
        }
        methods.add(
            view.named(Code.name(view.name() + suffix), Code.name(view.asyncName() + suffix)));
      }
      methods.forEach(
          view -> taken.addAll(List.of(view.name().toString(), view.asyncName().toString())));
    }
    operationViews.addAll(methods);
    processed.put(VIEW, methods);
    List<Checked> checks = new ArrayList<>();
    for (OperationView method : methods) {
      Arguments arguments = views().rules().arguments(method);
      if (arguments != null && !method.overload()) {
        checks.add(new Checked(method.name(), arguments));
      }
    }
    processed.put("checks", checks);
    describeApi(processed.getOperations().getClassname(), processed);
    return processed;
  }

  private void describeApi(String className, Map<String, Object> data) {
    Code api = Code.name(className);
    apis.add(Code.of("%s.%s", Code.name(apiPackage), api));
    data.put("api", api);
    data.put("apiJavadoc", Javadoc.of(tagDescription(className)));
  }

  private String tagDescription(String className) {
    if (document != null && document.getTags() != null) {
      for (Tag tag : document.getTags()) {
        if (toApiName(tag.getName()).equals(className) && tag.getDescription() != null) {
          return tag.getDescription();
        }
      }
    }
    return "Operations of the API.";
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    Map<String, Object> data = super.postProcessSupportingFileData(bundle);
    List<Code> classes = new ArrayList<>();
    Map<String, InputView> inputs = views().operations().inputs();
    List<String> written = inputs.keySet().stream().map(views().schemas()::className).toList();
    for (Object model : (List<?>) Objects.requireNonNull(data.get("models"))) {
      String className = ((ModelMap) model).getModel().classname;
      if (!written.contains(className)) {
        classes.add(Code.name(className));
      }
    }
    int first = Math.min(classes.size(), GROUP);
    data.put("classes", classes.subList(0, first));
    List<ClassGroup> groups = new ArrayList<>();
    for (int start = first; start < classes.size(); start += GROUP) {
      int end = Math.min(classes.size(), start + GROUP);
      groups.add(new ClassGroup(groups.size(), classes.subList(start, end)));
    }
    data.put("moreClasses", groups);
    data.put(
        "enums",
        modelViews.stream()
            .map(ModelView::enumeration)
            .filter(Objects::nonNull)
            .map(EnumView::name)
            .toList());
    ContainerAdapters containers = new ContainerAdapters(modelViews);
    Features features = new Features(modelViews, operationViews, inputs.values(), containers);
    data.put("apis", apis);
    data.put("containers", containers.in("Json"));
    data.put("uses", features.uses());
    data.put("features", features);
    data.put("writes", features.writes());
    data.put("rules", views().rules().view());
    data.put("baseUrl", baseUrl());
    data.put("packageJavadoc", Javadoc.of(packageDescription()));
    return data;
  }

  /** Retrofit requires an absolute base URL with a trailing slash; a document may have none. */
  private @Nullable Code baseUrl() {
    List<Server> servers = document == null ? null : document.getServers();
    String url = servers == null || servers.isEmpty() ? null : servers.get(0).getUrl();
    if (url == null || !url.matches("https?://.*") || url.contains("{")) {
      return null;
    }
    return Code.literal(url.endsWith("/") ? url : url + "/");
  }

  private String packageDescription() {
    Info info = document == null ? null : document.getInfo();
    if (info == null) {
      return "A client.";
    }
    String title = Objects.toString(info.getTitle(), "A client").strip() + ".";
    return info.getDescription() == null ? title : title + "\n\n" + info.getDescription();
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    // Parameters and forms are not JSON, so no adapters were written for them.
    if (file.length() == 0 && file.delete()) {
      return;
    }
    if (file.getName().endsWith(".java")) {
      sources.add(file.toPath());
    }
  }

  /** Formats the sources; a call for donations does not belong in build output. */
  @Override
  public void postProcess() {
    try {
      Layout.format(sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Options options() {
    if (options == null) {
      throw new IllegalStateException("no options yet");
    }
    return options;
  }

  private Views views() {
    if (views == null) {
      throw new IllegalStateException("no document yet");
    }
    return views;
  }
}
