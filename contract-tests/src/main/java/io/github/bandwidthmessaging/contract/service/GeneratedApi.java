package io.github.bandwidthmessaging.contract.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/** A generated client, called by reflection, so that it can be that of any document. */
public final class GeneratedApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final ClassLoader loader;
  private final String packageName;
  private final List<String> classNames;
  private final Moshi moshi;

  private GeneratedApi(ClassLoader loader, String packageName, Path classes) {
    this.loader = loader;
    this.packageName = packageName;
    this.classNames = classNames(classes, packageName);
    this.moshi = (Moshi) invoke(method(type("RetrofitClient"), "moshi"), null);
  }

  /** Returns the project's own client. */
  public static GeneratedApi ofProject() {
    Class<?> type = RetrofitClient.class;
    try {
      return new GeneratedApi(
          type.getClassLoader(),
          type.getPackageName(),
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a client that was generated just now. */
  public static GeneratedApi of(GeneratedClient client) {
    if (!client.errors().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", client.errors()));
    }
    return new GeneratedApi(client.loader(), client.packageName(), client.classes());
  }

  /** Returns the call of an operation with the values of a request, which is not sent yet. */
  public Call<?> call(OperationRequest request, okhttp3.Call.Factory http, String baseUrl) {
    Method method = method(request.operation());
    Retrofit retrofit =
        ((Retrofit.Builder)
                invoke(method(type("RetrofitClient"), "builder"), null, new Object[] {http}))
            .baseUrl(baseUrl + "/")
            .build();
    Object[] arguments =
        Stream.of(method.getParameters()).map(it -> argument(it, request)).toArray();
    return (Call<?>) invoke(method, retrofit.create(method.getDeclaringClass()), arguments);
  }

  /** Returns the type that an operation takes as a body in JSON; null for another body. */
  public @Nullable Type bodyType(Operation operation) {
    return Stream.of(method(operation).getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Body.class))
        .map(Parameter::getParameterizedType)
        .filter(type -> type != RequestBody.class)
        .findFirst()
        .orElse(null);
  }

  /** Returns the type that reads a response; null where there is none. */
  public @Nullable Type responseType(Operation operation, Operation.Answer answer) {
    if (!Operation.isJson(answer.mediaType())) {
      return null;
    }
    Type returned =
        ((ParameterizedType) method(operation).getGenericReturnType()).getActualTypeArguments()[0];
    return answer.isSuccess() && returned != okhttp3.ResponseBody.class && returned != Void.class
        ? returned
        : type(operation, answer, answer.schema());
  }

  /** Reads JSON as a type and writes it again. */
  public String readAndWritten(Type type, String json) throws IOException {
    JsonAdapter<Object> adapter = moshi.adapter(type);
    return adapter.toJson(adapter.fromJson(json));
  }

  /** Reads JSON as a type. */
  public @Nullable Object read(Type type, String json) throws IOException {
    return moshi.adapter(type).fromJson(json);
  }

  /** Returns which limits a value breaks, as {@code to[1]: pattern}; it may have none. */
  public List<String> violations(Object value) {
    List<String> names = new ArrayList<>();
    for (Method method : value.getClass().getMethods()) {
      if (method.getName().equals("violations")) {
        for (Object violation : (List<?>) invoke(method, value)) {
          Class<?> type = violation.getClass();
          names.add(
              invoke(method(type, "field"), violation)
                  + ": "
                  + invoke(method(type, "rule"), violation));
        }
      }
    }
    return names;
  }

  /** Writes a value as JSON. */
  public JsonNode written(Type type, @Nullable Object value) {
    try {
      return JSON.readTree(moshi.adapter(type).toJson(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Type type(Operation operation, Operation.Answer answer, JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      JsonNode target = operation.document().at(reference.substring(1));
      String name = find(reference.substring(reference.lastIndexOf('/') + 1));
      return name == null ? type(operation, answer, target) : type(name);
    }
    if (schema.path("type").asText().equals("array")) {
      return Types.newParameterizedType(List.class, type(operation, answer, schema.path("items")));
    }
    String name = find(operation.id() + answer.status() + "Response");
    return name == null ? Object.class : type(name);
  }

  private Method method(Operation operation) {
    String wanted = plain(operation.id());
    return classNames.stream()
        .filter(name -> name.endsWith("Api"))
        .flatMap(name -> Stream.of(type(name).getMethods()))
        .filter(method -> method.getReturnType() == Call.class && isAt(method, operation))
        .filter(method -> plain(method.getName()).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The client has no %s for %s %s"
                        .formatted(operation.id(), operation.method(), operation.path())));
  }

  private static boolean isAt(Method method, Operation operation) {
    return Stream.of(method.getAnnotations())
        .anyMatch(
            annotation ->
                plain(annotation.annotationType().getSimpleName()).equals(operation.method()));
  }

  private @Nullable Object argument(Parameter parameter, OperationRequest request) {
    Type type = parameter.getParameterizedType();
    if (parameter.isAnnotationPresent(Body.class)) {
      JsonNode body = request.body();
      if (type == RequestBody.class) {
        MediaType mediaType = MediaType.get(String.valueOf(request.mediaType()));
        return body == null ? null : RequestBody.create(request.bytes(), mediaType);
      }
      return body == null ? null : value(type, body);
    }
    if (parameter.isAnnotationPresent(QueryMap.class)) {
      return Map.copyOf(
          request.query().stream()
              .filter(pair -> pair.name().contains("["))
              .collect(
                  Collectors.toMap(OperationRequest.Pair::name, OperationRequest.Pair::value)));
    }
    Header header = parameter.getAnnotation(Header.class);
    if (header != null && header.value().equals("Cookie")) {
      return request.headers().get("Cookie");
    }
    Query query = parameter.getAnnotation(Query.class);
    retrofit2.http.Path path = parameter.getAnnotation(retrofit2.http.Path.class);
    Map<String, @Nullable String> named = new HashMap<>();
    named.put("query", query == null ? null : query.value());
    named.put("header", header == null ? null : header.value());
    named.put("path", path == null ? null : path.value());
    for (Operation.Parameter declared : request.operation().parameters()) {
      if (declared.name().equals(named.get(declared.in()))) {
        JsonNode value = request.value(declared);
        return value == null ? null : value(type, value);
      }
    }
    return null;
  }

  private @Nullable Object value(Type type, JsonNode value) {
    try {
      if (type instanceof Class<?> c && c.getSimpleName().equals("Delimited")) {
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return invoke(c.getMethod("commas", Collection.class), null, items);
      }
      return moshi.adapter(type).fromJson(value.toString());
    } catch (IOException | NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Class<?> type(String name) {
    try {
      return loader.loadClass(packageName + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Finds a class by its name in the document, which is spelled in another way there. */
  private @Nullable String find(String name) {
    return classNames.stream()
        .filter(known -> plain(known).equals(plain(name)))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static Method method(Class<?> type, String name) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Object invoke(Method method, @Nullable Object on, @Nullable Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lists the classes of a package in a folder or an archive, as the build's phase has it. */
  private static List<String> classNames(Path classes, String packageName) {
    try (FileSystem archive =
            Files.isDirectory(classes) ? null : FileSystems.newFileSystem(classes);
        Stream<Path> files =
            Files.list(
                (archive == null ? classes : archive.getPath("/"))
                    .resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.replace(".class", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
