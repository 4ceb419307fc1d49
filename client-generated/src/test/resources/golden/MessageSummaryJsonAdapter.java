// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Generated
final class MessageSummaryJsonAdapter extends JsonAdapter<MessageSummary> {
  static final MessageSummaryJsonAdapter INSTANCE = new MessageSummaryJsonAdapter();
  static final JsonAdapter<List<MessageSummary>> LIST = Json.list(INSTANCE);
  static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "messageId",
          "accountId",
          "sourceTn",
          "destinationTn",
          "messageStatus",
          "messageDirection",
          "messageType",
          "segmentCount",
          "errorCode",
          "receiveTime",
          "carrierName",
          "messageSize",
          "messageLength",
          "attachmentCount",
          "recipientCount",
          "campaignClass",
          "campaignId",
          "bwLatency",
          "carrierLatency",
          "callingNumberCountryA3",
          "calledNumberCountryA3",
          "product",
          "location");

  private MessageSummaryJsonAdapter() {}

  @Override
  public @Nullable MessageSummary fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MessageSummary.Builder builder = new MessageSummary.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.messageId = Json.STRING.fromJson(reader);
        case 1 -> builder.accountId = Json.STRING.fromJson(reader);
        case 2 -> builder.sourceTn = Json.STRING.fromJson(reader);
        case 3 -> builder.destinationTn = Json.STRING.fromJson(reader);
        case 4 -> builder.messageStatus = MessageStatusJsonAdapter.INSTANCE.fromJson(reader);
        case 5 -> builder.messageDirection = MessageDirectionJsonAdapter.INSTANCE.fromJson(reader);
        case 6 -> builder.messageType = MessageTypeJsonAdapter.INSTANCE.fromJson(reader);
        case 7 -> builder.segmentCount = Json.INTEGER.fromJson(reader);
        case 8 -> builder.errorCode = Json.INTEGER.fromJson(reader);
        case 9 -> builder.receiveTime = Json.DATE_TIME.fromJson(reader);
        case 10 -> builder.carrierName = Json.STRING.fromJson(reader);
        case 11 -> builder.messageSize = Json.LONG.fromJson(reader);
        case 12 -> builder.messageLength = Json.INTEGER.fromJson(reader);
        case 13 -> builder.attachmentCount = Json.INTEGER.fromJson(reader);
        case 14 -> builder.recipientCount = Json.INTEGER.fromJson(reader);
        case 15 -> builder.campaignClass = Json.STRING.fromJson(reader);
        case 16 -> builder.campaignId = Json.STRING.fromJson(reader);
        case 17 -> builder.bwLatency = Json.INTEGER.fromJson(reader);
        case 18 -> builder.carrierLatency = Json.INTEGER.fromJson(reader);
        case 19 -> builder.callingNumberCountryA3 = Json.STRING.fromJson(reader);
        case 20 -> builder.calledNumberCountryA3 = Json.STRING.fromJson(reader);
        case 21 -> builder.product = Json.STRING.fromJson(reader);
        case 22 -> builder.location = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MessageSummary(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageSummary value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.messageId != null) {
      writer.name("messageId");
      Json.STRING.toJson(writer, value.messageId);
    }
    if (value.accountId != null) {
      writer.name("accountId");
      Json.STRING.toJson(writer, value.accountId);
    }
    if (value.sourceTn != null) {
      writer.name("sourceTn");
      Json.STRING.toJson(writer, value.sourceTn);
    }
    if (value.destinationTn != null) {
      writer.name("destinationTn");
      Json.STRING.toJson(writer, value.destinationTn);
    }
    if (value.messageStatus != null) {
      writer.name("messageStatus");
      MessageStatusJsonAdapter.INSTANCE.toJson(writer, value.messageStatus);
    }
    if (value.messageDirection != null) {
      writer.name("messageDirection");
      MessageDirectionJsonAdapter.INSTANCE.toJson(writer, value.messageDirection);
    }
    if (value.messageType != null) {
      writer.name("messageType");
      MessageTypeJsonAdapter.INSTANCE.toJson(writer, value.messageType);
    }
    if (value.segmentCount != null) {
      writer.name("segmentCount");
      Json.INTEGER.toJson(writer, value.segmentCount);
    }
    if (value.errorCode != null) {
      writer.name("errorCode");
      Json.INTEGER.toJson(writer, value.errorCode);
    }
    if (value.receiveTime != null) {
      writer.name("receiveTime");
      Json.DATE_TIME.toJson(writer, value.receiveTime);
    }
    if (value.carrierName != null) {
      writer.name("carrierName");
      Json.STRING.toJson(writer, value.carrierName);
    }
    if (value.messageSize != null) {
      writer.name("messageSize");
      Json.LONG.toJson(writer, value.messageSize);
    }
    if (value.messageLength != null) {
      writer.name("messageLength");
      Json.INTEGER.toJson(writer, value.messageLength);
    }
    if (value.attachmentCount != null) {
      writer.name("attachmentCount");
      Json.INTEGER.toJson(writer, value.attachmentCount);
    }
    if (value.recipientCount != null) {
      writer.name("recipientCount");
      Json.INTEGER.toJson(writer, value.recipientCount);
    }
    if (value.campaignClass != null) {
      writer.name("campaignClass");
      Json.STRING.toJson(writer, value.campaignClass);
    }
    if (value.campaignId != null) {
      writer.name("campaignId");
      Json.STRING.toJson(writer, value.campaignId);
    }
    if (value.bwLatency != null) {
      writer.name("bwLatency");
      Json.INTEGER.toJson(writer, value.bwLatency);
    }
    if (value.carrierLatency != null) {
      writer.name("carrierLatency");
      Json.INTEGER.toJson(writer, value.carrierLatency);
    }
    if (value.callingNumberCountryA3 != null) {
      writer.name("callingNumberCountryA3");
      Json.STRING.toJson(writer, value.callingNumberCountryA3);
    }
    if (value.calledNumberCountryA3 != null) {
      writer.name("calledNumberCountryA3");
      Json.STRING.toJson(writer, value.calledNumberCountryA3);
    }
    if (value.product != null) {
      writer.name("product");
      Json.STRING.toJson(writer, value.product);
    }
    if (value.location != null) {
      writer.name("location");
      Json.STRING.toJson(writer, value.location);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageSummary)";
  }
}
