package dev.tend.ingest.crm;

import dev.tend.events.RefusedException;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Email;
import ezvcard.property.StructuredName;
import ezvcard.property.Title;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads vCards, version 3 (RFC 2426) and 4 (RFC 6350). The LinkedIn address stands in a URL, or in
 * one of the properties for social profiles that address books use.
 */
final class VCardFile {
  private static final String LINKEDIN = "linkedin.com/";

  private VCardFile() {}

  /**
   * The cards that are not blank.
   *
   * @throws RefusedException when there is none, or more than there may be
   */
  static List<Entry> read(byte[] file, int mostCards) {
    var entries = new ArrayList<Entry>();
    int number = 0;
    try (var cards = new VCardReader(new ByteArrayInputStream(file))) {
      for (var card = cards.readNext(); card != null; card = cards.readNext()) {
        var entry = Entry.of(++number, values(card));
        if (!entry.isBlank()) {
          entries.add(entry);
        }
        if (entries.size() > mostCards) {
          throw new RefusedException("", "holds more than " + mostCards + " cards");
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
    if (number == 0) {
      throw new RefusedException("", "holds no vCard");
    }
    return List.copyOf(entries);
  }

  private static Map<Field, String> values(VCard card) {
    var values = new EnumMap<Field, String>(Field.class);
    put(values, Field.PROFILE, addresses(card).filter(VCardFile::isLinkedIn).findFirst());
    if (card.getFormattedName() != null) {
      put(values, Field.NAME, Optional.ofNullable(card.getFormattedName().getValue()));
    }
    StructuredName name = card.getStructuredName();
    if (name != null) {
      put(values, Field.FIRST, Optional.ofNullable(name.getGiven()));
      put(values, Field.LAST, Optional.ofNullable(name.getFamily()));
    }
    put(values, Field.EMAIL, first(card.getEmails().stream().map(Email::getValue)));
    put(values, Field.TITLE, first(card.getTitles().stream().map(Title::getValue)));
    if (card.getOrganization() != null) {
      put(values, Field.COMPANY, first(card.getOrganization().getValues().stream()));
    }
    for (var address : card.getAddresses()) {
      put(values, Field.LOCATION, Optional.ofNullable(address.getLocality()));
      put(values, Field.COUNTRY, Optional.ofNullable(address.getCountry()));
    }
    if (card.getCategories() != null) {
      put(values, Field.KIND, first(card.getCategories().getValues().stream()));
    }
    return values;
  }

  private static Stream<@Nullable String> addresses(VCard card) {
    return Stream.of(
            card.getUrls().stream().map(url -> url.getValue()),
            card.getExtendedProperties().stream().map(property -> property.getValue()),
            card.getImpps().stream()
                .map(account -> account.getUri() == null ? null : account.getUri().toString()))
        .flatMap(values -> values);
  }

  private static boolean isLinkedIn(@Nullable String address) {
    return address != null && address.toLowerCase(Locale.ROOT).contains(LINKEDIN);
  }

  private static Optional<String> first(Stream<@Nullable String> values) {
    return values.filter(value -> value != null && !value.isBlank()).findFirst();
  }

  private static void put(Map<Field, String> values, Field field, Optional<String> value) {
    value.ifPresent(text -> values.putIfAbsent(field, text));
  }
}
