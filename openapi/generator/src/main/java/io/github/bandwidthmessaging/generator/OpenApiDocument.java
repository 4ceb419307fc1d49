package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.generator.DocumentCheck.Complaint;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/** The rule {@code <openApiDocument>} of the Maven Enforcer: fails if the document has mistakes. */
public final class OpenApiDocument extends AbstractEnforcerRule {
  private @Nullable File file;

  /** Whether warnings fail too. */
  private boolean strict;

  @Override
  public void execute() throws EnforcerRuleException {
    if (file == null) {
      throw new EnforcerRuleException("openApiDocument needs <file>.");
    }
    try {
      List<Complaint> complaints = DocumentCheck.complaints(file.toPath());
      if (complaints.stream().anyMatch(complaint -> strict || !complaint.warning())) {
        throw new EnforcerRuleException(
            complaints.stream().map(Complaint::toString).collect(joining("\n")));
      }
      complaints.forEach(complaint -> getLog().warn(complaint.toString()));
    } catch (IOException e) {
      throw new EnforcerRuleException("Could not read " + file + ": " + e);
    }
  }
}
