package io.github.bandwidthmessaging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was not delivered: the {@code errorCode} of a {@code message-failed} event.
 *
 * <p>The list is open. A code that this catalogue does not have is classified by the scheme of the
 * numbers: 4 at the head is a refusal, 5 a failure, 9 neither of the two for sure; a second digit 7
 * (after a 4) or 6 (after a 5) is the carrier's.
 */
public final class DeliveryErrorCode {
  /** Who did not deliver. */
  public enum Party {
    /** Bandwidth, before the message went to a carrier. */
    BANDWIDTH,
    /** The carrier or what lies behind it. */
    CARRIER,
    /** Not said. */
    UNKNOWN
  }

  /** Whether the same message should be sent once more. */
  public enum Retry {
    /** Yes: the failure was Bandwidth's and passes. */
    YES,
    /** One more time at most. */
    ONCE,
    /** After a while: the recipient was out of reach, or too much was sent. */
    LATER,
    /** After the request was changed: another expiration, another media URL. */
    AFTER_CHANGE,
    /** No: it would fail again. */
    NO,
    /** No, nor any other message: the recipient wants none. */
    STOP,
    /** The message may have arrived; sending it again can deliver it twice. */
    UNKNOWN
  }

  private static final Map<Integer, DeliveryErrorCode> KNOWN = new TreeMap<>();

