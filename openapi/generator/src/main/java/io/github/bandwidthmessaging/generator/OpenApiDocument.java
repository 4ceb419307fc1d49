package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/** A rule of the Maven Enforcer, {@code <openApiDocument>}: the document has no mistakes. */
public final class OpenApiDocument extends AbstractEnforcerRule {
  private @Nullable File file;

  @Override
  public void execute() throws EnforcerRuleException {
    if (file == null) {
      throw new EnforcerRuleException("openApiDocument needs <file>.");
    }
    try {
      List<DocumentCheck.Complaint> complaints = DocumentCheck.complaints(file.toPath());
      if (!complaints.isEmpty()) {
        throw new EnforcerRuleException(
            complaints.stream().map(Object::toString).collect(joining("\n")));
      }
    } catch (IOException e) {
      throw new EnforcerRuleException("Could not read " + file + ": " + e);
    }
  }
}
