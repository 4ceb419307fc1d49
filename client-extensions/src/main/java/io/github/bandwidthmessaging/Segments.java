package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.Recipients;

/**
 * How many segments Bandwidth will count for a message; an estimate, as the receipt has the truth.
 */
final class Segments {
  private static final String GSM_7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two places. */
  private static final String GSM_7_EXTENSION = "^{}\\[~]|€\f";

  private Segments() {}

  static int of(MessageRequest request) {
    int recipients =
        request.to() instanceof Recipients.OfStringList several ? several.value().size() : 1;
    boolean isMms = recipients > 1 || (request.media() != null && !request.media().isEmpty());
    String text = request.text();
    return isMms || text == null ? recipients : ofText(text);
  }

  private static int ofText(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (GSM_7.indexOf(c) >= 0) {
        septets++;
      } else if (GSM_7_EXTENSION.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return parts(text.length(), 70, 67);
      }
    }
    return parts(septets, 160, 153);
  }

  private static int parts(int length, int alone, int each) {
    return length <= alone ? 1 : (length + each - 1) / each;
  }
}
