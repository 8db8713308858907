-- What this service has heard. No table refers to another by a foreign key where the events may
-- arrive in any order: a decision may be here before its invitation.

create table inbox (
  topic        text        not null,
  source       text        not null,
  event        text        not null,
  happened_at  timestamptz not null,
  seen_at      timestamptz not null,
  primary key (topic, source, event, happened_at)
);
comment on table inbox is 'Events that were handled, by their CloudEvents identity and time; written in the transaction that handled them.';
create index inbox_by_age on inbox (seen_at);

create table members (
  id          text        primary key,
  name        text        not null,
  email       text        not null,
  document    jsonb       not null,
  changed_at  timestamptz not null
);

create table invitations (
  id             text        primary key,
  member         text        not null,
  inviter        text        not null,
  inviter_email  text        not null,
  document       jsonb       not null,
  searched       text        not null,
  received_at    timestamptz not null,
  told_at        timestamptz not null,
  sources        text[]      not null
);
comment on column invitations.document is 'The invitation, completed by what every source knew.';
comment on column invitations.searched is 'Lower case: what a search looks into.';
comment on column invitations.received_at is 'When it was first received, told_at when last.';
create index invitations_by_member on invitations (member, received_at desc, id desc);

create table decisions (
  invitation  text        not null,
  revision    int         not null check (revision > 0),
  member      text        not null,
  document    jsonb       not null,
  decided_at  timestamptz not null,
  primary key (invitation, revision)
);

create table verdicts (
  invitation  text        primary key,
  member      text        not null,
  revision    int         not null,
  verdict     text        not null check (verdict in ('accept', 'ask', 'ignore')),
  relevance   int         not null,
  risk        int         not null,
  decided_at  timestamptz not null
);
comment on table verdicts is 'The latest decision on each invitation.';
create index verdicts_by_member on verdicts (member, verdict);

create table choices (
  id          text        primary key,
  invitation  text        not null,
  member      text        not null,
  inviter     text        not null,
  choice      text        not null check (choice in ('accept', 'ignore', 'ask', 'undo')),
  chosen_at   timestamptz not null
);
create index choices_by_invitation on choices (invitation, chosen_at desc);

create table standing_choices (
  invitation  text        primary key,
  member      text        not null,
  choice      text        not null,
  chosen_at   timestamptz not null
);
comment on table standing_choices is 'The latest choice on each invitation; undo counts as none.';

create table dead_letters (
  origin        text        primary key,
  origin_topic  text        not null,
  reason        text        not null,
  service       text        not null,
  detail        text        not null,
  attempts      int         not null,
  happened_at   timestamptz not null
);
comment on table dead_letters is 'What could not be processed, by where it lies; the record itself stays on the topic.';
create index dead_letters_by_topic on dead_letters (origin_topic);
