/**
 * What the firm's CRM knows: contacts, who become facts about people and ties of the members who
 * own them, and accounts, which become clients and prospects in the members' policies.
 *
 * <p>An upload is the whole truth of its owner: what is gone from it is taken back.
 */
@NullMarked
package dev.tend.ingest.crm;

import org.jspecify.annotations.NullMarked;
