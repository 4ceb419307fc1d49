package io.github.bandwidthmessaging.callbacks;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.bandwidthmessaging.api.MessageFailed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was not delivered: the {@code errorCode} of a {@code message-failed} event.
 *
 * <p>Bandwidth adds codes. A code that this catalog lacks is classified by its digits: a leading 4
 * means refused, 5 failed, 9 possibly neither; 47xx and 56xx come from the carrier.
 */
public final class DeliveryErrorCode {
  /** Who did not deliver. More constants may be added, so give a {@code switch} a default. */
  public enum Party {
    /** Bandwidth, before the message went to a carrier. */
    BANDWIDTH,
    /** The carrier, or a network or handset behind it. */
    CARRIER,
    /** The code does not say. */
    UNKNOWN
  }

  /**
   * Whether to send the same message again. More constants may be added, so give a {@code switch} a
   * default.
   */
  public enum Retry {
    /** Yes: the failure was Bandwidth's and is temporary. */
    YES,
    /** Once at most. */
    ONCE,
    /** After a while: the recipient was unreachable, or too much was sent. */
    LATER,
    /** After changing the request: another expiration, another media URL. */
    AFTER_CHANGE,
    /** No: it would fail again. */
    NO,
    /** No, and send this recipient nothing else: the recipient opted out. */
    STOP,
    /** The message may have arrived; sending it again can deliver it twice. */
    UNKNOWN
  }