  static {
    add(
        4001,
        "service-not-allowed",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Catch-all refusal: service, permission or format not allowed.");
    add(
        4301,
        "malformed-invalid-encoding",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Text has characters that cannot be re-encoded for the destination.");
    add(
        4302,
        "malformed-invalid-from-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The from number is malformed or cannot be routed.");
    add(
        4303,
        "malformed-invalid-to-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The to number is malformed or cannot be routed.");
    add(
        4350,
        "malformed-for-destination",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Passed intake checks, failed on send; usually a bad to number.");
    add(
        4360,
        "message-not-sent-expiration-date-passed",
        Party.BANDWIDTH,
        false,
        Retry.AFTER_CHANGE,
        "The expiration passed while the message was still waiting.");
    add(
        4401,
        "rejected-routing-error",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The route leads in a circle or is misconfigured, for example from equals to.");
    add(
        4403,
        "rejected-forbidden-from-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The from number is not yours, not enabled, disconnected or invalid.");
    add(
        4404,
        "rejected-forbidden-to-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The to number is inactive, not enabled for messages or invalid.");
    add(
        4405,
        "rejected-unallocated-from-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The from number is no active messaging number in the records of the industry.");
    add(
        4406,
        "rejected-unallocated-to-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The to number is valid but belongs to no carrier.");
    add(
        4407,
        "rejected-account-not-defined-from-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "No account was found for the from number.");
    add(
        4408,
        "rejected-account-not-defined-to-number",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "No account was found for the to number.");
    add(
        4409,
        "rejected-invalid-from-profile",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Destination profile unusable, mostly: destination has no MMS.");
    add(
        4410,
        "media-unavailable",
        Party.BANDWIDTH,
        false,
        Retry.AFTER_CHANGE,
        "Media URL could not be fetched.");
    add(
        4411,
        "rejected-message-size-limit-exceeded",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Attachments too large in total.");
    add(
        4412,
        "media-content-invalid",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Media content type not supported.");
    add(
        4420,
        "rejected-carrier-does-not-exist",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Carrier unknown in Bandwidth's routing.");
    add(
        4421,
        "rejected-forbidden-no-destination",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Account may not send to this destination.");
    add(
        4431,
        "rejected-forbidden-shortcode",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Account not provisioned for short code.");
    add(
        4432,
        "rejected-forbidden-country",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The account is not enabled for this country, or an MMS cannot reach it.");
    add(
        4433,
        "rejected-forbidden-tollfree",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Account not enabled for toll-free sending.");
    add(
        4434,
        "rejected-forbidden-tollfree-for-recipient",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Recipient toll-free number cannot be messaged.");
    add(
        4435,
        "forbidden-too-many-recipients",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Group larger than 10.");
    add(
        4451,
        "rejected-wrong-user-id",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Account/user id invalid.");
    add(
        4452,
        "rejected-wrong-application-id",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The applicationId is invalid or not of this account.");
    add(
        4470,
        "rejected-spam-detected",
        Party.BANDWIDTH,
        true,
        Retry.NO,
        "Blocked by Bandwidth's own spam filter.");
    add(
        4476,
        "",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The from number belongs to no 10DLC campaign.");
    add(
        4481,
        "rejected-from-number-in-blacklist",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Bandwidth has barred the from number.");
    add(
        4482,
        "rejected-to-number-in-blacklist",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The to number is barred from receiving.");
    add(
        4492,
        "reject-emergency",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "The to number is an emergency number.");
    add(
        4493,
        "rejected-unauthorized",
        Party.BANDWIDTH,
        false,
        Retry.NO,
        "Sender not authorised on the account.");
    add(
        4700,
        "invalid-service-type",
        Party.CARRIER,
        true,
        Retry.NO,
        "Carrier or handset lacks SMS/MMS.");
    add(
        4701,
        "destination-service-unavailable",
        Party.CARRIER,
        true,
        Retry.LATER,
        "Destination unreachable or SMS service off.");
    add(
        4702,
        "destination-subscriber-unavailable",
        Party.CARRIER,
        true,
        Retry.LATER,
        "Handset off, busy, barred, or full.");
    add(
        4711,
        "rejected-message-size-limit-exceeded",
        Party.CARRIER,
        true,
        Retry.NO,
        "Further on: the attachment is too large.");
    add(
        4712,
        "media-content-invalid",
        Party.CARRIER,
        true,
        Retry.NO,
        "Further on: the type of the media is not supported.");
    add(
        4720,
        "invalid-destination-address",
        Party.CARRIER,
        true,
        Retry.NO,
        "The number is in no plan, is a landline, or its user blocks toll-free numbers or short codes.");
    add(
        4721,
        "destination-tn-deactivated",
        Party.CARRIER,
        true,
        Retry.NO,
        "Number is on the deactivation list.");
    add(
        4730,
        "no-route-to-destination-carrier",
        Party.CARRIER,
        true,
        Retry.NO,
        "No route or no roaming route.");
    add(
        4740,
        "invalid-source-address-address",
        Party.CARRIER,
        true,
        Retry.NO,
        "Carrier refuses the source number.");
    add(
        4750,
        "destination-rejected-message",
        Party.CARRIER,
        true,
        Retry.NO,
        "Carrier refused, no reason given.");
    add(
        4751,
        "destination-rejected-message-size-invalid",
        Party.CARRIER,
        true,
        Retry.NO,
        "Length not accepted by carrier.");
    add(
        4752,
        "destination-rejected-malformed",
        Party.CARRIER,
        true,
        Retry.NO,
        "The carrier finds the message malformed, for example blank.");
    add(
        4753,
        "destination-rejected-handset",
        Party.CARRIER,
        true,
        Retry.NO,
        "The handset refused the message.");
    add(4770, "destination-spam-detected", Party.CARRIER, true, Retry.NO, "Carrier spam block.");
    add(
        4771,
        "rejected-shortened-url",
        Party.CARRIER,
        true,
        Retry.NO,
        "Public link shortener refused.");
    add(
        4772,
        "rejected-tn-blocked",
        Party.CARRIER,
        true,
        Retry.NO,
        "Sender or receiver blocked downstream.");
    add(
        4773,
        "inactive-campaign",
        Party.CARRIER,
        true,
        Retry.NO,
        "The 10DLC campaign is not active at the destination.");
    add(
        4774,
        "provisioning-issue",
        Party.CARRIER,
        true,
        Retry.NO,
        "Number's industry 10DLC record wrong or missing.");
    add(
        4775,
        "destination-rejected-due-to-user-opt-out",
        Party.CARRIER,
        true,
        Retry.STOP,
        "Recipient opted out; stop sending.");
    add(
        4780,
        "volume-violation-tmo",
        Party.CARRIER,
        true,
        Retry.LATER,
        "T-Mobile daily brand limit exceeded.");
    add(
        4781,
        "volume-violation-att",
        Party.CARRIER,
        true,
        Retry.LATER,
        "AT&T campaign rate limit or throttling.");
    add(
        4785,
        "volumetric-violation",
        Party.CARRIER,
        true,
        Retry.LATER,
        "The carrier limits the volume; sending more slowly helps.");
    add(
        4790,
        "destination-rejected-sc-not-allowed",
        Party.CARRIER,
        true,
        Retry.NO,
        "Short code barred for this recipient.");
    add(
        4791,
        "destination-rejected-campaign-not-allowed",
        Party.CARRIER,
        true,
        Retry.NO,
        "Short code campaign not allowed.");
    add(
        4792,
        "destination-rejected-sc-not-provisioned",
        Party.CARRIER,
        true,
        Retry.NO,
        "Short code not provisioned at operator.");
    add(
        4793,
        "destination-rejected-sc-expired",
        Party.CARRIER,
        true,
        Retry.NO,
        "Short code expired at operator.");
    add(
        4795,
        "tfn-not-verified",
        Party.CARRIER,
        true,
        Retry.NO,
        "The toll-free number is not verified, or has sent spam.");
    add(
        5100,
        "temporary-app-error",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Temporary Bandwidth fault.");
    add(
        5101,
        "temporary-app-shutdown",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Bandwidth component shutting down.");
    add(
        5106,
        "impossible-to-route",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Retries inside Bandwidth were used up.");
    add(
        5111,
        "temporary-app-connection-closed",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Internal connection already gone.");
    add(
        5201,
        "temporary-rout-error-retries-exceeded",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Expired after internal retries.");
    add(
        5211,
        "temporary-app-error-app-busy",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Bandwidth component busy.");
    add(5220, "temporary-store-error", Party.BANDWIDTH, false, Retry.YES, "Could not be stored.");
    add(
        5229,
        "",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "The from number could not be set up for its campaign.");
    add(
        5231,
        "discarded-concatenation-timeout",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "Not all parts arrived.");
    add(
        5500,
        "message-send-failed",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "General send failure reported by the destination.");
    add(
        5501,
        "message-send-failed",
        Party.BANDWIDTH,
        false,
        Retry.YES,
        "No destination available.");
    add(
        5600,
        "destination-carrier-queue-full",
        Party.CARRIER,
        true,
        Retry.ONCE,
        "Carrier congested, queue full or throttling.");
    add(
        5610,
        "submit_sm-or-submit_multi-failed",
        Party.CARRIER,
        true,
        Retry.ONCE,
        "Carrier failed submit or cancel.");
    add(
        5620,
        "destination-app-error",
        Party.CARRIER,
        true,
        Retry.ONCE,
        "General carrier application error.");
    add(
        5630,
        "message-not-acknowle",
        Party.CARRIER,
        true,
        Retry.ONCE,
        "No acknowledgement from carrier.");
    add(
        5650,
        "destination-failed",
        Party.CARRIER,
        true,
        Retry.ONCE,
        "Carrier failed to reach operator/handset.");
    add(5999, "unknown-error", Party.BANDWIDTH, false, Retry.YES, "Unknown fault in Bandwidth.");
    add(
        9902,
        "delivery-receipt-expired",
        Party.UNKNOWN,
        true,
        Retry.UNKNOWN,
        "No delivery receipt came in time; the message may have arrived.");
    add(
        9999,
        "unknown-error",
        Party.UNKNOWN,
        true,
        Retry.UNKNOWN,
        "The carrier gave a code that Bandwidth does not know; the message may have arrived.");
  }

  private final int code;
  private final String name;
  private final Party refusedBy;
  private final boolean billed;
  private final Retry retry;
  private final String meaning;

  private DeliveryErrorCode(
      int code, String name, Party refusedBy, boolean billed, Retry retry, String meaning) {
    this.code = code;
    this.name = name;
    this.refusedBy = refusedBy;
    this.billed = billed;
    this.retry = retry;
    this.meaning = meaning;
  }

  /**
   * Returns what is known of a code.
   *
   * @param code any number
   * @return the entry of the catalogue, or one made by the scheme of the numbers
   */
  public static DeliveryErrorCode of(int code) {
    DeliveryErrorCode known = KNOWN.get(code);
    return known == null ? classified(code) : known;
  }

  /**
   * Returns the catalogue.
   *
   * @return the known codes in ascending order
   */
  public static List<DeliveryErrorCode> known() {
    return List.copyOf(KNOWN.values());
  }

  /**
   * Returns the number.
   *
   * @return for example 4432
   */
  public int code() {
    return code;
  }

  /**
   * Returns Bandwidth's name of the code, which is also the description of most of its events.
   *
   * @return for example {@code rejected-forbidden-country}; empty if there is none
   */
  public String name() {
    return name;
  }

  /**
   * Returns what the code means.
   *
   * @return a sentence for people
   */
  public String meaning() {
    return meaning;
  }

  /**
   * Returns who did not deliver.
   *
   * @return Bandwidth, the carrier, or unknown
   */
  public Party refusedBy() {
    return refusedBy;
  }

  /**
   * Returns whether the message is billed all the same.
   *
   * @return true for what has gone to a carrier, and for one code of Bandwidth's, 4470
   */
  public boolean isBilled() {
    return billed;
  }

  /**
   * Returns whether to send once more.
   *
   * @return Bandwidth's rule for the class of the code, or more than that where the code says more
   */
  public Retry retry() {
    return retry;
  }

  /**
   * Returns whether the catalogue has the code.
   *
   * @return false if all else was told from the number
   */
  public boolean isKnown() {
    return KNOWN.containsKey(code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeliveryErrorCode that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns number and name. */
  @Override
  public String toString() {
    return name.isEmpty() ? String.valueOf(code) : code + " " + name;
  }

  static DeliveryErrorCode classified(int code) {
    boolean fourDigits = code >= 1000 && code <= 9999;
    int first = fourDigits ? code / 1000 : 0;
    int second = code / 100 % 10;
    if (first == 4 && second == 7) {
      return unnamed(code, Party.CARRIER, true, Retry.NO, "The carrier refused the message.");
    }
    if (first == 4) {
      return unnamed(code, Party.BANDWIDTH, false, Retry.NO, "Bandwidth refused the message.");
    }
    if (first == 5 && second == 6) {
      return unnamed(code, Party.CARRIER, true, Retry.ONCE, "The carrier failed.");
    }
    if (first == 5) {
      return unnamed(code, Party.BANDWIDTH, false, Retry.YES, "Bandwidth failed.");
    }
    return unnamed(
        code, Party.UNKNOWN, true, Retry.UNKNOWN, "It is not known whether the message arrived.");
  }

  private static DeliveryErrorCode unnamed(
      int code, Party refusedBy, boolean billed, Retry retry, String meaning) {
    return new DeliveryErrorCode(code, "", refusedBy, billed, retry, meaning);
  }

  private static void add(
      int code, String name, Party refusedBy, boolean billed, Retry retry, String meaning) {
    KNOWN.put(code, new DeliveryErrorCode(code, name, refusedBy, billed, retry, meaning));
  }
}
