package io.github.bandwidthmessaging.generator;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import com.samskivert.mustache.Escapers;
import io.github.bandwidthmessaging.generator.ReferenceView.Action;
import io.github.bandwidthmessaging.generator.ReferenceView.Answer;
import io.github.bandwidthmessaging.generator.ReferenceView.Field;
import io.github.bandwidthmessaging.generator.ReferenceView.Link;
import io.github.bandwidthmessaging.generator.ReferenceView.Model;
import io.github.bandwidthmessaging.generator.ReferenceView.Scheme;
import io.github.bandwidthmessaging.generator.ReferenceView.Shown;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** A document as a page for people. */
final class Reference {
  private final OpenAPI document;
  private final Components components;
  private final Parser markdown = Parser.builder().build();

  /** A description must not be able to break the page. */
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  Reference(OpenAPI document) {
    this.document = document;
    components = requireNonNullElse(document.getComponents(), new Components());
  }

  ReferenceView page() {
    Info info = requireNonNullElse(document.getInfo(), new Info());
    List<Action> actions = new ArrayList<>();
    List<Action> callbacks = new ArrayList<>();
    requireNonNullElse(document.getPaths(), Map.<String, PathItem>of())
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          actions.add(action(method.name(), path, operation));
                          callbacks.addAll(callbacks(operation));
                        }));
    List<Link> links = new ArrayList<>();
    if (document.getExternalDocs() != null) {
      links.add(link(document.getExternalDocs()));
    }
    if (info.getLicense() != null && info.getLicense().getUrl() != null) {
      links.add(
          new Link(info.getLicense().getUrl(), "License: " + escape(info.getLicense().getName())));
    }
    return new ReferenceView(
        text(info.getTitle()),
        text(info.getVersion()),
        html(info.getDescription()),
        links,
        requireNonNullElse(document.getServers(), List.<Server>of()).stream()
            .map(server -> new Link(server.getUrl(), html(server.getDescription())))
            .toList(),
        each(components.getSecuritySchemes(), this::scheme),
        actions,
        callbacks,
        each(components.getSchemas(), this::model));
  }

  private Scheme scheme(String name, SecurityScheme scheme) {
    String kind =
        scheme.getFlows() != null && scheme.getFlows().getClientCredentials() != null
            ? "client credentials, token from "
                + scheme.getFlows().getClientCredentials().getTokenUrl()
            : text(scheme.getScheme());
    return new Scheme(name, kind, html(scheme.getDescription()));
  }

  private List<Action> callbacks(Operation operation) {
    List<Action> actions = new ArrayList<>();
    requireNonNullElse(operation.getCallbacks(), Map.<String, Map<String, PathItem>>of())
        .values()
        .forEach(
            callback ->
                callback.forEach(
                    (url, item) ->
                        item.readOperationsMap()
                            .forEach((method, op) -> actions.add(action(method.name(), url, op)))));
    return actions;
  }

  private Action action(String method, String path, Operation operation) {
    String summary = operation.getSummary();
    MediaType body =
        operation.getRequestBody() == null ? null : json(operation.getRequestBody().getContent());
    Map<String, ApiResponse> responses =
        requireNonNullElse(operation.getResponses(), new LinkedHashMap<String, ApiResponse>());
    return new Action(
        requireNonNullElse(operation.getOperationId(), method + path),
        method,
        path,
        summary == null || text(operation.getDescription()).startsWith(summary) ? null : summary,
        html(operation.getDescription()),
        operation.getExternalDocs() == null ? null : link(operation.getExternalDocs()),
        requireNonNullElse(
                operation.getParameters(), List.<io.swagger.v3.oas.models.parameters.Parameter>of())
            .stream()
            .map(p -> ModelUtils.getReferencedParameter(document, p))
            .map(
                p ->
                    new Field(
                        p.getName(),
                        kind(p.getSchema()) + ", in " + escape(text(p.getIn())),
                        Boolean.TRUE.equals(p.getRequired()),
                        html(p.getDescription())))
            .toList(),
        body == null ? null : kind(body.getSchema()),
        operation.getRequestBody() == null ? "" : html(operation.getRequestBody().getDescription()),
        javaSample(operation.getExtensions()),
        body == null ? List.of() : examples(method, path, body, responses),
        each(responses, this::answer));
  }

  private List<ReferenceView.Example> examples(
      String method, String path, MediaType body, Map<String, ApiResponse> responses) {
    List<ReferenceView.Example> shown = new ArrayList<>();
    examples(body)
        .forEach(
            (name, example) -> {
              String status = null;
              String answer = null;
              for (Map.Entry<String, ApiResponse> response : responses.entrySet()) {
                MediaType content = json(response.getValue().getContent());
                Example receipt = content == null ? null : examples(content).get(name);
                if (receipt != null) {
                  status = response.getKey();
                  answer = Json.pretty(receipt.getValue());
                  break;
                }
              }
              shown.add(
                  new ReferenceView.Example(
                      name,
                      requireNonNullElse(example.getSummary(), name),
                      javaSample(example.getExtensions()),
                      curl(method, path, Json.pretty(example.getValue())),
                      status,
                      answer));
            });
    return shown;
  }

  private String curl(String method, String path, String json) {
    List<Server> servers = document.getServers();
    String server = servers == null || servers.isEmpty() ? "" : servers.get(0).getUrl();
    return """
        curl -X %s \\
          --url '%s%s' \\
          -u '{username}:{password}' \\
          -H 'Content-Type: application/json' \\
          --data-raw '%s'"""
        .formatted(method, server, path, json.replace("'", "'\\''"));
  }

  private Answer answer(String status, ApiResponse response) {
    MediaType content = json(response.getContent());
    List<Shown> shown = new ArrayList<>();
    if (content != null && !status.startsWith("2")) {
      examples(content)
          .values()
          .forEach(e -> shown.add(new Shown(text(e.getSummary()), Json.pretty(e.getValue()))));
    }
    return new Answer(
        status,
        html(response.getDescription()),
        content == null ? null : kind(content.getSchema()),
        shown);
  }

  private Map<String, Example> examples(MediaType content) {
    Map<String, Example> resolved = new LinkedHashMap<>();
    requireNonNullElse(content.getExamples(), Map.<String, Example>of())
        .forEach(
            (name, example) ->
                resolved.put(
                    name,
                    example.get$ref() == null
                        ? example
                        : components
                            .getExamples()
                            .get(ModelUtils.getSimpleRef(example.get$ref()))));
    return resolved;
  }

  /** The Java of {@code x-codeSamples}, a list of samples in several languages. */
  private static @Nullable String javaSample(@Nullable Map<String, Object> extensions) {
    if (extensions != null && extensions.get("x-codeSamples") instanceof List<?> samples) {
      for (Object sample : samples) {
        if (sample instanceof Map<?, ?> map && "Java".equals(map.get("lang"))) {
          return String.valueOf(map.get("source")).strip();
        }
      }
    }
    return null;
  }

  private Model model(String name, Schema<?> schema) {
    List<Field> fields = new ArrayList<>();
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (property, type) ->
                  fields.add(
                      new Field(
                          property,
                          kind(type),
                          schema.getRequired() != null && schema.getRequired().contains(property),
                          html(described(type)))));
    }
    return new Model(
        name, html(schema.getDescription()), fields.isEmpty() ? kind(schema) : "", fields);
  }

  /** The description of a schema, or of the one it refers to. */
  private @Nullable String described(Schema<?> schema) {
    return schema.get$ref() == null || schema.getDescription() != null
        ? schema.getDescription()
        : ModelUtils.getReferencedSchema(document, schema).getDescription();
  }

  /** What values a schema takes. */
  private String kind(@Nullable Schema<?> schema) {
    if (schema == null) {
      return "anything";
    }
    if (schema.get$ref() != null) {
      String name = escape(ModelUtils.getSimpleRef(schema.get$ref()));
      return "<a href=\"#" + name + "\">" + name + "</a>";
    }
    List<String> alternatives =
        Schemas.alternativeSchemas(schema).stream().map(s -> kind((Schema<?>) s)).toList();
    if (!alternatives.isEmpty() && schema.getProperties() == null) {
      return String.join(" or ", alternatives);
    }
    if (schema.getEnum() != null) {
      return schema.getEnum().stream()
          .map(value -> "<code>" + escape(String.valueOf(value)) + "</code>")
          .collect(joining(" or "));
    }
    String kind = text(schema.getType());
    if (schema.getItems() != null) {
      kind =
          "list"
              + range(schema.getMinItems(), schema.getMaxItems(), "")
              + " of "
              + kind(schema.getItems());
    } else if (schema.getFormat() != null) {
      kind += " (" + escape(schema.getFormat()) + ")";
    }
    kind += range(schema.getMinLength(), schema.getMaxLength(), " characters");
    return schema.getPattern() == null
        ? kind
        : kind + ", <code>" + escape(schema.getPattern()) + "</code>";
  }

  private static String range(@Nullable Integer least, @Nullable Integer most, String unit) {
    if (least == null && most == null) {
      return "";
    }
    if (most == null && Integer.valueOf(1).equals(least)) {
      return unit.isEmpty() ? " (not empty)" : ", not empty";
    }
    String limits =
        least == null
            ? "at most " + most
            : most == null ? "at least " + least : least + " to " + most;
    return unit.isEmpty() ? " (" + limits + ")" : ", " + limits + unit;
  }

  private static @Nullable MediaType json(@Nullable Content content) {
    return content == null ? null : content.get("application/json");
  }

  private Link link(ExternalDocumentation docs) {
    return new Link(
        docs.getUrl(), escape(requireNonNullElse(docs.getDescription(), docs.getUrl())));
  }

  private String html(@Nullable String commonMark) {
    return commonMark == null ? "" : renderer.render(markdown.parse(commonMark));
  }

  private static String text(@Nullable String text) {
    return requireNonNullElse(text, "");
  }

  private static String escape(String text) {
    return Escapers.HTML.escape(text);
  }

  private static <V, R> List<R> each(
      @Nullable Map<String, V> map, BiFunction<String, V, R> function) {
    List<R> results = new ArrayList<>();
    if (map != null) {
      map.forEach((name, value) -> results.add(function.apply(name, value)));
    }
    return results;
  }
}