  // spotless:off
  /** Code, name, who did not deliver, whether it is billed, whether to send again, and what it means. */
  private static final String CATALOGUE =
      """
      4001 | service-not-allowed | BANDWIDTH | free | NO | Catch-all refusal: service, permission or format not allowed.
      4301 | malformed-invalid-encoding | BANDWIDTH | free | NO | Text has characters that cannot be re-encoded for the destination.
      4302 | malformed-invalid-from-number | BANDWIDTH | free | NO | The from number is malformed or cannot be routed.
      4303 | malformed-invalid-to-number | BANDWIDTH | free | NO | The to number is malformed or cannot be routed.
      4350 | malformed-for-destination | BANDWIDTH | free | NO | Passed intake checks, failed on send; usually a bad to number.
      4360 | message-not-sent-expiration-date-passed | BANDWIDTH | free | AFTER_CHANGE | The expiration passed while the message was still waiting.
      4401 | rejected-routing-error | BANDWIDTH | free | NO | The route leads in a circle or is misconfigured, for example from equals to.
      4403 | rejected-forbidden-from-number | BANDWIDTH | free | NO | The from number is not yours, not enabled, disconnected or invalid.
      4404 | rejected-forbidden-to-number | BANDWIDTH | free | NO | The to number is inactive, not enabled for messages or invalid.
      4405 | rejected-unallocated-from-number | BANDWIDTH | free | NO | The from number is not an active messaging number in the records of the industry.
      4406 | rejected-unallocated-to-number | BANDWIDTH | free | NO | The to number is valid but belongs to no carrier.
      4407 | rejected-account-not-defined-from-number | BANDWIDTH | free | NO | No account was found for the from number.
      4408 | rejected-account-not-defined-to-number | BANDWIDTH | free | NO | No account was found for the to number.
      4409 | rejected-invalid-from-profile | BANDWIDTH | free | NO | Destination profile unusable, mostly: destination has no MMS.
      4410 | media-unavailable | BANDWIDTH | free | AFTER_CHANGE | Media URL could not be fetched.
      4411 | rejected-message-size-limit-exceeded | BANDWIDTH | free | NO | Attachments too large in total.
      4412 | media-content-invalid | BANDWIDTH | free | NO | Media content type not supported.
      4420 | rejected-carrier-does-not-exist | BANDWIDTH | free | NO | Carrier unknown in Bandwidth's routing.
      4421 | rejected-forbidden-no-destination | BANDWIDTH | free | NO | Account may not send to this destination.
      4431 | rejected-forbidden-shortcode | BANDWIDTH | free | NO | Account not provisioned for short code.
      4432 | rejected-forbidden-country | BANDWIDTH | free | NO | The account is not enabled for this country, or an MMS cannot reach it.
      4433 | rejected-forbidden-tollfree | BANDWIDTH | free | NO | Account not enabled for toll-free sending.
      4434 | rejected-forbidden-tollfree-for-recipient | BANDWIDTH | free | NO | Recipient toll-free number cannot be messaged.
      4435 | forbidden-too-many-recipients | BANDWIDTH | free | NO | Group larger than 10.
      4451 | rejected-wrong-user-id | BANDWIDTH | free | NO | Account/user id invalid.
      4452 | rejected-wrong-application-id | BANDWIDTH | free | NO | The applicationId is invalid or not of this account.
      4470 | rejected-spam-detected | BANDWIDTH | billed | NO | Blocked by Bandwidth's own spam filter.
      4476 |  | BANDWIDTH | free | NO | The from number belongs to no 10DLC campaign.
      4481 | rejected-from-number-in-blacklist | BANDWIDTH | free | NO | Bandwidth has barred the from number.
      4482 | rejected-to-number-in-blacklist | BANDWIDTH | free | NO | The to number is barred from receiving.
      4492 | reject-emergency | BANDWIDTH | free | NO | The to number is an emergency number.
      4493 | rejected-unauthorized | BANDWIDTH | free | NO | Sender not authorised on the account.
      4700 | invalid-service-type | CARRIER | billed | NO | Carrier or handset lacks SMS/MMS.
      4701 | destination-service-unavailable | CARRIER | billed | LATER | Destination unreachable or SMS service off.
      4702 | destination-subscriber-unavailable | CARRIER | billed | LATER | Handset off, busy, barred, or full.
      4711 | rejected-message-size-limit-exceeded | CARRIER | billed | NO | Further on: the attachment is too large.
      4712 | media-content-invalid | CARRIER | billed | NO | Further on: the type of the media is not supported.
      4720 | invalid-destination-address | CARRIER | billed | NO | The number is in no plan, is a landline, or its user blocks toll-free numbers or short codes.
      4721 | destination-tn-deactivated | CARRIER | billed | NO | Number is on the deactivation list.
      4730 | no-route-to-destination-carrier | CARRIER | billed | NO | No route or no roaming route.
      4740 | invalid-source-address-address | CARRIER | billed | NO | Carrier refuses the source number.
      4750 | destination-rejected-message | CARRIER | billed | NO | Carrier refused, no reason given.
      4751 | destination-rejected-message-size-invalid | CARRIER | billed | NO | Length not accepted by carrier.
      4752 | destination-rejected-malformed | CARRIER | billed | NO | The carrier finds the message malformed, for example blank.
      4753 | destination-rejected-handset | CARRIER | billed | NO | The handset refused the message.
      4770 | destination-spam-detected | CARRIER | billed | NO | Carrier spam block.
      4771 | rejected-shortened-url | CARRIER | billed | NO | Public link shortener refused.
      4772 | rejected-tn-blocked | CARRIER | billed | NO | Sender or receiver blocked downstream.
      4773 | inactive-campaign | CARRIER | billed | NO | The 10DLC campaign is not active at the destination.
      4774 | provisioning-issue | CARRIER | billed | NO | Number's industry 10DLC record wrong or missing.
      4775 | destination-rejected-due-to-user-opt-out | CARRIER | billed | STOP | Recipient opted out; stop sending.
      4780 | volume-violation-tmo | CARRIER | billed | LATER | T-Mobile daily brand limit exceeded.
      4781 | volume-violation-att | CARRIER | billed | LATER | AT&T campaign rate limit or throttling.
      4785 | volumetric-violation | CARRIER | billed | LATER | The carrier limits the volume; sending more slowly helps.
      4790 | destination-rejected-sc-not-allowed | CARRIER | billed | NO | Short code barred for this recipient.
      4791 | destination-rejected-campaign-not-allowed | CARRIER | billed | NO | Short code campaign not allowed.
      4792 | destination-rejected-sc-not-provisioned | CARRIER | billed | NO | Short code not provisioned at operator.
      4793 | destination-rejected-sc-expired | CARRIER | billed | NO | Short code expired at operator.
      4795 | tfn-not-verified | CARRIER | billed | NO | The toll-free number is not verified, or has sent spam.
      5100 | temporary-app-error | BANDWIDTH | free | YES | Temporary Bandwidth fault.
      5101 | temporary-app-shutdown | BANDWIDTH | free | YES | Bandwidth component shutting down.
      5106 | impossible-to-route | BANDWIDTH | free | YES | Retries inside Bandwidth were used up.
      5111 | temporary-app-connection-closed | BANDWIDTH | free | YES | Internal connection already gone.
      5201 | temporary-rout-error-retries-exceeded | BANDWIDTH | free | YES | Expired after internal retries.
      5211 | temporary-app-error-app-busy | BANDWIDTH | free | YES | Bandwidth component busy.
      5220 | temporary-store-error | BANDWIDTH | free | YES | Could not be stored.
      5229 |  | BANDWIDTH | free | YES | The from number could not be set up for its campaign.
      5231 | discarded-concatenation-timeout | BANDWIDTH | free | YES | Not all parts arrived.
      5500 | message-send-failed | BANDWIDTH | free | YES | General send failure reported by the destination.
      5501 | message-send-failed | BANDWIDTH | free | YES | No destination available.
      5600 | destination-carrier-queue-full | CARRIER | billed | ONCE | Carrier congested, queue full or throttling.
      5610 | submit_sm-or-submit_multi-failed | CARRIER | billed | ONCE | Carrier failed submit or cancel.
      5620 | destination-app-error | CARRIER | billed | ONCE | General carrier application error.
      5630 | message-not-acknowle | CARRIER | billed | ONCE | No acknowledgement from carrier.
      5650 | destination-failed | CARRIER | billed | ONCE | Carrier failed to reach operator/handset.
      5999 | unknown-error | BANDWIDTH | free | YES | Unknown fault in Bandwidth.
      9902 | delivery-receipt-expired | UNKNOWN | billed | UNKNOWN | No delivery receipt came in time; the message may have arrived.
      9999 | unknown-error | UNKNOWN | billed | UNKNOWN | The carrier gave a code that Bandwidth does not know; the message may have arrived.
      """;
  // spotless:on

