package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.generator.DocumentCheck.Complaint;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
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
 * Reports what is wrong with a document, with its line.
 *
 * <p>swagger-parser finds this class by itself, and calls it for documents that it could not read.
 */
public final class DocumentReader implements SwaggerParserExtension {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
  private static final String ASKED = "retrofit-moshi.check";
  private static final int WARNINGS = 10;

  /** Called by swagger-parser. */
  public DocumentReader() {}

  /** The next document of this thread is ours, not another generator's. */
  static void expect() {
    ForeignReferences.Guard.install();
    // By default, swagger-parser accepts 3 MB of YAML.
    DeserializationUtils.Options options = DeserializationUtils.getOptions();
    options.setMaxYamlCodePoints(
        Math.max(options.getMaxYamlCodePoints(), YamlDocument.MAX_CODE_POINTS));
    GlobalSettings.setProperty(ASKED, "true");
  }

  /** Whether the document that this thread reads is ours. */
  static boolean isExpecting() {
    return GlobalSettings.getProperty(ASKED) != null;
  }

  /** Called after the document was read. */
  static void done() {
    GlobalSettings.clearProperty(ASKED);
  }

  /** Throws errors, and logs what is probably unintended. */
  static void check(String location) {
    done();
    Path file = file(location);
    if (file == null) {
      return;
    }
    List<Complaint> complaints = complaints(file);
    if (complaints.stream().anyMatch(complaint -> !complaint.warning())) {
      throw new Refusal(
          complaints.stream()
              .filter(complaint -> !complaint.warning())
              .map(Complaint::toString)
              .collect(joining("\n")));
    }
    complaints.stream().limit(WARNINGS).forEach(complaint -> LOG.warn("{}", complaint));
    if (complaints.size() > WARNINGS) {
      LOG.warn("... and {} more.", complaints.size() - WARNINGS);
    }
  }

  @Override
  public @Nullable SwaggerParseResult readLocation(
      String location, List<AuthorizationValue> auths, ParseOptions options) {
    if (isExpecting()) {
      check(location);
      if (!location.contains(":") && file(location) == null) {
        throw new Refusal(location + " does not exist.");
      }
    }
    return null;
  }

  /** Null: documents come from files. */
  @Override
  public @Nullable SwaggerParseResult readContents(
      String contents, List<AuthorizationValue> auths, ParseOptions options) {
    return null;
  }

  /** The file of a document, null if it comes from elsewhere. */
  static @Nullable Path file(String location) {
    try {
      Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      return Files.isRegularFile(file) ? file : null;
    } catch (IllegalArgumentException e) {
      return null; // A URL.
    }
  }

  private static List<Complaint> complaints(Path file) {
    try {
      return DocumentCheck.complaints(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
