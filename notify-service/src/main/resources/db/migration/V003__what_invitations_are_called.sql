-- The same invitation comes from several sources, under another id from each. It has one row, under
-- the id that came first; all that it is called stands here.

create table invitation_names (
  id          text    not null,
  source      text    not null,
  invitation  text    not null references invitations on delete cascade,
  place       bigint  generated always as identity,
  primary key (id, source)
);
comment on table invitation_names is 'What each source calls an invitation, in the order of their coming; an id belongs to one invitation only.';
create index invitation_names_by_invitation on invitation_names (invitation, place);

insert into invitation_names (id, source, invitation)
select id, unnest(sources), id from invitations order by received_at, id;

alter table invitations add column sent_at timestamptz;
comment on column invitations.sent_at is 'When it was sent, as the first source says that knows; null while none does.';
create index invitations_by_people on invitations (member, inviter);

update invitations set sent_at = (document->>'sentAt')::timestamptz
where (document->>'sentAt')::timestamptz <= received_at;