  private static final Map<Integer, DeliveryErrorCode> KNOWN =
      CATALOGUE
          .lines()
          .map(DeliveryErrorCode::entry)
          .collect(toMap(DeliveryErrorCode::code, identity(), (a, b) -> a, TreeMap::new));

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
   * Returns what is known about a code.
   *
   * @param code any number
   * @return the entry of the catalog, or one derived from the digits
   */
  public static DeliveryErrorCode of(int code) {
    DeliveryErrorCode known = KNOWN.get(code);
    return known == null ? classified(code) : known;
  }

  /**
   * Returns what is known about the code of an event.
   *
   * @param event the event
   * @return the code, or null if Bandwidth left it out
   */
  public static @Nullable DeliveryErrorCode of(MessageFailed event) {
    Integer code = event.errorCode();
    return code == null ? null : of(code);
  }

  /**
   * Returns the catalog.
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
   * Returns Bandwidth's name for the code, which is also the description of most of its events.
   *
   * @return for example {@code rejected-forbidden-country}; empty if it has none
   */
  public String name() {
    return name;
  }

  /**
   * Returns what the code means.
   *
   * @return a sentence for people, whose wording may change
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
   * Returns whether the message is billed although it failed.
   *
   * @return true for messages that went to a carrier, and for one of Bandwidth's own codes, 4470
   */
  public boolean isBilled() {
    return billed;
  }

  /**
   * Returns whether to send the same message again.
   *
   * @return Bandwidth's rule for the class of the code, or a better one if the code says more
   */
  public Retry retry() {
    return retry;
  }

  /**
   * Returns whether the catalog has the code.
   *
   * @return false if everything else was derived from the digits
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
    int first = code / 1000;
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

  private static DeliveryErrorCode entry(String line) {
    String[] columns = line.split(" \\| ", -1);
    return new DeliveryErrorCode(
        Integer.parseInt(columns[0]),
        columns[1],
        Party.valueOf(columns[2]),
        columns[3].equals("billed"),
        Retry.valueOf(columns[4]),
        columns[5]);
  }
}
