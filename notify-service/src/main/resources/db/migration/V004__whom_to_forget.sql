create table erasures (
  receipt       text         primary key,
  kind          text         not null check (kind in ('person', 'member')),
  salt          text         not null,
  fingerprint   text         not null,
  requested_at  timestamptz  not null
);
comment on table erasures is 'Who is to be forgotten, by a salted fingerprint: what was received of them until then is removed whenever it comes.';
create index erasures_by_time on erasures (requested_at);

create table forgotten (
  invitation    text         primary key,
  verdict       text         check (verdict in ('accept', 'ask', 'ignore')),
  forgotten_at  timestamptz  not null
);
comment on table forgotten is 'Invitations that were removed, so that the ledger still counts them: it names nobody.';
comment on column forgotten.invitation is 'SHA-256 of its id.';
comment on column forgotten.verdict is 'What was decided last; of one that was undecided, ignore: nobody acts on it any more. Null for a further id of one that is counted.';
