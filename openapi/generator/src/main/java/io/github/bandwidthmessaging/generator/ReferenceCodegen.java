package io.github.bandwidthmessaging.generator;

import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;

/** Generates one page that presents a document: HTML that fetches nothing. */
public final class ReferenceCodegen extends DefaultCodegen {
  private @Nullable ReferencePage page;

  /** Creates the generator; OpenAPI Generator finds it under its name, {@code reference-page}. */
  public ReferenceCodegen() {
    outputFolder = "generated-code/reference-page";
    embeddedTemplateDir = "retrofit-moshi";
    templateDir = embeddedTemplateDir;
    supportingFiles.add(new SupportingFile("reference.mustache", "", "index.html"));
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.DOCUMENTATION;
  }

  @Override
  public String getName() {
    return "reference-page";
  }

  @Override
  public String getHelp() {
    return "Generates a reference page: one HTML file that needs no network.";
  }

  /** Off: the page shows the document as it was written. */
  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  /** Off, for the same reason. */
  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  /** The first method that OpenAPI Generator calls. */
  @Override
  public String defaultTemplatingEngine() {
    DocumentReader.expect();
    return super.defaultTemplatingEngine();
  }

  /** The template writes only what was escaped. */
  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return Escaped.only(super.processCompiler(compiler));
  }

  @Override
  public void processOpts() {
    super.processOpts();
    DocumentReader.done();
    ForeignReferences.refuse(Path.of(inputSpec));
    additionalProperties.put("notice", Notice.of(this));
  }

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    page = ReferencePage.of(document);
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    if (page == null) {
      throw new IllegalStateException("no document yet");
    }
    bundle.put("page", page);
    return bundle;
  }

  /** As it is: the template escapes what it writes. */
  @Override
  public String escapeUnsafeCharacters(String input) {
    return input;
  }

  /** As it is: the template escapes what it writes. */
  @Override
  public String escapeQuotationMark(String input) {
    return input;
  }

  /** Nothing: a call for donations does not belong in build output. */
  @Override
  public void postProcess() {}
}
