package dev.tend.local.demo;

import dev.tend.local.RunningStack;

/** Where to look when the story is told, and what to try. */
record Signpost(RunningStack stack, Console console) {
  /** Whose invitations the commands ask for: the one with the most. */
  private static final String EXAMPLE = "amy.chen";

  void show() {
    console.heading("Where to look");
    """
    mailboxes   IMAP on localhost:%d; the address is the name and the password, such as %s@firm.example
    as files    %s
    all data    %s
    the token   %s

    TOKEN="Authorization: Bearer $(cat %s)"
    curl -s -H "$TOKEN" %s/api/ledger
    curl -s -H "$TOKEN" "%s/api/members/%s/invitations?verdict=ask"
    curl -s -H "$TOKEN" "%s/api/mail?kind=question"
    curl -s -H "$TOKEN" -H "Content-Type: application/json" %s/invitations -d '
      {"member": "%s", "note": "We were at RBC together.",
       "inviter": {"profile": "https://www.linkedin.com/in/your-name", "name": "Your Name",
                   "positions": [{"company": "RBC", "title": "Analyst", "from": "2015", "to": "2017"}]}}'
    """
        .formatted(
            stack.imapPort(),
            DigestRead.READER,
            stack.mails(),
            stack.data(),
            stack.tokenFile(),
            stack.tokenFile(),
            stack.notifyUrl(),
            stack.notifyUrl(),
            EXAMPLE,
            stack.notifyUrl(),
            stack.ingestUrl(),
            EXAMPLE)
        .lines()
        .forEach(line -> console.line(line.isEmpty() ? "" : "  " + line));
  }
}
