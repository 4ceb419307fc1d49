package io.github.bandwidthmessaging.check.edit;

import io.github.bandwidthmessaging.check.document.Document;
import java.util.List;

/**
 * Checks {@code openapi/messaging.yaml} and prints every complaint at once, or accepts what is
 * meant if the system property {@code accept} is there.
 */
public final class CheckEdit {
  private CheckEdit() {}

  /**
   * Checks the document.
   *
   * @param args none
   * @throws IllegalStateException if there are complaints; they are printed before
   */
  public static void main(String[] args) {
    String version = System.getProperty("project.version", "").replace("-SNAPSHOT", "");
    EditCheck check = new EditCheck(Document.FILE, version);
    List<Complaint> complaints = check.complaints();
    boolean accept =
        System.getProperty("accept") != null
            && complaints.stream().anyMatch(each -> each.kind() != Complaint.Kind.TODO);
    if (accept) {
      complaints = complaints.stream().filter(each -> !check.isAcceptable(each)).toList();
      if (complaints.isEmpty()) {
        check.accept().forEach(System.out::println);
        return;
      }
    }
    check.writeResults();
    if (!complaints.isEmpty()) {
      System.err.println(EditCheck.printed(complaints));
      throw new IllegalStateException(
          (accept ? "Nothing was accepted: " : "")
              + (complaints.size() == 1 ? "1 complaint" : complaints.size() + " complaints")
              + " of openapi/messaging.yaml, the most important first, above");
    }
  }
}
