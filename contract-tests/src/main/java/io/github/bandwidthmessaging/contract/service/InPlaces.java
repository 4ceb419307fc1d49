package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.MessagingClient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test class in every {@link Place}, which its constructor takes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(InPlaces.Places.class)
@ExtendWith({PrismExtension.class, PlaceResults.class})
@interface InPlaces {
  /** Whether it may run against the real service, if requested: it sends at most one message. */
  boolean real() default false;

  /** The operation that it is about; empty if it is about all, and names one in each test. */
  String operation() default "createMessage";

  /** Whether the report lists each of its tests under errors and refusals. */
  boolean errors() default false;

  /** The places. */
  final class Places implements ArgumentsProvider, AnnotationConsumer<InPlaces> {
    private boolean real;

    @Override
    public void accept(InPlaces annotation) {
      real = annotation.real();
    }

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      Stream<Place> places = Stream.of(PrismExtension.mock(context), PrismExtension.proxy(context));
      if (real) {
        places =
            Stream.concat(
                places,
                Stream.of(
                    new Place.Real(
                        new RealService(
                            MessagingClient::fromEnvironment, System.getProperties()))));
      }
      return places.map(Arguments::of);
    }
  }
}
