package dev.tend.notify.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What Tend says. Each language is one file, {@code messages/say_<tag>.properties}, which also
 * holds its plurals and the patterns of its days and times; the build refuses a file that names an
 * unknown phrase or parameter, a test one that lacks a phrase. Templates speak through {@code
 * {say:…}}.
 */
@MessageBundle(value = "say", locale = "en")
public interface Phrases {

  // Days and times

  @Message
  String momentPattern();

  @Message
  String dayPattern();

  // Everywhere

  @Message
  String quoted(String text);

  @Message
  String linkLeftOut();

  @Message
  String counted(int n, int total);

  // The digest

  @Message
  String toAccept(int n);

  @Message
  String toAsk(int n);

  @Message
  String asked(int n);

  @Message
  String ignored(int n);

  @Message
  String onlyOne(String counts, String name);

  @Message
  String greeting(String name, int n);

  @Message
  String glance(String counts);

  @Message
  String nothingToDo();

  @Message
  String below(int n, int total);

  @Message
  String restFollows();

  @Message
  String seeAll(int total);

  @Message
  String acceptThese(int n, String count);

  @Message
  String askThese(int n, String count);

  @Message
  String weAsked(int n, String count);

  @Message
  String ignoredAndWhy(String count);

  @Message
  String askTheseHow();

  @Message
  String weAskedHow();

  @Message
  String ignoredHow();

  @Message
  String receivedOn(String day);

  @Message
  String scores(int relevance, int risk);

  @Message
  String wouldAccept(String condition);

  @Message
  String wouldAsk(String condition);

  @Message
  String wouldIgnore(String condition);

  @Message
  String wordsToPaste();

  @Message
  String profile();

  @Message
  String profileOf(String name);

  @Message
  String accept();

  @Message
  String acceptInstead();

  @Message
  String iAsked();

  @Message
  String askInstead();

  @Message
  String ignoreInstead();

  @Message
  String about(String what, String name);

  @Message
  String nextDigest(String moment);

  @Message
  String changeDigest();

  @Message
  String adviceOnly();

  @Message
  String linksNote();

  @Message
  String timesAre(String zone);

  // The question

  @Message
  String questionSubject(String member);

  @Message
  String hello(String name);

  @Message
  String thankYouRemind(String day);

  @Message
  String youWrote();

  @Message
  String youWroteNothing();

  @Message
  String justReply();

  @Message
  String noAnswerIsFine();

  @Message
  String kindRegards();

  @Message
  String replyTo(String name);

  @Message
  String whyYouGotIt(String member, String firstName);

  @Message
  String words(String inviter, String member);

  // The pages behind the links of a digest

  @Message
  String acceptName(String name);

  @Message
  String askName(String name);

  @Message
  String ignoreName(String name);

  @Message
  String acceptHow();

  @Message
  String askHow();

  @Message
  String ignoreHow();

  @Message
  String yesAccept();

  @Message
  String yesAsk();

  @Message
  String yesIgnore();

  @Message
  String soFarAccepted();

  @Message
  String soFarAsked();

  @Message
  String soFarIgnored();

  @Message
  String notedAccept(String name);

  @Message
  String notedAsk(String name);

  @Message
  String notedIgnore(String name);

  @Message
  String takenBack(String name);

  @Message
  String nowAccept();

  @Message
  String nowAsk();

  @Message
  String nowIgnore();

  @Message
  String nowUndone();

  @Message
  String openProfile(String name);

  @Message
  String takeBack();

  @Message
  String linkOver();

  @Message
  String linkOverWhy();

  @Message
  String showList();
}
