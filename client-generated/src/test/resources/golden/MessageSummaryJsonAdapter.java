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
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageSummary> INSTANCE = new MessageSummaryJsonAdapter();
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
        case 10 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "carrierName", reader);
          builder.carrierName = Json.STRING.fromJson(reader);
        }
        case 11 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "messageSize", reader);
          builder.messageSize = Json.LONG.fromJson(reader);
        }
        case 12 -> builder.messageLength = Json.INTEGER.fromJson(reader);
        case 13 -> {
          builder.nullProperties =
              Json.nullOrNot(builder.nullProperties, "attachmentCount", reader);
          builder.attachmentCount = Json.INTEGER.fromJson(reader);
        }
        case 14 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "recipientCount", reader);
          builder.recipientCount = Json.INTEGER.fromJson(reader);
        }
        case 15 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "campaignClass", reader);
          builder.campaignClass = Json.STRING.fromJson(reader);
        }
        case 16 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "campaignId", reader);
          builder.campaignId = Json.STRING.fromJson(reader);
        }
        case 17 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "bwLatency", reader);
          builder.bwLatency = Json.INTEGER.fromJson(reader);
        }
        case 18 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "carrierLatency", reader);
          builder.carrierLatency = Json.INTEGER.fromJson(reader);
        }
        case 19 -> {
          builder.nullProperties =
              Json.nullOrNot(builder.nullProperties, "callingNumberCountryA3", reader);
          builder.callingNumberCountryA3 = Json.STRING.fromJson(reader);
        }
        case 20 -> {
          builder.nullProperties =
              Json.nullOrNot(builder.nullProperties, "calledNumberCountryA3", reader);
          builder.calledNumberCountryA3 = Json.STRING.fromJson(reader);
        }
        case 21 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "product", reader);
          builder.product = Json.STRING.fromJson(reader);
        }
        case 22 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "location", reader);
          builder.location = Json.STRING.fromJson(reader);
        }
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
    if (value.carrierName != null || value.nullProperties.contains("carrierName")) {
      Json.writeNullable(writer, "carrierName", Json.STRING, value.carrierName);
    }
    if (value.messageSize != null || value.nullProperties.contains("messageSize")) {
      Json.writeNullable(writer, "messageSize", Json.LONG, value.messageSize);
    }
    if (value.messageLength != null) {
      writer.name("messageLength");
      Json.INTEGER.toJson(writer, value.messageLength);
    }
    if (value.attachmentCount != null || value.nullProperties.contains("attachmentCount")) {
      Json.writeNullable(writer, "attachmentCount", Json.INTEGER, value.attachmentCount);
    }
    if (value.recipientCount != null || value.nullProperties.contains("recipientCount")) {
      Json.writeNullable(writer, "recipientCount", Json.INTEGER, value.recipientCount);
    }
    if (value.campaignClass != null || value.nullProperties.contains("campaignClass")) {
      Json.writeNullable(writer, "campaignClass", Json.STRING, value.campaignClass);
    }
    if (value.campaignId != null || value.nullProperties.contains("campaignId")) {
      Json.writeNullable(writer, "campaignId", Json.STRING, value.campaignId);
    }
    if (value.bwLatency != null || value.nullProperties.contains("bwLatency")) {
      Json.writeNullable(writer, "bwLatency", Json.INTEGER, value.bwLatency);
    }
    if (value.carrierLatency != null || value.nullProperties.contains("carrierLatency")) {
      Json.writeNullable(writer, "carrierLatency", Json.INTEGER, value.carrierLatency);
    }
    if (value.callingNumberCountryA3 != null
        || value.nullProperties.contains("callingNumberCountryA3")) {
      Json.writeNullable(
          writer, "callingNumberCountryA3", Json.STRING, value.callingNumberCountryA3);
    }
    if (value.calledNumberCountryA3 != null
        || value.nullProperties.contains("calledNumberCountryA3")) {
      Json.writeNullable(writer, "calledNumberCountryA3", Json.STRING, value.calledNumberCountryA3);
    }
    if (value.product != null || value.nullProperties.contains("product")) {
      Json.writeNullable(writer, "product", Json.STRING, value.product);
    }
    if (value.location != null || value.nullProperties.contains("location")) {
      Json.writeNullable(writer, "location", Json.STRING, value.location);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageSummary)";
  }
}
