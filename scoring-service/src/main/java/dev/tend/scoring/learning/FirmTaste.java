package dev.tend.scoring.learning;

/**
 * What the firm's members prefer together of one reason. Nothing in it says who.
 *
 * @param signal its name, as a word, so that one which a newer Tend has added is carried along
 * @param points how many points more it counts, or less when negative
 * @param members how many members had something to say of it; 0 when they were fewer than {@link
 *     FirmTastes#LEAST_MEMBERS}, lest one of them could be made out
 * @param more how many of these would have it count more
 * @param less how many of these would have it count less
 */
public record FirmTaste(String signal, int points, int members, int more, int less) {}
