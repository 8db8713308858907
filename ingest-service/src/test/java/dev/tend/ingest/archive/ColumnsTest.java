package dev.tend.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile         | First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
        "positions       | Company Name,Title,Description,Location,Started On,Finished On",
        "education       | School Name,Start Date,End Date,Notes,Degree Name,Activities",
        "education       | School Name",
        "volunteering    | Company Name,Role,Cause,Started On,Finished On,Description",
        "organizations   | Name,Position,Description,Started On,Finished On",
        "skills          | Name",
        "skills          | Skill",
        "languages       | Name,Proficiency",
        "email-addresses | Email Address,Confirmed,Primary,Updated On",
        "company-follows | Organization,Followed On",
        "job-preferences | Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Open To Recruiters,Dream Companies",
        "connections     | First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "connections     | First Name,Last Name,Email Address,Company,Position,Connected On",
        "connections     | first_name,last_name,profile_url,company_name,job_title,connected_at",
        "connections     | Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "connections     | Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le",
        "messages        | CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
        "messages        | CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
        "invitations     | From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        "invitations     | From,To,Sent At,Message,Direction"
      })
  void everyHeaderOfAnExportIsKnown(String kind, String header) {
    assertThat(Columns.of(List.of(header.split(","))).map(columns -> columns.kind().word()))
        .contains(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers",
        "Saved Date,Job Url,Job Title,Company Name",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status",
        "FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt",
        "Date,Type,Link",
        "Name,Url,Authority,Started On,Finished On,License Number",
        "Time,Search Query",
        "hello"
      })
  void otherFilesAreLeftAlone(String header) {
    assertThat(Columns.of(List.of(header.split(",")))).isEmpty();
  }

  @Test
  void aColumnUnderItsOwnNameIsNeverTakenForAnother() {
    var columns =
        Columns.of(List.of("Direction", "Date", "From", "To", "Type", "Sent At")).orElseThrow();

    assertThat(columns.kind()).isEqualTo(Kind.INVITATIONS);
    assertThat(columns.cell(List.of("INCOMING", "a", "b", "c", "d", "e"), "Sent At"))
        .isEqualTo("e");
    assertThat(columns.cell(List.of("INCOMING"), "Sent At")).isEmpty();
    assertThatThrownBy(() -> columns.cell(List.of(), "Sent"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
