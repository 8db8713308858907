create table mails (
  id               uuid        primary key,
  kind             text        not null check (kind in ('digest', 'question', 'reminder', 'sign-in')),
  member           text        not null,
  invitation       text        not null,
  sender           text        not null,
  recipient        text        not null,
  reply_to         text        not null,
  subject          text        not null,
  html             text        not null,
  body             text        not null,
  message_id       text        not null unique,
  due              timestamptz not null,
  state            text        not null check (state in ('due', 'sending', 'sent', 'failed', 'bounced', 'suppressed')),
  attempts         int         not null default 0,
  next_attempt_at  timestamptz not null,
  leased_until     timestamptz,
  sent_at          timestamptz,
  answer           text        not null default '',
  withdrawn        text        not null default '',
  made_at          timestamptz not null
);
comment on column mails.sender is 'Display name beside the address of the firm; empty for the firm''s own.';
comment on column mails.invitation is 'Which invitation a question is about; empty for a digest.';
comment on column mails.answer is 'What the SMTP server said, or why the mail was not sent.';
comment on column mails.withdrawn is 'Why it is no longer wanted; empty while it is.';
create index mails_waiting on mails (next_attempt_at) where state = 'due';
create index mails_in_flight on mails (leased_until) where state = 'sending';
create index mails_by_age on mails (made_at desc, id desc);
create index mails_by_invitation on mails (invitation) where invitation <> '';

create table mail_attempts (
  mail     uuid        not null references mails,
  attempt  int         not null,
  at       timestamptz not null,
  outcome  text        not null check (outcome in ('accepted', 'later', 'refused')),
  answer   text        not null,
  primary key (mail, attempt)
);

create table questions (
  member      text        not null,
  inviter     text        not null,
  invitation  text        not null,
  mail        uuid        not null references mails deferrable initially deferred,
  primary key (member, inviter)
);
comment on table questions is 'Nobody is asked twice by the same member: the primary key says so.';
create index questions_by_invitation on questions (invitation);

create view to_be_asked as
select i.id as invitation, i.member, i.inviter, i.inviter_email
from invitations i
left join verdicts v on v.invitation = i.id
left join standing_choices c on c.invitation = i.id
where case when c.choice is null or c.choice = 'undo' then v.verdict else c.choice end = 'ask';
comment on view to_be_asked is 'Invitations whose inviter is to be asked: by the verdict, or by the member''s own choice, which goes first.';

create table digests (
  id        uuid        primary key,
  member    text        not null,
  slot      timestamptz not null,
  mail      uuid        not null references mails,
  made_at   timestamptz not null,
  unique (member, slot)
);

create table digest_rows (
  invitation  text  not null,
  revision    int   not null,
  verdict     text  not null,
  digest      uuid  not null references digests,
  place       int   not null,
  primary key (invitation, revision)
);
comment on table digest_rows is 'One decision, one digest: the primary key says so.';
create index digest_rows_by_digest on digest_rows (digest);

create view untold as
select v.invitation, v.member, v.revision, v.verdict, v.relevance,
       exists (select from questions q join mails m on m.id = q.mail
               where q.member = i.member and q.inviter = i.inviter
                 and m.state in ('due', 'sending', 'sent')) as asked
from verdicts v
join invitations i on i.id = v.invitation
left join standing_choices c on c.invitation = v.invitation
where v.verdict is distinct from (select r.verdict from digest_rows r
                                  where r.invitation = v.invitation
                                  order by r.revision desc limit 1)
  and (c.choice is null or c.choice = 'undo');
comment on view untold is 'Verdicts of which the member was told nothing, or another one, and on which they have not acted.';

create table outgoing (
  place  bigint generated always as identity primary key,
  topic  text        not null,
  key    bytea       not null,
  event  text        not null,
  at     timestamptz not null,
  value  bytea       not null
);
comment on table outgoing is 'Events to be published, in this order; a row goes when the broker has acknowledged it.';

-- db-scheduler's own table, as its documentation gives it
create table scheduled_tasks (
  task_name             text        not null,
  task_instance         text        not null,
  task_data             bytea,
  execution_time        timestamptz not null,
  picked                boolean     not null,
  picked_by             text,
  last_success          timestamptz,
  last_failure          timestamptz,
  consecutive_failures  int,
  last_heartbeat        timestamptz,
  version               bigint      not null,
  priority              smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
