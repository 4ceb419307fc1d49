package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.config.GlobalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a document before swagger-parser reads it, which finds this class by itself: what is wrong
 * is said first, with its line, and in one sentence each.
 */
public final class DocumentReader implements SwaggerParserExtension {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
  private static final String ASKED = "retrofit-moshi.check";
  private static final int WARNINGS = 10;

  /** Called by swagger-parser. */
  public DocumentReader() {}

  /** Lets the next document of this thread be checked; those of other generators are not. */
  static void checkNext() {
    GlobalSettings.setProperty(ASKED, "true");
  }

  @Override
  public @Nullable SwaggerParseResult readLocation(
      String location, List<AuthorizationValue> auths, ParseOptions options) {
    if (GlobalSettings.getProperty(ASKED) == null) {
      return null;
    }
    GlobalSettings.clearProperty(ASKED);
    List<DocumentCheck.Complaint> complaints = complaints(location);
    List<DocumentCheck.Complaint> mistakes = complaints.stream().filter(c -> !c.warning()).toList();
    if (!mistakes.isEmpty()) {
      throw new Refusal(lines(mistakes));
    }
    SwaggerParseResult result = parsed(location, auths, options);
    List<String> messages = result.getMessages();
    if (result.getOpenAPI() == null || (messages != null && !messages.isEmpty())) {
      throw new Refusal(
          complaints.isEmpty()
              ? location.replaceAll(".*[/\\\\]", "") + ": " + String.join("; ", messages)
              : lines(complaints));
    }
    complaints.stream().limit(WARNINGS).forEach(complaint -> LOG.warn("{}", complaint));
    if (complaints.size() > WARNINGS) {
      LOG.warn("... and {} more of the kind.", complaints.size() - WARNINGS);
    }
    return result;
  }

  /** Null: nothing asks for it. */
  @Override
  public @Nullable SwaggerParseResult readContents(
      String contents, List<AuthorizationValue> auths, ParseOptions options) {
    return null;
  }

  private static List<DocumentCheck.Complaint> complaints(String location) {
    try {
      Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      return Files.isRegularFile(file) ? DocumentCheck.complaints(file) : List.of();
    } catch (IllegalArgumentException e) {
      return List.of(); // A URL.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SwaggerParseResult parsed(
      String location, List<AuthorizationValue> auths, ParseOptions options) {
    SwaggerParseResult result = new SwaggerParseResult();
    for (SwaggerParserExtension parser : OpenAPIV3Parser.getExtensions()) {
      SwaggerParseResult read =
          parser instanceof DocumentReader ? null : parser.readLocation(location, auths, options);
      if (read != null) {
        result = read;
        if (read.getOpenAPI() != null) {
          break;
        }
      }
    }
    return result;
  }

  private static String lines(List<DocumentCheck.Complaint> complaints) {
    return complaints.stream().map(Object::toString).collect(joining("\n"));
  }
}
